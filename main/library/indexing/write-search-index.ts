import type { LibraryRecord } from '../../contract/records.ts';
import { analyse } from '../analysis/index.ts';
import type { Connection } from '../opening.ts';
import { writeBeginnings, writeWords } from './write-words.ts';
import { ProfileCollector } from './collect-profiles.ts';
import { TermCollector } from './collect-terms.ts';
import { mostEntries, writeColumns } from './columns.ts';
import { createContentReader, entriesInOrder, languageOfRecords } from './entries.ts';
import { foldEditions } from './fold-editions.ts';
import { writePacks } from './pack.ts';

/** Every name of every term of the glossary, as the words that it is found by. */
function namesOfTerms(connection: Connection): string[][] {
  return connection
    .prepare<[], string>("SELECT data FROM records WHERE kind = 'term' ORDER BY id")
    .pluck()
    .all()
    .map((data) => JSON.parse(data) as Extract<LibraryRecord, { kind: 'term' }>)
    .flatMap(({ term, abbreviation, synonyms }) => [term, abbreviation ?? ''].concat(synonyms))
    .map((name) => analyse(name, languageOfRecords).flatMap(({ parts }) => parts));
}

/** Bytes of the stream that are kept in memory before they are written. */
const hashSize = 67_108_864;

/** Fills everything that search reads of a compiled library. The README says what there is. */
export function writeSearchIndex(connection: Connection): void {
  const entries = entriesInOrder(connection);
  const contentOf = createContentReader(connection);
  if (entries.length > mostEntries) throw new Error('A library holds too many entries.');
  const collector = new TermCollector(namesOfTerms(connection));
  const profiles = new ProfileCollector();
  const profileOf = new Uint32Array(entries.length);
  const languages = new Set<string>();
  const insertStream = connection.prepare<[number, string, string, string]>(
    'INSERT INTO stream (rowid, text, heading, notes) VALUES (?, ?, ?, ?)',
  );
  // Written in one go: what is merged on the way would be merged again at the end.
  connection.exec(`
    INSERT INTO stream (stream, rank) VALUES ('automerge', 0), ('crisismerge', 2000), ('hashsize', ${hashSize})`);
  for (const [at, entry] of entries.entries()) {
    const { texts, profile, weight } = contentOf(entry);
    languages.add(profile.lang);
    profileOf[at] = profiles.numberOf(profile);
    const { text, heading, notes } = collector.add(texts, profile.lang, weight);
    insertStream.run(at + 1, text, heading, notes);
  }
  connection.exec("INSERT INTO stream (stream) VALUES ('optimize')");
  writePacks(connection, collector.postings());
  const words = collector.words();
  writeWords(connection, words);
  writeBeginnings(connection, words);
  const provisions = new Map(
    entries.flatMap(({ kind, row }, at) => (kind === 'provision' ? [[row, at + 1]] : [])),
  );
  const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
  writeColumns(connection, {
    counts: { titles: count('title'), provisions: count('provision'), places: count('place') },
    sources: Uint32Array.from(entries, ({ row }) => row),
    editions: Uint32Array.from(entries, ({ edition }) => edition),
    profiles: profileOf,
    folds: foldEditions(
      connection,
      (row) => provisions.get(row) ?? 0,
      (one, other) => profiles.differencesOf(profileOf[one - 1] ?? 0, profileOf[other - 1] ?? 0),
    ),
    profileStrings: profiles.profileStrings(),
    profileValues: profiles.profileValues(),
    languages: [...languages].toSorted(),
  });
}
