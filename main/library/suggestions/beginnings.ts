/** Most words that the beginning of one is taken for; where there are more, all of them together are stored as one. */
export const mostExpansions = 64;

/** Letters that the words of a stored part share; what has fewer is stored as one with all words that begin so. */
export const lettersOfPart = 2;

export const beginningOf = (word: string, letters: number): string =>
  [...word].slice(0, letters).join('');

/** The term under which everything that begins so is stored; no word has an asterisk. */
export const termOfBeginning = (beginning: string): string => `${beginning}*`;
