import { bitsIn, windowWords } from '../impacts/index.ts';

/** A set of entries: a bit for each, the first of them that of entry 1. */
export type EntrySet = Uint32Array;

export const isIn = (set: EntrySet, entry: number): boolean =>
  (((set[(entry - 1) >>> 5] ?? 0) >>> ((entry - 1) & 31)) & 1) === 1;

export function addTo(set: EntrySet, entry: number): void {
  const word = (entry - 1) >>> 5;
  set[word] = (set[word] ?? 0) | (1 << ((entry - 1) & 31));
}

export function removeFrom(set: EntrySet, entry: number): void {
  const word = (entry - 1) >>> 5;
  set[word] = (set[word] ?? 0) & ~(1 << ((entry - 1) & 31));
}

/** Takes out all that another set has. */
export function takeOut(set: EntrySet, others: EntrySet): void {
  for (let word = 0; word < set.length; word += 1)
    set[word] = (set[word] ?? 0) & ~(others[word] ?? 0);
}

/** Whether it has any entry of the window that begins at the word `from`. */
export function hasAny(set: EntrySet, from: number): boolean {
  for (let word = from; word < from + windowWords; word += 1)
    if ((set[word] ?? 0) !== 0) return true;
  return false;
}

/** How many entries it has. */
export function sizeOf(set: EntrySet): number {
  let size = 0;
  for (let word = 0; word < set.length; word += 1) size += bitsIn(set[word] ?? 0);
  return size;
}
