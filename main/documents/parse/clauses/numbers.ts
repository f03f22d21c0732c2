import type { Block } from '../../read/blocks.ts';

/** The number that opens a clause, taken apart: "6.1.2" is 6, 1, 2; "A.2" is A, 2. */
interface ClauseNumber {
  readonly printed: string;
  readonly parts: readonly string[];
  /** Offset of the words behind it. */
  readonly end: number;
  /** Whether a tab or a look of its own parts it from its words: then it is no word of a sentence. */
  readonly isCertain: boolean;
}

const number =
  /^((?:[A-Z]{1,2}\d{0,2}|[IVX]{1,5})(?=\.)|\d{1,3})((?:\.\d{1,3}){0,6})\.?(?=[\t ]\S)/u;

/** The clause number at the beginning of a paragraph; null where there is none. */
export function readClauseNumber({ text, level }: Block): ClauseNumber | null {
  const match = number.exec(text);
  if (match === null) return null;
  const [whole, first = '', rest = ''] = match;
  if (/^\p{L}/u.test(first) && rest === '') return null;
  return {
    printed: `${first}${rest}`,
    parts: [first, ...rest.split('.').slice(1)],
    end: whole.length,
    isCertain: text.charAt(whole.length) === '\t' || level !== undefined,
  };
}

/** What the words of a heading look like: short, beginning as a name does, not ending as a sentence does. */
export const looksLikeHeading = (words: string): boolean =>
  words.length <= 200 &&
  words.split(' ').length <= 25 &&
  /^[\p{Lu}\p{Lo}\p{N}"“«(]/u.test(words) &&
  !/[.;:,]$/u.test(words);

/** Whether `parts` is the number that a reader expects behind `last`: its first child, or one on at any level. */
export function comesNext(parts: readonly number[], last: readonly number[]): boolean {
  const depth = parts.length - 1;
  const end = parts[depth] ?? 0;
  const isInside = parts.slice(0, depth).every((part, index) => part === last[index]);
  if (!isInside || last.length < depth) return false;
  if (last.length === depth) return end <= 1;
  return end === (last[depth] ?? 0) + 1;
}

/** Whether `parts` stands behind `last` in the order of numbers. */
export function comesLater(parts: readonly number[], last: readonly number[]): boolean {
  for (const [index, part] of parts.entries()) {
    const other = last[index];
    if (other === undefined) return true;
    if (part !== other) return part > other;
  }
  return false;
}
