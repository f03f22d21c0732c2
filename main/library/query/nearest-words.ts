import { distance as editDistance } from 'fastest-levenshtein';
import { foldWord } from '../analysis/index.ts';
import { editsBetween, lettersOf, type Spellings } from './spellings.ts';

/** A word of a library, folded, and how often or in how many entries it stands. */
export interface VocabularyWord {
  readonly word: string;
  readonly count: number;
}

export interface NearWord extends VocabularyWord {
  /** Letters to change, add, leave out or swap with their neighbour. */
  readonly distance: number;
}

const hasDigit = /\p{N}/u;
const isUnspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** In a shorter word every letter counts: nearly all others of its length are near. */
const fewestLetters = 3;
const lettersOfShortWord = 5;

/** How far a word may be from the one that was meant. Numbers are not misspelt; Chinese has no spelling. */
const toleranceFor = (word: string): number => {
  if (word.length < fewestLetters || hasDigit.test(word) || isUnspaced.test(word)) return 0;
  return word.length <= lettersOfShortWord ? 1 : 2;
};

/**
 * Distance in which two neighbours that changed places count as one (optimal string alignment), where it is at most
 * `most`; else more than `most`. The quick distance counts them as two, so it says when a second look is worthwhile.
 */
function distanceBetween(a: string, b: string, most: number): number {
  const quick = editDistance(a, b);
  if (quick < 2 || quick > most + 2) return quick;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_none, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          (last[j] ?? 0) + 1,
          (row[j - 1] ?? 0) + 1,
          (last[j - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? quick;
}

/** Looks through a vocabulary page by page, so that its caller may do something else in between. */
export interface NearestWordSearch {
  /** False: no word can be near; looking on is in vain. */
  readonly isWorthwhile: boolean;
  look(page: Iterable<VocabularyWord>): void;
  /** The same for words made ready for it; `countOf` is asked of those only that are near. */
  lookThrough(page: Spellings, countOf: (word: string) => number): void;
  /** The nearest of all pages so far, best first. */
  best(): NearWord[];
}

/**
 * Begins a search for words that `typed` may have been meant for: at most one letter off where it has up to five, two
 * where it has more. The least distance comes first, then the same first letter, then the most frequent.
 */
export function seekNearestWords(typed: string, limit: number): NearestWordSearch {
  // As words stand in a vocabulary: without hyphens, and without what was typed around them.
  const sought = foldWord(typed).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  const most = toleranceFor(sought);
  const first = sought.charAt(0);
  const letters = lettersOf(sought);
  let found: NearWord[] = [];
  const compare = (a: NearWord, b: NearWord): number =>
    a.distance - b.distance ||
    Number(b.word.startsWith(first)) - Number(a.word.startsWith(first)) ||
    b.count - a.count ||
    (a.word < b.word ? -1 : 1);
  const keepBest = (near: readonly NearWord[]): void => {
    if (near.length > 0) found = [...found, ...near].toSorted(compare).slice(0, limit);
  };
  /** How far a word is from the one sought, which it is not; null where it is not near. */
  const nearness = (word: string): number | null => {
    if (word === sought) return null;
    const distance = distanceBetween(sought, word, most);
    return distance <= most && !hasDigit.test(word) ? distance : null;
  };
  return {
    isWorthwhile: most > 0 && limit > 0,
    look: (page) => {
      if (most === 0) return;
      const near: NearWord[] = [];
      for (const { word, count } of page) {
        const difference = word.length - sought.length;
        if (difference > most || difference < -most) continue;
        const distance = nearness(word);
        if (distance !== null) near.push({ word, count, distance });
      }
      keepBest(near);
    },
    lookThrough: ({ text, starts, signatures }, countOf) => {
      if (most === 0) return;
      const near: NearWord[] = [];
      for (let at = 0; at < signatures.length; at += 1) {
        const start = starts[at] ?? 0;
        const length = (starts[at + 1] ?? 0) - start - 1;
        const difference = Math.abs(length - sought.length);
        if (difference > most || editsBetween(signatures[at] ?? 0, letters, difference) > most)
          continue;
        const word = text.slice(start, start + length);
        const distance = nearness(word);
        // Another library may have had the same word.
        if (distance === null || found.some((each) => each.word === word)) continue;
        near.push({ word, count: countOf(word), distance });
      }
      keepBest(near);
    },
    best: () => found,
  };
}

/**
 * The words of a vocabulary that are nearest to one that it does not hold.
 *
 * @example nearestWords('frounthaul', [[{ word: 'fronthaul', count: 3 }]], 5)
 * // => [{ word: 'fronthaul', count: 3, distance: 1 }]
 */
export function nearestWords(
  typed: string,
  pages: Iterable<readonly VocabularyWord[]>,
  limit: number,
): NearWord[] {
  const search = seekNearestWords(typed, limit);
  if (search.isWorthwhile) for (const page of pages) search.look(page);
  return search.best();
}
