import type { Mark } from '../../main/contract/answers.ts';
import type { Citation, Footnote, Reference } from '../../main/contract/document.ts';
import type { TermMark } from '../state/term-finder.ts';

/**
 * A run of a text: plain words, a citation, a reference to a place in the same document, a term of the glossary, or the
 * place of a footnote's mark; `at` is where it begins.
 */
export type Piece<C extends Citation = Citation> =
  | { readonly kind: 'text'; readonly at: number; readonly text: string }
  | { readonly kind: 'citation'; readonly at: number; readonly text: string; readonly citation: C }
  | { readonly kind: 'reference'; readonly at: number; readonly text: string; readonly to: string }
  | { readonly kind: 'term'; readonly at: number; readonly text: string; readonly term: Term }
  | { readonly kind: 'footnote'; readonly at: number; readonly footnote: Footnote };

type Term = TermMark['term'];

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether a range overlaps none of others. */
export const isClearOf = (others: readonly Range[], { start, end }: Range): boolean =>
  others.every((one) => one.end <= start || end <= one.start);

/**
 * Cuts a text at its citations, references, terms and footnote marks; the pieces' texts joined are the text again.
 * Where a reference overlaps a citation, the citation stands. A term is marked where it first stands outside both.
 */
export function piecesOf<C extends Citation>(
  text: string,
  citations: readonly C[],
  footnotes: readonly Footnote[] = [],
  references: readonly Reference[] = [],
  terms: readonly TermMark[] = [],
): readonly Piece<C>[] {
  const own = references.filter((reference) => isClearOf(citations, reference));
  const marked = firstOfEach(terms.filter((mark) => isClearOf([...citations, ...own], mark)));
  const links = [
    ...citations.map((citation) => ({ at: citation.start, end: citation.end, citation })),
    ...own.map((reference) => ({ at: reference.start, end: reference.end, reference })),
    ...marked.map(({ start, end, term }) => ({ at: start, end, term })),
  ];
  const afterLink = (at: number) => links.find((link) => link.at < at && at < link.end)?.end ?? at;
  const stops = [
    ...links,
    // A mark inside a link stands after it, so that the link stays one.
    ...footnotes.map((footnote) => ({ at: afterLink(footnote.at), end: -1, footnote })),
  ].toSorted((a, b) => a.at - b.at || a.end - b.end);
  const pieces: Piece<C>[] = [];
  let done = 0;
  const plainUpTo = (end: number) => {
    if (end > done) pieces.push({ kind: 'text', at: done, text: text.slice(done, end) });
    done = Math.max(done, end);
  };
  for (const stop of stops) {
    if ('footnote' in stop) {
      plainUpTo(stop.at);
      pieces.push({ kind: 'footnote', at: stop.at, footnote: stop.footnote });
    } else if (stop.at >= done) {
      plainUpTo(stop.at);
      const part = { at: stop.at, text: text.slice(stop.at, stop.end) };
      if ('citation' in stop) pieces.push({ kind: 'citation', ...part, citation: stop.citation });
      else if ('term' in stop) pieces.push({ kind: 'term', ...part, term: stop.term });
      else pieces.push({ kind: 'reference', ...part, to: stop.reference.address });
      done = stop.end;
    }
  }
  plainUpTo(text.length);
  return pieces;
}

/** The first mark of each term, in the order of the text. */
export function firstOfEach(marks: readonly TermMark[]): readonly TermMark[] {
  const seen = new Set<Term>();
  return marks.filter(({ term }) => !seen.has(term) && seen.add(term));
}

/** A run of a text that is marked as a whole or not at all; `at` is where it begins. */
interface MarkedPiece {
  readonly at: number;
  readonly text: string;
  readonly isMarked: boolean;
}

/** Cuts a text at its marked words. Marks are half-open, in order and do not overlap. */
export function markedPieces(text: string, marks: readonly Mark[]): readonly MarkedPiece[] {
  const stops = [...new Set([0, ...marks.flat(), text.length])];
  const isMarked = (at: number) => marks.some(([start, end]) => start <= at && at < end);
  return stops.slice(0, -1).map((at, order) => ({
    at,
    text: text.slice(at, stops[order + 1]),
    isMarked: isMarked(at),
  }));
}

/** A citation with some of the text around it, cut at spaces. `isCut` says at which end words are left out. */
export interface Excerpt {
  readonly before: string;
  readonly cited: string;
  readonly after: string;
  readonly isCut: readonly [start: boolean, end: boolean];
}

/** The words around the half-open range `start` to `end`, at most `reach` UTF-16 units on either side. */
export function excerptOf(text: string, start: number, end: number, reach: number): Excerpt {
  const from = start <= reach ? 0 : text.indexOf(' ', start - reach - 1) + 1;
  const to = text.length - end <= reach ? text.length : text.lastIndexOf(' ', end + reach);
  const first = from > 0 && from <= start ? from : 0;
  const last = to >= end ? to : text.length;
  return {
    before: text.slice(first, start),
    cited: text.slice(start, end),
    after: text.slice(end, last),
    isCut: [first > 0, last < text.length],
  };
}

/**
 * The first sentences of a text of the library's own, as many as fit into `reach` UTF-16 units, one at least. A point
 * ends a sentence only before a capital letter, so that "Y.3101" and "i.e. this" do not.
 */
export function opening(text: string, reach: number): string {
  const [line = ''] = text.split('\n', 1);
  const ends = [...line.matchAll(/[.!?](?=\s+\p{Lu}|$)/gu)].map(({ index }) => index + 1);
  const end = ends.findLast((one) => one <= reach) ?? ends[0] ?? line.length;
  return line.slice(0, end);
}
