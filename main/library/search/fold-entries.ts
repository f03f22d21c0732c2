import { differencesOf, entryOfFold, mostEntries, type Columns } from '../indexing/columns.ts';
import { windowSize, windowWords } from '../impacts/index.ts';
import { addTo, isIn, removeFrom, type EntrySet } from './entry-set.ts';
import type { FacetTally } from './profiles.ts';

/** Putting a follower in order takes about as long as so many steps from one fold to the next. */
const costOfOrder = 16;

/** The folds of a library: which entries say what an entry of a newer edition says. */
export interface Folds {
  /**
   * Takes out of a set the entries that say what an entry of a newer edition says, where that one is in the set too.
   * `apart` are entries that are shown for themselves. Answers those that were taken out and differ from their leader in
   * what is counted. Pauses now and then.
   */
  fold(set: EntrySet, apart: ReadonlySet<number>): Generator<void, readonly number[]>;
  /** Tells the tally of them. */
  tally(folded: readonly number[], tally: FacetTally): Generator<void, void>;
  /** Which entries of a set, as it was before folding, are shown with a leader. */
  followersOf(leader: number, before: EntrySet): number[];
}

/** Makes them ready. Pauses now and then. */
export function* openFolds({ folds, profiles }: Columns): Generator<void, Folds> {
  /** All followers, and the fold of each of them. */
  const followers: EntrySet = new Uint32Array((profiles.length >>> 5) + 1);
  const foldOf = new Uint32Array(profiles.length + 1);
  for (let at = 0; at + 1 < folds.length; at += 2) {
    const follower = folds[at] ?? 0;
    addTo(followers, follower);
    foldOf[follower] = folds[at + 1] ?? 0;
    if (at % (16 * windowSize) === 0) yield;
  }

  const inOrderOfLeaders = (chosen: readonly number[]): Uint32Array => {
    const ordered = new Uint32Array(chosen.length);
    if (chosen.length * costOfOrder < folds.length / 2) {
      // Leader and follower together are a number that a float holds whole.
      const both = new Float64Array(chosen.length);
      for (const [at, follower] of chosen.entries())
        both[at] = entryOfFold(foldOf[follower] ?? 0) * (mostEntries + 1) + follower;
      const sorted = both.toSorted();
      for (let at = 0; at < sorted.length; at += 1)
        ordered[at] = (sorted[at] ?? 0) % (mostEntries + 1);
      return ordered;
    }
    const set: EntrySet = new Uint32Array(followers.length);
    for (const follower of chosen) addTo(set, follower);
    for (let at = 0, next = 0; next < ordered.length && at < folds.length; at += 2) {
      const follower = folds[at] ?? 0;
      if (!isIn(set, follower)) continue;
      ordered[next] = follower;
      next += 1;
    }
    return ordered;
  };

  return {
    *fold(set, apart) {
      const different: number[] = [];
      for (let word = 0; word < followers.length; word += 1) {
        for (let rest = (followers[word] ?? 0) & (set[word] ?? 0); rest !== 0; rest &= rest - 1) {
          const follower = word * 32 + 32 - Math.clz32(rest & -rest);
          const fold = foldOf[follower] ?? 0;
          if (!isIn(set, entryOfFold(fold)) || apart.has(follower)) continue;
          removeFrom(set, follower);
          if (differencesOf(fold) !== 0) different.push(follower);
        }
        if (word % windowWords === 0) yield;
      }
      return different;
    },
    *tally(folded, tally) {
      const ordered = inOrderOfLeaders(folded);
      for (let index = 0; index < ordered.length; index += 1) {
        if (index % windowSize === 0) yield;
        const follower = ordered[index] ?? 0;
        const fold = foldOf[follower] ?? 0;
        const leader = entryOfFold(fold);
        tally.addFollower(
          leader,
          profiles[leader - 1] ?? 0,
          profiles[follower - 1] ?? 0,
          differencesOf(fold),
        );
      }
    },
    followersOf: (leader, before) => {
      let [low, high] = [0, folds.length / 2];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (entryOfFold(folds[middle * 2 + 1] ?? 0) < leader) low = middle + 1;
        else high = middle;
      }
      const found: number[] = [];
      for (let at = low * 2; entryOfFold(folds[at + 1] ?? 0) === leader; at += 2) {
        const follower = folds[at] ?? 0;
        if (isIn(before, follower)) found.push(follower);
      }
      return found;
    },
  };
}
