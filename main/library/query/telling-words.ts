import { analyse } from '../analysis/index.ts';
import { askingWords } from './asking-words.ts';
import { stopWords, type StopLanguage } from './stop-words.ts';

/** Whose function words look like no word of another language. */
const unmistakable = ['en', 'ru', 'ar'] as const;
const isKnown = (language: string): language is StopLanguage => Object.hasOwn(stopWords, language);

/** So many function words of a language that the library does not hold show that it is what somebody types in. */
const enoughToTell = 2;

/**
 * In which languages a row of words may have its function words: English, those of the library, and those that the words
 * themselves show. Elsewhere "sea", "sin" and "pour" are words like others.
 */
function languagesOf(words: readonly string[], languages: readonly string[]): StopLanguage[] {
  const own = new Set<StopLanguage>([...unmistakable, ...languages.filter(isKnown)]);
  const isOwn = (word: string): boolean => [...own].some((each) => stopWords[each].has(word));
  const strange = new Set(words.filter((word) => !isOwn(word)));
  if (strange.size < enoughToTell) return [...own];
  const shown = Object.keys(stopWords)
    .filter(isKnown)
    .filter((language) => {
      const found = [...strange].filter((word) => stopWords[language].has(word));
      return found.length >= enoughToTell;
    });
  return [...new Set([...own, ...shown])];
}

/**
 * Which of the words of a query, as typed, tell what is sought: all but function words, and in a sentence all but those that
 * only ask. All of them where none would be left. Null stands for what is no word, and tells something.
 */
export function tellingWords(
  typed: readonly (string | null)[],
  languages: readonly string[],
  isSentence: boolean,
): boolean[] {
  const read = typed.map((text) => analyse(text ?? '', 'en').map(({ word }) => word));
  const stops = languagesOf(read.flat(), languages);
  const isStop = (word: string): boolean => stops.some((language) => stopWords[language].has(word));
  const told = typed.map((text, at) => text === null || read[at]?.every(isStop) === false);
  const isAsking = isSentence ? askingWords(read.map((words) => words.join(' '))) : [];
  const telling = told.map((tells, at) => tells && isAsking[at] !== true);
  return [telling, told].find((some) => some.includes(true)) ?? typed.map(() => true);
}
