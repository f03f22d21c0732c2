import { isOperative } from '../../contract/document.ts';
import { essenceOf } from './words.ts';
import type { Place } from './units.ts';

/** Kinds that say the same to whom they speak; the first word of a kind is its verb. */
const verbOf = (kind: string): string =>
  kind
    .replace(/\b(?:further|also|again|to)\b/g, '')
    .trim()
    .split(/\s+/)[0] ?? '';

const headingOf = ({ heading }: Place): string =>
  essenceOf(heading)
    .toLowerCase()
    .replace(/^[\p{N}.]+\s+/u, '');

const isStructural = (kind: string): boolean => ['clause', 'heading', 'annex'].includes(kind);

/**
 * How alike two sections are as places, 0 to 1, whatever stands in them: 1 for the same opening to the same actors. An
 * order to somebody else is another order, and a recital is never an order.
 */
export function affinityOf(a: Place, b: Place): number {
  if (isStructural(a.kind) || isStructural(b.kind)) {
    if (isStructural(a.kind) !== isStructural(b.kind)) return 0;
    if (headingOf(a) === headingOf(b)) return 1;
    return a.kind === b.kind ? 0.75 : 0.5;
  }
  if (isOperative(a.kind) !== isOperative(b.kind)) return 0;
  const shared = a.actors.filter((actor) => b.actors.includes(actor)).length;
  const all = a.actors.length + b.actors.length - shared;
  const overlap = all === 0 ? 1 : shared / all;
  if (a.kind === b.kind) return 0.2 + 0.8 * overlap;
  const isSameVerb = verbOf(a.kind) === verbOf(b.kind);
  if (!isOperative(a.kind)) return isSameVerb ? 0.85 : 0.6;
  return (isSameVerb ? 0.15 : 0.1) + 0.7 * overlap;
}
