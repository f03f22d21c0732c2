/** One of a run of things that have a rank in another run; heavier ones are rather taken to have stayed. */
interface Ranked {
  readonly rank: number;
  readonly weight: number;
}

/**
 * Which of them keep their order: the indexes of the heaviest run of rising ranks. The others have been moved. Takes
 * n log n steps, with a tree of best sums by rank (Fenwick's).
 */
export function keptInOrder(things: readonly Ranked[]): ReadonlySet<number> {
  const ranks = [...new Set(things.map(({ rank }) => rank))].toSorted((a, b) => a - b);
  const placeOf = new Map(ranks.map((rank, index) => [rank, index + 1]));
  const best = new Int32Array(ranks.length + 1).fill(-1);
  const sums = new Float64Array(things.length);
  const before = new Int32Array(things.length).fill(-1);
  const sumOf = (index: number): number => (index === -1 ? 0 : (sums[index] ?? 0));
  let last = -1;
  for (const [index, { rank, weight }] of things.entries()) {
    const place = placeOf.get(rank) ?? 0;
    let under = -1;
    for (let at = place - 1; at > 0; at -= at & -at) {
      const other = best[at] ?? -1;
      if (sumOf(other) > sumOf(under)) under = other;
    }
    sums[index] = sumOf(under) + weight;
    before[index] = under;
    for (let at = place; at <= ranks.length; at += at & -at) {
      if (sumOf(index) > sumOf(best[at] ?? -1)) best[at] = index;
    }
    if (sumOf(index) > sumOf(last)) last = index;
  }
  const kept = new Set<number>();
  for (; last !== -1; last = before[last] ?? -1) kept.add(last);
  return kept;
}
