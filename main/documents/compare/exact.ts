import { affinityOf } from './affinity.ts';
import { assign, type Edge } from './assignment.ts';
import type { Steps } from '../../contract/steps.ts';
import type { Unit } from './units.ts';

/** Provisions that say the same on both sides are weighed against each other up to so many pairs of them. */
const mostPairs = 400;
/** Fewer words than this ("None.") say nothing of where a provision came from. */
const fewWords = 4;

/** 0 to 1: how near two provisions stand to the same place of their documents. Convex, so that pairs do not cross. */
export const nearness = (
  from: Unit,
  to: Unit,
  sizes: readonly [from: number, to: number],
): number => 1 - (from.index / sizes[0] - to.index / sizes[1]) ** 2;

/**
 * Pairs of provisions in the very same words. No pair weighs more than one of these, so they may be made first; where
 * a text stands more than once on a side, the sections, the provisions above and the order decide.
 */
export function* pairSameTexts(
  from: readonly Unit[],
  to: readonly Unit[],
): Steps<readonly (readonly [from: Unit, to: Unit])[]> {
  const theirs = Map.groupBy(to, ({ essence }) => essence);
  yield;
  const all = Map.groupBy(from, ({ essence }) => essence);
  yield;
  const pairs: (readonly [Unit, Unit])[] = [];
  for (const [essence, ours] of all) {
    const others = theirs.get(essence) ?? [];
    if (ours.length * others.length > mostPairs) {
      pairs.push(...pairInTurn(ours, others));
      continue;
    }
    const edges = ours.flatMap((a, row) =>
      others.flatMap((b, column): Edge[] => {
        const affinity = affinityOf(a.place, b.place);
        if (!mayBeOne(a, b, affinity)) return [];
        const isUnderSame = a.parent?.essence === b.parent?.essence;
        const weight =
          1 +
          affinity +
          (isUnderSame ? 0.3 : 0) +
          (a.address === b.address ? 0.2 : 0) +
          0.05 * nearness(a, b, [from.length, to.length]);
        return [{ row, column, weight }];
      }),
    );
    const columns = yield* assign(ours.length, others.length, edges);
    for (const [row, a] of ours.entries()) {
      const b = others[columns[row] ?? -1];
      if (b !== undefined) pairs.push([a, b]);
    }
  }
  return pairs;
}

function mayBeOne(a: Unit, b: Unit, affinity: number): boolean {
  if (a.words.length >= fewWords) return true;
  if (a.words.length > 0) return affinity >= 0.9;
  return affinity >= 0.9 && a.address === b.address;
}

const opening = ({ place }: Unit): string => `${place.kind} ${place.actors.join(' ')}`;

/** A text that stands hundreds of times: the same addresses first, then one after the other under the same opening. */
function pairInTurn(ours: readonly Unit[], others: readonly Unit[]) {
  const pairs: (readonly [Unit, Unit])[] = [];
  const byAddress = new Map(others.map((unit) => [unit.address, unit]));
  const taken = new Set<Unit>();
  const left: Unit[] = [];
  for (const unit of ours) {
    const partner = byAddress.get(unit.address);
    if (partner !== undefined && affinityOf(unit.place, partner.place) >= 0.9) {
      pairs.push([unit, partner]);
      taken.add(partner);
    } else {
      left.push(unit);
    }
  }
  const waiting = Map.groupBy(
    others.filter((unit) => !taken.has(unit)),
    opening,
  );
  for (const [kind, units] of Map.groupBy(left, opening)) {
    const partners = waiting.get(kind) ?? [];
    for (const [index, unit] of units.entries()) {
      const partner = partners[index];
      if (partner !== undefined && unit.words.length > 0) pairs.push([unit, partner]);
    }
  }
  return pairs;
}
