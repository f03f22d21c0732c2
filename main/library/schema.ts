/** "RCTL" in ASCII: says that an SQLite file is a Recital library, whatever its name. */
export const applicationId = 0x5243544c;

/** Rises whenever a table or the meaning of a column changes. A library of another number is not read. */
export const schemaVersion = 6;

/** Fixed, so that the same content gives the same bytes on every machine. */
export const pageSize = 4096;

/**
 * Of the streams that phrases are found by, and of the words of suggestions: they hold folded words or terms, parted by
 * spaces, which are split at whatever is ASCII and no letter or digit, and nowhere else.
 */
const streamed = 'ascii';

/**
 * `works` holds those whose text is here and those that are only cited. `provisions.id` rises in document order
 * within an edition; `footnotes` and `extras` (references, a table, a figure) are JSON, empty where there is none. A
 * provision's address is its section's, a full stop and its `path`; its text is coded in a compiled library
 * (`coded-text.ts`).
 *
 * `records` holds each record whole, as JSON in `data`, and of a reference the known editions with their names and
 * status. `record_places` is what lists, links and search need of it: a row for the record, and one for each stop of a
 * tour; `names` are the words that search weighs as it does headings, `holder` is the address of a chapter's handbook
 * or a stop's tour. `record_names` are the proper names, folded, by which search knows that somebody means the very
 * thing. `links` lead from such places to any address.
 *
 * `stream` holds the terms of every entry that search may answer with, one after the other, and `words` the whole words
 * with how often they stand, which prefixes stand for and misspellings are mended by.
 */
const commonTables = `
CREATE TABLE works (
  id INTEGER PRIMARY KEY,
  work TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  type TEXT NOT NULL,
  number TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX works_numbered ON works (number);
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
  path TEXT NOT NULL,
  label TEXT NOT NULL,
  text ANY NOT NULL,
  footnotes TEXT NOT NULL,
  extras TEXT NOT NULL,
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
`;

/**
 * What a compiled library has beside those. Its entries are numbered by importance from 1 (`indexing/entries.ts`), and
 * what is known of each stands in `columns` (`indexing/columns.ts`). `terms` says in which of the `packs` the postings
 * of a term stand, and where (`impacts/`); `beginnings` the most frequent words that begin with one character or two.
 * `term_names` holds the names of the glossary's terms, the term itself first and what people say last: the parts of each
 * in `key`, and the first of them.
 * `suggestion_parts` says which words of suggestions begin how, for the first letters that they share, and
 * `suggestion_terms` in which suggestions each stands; `suggestion_sections` are those whose words stand in the other
 * tables already; `field_values` says how often values stand in the fields of a query (`suggestions/`).
 *
 * A table of large values has its rows in the order of their numbers and an index of its keys: without, SQLite reads the
 * whole values of all the rows that it passes on its way to one.
 */
const compiledTables = `
CREATE VIRTUAL TABLE stream USING fts5 (
  text, heading, notes, content = '', columnsize = 0, tokenize = '${streamed}'
);
CREATE TABLE columns (
  name TEXT NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (name, part)
) STRICT;
CREATE TABLE terms (
  term TEXT PRIMARY KEY,
  pack INTEGER NOT NULL,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE packs (
  id INTEGER PRIMARY KEY,
  data BLOB NOT NULL
) STRICT;
CREATE TABLE term_names (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL REFERENCES records,
  beginning TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  is_said INTEGER NOT NULL
) STRICT;
CREATE INDEX term_names_beginning ON term_names (beginning, record_id);
CREATE INDEX names_of_term ON term_names (record_id);
CREATE TABLE beginnings (
  start TEXT PRIMARY KEY,
  words TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE suggestion_parts (
  beginning TEXT PRIMARY KEY,
  words TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE TABLE field_values (
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (field, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE suggestion_sections (
  id INTEGER PRIMARY KEY,
  section_id INTEGER NOT NULL REFERENCES sections
) STRICT;
CREATE TABLE suggestion_terms (
  term TEXT PRIMARY KEY,
  postings BLOB NOT NULL
) STRICT;
`;

/**
 * What a library that grows has beside those tables. `entries` is what search answers with, a row a title or a
 * provision; `position` is document order, and `weight` multiplies the score. `folds` holds which of them are shown with
 * one of a newer edition, which says the same. Entries and suggestions are not numbered 1, 2, 3 but so that their numbers
 * rise as in a compiled library whenever they come (`rowInOrder`). Suggestions are found by `suggestion_words`, which
 * takes one more at a time, as the index of a compiled library cannot, and its words are listed in
 * `suggestion_vocabulary`; `numbers` gives each suggestion a number that none had before.
 */
const ownTables = `
CREATE VIRTUAL TABLE stream USING fts5 (
  text, heading, notes, content = '', contentless_delete = 1, tokenize = '${streamed}'
);
CREATE TABLE entries (
  id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  weight REAL NOT NULL,
  edition_id INTEGER NOT NULL REFERENCES editions,
  section_id INTEGER REFERENCES sections,
  provision_id INTEGER REFERENCES provisions
) STRICT;
CREATE INDEX entries_of_edition ON entries (edition_id);
CREATE TABLE folds (
  follower INTEGER PRIMARY KEY,
  leader INTEGER NOT NULL,
  work_id INTEGER NOT NULL
) STRICT;
CREATE INDEX folds_of_work ON folds (work_id);
CREATE INDEX suggestions_at ON suggestions (address);
CREATE INDEX suggestions_called ON suggestions (kind, text);
CREATE VIRTUAL TABLE suggestion_words USING fts5 (
  text, others, content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = '${streamed}'
);
CREATE VIRTUAL TABLE suggestion_vocabulary USING fts5vocab(suggestion_words, row);
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

/** Everything that a library of each kind has, and in the same order each time. */
export const tables = {
  compiled: `${commonTables}${compiledTables}`,
  own: `${commonTables}${ownTables}`,
} satisfies Record<LibraryKind, string>;

/** Each statement as SQLite keeps it, to tell our tables from another's. */
export const statements = {
  compiled: eachStatement(tables.compiled),
  own: eachStatement(tables.own),
} satisfies Record<LibraryKind, readonly string[]>;
