import type { Branch, ParsedQuery, Term } from './query.ts';

/** Gives the whole words of the library that begin with `start` (folded), most frequent first, a bounded number. */
export type WordsFrom = (start: string) => readonly string[];

/** Folds as the tokenizer `unicode61 remove_diacritics 2` does. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A string of FTS5's query language: within it only the quotation mark means anything, and it is written twice. */
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** `IMT2020` and `WRC15` are also written with a hyphen, which parts words. */
function spellings(text: string): string[] {
  const parted = /^(\p{L}+)(\p{N}+)$/u.exec(text);
  return parted === null ? [text] : [text, `${parted[1]} ${parted[2]}`];
}

/** The expression of one term alone. */
export function termExpression({ text, isPrefix }: Term, wordsFrom: WordsFrom): string {
  if (!isPrefix) return `(${spellings(text).map(quote).join(' OR ')})`;
  const tokens = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const before = tokens.slice(0, -1).join(' ');
  const words = wordsFrom(tokens.at(-1) ?? '');
  // A prefix that no word has must match nothing: it stays what it is, a word that is not there.
  const phrases =
    words.length === 0 ? [tokens.join(' ')] : words.map((word) => `${before} ${word}`.trim());
  return `(${phrases.map(quote).join(' OR ')})`;
}

function branchExpression({ wanted, unwanted }: Branch, wordsFrom: WordsFrom): string {
  const terms = (list: readonly Term[]) => list.map((term) => termExpression(term, wordsFrom));
  const all = `(${terms(wanted).join(' AND ')})`;
  return unwanted.length === 0 ? all : `(${all} NOT (${terms(unwanted).join(' OR ')}))`;
}

/** The FTS5 expression of a query; null where the query holds no word. Never one that FTS5 refuses. */
export function matchExpression(query: ParsedQuery, wordsFrom: WordsFrom): string | null {
  if (query.branches.length === 0) return null;
  return query.branches.map((branch) => branchExpression(branch, wordsFrom)).join(' OR ');
}
