import { slug } from './fold.ts';
import type { Reader } from './reader.ts';

const opening = /\s{1,20}on(?=\s)/uy;
/** The next word of a title, with the small words before it; type words and ITU's Sectors end a title. */
const titleWord =
  /(?:\s{1,20}(?:of|in|on|and|for|the|to|with|by|at)){0,3}\s{1,20}(?!ITU|Resolution|Recommendation|Report|Question|Handbook|Decision)\p{Lu}[\p{L}\p{N}'’\-\u2011]{0,40}(?![\p{L}\p{N}])/uy;
const mostWords = 20;

/** Long names that a title's slug shortens, as the library's own addresses do. */
const shortened: readonly (readonly [RegExp, string])[] = [
  [/International Mobile Telecommunications?/gu, 'IMT'],
];

/**
 * The slug of a handbook's title behind the word "Handbook": the run of words that begin with a capital letter,
 * and the small words between them. Moves the reader behind the title; null where no title follows.
 *
 * @example 'Handbook on Global Trends in International Mobile Telecommunications defines …' // => global-trends-in-imt
 */
export function readHandbookTitle(reader: Reader): string | null {
  if (reader.take(opening) === null) return null;
  const words: string[] = [];
  for (let word = reader.take(titleWord); word !== null; word = reader.take(titleWord)) {
    words.push(word[0].trim());
    if (words.length === mostWords) break;
  }
  if (words.length === 0) return null;
  const title = words.join(' ').replaceAll(/\s+/g, ' ');
  return slug(shortened.reduce((text, [long, short]) => text.replaceAll(long, short), title));
}
