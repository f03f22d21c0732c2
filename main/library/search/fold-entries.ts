import { differencesOf, entryOfFold, type Columns } from '../indexing/columns.ts';
import { bitsIn, windowSize, windowWords } from '../impacts/index.ts';
import { addTo, isIn, type EntrySet } from './entry-set.ts';
import type { FacetTally, Profiles } from './profiles.ts';

/** Which followers are shown with their leader: a bit for each fold, in the order of the leaders. */
export type Folded = Uint32Array;

/** The folds of a library: which entries say what an entry of a newer edition says. */
export interface Folds {
  /**
   * Takes out of a set the entries that say what an entry of a newer edition says, where that one is in the set too.
   * `apart` are entries that are shown for themselves. Pauses now and then.
   */
  fold(set: EntrySet, apart: ReadonlySet<number>): Generator<void, Folded>;
  /** Tells the tally of those that differ from their leader in what is counted. */
  tally(folded: Folded, tally: FacetTally): Generator<void, void>;
  /** Which entries of a set, as it was before folding, are shown with a leader. */
  followersOf(leader: number, before: EntrySet): number[];
}

/** Makes them ready. Pauses now and then. */
export function* openFolds(
  { folds, profiles }: Columns,
  { singleDifference }: Profiles,
): Generator<void, Folds> {
  const count = folds.length / 2;
  const followers: EntrySet = new Uint32Array((profiles.length >>> 5) + 1);
  /** Most followers differ in their year alone: what is counted of them is found once. */
  const singles = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const follower = folds[at * 2] ?? 0;
    const differences = differencesOf(folds[at * 2 + 1] ?? 0);
    addTo(followers, follower);
    singles[at] = singleDifference(profiles[follower - 1] ?? 0, differences);
    if (at % (4 * windowSize) === 0) yield;
  }
  /** How many followers there are before each word of the set of them. */
  const before = new Uint32Array(followers.length);
  for (let word = 1; word < followers.length; word += 1)
    before[word] = (before[word - 1] ?? 0) + bitsIn(followers[word - 1] ?? 0);
  /** Of each follower, in the order of their numbers, its leader, and which fold it is. */
  const foldOf = new Uint32Array(count * 2);
  for (let at = 0; at < count; at += 1) {
    const place = (folds[at * 2] ?? 0) - 1;
    const word = place >>> 5;
    const bit = 1 << (place & 31);
    const index = (before[word] ?? 0) + bitsIn((followers[word] ?? 0) & (bit - 1));
    foldOf[index * 2] = entryOfFold(folds[at * 2 + 1] ?? 0);
    foldOf[index * 2 + 1] = at;
    if (at % (4 * windowSize) === 0) yield;
  }

  return {
    *fold(set, apart) {
      const folded: Folded = new Uint32Array((count >>> 5) + 1);
      const someApart = apart.size > 0;
      for (let from = 0; from < followers.length; from += windowWords) {
        const to = Math.min(from + windowWords, followers.length);
        for (let word = from; word < to; word += 1) {
          const here = set[word] ?? 0;
          const all = followers[word] ?? 0;
          let kept = here;
          for (let rest = all & here; rest !== 0; rest &= rest - 1) {
            const lowest = rest & -rest;
            const index = ((before[word] ?? 0) + bitsIn(all & (lowest - 1))) * 2;
            if (!isIn(set, foldOf[index] ?? 0)) continue;
            if (someApart && apart.has(word * 32 + 32 - Math.clz32(lowest))) continue;
            kept &= ~lowest;
            const at = foldOf[index + 1] ?? 0;
            folded[at >>> 5] = (folded[at >>> 5] ?? 0) | (1 << (at & 31));
          }
          set[word] = kept;
        }
        yield;
      }
      return folded;
    },
    *tally(folded, tally) {
      for (let word = 0; word < folded.length; word += 1) {
        for (let rest = folded[word] ?? 0; rest !== 0; rest &= rest - 1) {
          const at = word * 32 + 31 - Math.clz32(rest & -rest);
          const fold = folds[at * 2 + 1] ?? 0;
          const leader = entryOfFold(fold);
          const single = singles[at] ?? 0;
          if (single !== 0) {
            tally.addDifference(leader, single);
            continue;
          }
          const differences = differencesOf(fold);
          if (differences === 0) continue;
          const follower = folds[at * 2] ?? 0;
          const ofLeader = profiles[leader - 1] ?? 0;
          tally.addFollower(leader, ofLeader, profiles[follower - 1] ?? 0, differences);
        }
        if (word % windowWords === 0) yield;
      }
    },
    followersOf: (leader, all) => {
      let [low, high] = [0, folds.length / 2];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (entryOfFold(folds[middle * 2 + 1] ?? 0) < leader) low = middle + 1;
        else high = middle;
      }
      const found: number[] = [];
      for (let at = low * 2; entryOfFold(folds[at + 1] ?? 0) === leader; at += 2) {
        const follower = folds[at] ?? 0;
        if (isIn(all, follower)) found.push(follower);
      }
      return found;
    },
  };
}
