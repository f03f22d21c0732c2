import { encodePostings } from '../impacts/index.ts';
import type { Naming } from '../new-edition.ts';
import type { Connection } from '../opening.ts';
import { recordEntries } from '../records/record-suggestions.ts';
import { beginningOf, lettersOfPart, mostExpansions, termOfBeginning } from './beginnings.ts';
import {
  actorEntries,
  citedEntries,
  editionEntries,
  headed,
  sectionEntries,
  sectionRows,
  type SuggestionEntry,
} from './entries.ts';
import { writeFieldValues } from './field-values.ts';
import { joinedWordsOf, wordsOf } from './words.ts';

/** In which entries a word stands, and how much it says in each. */
type Weights = Map<number, number>;

/** The first word of a name says most; each later one a little less, down to the least. */
const lessEach = 0.08;
const leastInName = 0.4;
/** A word of a short name is more of it; of longer ones none is better for being shorter. */
const wholeness = 0.3;
const wordsOfShortName = 4;
const besideNames = 0.2;
/** A heading may be long, and what follows it counts no less for that: only how it opens says more. */
const laterInSection = 0.6;

function weigh({ kind, text, aliases, alsoFoundBy }: SuggestionEntry): Map<string, number> {
  const weights = new Map<string, number>();
  const raise = (word: string, weight: number): void => {
    weights.set(word, Math.max(weights.get(word) ?? 0, weight));
  };
  const weightAt = (at: number): number => {
    if (kind === 'section') return at === 0 ? 1 : laterInSection;
    return Math.max(leastInName, 1 - at * lessEach);
  };
  for (const name of [text, ...aliases]) {
    const words = wordsOf(name);
    const whole = words.length > wordsOfShortName ? 0 : wholeness / words.length;
    for (const [at, word] of words.entries()) raise(word, weightAt(at) + whole);
    for (const word of joinedWordsOf(name)) raise(word, leastInName);
  }
  for (const word of wordsOf(alsoFoundBy)) raise(word, besideNames);
  return weights;
}

function postingsOf(weights: Weights): Uint8Array {
  const inOrder = [...weights].toSorted(([a], [b]) => a - b);
  return encodePostings(
    Uint32Array.from(inOrder, ([entry]) => entry),
    Float32Array.from(inOrder, ([, weight]) => weight),
  );
}

/** Beginnings that stand for more words than are looked at one by one, and all of the fewest letters. */
function* longBeginnings(words: readonly string[]): Generator<[string, string[]]> {
  let left = words;
  for (let letters = 1; left.length > 0; letters += 1) {
    const groups = Map.groupBy(left, (word) => beginningOf(word, letters));
    const large = [...groups].filter(
      ([, group]) => letters < lettersOfPart || group.length > mostExpansions,
    );
    yield* large;
    left = large.flatMap(([beginning, group]) => group.filter((word) => word !== beginning));
  }
}

function union(all: Iterable<Weights | undefined>): Weights {
  const together: Weights = new Map();
  for (const weights of all)
    for (const [entry, weight] of weights ?? [])
      together.set(entry, Math.max(together.get(entry) ?? 0, weight));
  return together;
}

/**
 * Fills what suggestions are made from, once, so that a first suggestion costs reading a little and no more. Entries are
 * numbered by kind, and newest first within it; that is their order where they fit equally well.
 */
export async function writeSuggestions(connection: Connection, naming: Naming): Promise<void> {
  const { storePart } = await import('./word-index.ts');
  const rows = sectionRows(connection);
  const things = [
    ...editionEntries(connection),
    ...actorEntries(rows, naming),
    ...recordEntries(connection, naming),
    ...citedEntries(connection),
  ];
  const sections = headed(rows);
  const entries = [...things, ...sectionEntries(sections, naming)];

  const insert = connection.prepare(
    'INSERT INTO suggestions (id, kind, text, address, aliases) VALUES (?, ?, ?, ?, ?)',
  );
  const insertSection = connection.prepare(
    'INSERT INTO suggestion_sections (id, section_id) VALUES (?, ?)',
  );
  const found = new Map<string, Weights>();
  for (const [position, entry] of entries.entries()) {
    const id = position + 1;
    const section = sections[position - things.length];
    if (section !== undefined) insertSection.run(id, section.row);
    else insert.run(id, entry.kind, entry.text, entry.address, entry.aliases.join('\n'));
    for (const [word, weight] of weigh(entry)) {
      const weights = found.get(word) ?? new Map<number, number>();
      found.set(word, weights.set(id, weight));
    }
  }

  writeFieldValues(connection);
  const words = [...found.keys()].toSorted();
  const insertTerm = connection.prepare(
    'INSERT INTO suggestion_terms (term, postings) VALUES (?, ?)',
  );
  for (const word of words) insertTerm.run(word, postingsOf(found.get(word) ?? new Map()));
  for (const [beginning, group] of longBeginnings(words))
    insertTerm.run(
      termOfBeginning(beginning),
      postingsOf(union(group.map((word) => found.get(word)))),
    );

  const insertPart = connection.prepare(
    'INSERT INTO suggestion_parts (beginning, words, data) VALUES (?, ?, ?)',
  );
  const countOf = (word: string): number => found.get(word)?.size ?? 0;
  for (const [beginning, group] of Map.groupBy(words, (word) => beginningOf(word, lettersOfPart))) {
    // The sort is stable: of equally frequent words the first in the alphabet comes first.
    const frequentFirst = group.toSorted((a, b) => countOf(b) - countOf(a));
    const stored = storePart(frequentFirst.map((word) => [word, countOf(word)] as const));
    insertPart.run(beginning, stored.words, stored.data);
  }
}
