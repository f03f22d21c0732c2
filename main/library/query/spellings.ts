import { bitsIn } from '../impacts/index.ts';

/** Many words, ready to be looked through for those that are spelt nearly alike. */
export interface Spellings {
  /** The words, each followed by a space. */
  readonly text: string;
  /** Where each begins in `text`, and where one more would. */
  readonly starts: Uint32Array;
  /** The letters of each, whatever their order. */
  readonly signatures: Uint32Array;
}

/** Which letters a text holds between two places: a bit for each, letters of other scripts share them. */
function lettersBetween(text: string, start: number, end: number): number {
  let letters = 0;
  for (let at = start; at < end; at += 1) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters;
}

export const lettersOf = (word: string): number => lettersBetween(word, 0, word.length);

/**
 * The fewest letters that must be added, left out or changed between two words, told from the letters that only one of
 * them holds and by how many one is longer. A changed letter is two such letters at most, an added one is one.
 */
export function editsBetween(one: number, other: number, difference: number): number {
  return (bitsIn(one ^ other) + difference + 1) >>> 1;
}

function wordsIn(text: string): number {
  let words = 0;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

/** Makes words ready; `text` has a space behind each, and none of them holds one. */
export function readSpellings(text: string): Spellings {
  const words = wordsIn(text);
  const starts = new Uint32Array(words + 1);
  const signatures = new Uint32Array(words);
  for (let word = 0, start = 0; word < words; word += 1) {
    const end = text.indexOf(' ', start);
    signatures[word] = lettersBetween(text, start, end);
    start = end + 1;
    starts[word + 1] = start;
  }
  return { text, starts, signatures };
}
