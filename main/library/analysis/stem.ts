import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { oneSpelling } from './spelling.ts';

type Stem = (word: string) => string;

const english: Stem = (word) => stemEnglish(oneSpelling(word));

const articles = /^(?:[وبكف]?ال|لل)(?=.{2})/;
const endings = /(?<=.{2})(?:ها|ان|ات|ون|ين|يه|ية|ه|ة|ي)$/;

/**
 * Light stemming of Arabic: the article with what is written together with it, and one ending, where two letters are
 * left (L. S. Larkey, L. Ballesteros and M. E. Connell, Light stemming for Arabic information retrieval, 2007: light8
 * and one step).
 */
const arabic: Stem = (word) => word.replace(articles, '').replace(endings, '');

const stemmers: Readonly<Record<string, Stem>> = { en: english, fr: french, es: spanish };

/** Words that come back are stemmed once; the memory of them is emptied before it grows large. */
const mostKept = 50_000;
const kept = new Map<string, Map<string, string>>();

const isPlain = /^[a-z]+$/;
const isPlainWithDigit = /^[a-z0-9]+$/;

// Patterns of a script take long to be made ready: they stand where they are made when they are first needed.
function stemOf(word: string, language: string): string {
  const inLatin = stemmers[language] ?? english;
  if (isPlain.test(word)) return inLatin(word);
  if (isPlainWithDigit.test(word)) return word;
  if (/^\p{Script=Latin}+$/u.test(word)) return inLatin(word);
  if (/^\p{Script=Cyrillic}+$/u.test(word)) return russian(word);
  return /^\p{Script=Arabic}+$/u.test(word) ? arabic(word) : word;
}

/**
 * The term of a folded word: what all its inflections have in common. The script decides, and among Latin words the
 * language of the text (English where it is none of ours). What holds a digit is left as it is.
 */
export function stem(word: string, language: string): string {
  let ofLanguage = kept.get(language);
  if (ofLanguage === undefined) {
    ofLanguage = new Map();
    kept.set(language, ofLanguage);
  }
  const known = ofLanguage.get(word);
  if (known !== undefined) return known;
  if (ofLanguage.size >= mostKept) ofLanguage.clear();
  const term = stemOf(word, language);
  ofLanguage.set(word, term);
  return term;
}
