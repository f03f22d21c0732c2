/**
 * Words with the marks inside them ("IMT-2020", "ITU‑T's", "M.2083"); a letter of a script without spaces alone;
 * a run of white space; any other character alone. Every character belongs to exactly one token.
 */
const token =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]\p{M}*)+(?:['’.\-\u2010\u2011](?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}]\p{M}*)+)*|\s+|[\s\S]/gu;

/** A text in tokens that give it back when they are joined. */
export const tokensOf = (text: string): readonly string[] => text.match(token) ?? [];

const isWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A word as it is compared: case and the kind of hyphen or apostrophe do not count. */
const fold = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll('’', "'");

/** The words of a text, folded, without punctuation. */
export const wordsOf = (text: string): readonly string[] => tokensOf(text).filter(isWord).map(fold);

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
