import type { Provision } from '../../../main/contract/document.ts';
import { isClearOf } from '../../parts/pieces.ts';
import type { TermFinder, TermMark } from '../../state/term-finder.ts';

/** The terms that are marked, by the address of the provision. */
export type TermsAt = ReadonlyMap<string, readonly TermMark[]>;

/**
 * Each term where it first stands in a run of provisions: a section, or some screens of a long one. A mark at every use
 * would make a field of dots of a text that says "IMT" in every line.
 */
export function firstTerms(provisions: readonly Provision[], find: TermFinder | null): TermsAt {
  const marked = new Map<string, readonly TermMark[]>();
  if (find === null) return marked;
  const seen = new Set<TermMark['term']>();
  const visit = ({ address, text, citations, references = [], provisions: under }: Provision) => {
    const links = [...citations, ...references];
    const own = find(text).filter(
      (mark) => !seen.has(mark.term) && isClearOf(links, mark) && seen.add(mark.term),
    );
    if (own.length > 0) marked.set(address, own);
    for (const one of under) visit(one);
  };
  for (const provision of provisions) visit(provision);
  return marked;
}
