import { KeptTexts } from '../kept-texts.ts';
import type { Connection } from '../opening.ts';
import type { Field } from './bm25.ts';
import { ProfileCollector } from './collect-profiles.ts';
import { TermCollector } from './collect-terms.ts';
import { mostEntries, writeColumns } from './columns.ts';
import { createContentReader, entriesInOrder, type Entry } from './entries.ts';
import { foldEditions } from './fold-editions.ts';
import { writePacks } from './pack.ts';
import { writeNames } from './write-names.ts';
import { writeBeginnings, writeWords } from './write-words.ts';

/** Bytes of the stream that are kept in memory before they are written. */
const hashSize = 67_108_864;

/**
 * Fills everything that search reads of a compiled library. The README says what there is. Answers the texts of the
 * provisions, which it had to read.
 */
export function writeSearchIndex(connection: Connection): KeptTexts {
  const entries = entriesInOrder(connection);
  const contentOf = createContentReader(connection);
  if (entries.length > mostEntries) throw new Error('A library holds too many entries.');
  const kept = new KeptTexts();
  const collector = new TermCollector(writeNames(connection), kept.pieces);
  const profiles = new ProfileCollector();
  const profileOf = new Uint32Array(entries.length);
  const languages = new Set<string>();
  const insertStream = connection.prepare<[number, Uint8Array, Uint8Array, Uint8Array]>(
    'INSERT INTO stream (rowid, text, heading, notes) VALUES (?, ?, ?, ?)',
  );
  // Written in one go: what is merged on the way would be merged again at the end.
  connection.exec(`
    INSERT INTO stream (stream, rank) VALUES ('automerge', 0), ('crisismerge', 2000), ('hashsize', ${hashSize})`);
  for (const [at, entry] of entries.entries()) {
    const { texts, profile, weight } = contentOf(entry);
    languages.add(profile.lang);
    profileOf[at] = profiles.numberOf(profile);
    const read = (field: Field): Uint32Array => {
      const numbers = kept.pieces.numbersOf(texts[field]);
      if (field === 'text' && entry.kind === 'provision') kept.keep(entry.row, numbers);
      return numbers;
    };
    const { text, heading, notes } = collector.add(read, profile.lang, weight);
    insertStream.run(at + 1, text, heading, notes);
  }
  connection.exec("INSERT INTO stream (stream) VALUES ('optimize')");
  writePacks(connection, collector.postings());
  const words = collector.words();
  writeWords(connection, words);
  writeBeginnings(connection, words);
  const entriesOfRows = entriesOfProvisions(entries);
  const profile = (entry: number): number => profileOf[entry - 1] ?? 0;
  const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
  writeColumns(connection, {
    counts: { titles: count('title'), provisions: count('provision'), places: count('place') },
    sources: Uint32Array.from(entries, ({ row }) => row),
    editions: Uint32Array.from(entries, ({ edition }) => edition),
    profiles: profileOf,
    provisions: entriesOfRows,
    folds: foldEditions(
      connection,
      (row) => entriesOfRows[row] ?? 0,
      (row, language) => collector.partsOf(kept.of(row), language),
      {
        differencesOf: (one, other) => profiles.differencesOf(profile(one), profile(other)),
        sumsOf: (entry, fields) => profiles.sumsOf(profile(entry), fields),
        noSum: profiles.noSum(),
      },
    ),
    ...profiles.columns(),
    languages: [...languages].toSorted(),
  });
  return kept;
}

/** Of each row of a provision, from 0, its entry. */
function entriesOfProvisions(entries: readonly Entry[]): Uint32Array {
  const last = entries.reduce(
    (most, { kind, row }) => (kind === 'provision' ? Math.max(most, row) : most),
    0,
  );
  const numbers = new Uint32Array(last + 1);
  for (const [at, { kind, row }] of entries.entries())
    if (kind === 'provision') numbers[row] = at + 1;
  return numbers;
}
