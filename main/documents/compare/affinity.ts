import type { Place } from './units.ts';

/**
 * How alike two sections are as places, 0 to 1, whatever stands in them: 1 for the same opening to the same actors. An
 * order to somebody else is another order, and a recital is never an order.
 */
export function affinityOf(a: Place, b: Place): number {
  if (a.role !== b.role) return 0;
  if (a.role === 'structural') {
    if (a.name === b.name) return 1;
    return a.kind === b.kind ? 0.75 : 0.5;
  }
  const shared = a.actors.filter((actor) => b.actors.includes(actor)).length;
  const all = a.actors.length + b.actors.length - shared;
  const overlap = all === 0 ? 1 : shared / all;
  if (a.kind === b.kind) return 0.2 + 0.8 * overlap;
  const isSameVerb = a.verb === b.verb;
  if (a.role === 'recital') return isSameVerb ? 0.85 : 0.6;
  return (isSameVerb ? 0.15 : 0.1) + 0.7 * overlap;
}
