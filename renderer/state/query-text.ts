import { filterNames } from './places/index.ts';

/** A query with another word in place of one of its own; that word alone where it is not in the query as it stands. */
export function withWord(query: string, word: string, other: string): string {
  const own = word.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])${own}(?![\\p{L}\\p{N}\\p{M}])`, 'giu');
  return whole.test(query) ? query.replace(whole, () => other) : other;
}

const fields = new RegExp(
  `(?<=^|\\s)[-\\u2212]?(?:${filterNames.join('|')}):(?:"[^"]*"?|\\S*)`,
  'giu',
);

/** A query without its fields ("type:resolution"), which narrow as filters do. */
export const withoutFields = (query: string): string =>
  query.replaceAll(fields, '').replaceAll(/\s+/g, ' ').trim();
