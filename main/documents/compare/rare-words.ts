import type { Features, FeaturesOfAll } from './features.ts';
import type { Steps } from '../../contract/steps.ts';
import type { Unit } from './units.ts';

/** How many partners by rare words are looked at for each provision. */
const mostPartners = 10;
/** A feature that stands in more provisions than this tells nothing and would cost most of the time. */
const commonest = (units: number): number => Math.max(40, units / 5);

/** Adds for each of `units` those of `others` with which it shares most by its rare words, as positions in both lists. */
export function* pairByRareWords(
  units: readonly Unit[],
  others: readonly Unit[],
  features: FeaturesOfAll,
  add: (unit: number, other: number) => void,
): Steps<void> {
  const holders = yield* holdersOf(others, features);
  const most = commonest(others.length);
  const sums = new Float64Array(others.length);
  for (const [position, unit] of units.entries()) {
    const { ids, weights } = features.of(unit);
    const touched: number[] = [];
    for (let index = 0; index < ids.length; index += 1) {
      const id = ids[index] ?? 0;
      const first = holders.starts[id] ?? 0;
      const end = holders.starts[id + 1] ?? 0;
      if (end - first > most) continue;
      const weight = weights[index] ?? 0;
      for (let at = first; at < end; at += 1) {
        const other = holders.units[at] ?? 0;
        const sum = sums[other] ?? 0;
        if (sum === 0) touched.push(other);
        sums[other] = sum + weight * (holders.weights[at] ?? 0);
      }
    }
    for (const other of bestOf(touched, sums)) add(position, other);
    for (const other of touched) sums[other] = 0;
    yield;
  }
}

/** Where each feature stands: from `starts` of it up to that of the next one. */
interface Holders {
  readonly starts: Uint32Array;
  readonly units: Uint32Array;
  readonly weights: Float64Array;
}

function* holdersOf(units: readonly Unit[], { count, of }: FeaturesOfAll): Steps<Holders> {
  const starts = new Uint32Array(count + 1);
  const all: readonly Features[] = units.map(of);
  for (const { ids } of all) {
    for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
    yield;
  }
  for (let id = 0; id < count; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const size = starts[count] ?? 0;
  const holders = { starts, units: new Uint32Array(size), weights: new Float64Array(size) };
  const next = starts.slice();
  for (const [position, { ids, weights }] of all.entries()) {
    for (const [index, id] of ids.entries()) {
      const at = next[id] ?? 0;
      next[id] = at + 1;
      holders.units[at] = position;
      holders.weights[at] = weights[index] ?? 0;
    }
    yield;
  }
  return holders;
}

/** Those with the highest sums, highest first; of two with the same the one that stands first. */
function bestOf(touched: readonly number[], sums: Float64Array): readonly number[] {
  const best: number[] = [];
  const isBetter = (one: number, other: number): boolean => {
    const difference = (sums[one] ?? 0) - (sums[other] ?? 0);
    return difference > 0 || (difference === 0 && one < other);
  };
  for (const each of touched) {
    const last = best.at(-1);
    if (best.length === mostPartners && last !== undefined && !isBetter(each, last)) continue;
    let at = best.length;
    while (at > 0 && isBetter(each, best[at - 1] ?? each)) at -= 1;
    best.splice(at, 0, each);
    if (best.length > mostPartners) best.pop();
  }
  return best;
}
