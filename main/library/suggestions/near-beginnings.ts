import { seekNearestWords, type NearWord, type VocabularyWord } from '../query/index.ts';
import type { Pace } from '../search/pace.ts';

/** Most beginnings that a misspelt one is taken for. */
const mostMeant = 6;

/** Words that are looked at before others may go first: well below a millisecond. */
const wordsAtOnce = 250;

/** How the words of a library begin that are about as long as what was typed; one shorter than that stands whole. */
function beginningsOf(
  words: readonly (readonly [word: string, count: number])[],
  letters: number,
): VocabularyWord[] {
  const counts = new Map<string, number>();
  for (const [word, count] of words) {
    if (word.length < letters - 1) continue;
    for (let length = letters - 1; length <= letters + 1; length += 1) {
      const beginning = word.slice(0, length);
      counts.set(beginning, (counts.get(beginning) ?? 0) + count);
      if (length >= word.length) break;
    }
  }
  return [...counts].map(([word, count]) => ({ word, count }));
}

/** The nearest ones alone: what is two letters off is not meant where something is one letter off. */
function nearestOf(found: readonly NearWord[]): string[] {
  const least = found[0]?.distance;
  return found.filter(({ distance }) => distance === least).map(({ word }) => word);
}

/** The vocabulary of one library, in pages: first of the words with this first letter, then of all others. */
export interface Vocabulary {
  pages(
    from: string,
    isSame: boolean,
  ): Iterable<readonly (readonly [word: string, count: number])[]>;
}

/** Rows in the order of their words, so many at a time, each page beginning behind the last word of the one before. */
export interface WordRows<Row> {
  /** The first of those between two words, both left out. */
  after(from: string, to: string): readonly Row[];
  wordOf(row: Row): string;
  /** How many a full page has. */
  readonly inPage: number;
}

/** All rows whose words begin with a letter, or all others, page after page. */
export function* pagesOf<Row>(
  letter: string,
  isSame: boolean,
  { after, wordOf, inPage }: WordRows<Row>,
): Generator<readonly Row[], void> {
  // No word holds U+10FFFF, so it ends the range of those that begin alike.
  const ranges: [string, string][] = isSame
    ? [[letter, `${letter}\u{10ffff}`]]
    : [
        ['', letter],
        [`${letter}\u{10ffff}`, '\u{10ffff}'],
      ];
  for (const [from, to] of ranges) {
    let last = from;
    for (;;) {
      const page = after(last, to);
      yield page;
      const end = page.at(-1);
      if (end === undefined || page.length < inPage) break;
      last = wordOf(end);
    }
  }
}

/**
 * Beginnings of words that a misspelt beginning may have been meant for, best first. Most people get the first letter
 * right: the other words are looked at where no word with it is near.
 */
export async function nearBeginnings(
  typed: string,
  vocabulary: Vocabulary,
  pace: Pace,
): Promise<string[]> {
  const [first = ''] = typed;
  const search = seekNearestWords(typed, mostMeant);
  if (!search.isWorthwhile) return [];
  for (const isSame of [true, false]) {
    for (const page of vocabulary.pages(first, isSame))
      for (let from = 0; from < page.length; from += wordsAtOnce) {
        search.look(beginningsOf(page.slice(from, from + wordsAtOnce), typed.length));
        await pace.rest();
      }
    const found = search.best();
    if (found.some(({ distance }) => distance === 1)) break;
  }
  return nearestOf(search.best());
}
