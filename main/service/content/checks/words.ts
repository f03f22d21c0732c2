/** A word folded for comparison, and where it stands: UTF-16 offsets into its text, `end` exclusive. */
export interface FoldedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits; a mark that stands inside a word, as an apostrophe does, is dropped. */
const wordPattern = /[\p{L}\p{N}]+(?:['\u2019][\p{L}\p{N}]+)*/gu;

/** The words of a text without case, hyphens and punctuation: "IMT‑2020's" is `imt`, `2020s`. */
export const foldedWords = (text: string): FoldedWord[] =>
  [...text.matchAll(wordPattern)].map(({ 0: word, index }) => ({
    word: word
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll(/['\u2019]/g, ''),
    start: index,
    end: index + word.length,
  }));
