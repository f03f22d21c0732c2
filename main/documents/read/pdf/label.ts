/**
 * A label as lists and clauses have it: `a)`, `(iv)`, `1`, `1.2.3`, `2bis)`, `A.1`, a dash, a bullet, an Arabic or
 * Cyrillic letter with its bracket.
 */
const label =
  /^(?:\(?(?:\p{L}\p{M}?\p{L}?|[ivxlc]{1,6})\s?\)(?:bis|ter|quater)?|\(?\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){0,5}[.)]?(?:\s?(?:bis|ter|quater)\)?)?|[A-Z](?:\.\d{1,3}){1,5}|[A-Z]\.|[•‣▪●○◦·–—\-\uf0b7]|\[[\w.-]{1,20}\])$/u;

/** The label at a line's beginning where a tab, or white space as wide, parts it from the words; empty where none. */
export function tabbedLabel(text: string): string {
  const end = text.indexOf('\t');
  if (end === -1) return '';
  const before = text.slice(0, end).trim();
  return label.test(before) ? before : '';
}

/** A label in brackets or a bullet begins an item even where only a space parts it from the words. */
export const hasBracketLabel = (text: string): boolean =>
  /^(?:\(?(?:\p{L}{1,2}|[ivx]{1,5}|\d{1,2})\s?\)(?:bis|ter)?|[•‣▪●○◦\uf0b7]|[–—-](?=\s))\s/u.test(
    text,
  );

export const hasNumberLabel = (text: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){0,5}[.)]?\s+\S/.test(text);
