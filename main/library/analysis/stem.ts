import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';

type Stem = (word: string) => string;

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

const isLatin = /^\p{Script=Latin}+$/u;
const isCyrillic = /^\p{Script=Cyrillic}+$/u;
const isArabic = /^\p{Script=Arabic}+$/u;

function stemOf(word: string, language: string): string {
  if (isLatin.test(word)) return (stemmers[language] ?? english)(word);
  if (isCyrillic.test(word)) return russian(word);
  return isArabic.test(word) ? arabic(word) : word;
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
