import { partWords } from '../indexing/entry-parts.ts';
import { bitsIn, windowWords } from '../impacts/index.ts';
import type { RunPart } from '../indexing/run-parts.ts';
import type { EntrySet } from './entry-set.ts';

/** The runs of a part of the entries, and what is counted of them. */
export interface Runs extends RunPart {
  /** By the number of a run in its part, from 1, those of what is counted of its edition, and of its section. */
  readonly editions: Uint32Array;
  readonly sections: Uint32Array;
}

/**
 * Counts the entries of a window of a set, which begins at the word `from` of it: how many have each combination of what is
 * counted of their edition, and of their section.
 */
export function countRuns(
  { starts, before, editions, sections }: Runs,
  set: EntrySet,
  from: number,
  byEdition: Uint32Array,
  bySection: Uint32Array,
): void {
  const first = from % partWords;
  for (let word = 0; word < windowWords; word += 1) {
    let bits = (set[from + word] ?? 0) | 0;
    if (bits === 0) continue;
    // The run that goes on from the word before.
    let run = (before[first + word] ?? 0) | 0;
    for (let rest = (starts[first + word] ?? 0) | 0; bits !== 0; rest &= rest - 1, run += 1) {
      // Those before the next run's start; all where there is none.
      const inRun = bits & ((rest & -rest) - 1);
      const howMany = bitsIn(inRun);
      const edition = editions[run] ?? 0;
      const section = sections[run] ?? 0;
      byEdition[edition] = (byEdition[edition] ?? 0) + howMany;
      bySection[section] = (bySection[section] ?? 0) + howMany;
      bits ^= inRun;
    }
  }
}

/** Adds to a set the entries of a part whose profile fits, `from` being where the part begins in the set. */
export function addFitting(
  { starts, before, profiles }: RunPart,
  fitting: Uint8Array,
  set: EntrySet,
  from: number,
): void {
  const words = Math.min(partWords, set.length - from);
  for (let word = 0; word < words; word += 1) {
    let left = -1;
    let fit = 0;
    let run = (before[word] ?? 0) - 1;
    for (let rest = (starts[word] ?? 0) | 0; left !== 0; rest &= rest - 1, run += 1) {
      const inRun = left & ((rest & -rest) - 1);
      if (run >= 0 && fitting[profiles[run] ?? 0] === 1) fit |= inRun;
      left ^= inRun;
    }
    set[from + word] = fit;
  }
}

/** The profile of an entry of a part. */
export function profileAt({ starts, before, profiles }: RunPart, place: number): number {
  const word = place >>> 5;
  const begun = bitsIn((starts[word] ?? 0) & ((2 << (place & 31)) - 1));
  return profiles[(before[word] ?? 0) + begun - 1] ?? 0;
}
