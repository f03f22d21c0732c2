import { once } from '../../contract/once.ts';
import { queryFields, type QueryField } from './query.ts';

// What the marks of the language look like, whatever keyboard they came from. Everything here keeps the length of a text,
// so that a place in what was typed stays a place in what is read.

const quotationMarks =
  /[\u201c-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\u300a\u300b\u301d-\u301f\u275d\u275e]/g;
/** The forms of ASCII that are as wide as a Chinese character. */
const wideForms = /[\uff01-\uff5e]/g;
const commas = /[\u060c\u3001]/g;
const wideOffset = 0xfee0;

/**
 * Quotation marks of every language as straight ones, wide forms as narrow ones. U+0000 would end a text for SQLite,
 * and half of a surrogate pair is no character.
 */
export const straighten = (typed: string): string =>
  typed
    .replace(/\0/g, ' ')
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(wideForms, (form) => String.fromCharCode(form.charCodeAt(0) - wideOffset))
    .replace(quotationMarks, '"')
    .replace(commas, ',');

/** What stands for a minus before a word: hyphens, the short dash that editors make of them, the sign itself. */
export const minuses = String.raw`-\u2010-\u2013\u2212\ufe63`;

export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** Letters that are written without spaces, beside which a quotation mark stands without one, too. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`;
const spacedLetter = once(() => new RegExp(String.raw`(?![${unspaced}])[\p{L}\p{N}*]`, 'uy'));
const spacedLetterAtEnd = once(() => new RegExp(String.raw`(?![${unspaced}])[\p{L}\p{N}]$`, 'u'));

export function isSpacedLetterAt(text: string, at: number): boolean {
  const pattern = spacedLetter();
  pattern.lastIndex = at;
  return pattern.test(text);
}

export const endsInSpacedLetter = (text: string): boolean => spacedLetterAtEnd().test(text);

/** One kind of space, and none at the ends. */
export const evenSpaces = (text: string): string => text.replace(/\s+/g, ' ').trim();

export const fieldNames = queryFields.join('|');

/** The field of a name as typed, in any case. */
export const fieldNamed = (name: string): QueryField | null =>
  queryFields.find((field) => field === name.toLowerCase()) ?? null;

/** Words between which something may stand while they still count as near each other. */
export const usualDistance = 10;
export const greatestDistance = 100;
