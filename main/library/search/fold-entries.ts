import { differencesOf, entryOfFold, type Columns } from '../indexing/columns.ts';
import { windowSize } from '../impacts/index.ts';
import { isIn, removeFrom, type EntrySet } from './entry-set.ts';
import type { FacetTally } from './profiles.ts';

/**
 * Takes out of a set the entries that say what an entry of a newer edition says, where that one is in the set too; and
 * tells the tally of each. `apart` are entries that are shown for themselves. Pauses now and then.
 */
export function* foldEntries(
  set: EntrySet,
  { folds, profiles }: Columns,
  apart: ReadonlySet<number>,
  tally: FacetTally,
): Generator<void, void> {
  for (let at = 0; at + 1 < folds.length; at += 2) {
    if (at % windowSize === 0) yield;
    const follower = folds[at] ?? 0;
    if (!isIn(set, follower)) continue;
    const fold = folds[at + 1] ?? 0;
    const leader = entryOfFold(fold);
    if (!isIn(set, leader) || apart.has(follower)) continue;
    removeFrom(set, follower);
    const differences = differencesOf(fold);
    if (differences !== 0)
      tally.addFollower(
        leader,
        profiles[leader - 1] ?? 0,
        profiles[follower - 1] ?? 0,
        differences,
      );
  }
}

/** Which entries of a set, as it was before folding, are shown with a leader. */
export function followersOf(leader: number, before: EntrySet, { folds }: Columns): number[] {
  let [low, high] = [0, folds.length / 2];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entryOfFold(folds[middle * 2 + 1] ?? 0) < leader) low = middle + 1;
    else high = middle;
  }
  const followers: number[] = [];
  for (let at = low * 2; entryOfFold(folds[at + 1] ?? 0) === leader; at += 2) {
    const follower = folds[at] ?? 0;
    if (isIn(before, follower)) followers.push(follower);
  }
  return followers;
}
