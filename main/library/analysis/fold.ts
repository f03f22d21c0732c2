/** Letters that people type in one form and texts print in another. */
const sameLetters: readonly (readonly [RegExp, string])[] = [
  [/[\u0622\u0623\u0625\u0671]/g, '\u0627'], // forms of alef
  [/\u0649/g, '\u064a'], // alef maqsura, typed as yeh
  [/[\u064b-\u065f\u0670\u0640]/g, ''], // vowel signs and the tatweel that only stretches a word
  [/ё/g, 'е'],
  [/ß/g, 'ss'],
  [/æ/g, 'ae'],
  [/œ/g, 'oe'],
  [/ø/g, 'o'],
  [/ł/g, 'l'],
];

const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
const isPlain = /^[a-z0-9]*$/;

/**
 * A word as it is compared: lower case, without diacritics, widths and the forms of one letter made one. Cyrillic keeps
 * its short i, which is a letter of its own.
 *
 * @example foldWord('Réseaux') // => 'reseaux'
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (isPlain.test(lower)) return lower;
  let folded = lower
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(arabicDigits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  for (const [from, to] of sameLetters) folded = folded.replace(from, to);
  return folded;
}
