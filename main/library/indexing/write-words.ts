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

/** The first character of a word, its first two, and so on. */
const beginningsOf = (word: string): string[] => {
  const beginnings: string[] = [];
  for (let end = 0; beginnings.length < longestBeginning && end < word.length;) {
    end += (word.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
    beginnings.push(word.slice(0, end));
  }
  return beginnings;
};

/** The most frequent words that begin with each short beginning, most frequent first. `words` are in order. */
export function writeBeginnings(connection: Connection, words: Words): void {
  const beginnings = new Map<string, Words[number][]>();
  for (const counted of words) {
    for (const start of beginningsOf(counted[0])) {
      const known = beginnings.get(start);
      if (known === undefined) beginnings.set(start, [counted]);
      else known.push(counted);
    }
  }
  const insert = connection.prepare<[string, string]>(
    'INSERT INTO beginnings (start, words) VALUES (?, ?)',
  );
  for (const [start, list] of [...beginnings].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    // The sort is stable: of equally frequent words the first in the alphabet comes first.
    const most = list.toSorted(([, a], [, b]) => b - a).slice(0, mostExpansions);
    insert.run(start, most.map(([word]) => word).join(' '));
  }
}
