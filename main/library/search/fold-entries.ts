import type { Columns } from '../indexing/columns.ts';
import { partWords } from '../indexing/entry-parts.ts';
import { differencesOf, entryOfFold, type FoldPart } from '../indexing/folds.ts';
import { bitsIn, windowWords } from '../impacts/index.ts';
import { hasAny, isIn, type EntrySet } from './entry-set.ts';
import type { FacetTally, Profiles } from './profiles.ts';

/** Which followers are shown with their leader, and what they add to what is counted. */
export interface Folded {
  /** Of those that differ from it in one value alone, how many have each; at the end those that do not differ. */
  readonly singles: Uint32Array;
  /** The others: a bit for each of `otherFolds`. */
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

export function openFolds(columns: Columns, profiles: Profiles): Folds {
  const { otherFolds } = columns;
  const { sums } = profiles;
  const parts: (FoldPart | undefined)[] = [];
  /** The folds of a part of the entries, read when they are first asked for. */
  const partOf = (part: number): FoldPart => (parts[part] ??= columns.foldsOf(part));

  return {
    *fold(set, apart, elsewhere) {
      const singles = new Uint32Array(sums + 1);
      let others = none;
      const someApart = apart.size > 0;
      for (let from = 0; from < set.length; from += windowWords) {
        if (!hasAny(set, from)) continue;
        const { bits, before, folds } = partOf(Math.floor(from / partWords));
        for (let word = from; word < from + windowWords; word += 1) {
          const here = set[word] ?? 0;
          const all = bits[word % partWords] ?? 0;
          let kept = here;
          const told = elsewhere === null ? 0 : (elsewhere[word] ?? 0);
          for (let rest = all & here & ~told; rest !== 0; rest &= rest - 1) {
            const lowest = rest & -rest;
            const index = ((before[word % partWords] ?? 0) + bitsIn(all & (lowest - 1))) * 2;
            if (!isIn(set, folds[index] ?? 0)) continue;
            if (someApart && apart.has(word * 32 + 32 - Math.clz32(lowest))) continue;
            kept &= ~lowest;
            const counted = folds[index + 1] ?? 0;
            if (counted >= 0) singles[counted] = (singles[counted] ?? 0) + 1;
            else {
              if (others === none) others = new Uint32Array((otherFolds.length >>> 6) + 1);
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
      if (others.length === 0) return;
      const folds = yield* otherFolds.all();
      for (let word = 0; word < others.length; word += 1) {
        for (let rest = others[word] ?? 0; rest !== 0; rest &= rest - 1) {
          const at = word * 32 + 31 - Math.clz32(rest & -rest);
          const fold = folds[at * 2 + 1] ?? 0;
          const leader = entryOfFold(fold);
          const follower = folds[at * 2] ?? 0;
          tally.addFollower(
            leader,
            profiles.of(leader),
            profiles.of(follower),
            differencesOf(fold),
          );
        }
        if (word % windowWords === 0) yield;
      }
    },
    followersOf: (leader, all) =>
      columns.followersOf(leader).filter((follower) => isIn(all, follower)),
  };
}
