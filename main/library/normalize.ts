/** Words without case and diacritics, and compatibility forms as the characters they stand for. */
export const normalize = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
