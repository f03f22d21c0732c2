import type { Steps } from '../../contract/steps.ts';

/** So many tokens in a row that both sides share, or that one side alone has. */
export interface Run {
  readonly op: 'same' | 'added' | 'removed';
  readonly count: number;
}

/** A run, and those before it. */
interface Path extends Run {
  readonly before: Path | null;
}

/** Edits tried in one step: some tenths of a millisecond where they are many. */
const editsAtOnce = 8;

/**
 * The fewest edits that make one row of tokens another, or null where that takes more than `most`: Myers, "An O(ND)
 * Difference Algorithm and Its Variations" (1986). Of two ways with as few edits the one that has come further in `from` is
 * taken, and nothing beyond a diagonal that reached an edge is looked at, both as in the package `diff`, which cannot
 * pause.
 */
export function* editsBetween(
  from: readonly number[],
  to: readonly number[],
  most: number,
): Steps<readonly Run[] | null> {
  const mostEdits = Math.min(from.length + to.length, most);
  /** By diagonal: how many tokens of `from` the furthest way on it has passed, -1 for none; and that way. */
  const middle = mostEdits + 1;
  const passed = new Int32Array(2 * middle + 1).fill(-1);
  const ways: (Path | null)[] = Array.from(passed, () => null);
  let lowest = -mostEdits;
  let highest = mostEdits;

  /** Follows what both share from there; whether both ends are reached. */
  const arrive = (diagonal: number, start: number, way: Path | null): boolean => {
    let at = start;
    while (at < from.length && at - diagonal < to.length && from[at] === to[at - diagonal]) at += 1;
    passed[middle + diagonal] = at;
    ways[middle + diagonal] = at === start ? way : { op: 'same', count: at - start, before: way };
    if (at >= from.length && at - diagonal >= to.length) return true;
    if (at >= from.length) highest = Math.min(highest, diagonal - 1);
    if (at - diagonal >= to.length) lowest = Math.max(lowest, diagonal + 1);
    return false;
  };

  if (arrive(0, 0, null)) return runsOf(ways[middle] ?? null);
  for (let edits = 1; edits <= mostEdits; edits += 1) {
    for (
      let diagonal = Math.max(lowest, -edits);
      diagonal <= Math.min(highest, edits);
      diagonal += 2
    ) {
      const at = middle + diagonal;
      const byRemoving = passed[at - 1] ?? -1;
      const byAdding = passed[at + 1] ?? -1;
      const canRemove = byRemoving !== -1 && byRemoving < from.length;
      const canAdd =
        byAdding !== -1 && byAdding - diagonal >= 1 && byAdding - diagonal <= to.length;
      const isAdded = canAdd && (!canRemove || byRemoving < byAdding);
      const way = isAdded
        ? longer(ways[at + 1] ?? null, 'added')
        : longer(ways[at - 1] ?? null, 'removed');
      // Nobody else goes on from there.
      passed[at - 1] = -1;
      passed[at] = -1;
      if (!canAdd && !canRemove) continue;
      if (arrive(diagonal, isAdded ? byAdding : byRemoving + 1, way))
        return runsOf(ways[at] ?? null);
    }
    if (edits % editsAtOnce === 0) yield;
  }
  return null;
}

function longer(way: Path | null, op: Run['op']): Path {
  return way?.op === op
    ? { op, count: way.count + 1, before: way.before }
    : { op, count: 1, before: way };
}

function runsOf(way: Path | null): readonly Run[] {
  const runs: Run[] = [];
  for (let each = way; each !== null; each = each.before) runs.push(each);
  return runs.toReversed();
}
