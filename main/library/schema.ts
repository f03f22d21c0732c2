import { markEnd, markStart } from './snippet.ts';

/** "RCTL" in ASCII: says that an SQLite file is a Recital library, whatever its name. */
export const applicationId = 0x5243544c;

/** Rises whenever a table or the meaning of a column changes. A library of another number is not read. */
export const schemaVersion = 3;

/** Fixed, so that the same content gives the same bytes on every machine. */
export const pageSize = 4096;

/**
 * Porter stemming over folded words: `slicing` finds `slice`, `reseau` finds `réseau`. Every hyphen, U+2011
 * included, parts words, so `IMT-2020` is the phrase "imt 2020" however it is typed.
 */
const stemmed = 'porter unicode61 remove_diacritics 2';
export const unstemmed = 'unicode61 remove_diacritics 2';

/** A text in which what the index puts around matched words cannot be mistaken for its own. */
const withoutMarks = (text: string): string =>
  `replace(replace(${text}, '${markStart}', ''), '${markEnd}', '')`;

/**
 * `works` holds those whose text is here and those that are only cited. `provisions.id` rises in document order
 * within an edition; `extras` is what few provisions have (references, a table, a figure) as JSON, and `notes` the words
 * of footnotes, cells and captions, for search.
 *
 * `records` holds each record whole, as JSON in `data`, and of a reference the known editions with their names and
 * status. `record_places` is what lists, links and search need of it: a row for the record, and one for each stop of a
 * tour; `names` are the words that search weighs as it does headings, `holder` is the address of a chapter's handbook
 * or a stop's tour. `record_names` are the proper names, folded, by which search knows that somebody means the very
 * thing. `links` lead from such places to any address.
 *
 * `entries` is what search answers with, one row a title, one a provision and one a place of a record; its `id` is the
 * order at equal score (titles, then operative before preambular, then newer before older, then records), `position` is
 * document order, and `weight` multiplies the score: a tenth more for what is operative, and as much for the newest
 * edition of a work, so that of two provisions that say nearly the same the one that binds today comes first; less for
 * records, which speak about what provisions say. `words` holds the whole words that `prefix*` may stand for, since a
 * stemmed index cannot be asked for the beginning of an unstemmed word ("standardiz*" would miss "standardization",
 * stored as "standard").
 */
export const tables = `
CREATE TABLE works (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  type TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE editions (
  id INTEGER PRIMARY KEY,
  work_id INTEGER NOT NULL REFERENCES works,
  edition TEXT NOT NULL,
  address TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  year INTEGER NOT NULL,
  meeting TEXT NOT NULL,
  meeting_from TEXT NOT NULL,
  meeting_to TEXT NOT NULL,
  language TEXT NOT NULL,
  direction TEXT NOT NULL,
  form TEXT NOT NULL,
  provision_count INTEGER NOT NULL,
  source TEXT NOT NULL,
  rights TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  history TEXT NOT NULL,
  formula TEXT NOT NULL,
  terms TEXT NOT NULL,
  warnings TEXT NOT NULL
) STRICT;
CREATE INDEX editions_of_work ON editions (work_id);
CREATE TABLE paragraphs (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX paragraphs_of_edition ON paragraphs (edition_id);
CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions,
  address TEXT NOT NULL,
  kind TEXT NOT NULL,
  heading TEXT NOT NULL,
  is_annex INTEGER NOT NULL,
  is_operative INTEGER NOT NULL,
  UNIQUE (edition_id, address)
) STRICT;
CREATE TABLE actors (
  section_id INTEGER NOT NULL REFERENCES sections,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  is_addressee INTEGER NOT NULL,
  PRIMARY KEY (section_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX actors_by_name ON actors (actor, is_addressee);
CREATE TABLE provisions (
  id INTEGER PRIMARY KEY,
  section_id INTEGER NOT NULL REFERENCES sections,
  parent_id INTEGER REFERENCES provisions,
  address TEXT NOT NULL,
  path TEXT NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  footnotes TEXT NOT NULL,
  extras TEXT NOT NULL,
  notes TEXT NOT NULL,
  UNIQUE (section_id, path)
) STRICT;
CREATE TABLE citations (
  id INTEGER PRIMARY KEY,
  edition_id INTEGER NOT NULL REFERENCES editions,
  provision_id INTEGER REFERENCES provisions,
  paragraph_id INTEGER REFERENCES paragraphs,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  text TEXT NOT NULL,
  work_id INTEGER NOT NULL REFERENCES works,
  edition TEXT,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX citations_from_provision ON citations (provision_id);
CREATE INDEX citations_from_edition ON citations (edition_id);
CREATE INDEX citations_of_work ON citations (work_id);
CREATE TABLE records (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  editions TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX records_of_kind ON records (kind);
CREATE TABLE record_places (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  address TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  holder TEXT,
  names TEXT NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT,
  year INTEGER
) STRICT;
CREATE TABLE record_names (
  name TEXT NOT NULL,
  place_id INTEGER NOT NULL REFERENCES record_places,
  PRIMARY KEY (name, place_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE links (
  id INTEGER PRIMARY KEY,
  place_id INTEGER NOT NULL REFERENCES record_places,
  target TEXT NOT NULL
) STRICT;
CREATE INDEX links_from ON links (place_id);
CREATE INDEX links_to ON links (target);
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  weight REAL NOT NULL,
  edition_id INTEGER REFERENCES editions,
  section_id INTEGER REFERENCES sections,
  provision_id INTEGER REFERENCES provisions,
  place_id INTEGER REFERENCES record_places
) STRICT;
CREATE VIEW entry_texts AS
  SELECT e.id AS id,
         ${withoutMarks('coalesce(p.text, d.title, r.text)')} AS text,
         coalesce(s.heading, d.name, r.names) AS heading,
         ${withoutMarks("coalesce(p.notes, '')")} AS notes
  FROM entries e
  LEFT JOIN editions d ON d.id = e.edition_id
  LEFT JOIN sections s ON s.id = e.section_id
  LEFT JOIN provisions p ON p.id = e.provision_id
  LEFT JOIN record_places r ON r.id = e.place_id;
CREATE VIRTUAL TABLE matches USING fts5 (
  text, heading, notes,
  content = 'entry_texts', content_rowid = 'id', tokenize = '${stemmed}'
);
CREATE TABLE words (
  word TEXT PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE suggestions (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  address TEXT NOT NULL,
  aliases TEXT NOT NULL
) STRICT;
CREATE TABLE suggestion_parts (
  part TEXT PRIMARY KEY,
  data TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;

/**
 * What a library that grows has beside those tables. Its entries and suggestions are not numbered 1, 2, 3 but so that
 * their numbers rise as in a compiled library whenever they come (`rowInOrder`). Suggestions are found by
 * `suggestion_words`, which takes one more at a time, as the index in `suggestion_parts` cannot; `numbers` gives each
 * a number that none had before.
 */
export const ownTables = `
CREATE INDEX entries_of_edition ON entries (edition_id);
CREATE INDEX suggestions_at ON suggestions (address);
CREATE INDEX suggestions_called ON suggestions (kind, text);
CREATE VIRTUAL TABLE suggestion_words USING fts5 (
  text, others, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = '${unstemmed}'
);
CREATE TABLE numbers (
  last INTEGER NOT NULL
) STRICT;
`;

/**
 * The row number of something of this `rank` (0 to 2047, the first are most important) and `year`, newest first; the
 * `number`, below 2^32, makes it unique. SQL, each argument an expression.
 */
export const rowInOrder = (rank: string, year: string, number: string): string =>
  `((${rank}) * 4096 + 4095 - max(0, min(${year}, 4095))) * 4294967296 + (${number})`;

const eachStatement = (sql: string): string[] =>
  sql
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');

/** A library is compiled once and never changed, or it is a person's own and grows. */
export type LibraryKind = 'compiled' | 'own';

/** Each statement as SQLite keeps it, to tell our tables from another's. */
export const statements = {
  compiled: eachStatement(tables),
  own: [...eachStatement(tables), ...eachStatement(ownTables)],
} satisfies Record<LibraryKind, readonly string[]>;
