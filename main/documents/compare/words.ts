/**
 * Words with the marks inside them ("IMT-2020", "ITU‑T's", "M.2083"); a letter of a script without spaces alone;
 * a run of white space; any other character alone. Every character belongs to exactly one token.
 */
const pattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]\p{M}*)+(?:['’.\-\u2010\u2011](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]\p{M}*)+)*|\s+|[\s\S]/gu;

/** A text in tokens that give it back when they are joined. */
export const tokensOf = (text: string): readonly string[] => text.match(pattern) ?? [];

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A word as it is compared: case and the kind of hyphen or apostrophe do not count. */
const fold = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll('’', "'");

/** Numbers the words of texts: those that are compared as the same word have the same number. Punctuation has none. */
export interface Vocabulary {
  numbersOf(text: string): readonly number[];
  /** How many words have a number; they are numbered from 0. */
  size(): number;
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>();
  // Most tokens come again in the same letters, and need not be folded again.
  const numberOfToken = new Map<string, number | null>();
  const numberOf = (token: string): number | null => {
    const known = numberOfToken.get(token);
    if (known !== undefined) return known;
    const word = isWord(token) ? fold(token) : null;
    const number = word === null ? null : (numbers.get(word) ?? numbers.size);
    if (word !== null && number !== null) numbers.set(word, number);
    numberOfToken.set(token, number);
    return number;
  };
  return {
    numbersOf: (text) => tokensOf(text).flatMap((each) => numberOf(each) ?? []),
    size: () => numbers.size,
  };
}

/**
 * What decides whether two texts say the same: their words and the punctuation between them. How a provision ends
 * (`;`, `,` or `.`) follows from its place in the list and does not count; white space and the kind of hyphen neither.
 */
export const essenceOf = (text: string): string =>
  text
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/ ?[;,.]$/, '');
