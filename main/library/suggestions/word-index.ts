import { Index } from 'flexsearch';

/**
 * An index of words by their beginnings; FlexSearch gives those that were added first. Made alike for writing and for
 * reading, since an exported index carries its words and not its settings.
 */
const createIndex = (): Index =>
  new Index({ tokenize: 'forward', resolution: 1, encode: (word) => [word], cache: false });

/** Words with how many entries each stands in, the most frequent first. */
export type CountedWords = readonly (readonly [word: string, count: number])[];

/** What is stored of the words that share their first letters. */
export interface StoredPart {
  /** "word count word count …" */
  readonly words: string;
  /** As FlexSearch exports it. */
  readonly data: string;
}

export interface WordPart {
  /** The most frequent words that begin so, at most so many. */
  begunBy(beginning: string, limit: number): string[];
}

export function storePart(words: CountedWords): StoredPart {
  const index = createIndex();
  for (const [number, [word]] of words.entries()) index.add(number, word);
  let data = '';
  index.export((key, exported) => {
    // The register is for taking words out again.
    if (key.endsWith('map')) data = exported;
  });
  return { words: words.map(([word, count]) => `${word} ${count}`).join(' '), data };
}

export function readWords(words: string): [word: string, count: number][] {
  const pieces = words.split(' ');
  return Array.from({ length: pieces.length / 2 }, (_none, at) => [
    pieces[2 * at] ?? '',
    Number(pieces[2 * at + 1]),
  ]);
}

export function openPart(stored: StoredPart): WordPart {
  const words = readWords(stored.words);
  const index = createIndex();
  index.import('1.map', stored.data);
  return {
    begunBy: (beginning, limit) =>
      index.search(beginning, { limit }).flatMap((number) => words[Number(number)]?.[0] ?? []),
  };
}
