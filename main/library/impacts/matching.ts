import type { Postings } from './postings.ts';
import { bitsIn, windowSize, windowWords } from './window.ts';

/** A term that may stand for what was asked, and how much each of its weights counts. */
export interface Alternative {
  readonly postings: Postings;
  readonly factor: number;
}

/** One thing that was asked for: an entry has it where it has one of the alternatives. */
export type Clause = readonly Alternative[];

/** A set of entries: the bitmaps of all windows, one after the other. */
export interface Matches {
  readonly bits: Uint32Array;
  /** How many entries. */
  readonly total: number;
}

export interface Wanted {
  readonly clauses: readonly Clause[];
  /** How many of the clauses an entry must have; from 1 to all. */
  readonly atLeast: number;
  readonly unwanted: readonly Clause[];
}

function addMembers(clause: Clause, window: number, bits: Uint32Array, offset: number): boolean {
  let found = false;
  for (const { postings } of clause) {
    const at = postings.find(window);
    if (at < 0) continue;
    postings.addMembers(at, bits, offset);
    found = true;
  }
  return found;
}

/** A clause of more terms than this takes long enough that others may go first after it. */
export const manyTerms = 16;

/** The entries of a window that have all clauses; nothing is written where none can. */
function* matchAll(
  clauses: readonly Clause[],
  window: number,
  bits: Uint32Array,
  scratch: Uint32Array,
): Generator<void, void> {
  const offset = window * windowWords;
  for (const [index, clause] of clauses.entries()) {
    if (clause.length > manyTerms) yield;
    if (index === 0) {
      if (!addMembers(clause, window, bits, offset)) return;
      continue;
    }
    scratch.fill(0);
    const found = addMembers(clause, window, scratch, 0);
    let left = 0;
    for (let word = 0; word < windowWords; word += 1) {
      const both = found ? (bits[offset + word] ?? 0) & (scratch[word] ?? 0) : 0;
      bits[offset + word] = both;
      left |= both;
    }
    if (left === 0) return;
  }
}

function* matchSome(
  { clauses, atLeast }: Wanted,
  window: number,
  bits: Uint32Array,
  scratch: Uint32Array,
  counts: Uint8Array,
): Generator<void, void> {
  const offset = window * windowWords;
  if (atLeast === 1) {
    for (const clause of clauses) {
      addMembers(clause, window, bits, offset);
      if (clause.length > manyTerms) yield;
    }
    return;
  }
  counts.fill(0);
  for (const clause of clauses) {
    if (clause.length > manyTerms) yield;
    const [first] = clause;
    if (first !== undefined && clause.length === 1) {
      const at = first.postings.find(window);
      if (at >= 0) first.postings.addCounts(at, counts);
      continue;
    }
    scratch.fill(0);
    if (!addMembers(clause, window, scratch, 0)) continue;
    for (let place = 0; place < windowSize; place += 1)
      counts[place] = (counts[place] ?? 0) + (((scratch[place >>> 5] ?? 0) >>> (place & 31)) & 1);
  }
  for (let place = 0; place < windowSize; place += 1) {
    if ((counts[place] ?? 0) < atLeast) continue;
    const word = offset + (place >>> 5);
    bits[word] = (bits[word] ?? 0) | (1 << (place & 31));
  }
}

/** How many entries a clause may be in. */
const countOf = (clause: Clause): number =>
  clause.reduce((sum, { postings }) => sum + postings.count, 0);

/** Which entries, of `entries` in all, have what is wanted. Pauses after each window, and where a clause has many terms. */
export function* findMatches(wanted: Wanted, entries: number): Generator<void, Matches> {
  const windows = Math.ceil(entries / windowSize);
  const bits = new Uint32Array(windows * windowWords);
  const scratch = new Uint32Array(windowWords);
  const counts = new Uint8Array(windowSize);
  // The rarest first: it leaves the least for the others to do.
  const clauses = wanted.clauses.toSorted((a, b) => countOf(a) - countOf(b));
  const isAll = wanted.atLeast >= clauses.length;
  let total = 0;
  for (let window = 0; window < windows; window += 1) {
    if (isAll) yield* matchAll(clauses, window, bits, scratch);
    else yield* matchSome(wanted, window, bits, scratch, counts);
    const offset = window * windowWords;
    for (const clause of wanted.unwanted) {
      scratch.fill(0);
      if (!addMembers(clause, window, scratch, 0)) continue;
      for (let word = 0; word < windowWords; word += 1)
        bits[offset + word] = (bits[offset + word] ?? 0) & ~(scratch[word] ?? 0);
    }
    for (let word = 0; word < windowWords; word += 1) total += bitsIn(bits[offset + word] ?? 0);
    yield;
  }
  return { bits, total };
}
