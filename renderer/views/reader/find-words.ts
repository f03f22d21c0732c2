/** A find: half-open UTF-16 offsets into the text that was searched. */
export interface Find {
  readonly start: number;
  readonly end: number;
}

/**
 * A text in which every unit stands for one of the original: no capitals, accents or kinds of hyphen, quotation mark
 * and space, since nobody types those.
 */
export function plainLetters(text: string): string {
  return text.replaceAll(/[A-Z]|[^ -~]/gu, (letter) => {
    if (/[\u2010-\u2015\u2212]/u.test(letter)) return '-';
    if (/[\u2018\u2019]/u.test(letter)) return "'";
    if (/[\u201c\u201d]/u.test(letter)) return '"';
    if (/\s/u.test(letter)) return ' ';
    const [plain = letter] = letter.normalize('NFD');
    const lower = plain.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  });
}

/** Where words stand in a text, whatever their case and accents; none overlaps another. */
export function findWords(text: string, words: string): readonly Find[] {
  const sought = plainLetters(words).trim();
  if (sought === '') return [];
  const plain = plainLetters(text);
  const found: Find[] = [];
  let start = plain.indexOf(sought);
  while (start >= 0) {
    found.push({ start, end: start + sought.length });
    start = plain.indexOf(sought, start + sought.length);
  }
  return found;
}
