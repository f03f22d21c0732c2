import { straighten } from './marks.ts';
import { readPieces, readPlainWords, type Piece } from './pieces.ts';
import { printQuery } from './print-query.ts';
import type { Ask, Branch, Part, Query, QueryRemark, ReadQuery } from './query.ts';

/** A longer query is cut, and says so. */
export interface QueryLimits {
  /** In UTF-16 units, of what was typed and of what is printed. */
  readonly length: number;
  readonly parts: number;
}

/** Far more than a person types; it bounds the work of one query. */
const usualLimits: QueryLimits = { length: 400, parts: 24 };

/** The beginning of a text that is too long: whole words where it has any, and no phrase left open. */
function cut(text: string, maxLength: number): string {
  const start = text.slice(0, maxLength - 1).replace(/\p{Surrogate}$/u, '');
  const whole = /\s/.test(text.charAt(maxLength - 1)) ? start : start.replace(/(?<=\s)\S*$/, '');
  const isOpen = (whole.match(/"/g)?.length ?? 0) % 2 === 1;
  return isOpen ? `${whole.trimEnd()}"` : whole;
}

type Wanted = Part & { readonly kind: 'wanted' };
const isNearable = (part: Part | undefined): part is Wanted =>
  part?.kind === 'wanted' && /^(?:word|phrase|near)$/.test(part.of.kind);

const textsOf = (ask: Ask): readonly string[] => {
  if (ask.kind === 'near') return ask.texts;
  return ask.kind === 'field' ? [] : [ask.text];
};

/** Joins what stands on both sides of a `NEAR`. A row of them must agree on the distance. */
function joinNear(left: Wanted, right: Wanted, distance: number, isRow: boolean): Part | null {
  if (right.of.kind === 'near' || (left.of.kind === 'near') !== isRow) return null;
  if (left.of.kind === 'near' && left.of.distance !== distance) return null;
  const texts = [...textsOf(left.of), ...textsOf(right.of)];
  return { kind: 'wanted', of: { kind: 'near', texts, distance } };
}

/** Null: an operator with nothing on one side of it, or something on which it cannot work. */
function readBranches(pieces: readonly Piece[]): Part[][] | null {
  const branches: Part[][] = [[]];
  let near: number | null = null;
  let isRow = false;
  for (const piece of pieces) {
    const parts = branches.at(-1) ?? [];
    if (piece.kind === 'or') {
      if (near !== null) return null;
      branches.push([]);
      isRow = false;
    } else if (piece.kind === 'near') {
      if (near !== null) return null;
      near = piece.distance;
    } else {
      const part: Part = { kind: piece.isUnwanted ? 'unwanted' : 'wanted', of: piece.of };
      if (near === null) {
        parts.push(part);
        isRow = false;
        continue;
      }
      const left = parts.pop();
      if (!isNearable(left) || !isNearable(part)) return null;
      const joined = joinNear(left, part, near, isRow);
      if (joined === null) return null;
      parts.push(joined);
      near = null;
      isRow = true;
    }
  }
  return near === null ? branches : null;
}

/** Whether a bracket opens before a word: around alternatives it would mean something in another language than this. */
const groups = (text: string, parts: readonly Part[]): boolean =>
  /(?:^|\s)\(/.test(text.replace(/"[^"]*"/g, 'x')) ||
  parts.some(({ of }) => of.kind === 'word' && of.text.startsWith('('));

const asksForSomething = (parts: Branch): boolean => parts.some(({ kind }) => kind === 'wanted');

const sizeOf = ({ of }: Part): number => (of.kind === 'near' ? of.texts.length : 1);

/** The first parts, as many as are read: by their number, and by the length of the query that they make. */
function shorten(branches: readonly Branch[], limits: QueryLimits): Branch[] {
  let left = limits.parts;
  const kept = branches.map((parts) =>
    parts.filter((part) => {
      left -= sizeOf(part);
      return left >= 0;
    }),
  );
  let short: Branch[] = kept.filter(asksForSomething);
  while (printQuery({ branches: short }).length > limits.length) {
    short = [...short.slice(0, -1), (short.at(-1) ?? []).slice(0, -1)].filter(asksForSomething);
  }
  return short;
}

const countOf = (branches: readonly Branch[]): number => branches.flat().length;

function plain(text: string, isCut: boolean, { parts: most }: QueryLimits): ReadQuery {
  const words = readPlainWords(text);
  const remarks: QueryRemark[] = [];
  if (words.length === 0) return { query: { branches: [] }, remarks: ['no-words'] };
  if (isCut || words.length > most) remarks.push('query-shortened');
  remarks.push('read-as-plain-words');
  const parts = words
    .slice(0, most)
    .map((word): Part => ({ kind: 'wanted', of: { kind: 'word', text: word } }));
  return { query: { branches: [parts] }, remarks };
}

/**
 * Reads what a person typed. Any text is a query: one that does not follow the language is read as plain words, and a
 * remark says so. The language:
 *
 * | typed | asks for |
 * |---|---|
 * | `network slicing` | both words, in any inflection |
 * | `"core network"` | these words in this order |
 * | `-radio`, `-"core network"`, `-type:tour` | not this |
 * | `a b OR c` | a and b, or else c |
 * | `soft*` | any word that begins so |
 * | `near(network slicing, 8)`, `network NEAR/8 slicing` | these with at most 8 words between; 10 where none is named |
 * | `year:2016`, `section:"resolves to invite"` | what stands in a field; `queryFields` has their names |
 *
 * @example readQuery('slicing -radio OR "core network"').query.branches.length // => 2
 */
export function readQuery(typed: string, limits: QueryLimits = usualLimits): ReadQuery {
  const straight = straighten(typed);
  const isCut = straight.length > limits.length;
  const text = isCut ? cut(straight, limits.length) : straight;
  const pieces = readPieces(text);
  if (pieces?.length === 0) return { query: { branches: [] }, remarks: ['no-words'] };
  const branches = pieces === null ? null : readBranches(pieces);
  if (branches === null || !branches.every(asksForSomething)) return plain(text, isCut, limits);
  if (branches.length > 1 && groups(text, branches.flat())) return plain(text, isCut, limits);
  const short = shorten(branches, limits);
  if (short.length === 0) return plain(text, true, limits);
  const query: Query = { branches: short };
  const isShortened = isCut || countOf(short) < countOf(branches);
  return { query, remarks: isShortened ? ['query-shortened'] : [] };
}
