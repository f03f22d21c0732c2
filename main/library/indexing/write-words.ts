import type { Connection } from '../opening.ts';

type Words = readonly (readonly [word: string, count: number])[];

/** Most words that a prefix stands for. */
export const mostExpansions = 64;

/** Beginnings of up to this many characters have more words than can be looked through at a key press. */
export const longestBeginning = 2;

/** The whole words of the library. */
export function writeWords(connection: Connection, words: Words): void {
  const insert = connection.prepare<[string, number]>(
    'INSERT INTO words (word, count) VALUES (?, ?)',
  );
  for (const [word, count] of words) insert.run(word, count);
}

/** The most frequent words that begin with each short beginning, most frequent first. */
export function writeBeginnings(connection: Connection, words: Words): void {
  const beginnings = new Map<string, [word: string, count: number][]>();
  for (const [word, count] of words) {
    const characters = Array.from(word.slice(0, 2 * longestBeginning));
    for (let length = 1; length <= Math.min(longestBeginning, characters.length); length += 1) {
      const start = characters.slice(0, length).join('');
      const known = beginnings.get(start) ?? [];
      known.push([word, count]);
      beginnings.set(start, known);
    }
  }
  const insert = connection.prepare<[string, string]>(
    'INSERT INTO beginnings (start, words) VALUES (?, ?)',
  );
  for (const [start, list] of [...beginnings].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const most = list
      .toSorted(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
      .slice(0, mostExpansions);
    insert.run(start, most.map(([word]) => word).join(' '));
  }
}
