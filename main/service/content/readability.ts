import { syllable } from 'syllable';
import type { Address } from '../../contract/ids.ts';
import { countWords } from './lengths.ts';
import type { PlacedRecord } from './placed.ts';
import type { Passage } from './read-prose.ts';

/** How hard one text is to read. */
export interface Readability {
  /** The record, or the stop or chapter, and which of its texts: "note", "mandate", "notes". */
  readonly address: Address;
  readonly text: string;
  readonly words: number;
  /** Flesch-Kincaid grade: years of school in English, to one decimal. */
  readonly grade: number;
}

/** A sentence ends at its mark before a space or at the end of its passage; the point in "Y.3101" ends none. */
const sentencesIn = (text: string): number =>
  text.split(/[.!?]["'\u2019\u201d)]*\s+(?=\S)/u).filter((sentence) => /\p{L}/u.test(sentence))
    .length;

const syllables = new Map<string, number>();

/** A number or a sign is one beat, as a short word is: the formula knows nothing of them. */
function syllablesOf(word: string): number {
  const known = syllables.get(word);
  if (known !== undefined) return known;
  const count = Math.max(1, syllable(word));
  syllables.set(word, count);
  return count;
}

/** 0.39 × words a sentence + 11.8 × syllables a word − 15.59 (Kincaid and others, 1975). */
function gradeOf(passages: readonly Passage[]): number {
  const texts = passages.map(({ text }) => text);
  const words = texts.flatMap((text) => text.match(/\S+/g) ?? []);
  const sentences = texts.reduce((sum, text) => sum + sentencesIn(text), 0);
  const beats = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  if (words.length === 0 || sentences === 0) return 0;
  const grade = (0.39 * words.length) / sentences + (11.8 * beats) / words.length - 15.59;
  return Math.round(grade * 10) / 10;
}

/** The reading level of every text of the library's own, in the order of the records. */
export const readabilityOf = (records: readonly PlacedRecord[]): Readability[] =>
  records.flatMap(({ texts }) =>
    texts
      .filter(({ isLine }) => !isLine)
      .map(({ address, key, passages }) => ({
        address,
        text: key.split('.').at(-1) ?? key,
        words: passages.reduce((sum, { text }) => sum + countWords(text), 0),
        grade: gradeOf(passages),
      })),
  );
