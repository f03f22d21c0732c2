import { analyse, type Token } from '../analysis/index.ts';
import type { Way, WordTerm } from './need.ts';

/** What a token is found by: the term of the whole word, or the row of its parts where it has none. */
function wordsOfToken({ word, forms, terms, parts }: Token): WordTerm[] {
  const [first] = terms;
  const isWhole = first !== undefined && (forms[0] === word || terms.length === 1);
  return isWhole ? [{ term: first, parts }] : parts.map((part) => ({ term: part, parts: [part] }));
}

/** The words of a text, each as it is found. */
export const wordsOfText = (text: string, language: string): WordTerm[] =>
  analyse(text, language).flatMap(wordsOfToken);

/** The way in which a text of one language says these words. */
function wayOf(text: string, language: string, factor: number): Way | null {
  const words = wordsOfText(text, language);
  const [only, ...others] = words;
  if (only === undefined) return null;
  return others.length === 0
    ? { kind: 'term', word: only, factor }
    : { kind: 'run', words, factor };
}

/** What two ways that are the same have in common. */
const keyOf = (way: Way): string =>
  way.kind === 'term'
    ? `${way.factor} ${way.word.term} ${way.word.parts.join(' ')}`
    : JSON.stringify(way);

export const distinct = (ways: readonly (Way | null)[]): Way[] => [
  ...new Map(ways.flatMap((way) => (way === null ? [] : [[keyOf(way), way]]))).values(),
];

/** The ways in which texts in any of these languages say something, each once. */
export const waysOf = (text: string, languages: readonly string[], factor = 1): Way[] =>
  distinct(languages.map((language) => wayOf(text, language, factor)));
