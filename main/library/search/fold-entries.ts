import { differencesOf, entryOfFold, type Columns } from '../indexing/columns.ts';
import { bitsIn, windowSize, windowWords } from '../impacts/index.ts';
import { addTo, isIn, type EntrySet } from './entry-set.ts';
import type { FacetTally, Profiles } from './profiles.ts';

/** Which followers are shown with their leader, and what they add to what is counted. */
export interface Folded {
  /** Of those that differ from it in one value alone, how many have each; at the end those that do not differ. */
  readonly singles: Uint32Array;
  /** The others: a bit for each fold, in the order of the leaders. */
  readonly others: Uint32Array;
}

/** The folds of a library: which entries say what an entry of a newer edition says. */
export interface Folds {
  /**
   * Takes out of a set the entries that say what an entry of a newer edition says, where that one is in the set too.
   * `apart` are entries that are shown for themselves, and `elsewhere` those of which others tell whether they fold. Pauses
   * now and then.
   */
  fold(
    set: EntrySet,
    apart: ReadonlySet<number>,
    elsewhere: EntrySet | null,
  ): Generator<void, Folded>;
  /** Tells the tally of those that differ from their leader in what is counted. */
  tally(folded: Folded, tally: FacetTally): Generator<void, void>;
  /** Which entries of a set, as it was before folding, are shown with a leader. */
  followersOf(leader: number, before: EntrySet): number[];
}

const none = new Uint32Array();

/** Of a leader with more followers than this it is not told beforehand whether two of them count for the same. */
const mostCompared = 64;

/** Makes them ready. Pauses now and then. */
export function* openFolds(
  { folds, profiles }: Columns,
  { singleDifference, isAlike, sums }: Profiles,
): Generator<void, Folds> {
  const count = folds.length / 2;
  const leaderOf = (at: number): number => entryOfFold(folds[at * 2 + 1] ?? 0);
  const profileOf = (at: number): number => profiles[(folds[at * 2] ?? 0) - 1] ?? 0;

  /** The one number that a follower counts for, where no other of the leader, the first of which is at `from`, counts for it. */
  const countsFor = (at: number, from: number): number => {
    const differences = differencesOf(folds[at * 2 + 1] ?? 0);
    if (differences === 0) return sums;
    const single = singleDifference(profileOf(at), differences);
    if (single < 0) return ~at;
    for (let other = from; other < count && leaderOf(other) === leaderOf(at); other += 1) {
      if (other - from >= mostCompared) return ~at;
      if (other === at || (differencesOf(folds[other * 2 + 1] ?? 0) & differences) === 0) continue;
      if (isAlike(profileOf(at), profileOf(other), differences)) return ~at;
    }
    return single;
  };

  const followers: EntrySet = new Uint32Array((profiles.length >>> 5) + 1);
  for (let at = 0; at < count; at += 1) {
    addTo(followers, folds[at * 2] ?? 0);
    if (at % (4 * windowSize) === 0) yield;
  }
  /** How many followers there are before each word of the set of them. */
  const before = new Uint32Array(followers.length);
  for (let word = 1; word < followers.length; word += 1)
    before[word] = (before[word - 1] ?? 0) + bitsIn(followers[word - 1] ?? 0);
  /**
   * Of each follower, in the order of their numbers, its leader, and what it counts for: most differ in their year alone, and
   * no other of the same leader has that one. Where it is not so simple, which fold it is, from -1 downwards.
   */
  const foldOf = new Int32Array(count * 2);
  for (let at = 0, from = 0; at < count; at += 1) {
    const leader = leaderOf(at);
    if (leaderOf(from) !== leader) from = at;
    const place = (folds[at * 2] ?? 0) - 1;
    const word = place >>> 5;
    const index = (before[word] ?? 0) + bitsIn((followers[word] ?? 0) & ((1 << (place & 31)) - 1));
    foldOf[index * 2] = leader;
    foldOf[index * 2 + 1] = countsFor(at, from);
    if (at % (4 * windowSize) === 0) yield;
  }

  return {
    *fold(set, apart, elsewhere) {
      const singles = new Uint32Array(sums + 1);
      let others = none;
      const someApart = apart.size > 0;
      for (let from = 0; from < followers.length; from += windowWords) {
        const to = Math.min(from + windowWords, followers.length);
        for (let word = from; word < to; word += 1) {
          const here = set[word] ?? 0;
          const all = followers[word] ?? 0;
          let kept = here;
          const told = elsewhere === null ? 0 : (elsewhere[word] ?? 0);
          for (let rest = all & here & ~told; rest !== 0; rest &= rest - 1) {
            const lowest = rest & -rest;
            const index = ((before[word] ?? 0) + bitsIn(all & (lowest - 1))) * 2;
            if (!isIn(set, foldOf[index] ?? 0)) continue;
            if (someApart && apart.has(word * 32 + 32 - Math.clz32(lowest))) continue;
            kept &= ~lowest;
            const counted = foldOf[index + 1] ?? 0;
            if (counted >= 0) singles[counted] = (singles[counted] ?? 0) + 1;
            else {
              if (others === none) others = new Uint32Array((count >>> 5) + 1);
              others[~counted >>> 5] = (others[~counted >>> 5] ?? 0) | (1 << (~counted & 31));
            }
          }
          set[word] = kept;
        }
        yield;
      }
      return { singles, others };
    },
    *tally({ singles, others }, tally) {
      for (let sum = 0; sum < sums; sum += 1)
        tally.singles[sum] = (tally.singles[sum] ?? 0) + (singles[sum] ?? 0);
      for (let word = 0; word < others.length; word += 1) {
        for (let rest = others[word] ?? 0; rest !== 0; rest &= rest - 1) {
          const at = word * 32 + 31 - Math.clz32(rest & -rest);
          const fold = folds[at * 2 + 1] ?? 0;
          const differences = differencesOf(fold);
          if (differences === 0) continue;
          const leader = entryOfFold(fold);
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
