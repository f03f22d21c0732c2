import { analyse } from '../analysis/index.ts';
import { straighten } from './marks.ts';
import type { Part, Query, ReadQuery } from './query.ts';

/** A page, as somebody may paste it. It bounds the work of one query. */
const mostLetters = 10_000;
const mostWords = 500;

/** `OR` and `NEAR` would be read as operators when the query is read again. */
const operator = /^(?:OR|NEAR)$/;
const joints = /[-\u2010-\u2015.]/u;
const fewestLetters = 2;
const hasDigit = /\p{N}/u;

/**
 * The words that a compound is: who writes "boundary-layer flow" looks for "boundary layer" too. Names ("IMT-2020", "x-ray")
 * stay whole.
 */
function wordsOf(text: string): string[] {
  if (operator.test(text)) return [text.toLowerCase()];
  const pieces = text.split(joints);
  const isName = hasDigit.test(text) || pieces.some(({ length }) => length < fewestLetters);
  return isName
    ? [text]
    : pieces.flatMap((piece) => (operator.test(piece) ? piece.toLowerCase() : piece));
}

/**
 * Reads sentences: everything in them is a word, and nothing a mark of the language of search.
 *
 * @example printQuery(readSentence('Is "near" (or: far-off) meant?').query) // => 'Is near or far off meant'
 */
export function readSentence(typed: string): ReadQuery {
  const text = straighten(typed.slice(0, mostLetters));
  const words = analyse(text, 'en').flatMap(({ start, end }) => wordsOf(text.slice(start, end)));
  if (words.length === 0) return { query: { branches: [] }, remarks: ['no-words'] };
  const parts = words
    .slice(0, mostWords)
    .map((word): Part => ({ kind: 'wanted', of: { kind: 'word', text: word } }));
  const query: Query = { branches: [parts] };
  const isShortened = typed.length > mostLetters || words.length > mostWords;
  return { query, remarks: isShortened ? ['query-shortened'] : [] };
}
