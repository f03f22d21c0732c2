import { once } from '../../contract/once.ts';
import { foldWord } from '../analysis/index.ts';

/** Of scripts that are written without spaces: a run of their characters is found by any two side by side. */
const runs = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]+`;
const isRun = once(() => new RegExp(`^${runs}$`, 'u'));
const piece = once(() => new RegExp(String.raw`${runs}|\p{N}+|(?:(?!${runs})[\p{L}\p{M}])+`, 'gu'));
/** Words of letters that are joined by hyphens, and are often written without: "e-health". */
const compound = /\p{L}{1,20}(?:[-\u2010-\u2015]\p{L}{1,20})+/gu;
const hyphens = /[-\u2010-\u2015]/gu;
const startsWithNumber = /^\p{N}/u;

export const isNumber = (word: string): boolean => startsWithNumber.test(word);

/** Longer words are cut: nobody types so much to be reminded of one. */
const longestWord = 40;

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}

/** As `wordsOf`, for whoever may need the first few only. */
export function* eachWord(text: string): Generator<string, void> {
  for (const [found] of text.matchAll(piece())) {
    if (isRun().test(found)) yield* pairsOf(foldWord(found));
    else yield foldWord(found).slice(0, longestWord);
  }
}

/**
 * The words of a name one after the other, folded, as it is found by them however it is spelt: what is between them does
 * not count, and a number is a word by itself.
 *
 * @example wordsOf('ITU-T SG13') // => ['itu', 't', 'sg', '13']
 */
export const wordsOf = (text: string): string[] => [...eachWord(text)];

/** Further words that a text is found by: those with hyphens, without them. */
export const joinedWordsOf = (text: string): string[] =>
  (foldWord(text).match(compound) ?? []).map((each) =>
    each.replace(hyphens, '').slice(0, longestWord),
  );

/** A word that was typed. One that may be going on is the beginning of words; a number before others is whole. */
export interface TypedWord {
  readonly word: string;
  readonly isWhole: boolean;
}

/** Most words that are looked at; nobody waits for suggestions after more. */
const mostWords = 12;

/**
 * What was typed, word by word. Letters may be the beginning of a word wherever they stand ("res" in "res 92"); of
 * numbers the last one only, and not where a space follows it.
 */
export function typedWords(typed: string): TypedWord[] {
  const words = wordsOf(typed).slice(0, mostWords);
  const isEnded = /[\s\p{P}]$/u.test(typed);
  return words.map((word, at) => ({
    word,
    isWhole: isNumber(word) && (at < words.length - 1 || isEnded),
  }));
}
