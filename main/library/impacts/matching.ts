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

/** Sets the bits of a window's entries that have a clause, and says whether any has. */
export function addMembers(
  clause: Clause,
  window: number,
  bits: Uint32Array,
  offset: number,
): boolean {
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

/**
 * Counts of all places of a window, written in the binary system: a bitmap for each digit, the lowest first. So 32 places
 * are counted at once, and none is looked at by itself.
 */
interface Digits {
  readonly bits: Uint32Array;
  readonly howMany: number;
}

/** How many digits a number has. */
const lengthOf = (count: number): number => 32 - Math.clz32(count);

const digitsFor = (most: number): Digits => {
  const howMany = lengthOf(most);
  return { bits: new Uint32Array(howMany * windowWords), howMany };
};

/** Adds one at some places, so that no count is above `most`; what is carried to the next digit is left in their bitmap. */
function addOne({ bits }: Digits, places: Uint32Array, most: number): void {
  for (let digit = 0; digit < lengthOf(most); digit += 1) {
    const from = digit * windowWords;
    for (let word = 0; word < windowWords; word += 1) {
      const carry = places[word] ?? 0;
      const before = bits[from + word] ?? 0;
      bits[from + word] = before ^ carry;
      places[word] = carry & before;
    }
  }
}

/** Of the 32 places of a word those with such a count or more. */
function withAtLeast({ bits, howMany }: Digits, least: number, word: number): number {
  let more = 0;
  let equal = -1;
  for (let digit = howMany - 1; digit >= 0; digit -= 1) {
    const here = bits[digit * windowWords + word] ?? 0;
    if (((least >>> digit) & 1) === 1) equal &= here;
    else {
      more |= equal & here;
      equal &= ~here;
    }
  }
  return more | equal;
}

const standsIn = (clause: Clause, window: number): boolean =>
  clause.some(({ postings }) => postings.find(window) >= 0);

/** The entries of a window that have so many of the clauses, which are given rarest first. */
function* matchSome(
  clauses: readonly Clause[],
  atLeast: number,
  window: number,
  bits: Uint32Array,
  scratch: Uint32Array,
  digits: Digits,
): Generator<void, void> {
  const offset = window * windowWords;
  if (atLeast === 1) {
    for (const clause of clauses) {
      addMembers(clause, window, bits, offset);
      if (clause.length > manyTerms) yield;
    }
    return;
  }
  const here = clauses.filter((clause) => standsIn(clause, window));
  if (here.length < atLeast) return;
  if (here.length === atLeast) {
    yield* matchAll(here, window, bits, scratch);
    return;
  }
  digits.bits.fill(0);
  for (const [index, clause] of here.entries()) {
    if (clause.length > manyTerms) yield;
    scratch.fill(0);
    addMembers(clause, window, scratch, 0);
    addOne(digits, scratch, index + 1);
  }
  for (let word = 0; word < windowWords; word += 1)
    bits[offset + word] = withAtLeast(digits, atLeast, word);
}

/** How many entries a clause may be in. */
const countOf = (clause: Clause): number =>
  clause.reduce((sum, { postings }) => sum + postings.count, 0);

/** Which entries, of `entries` in all, have what is wanted. Pauses after each window, and where a clause has many terms. */
export function* findMatches(wanted: Wanted, entries: number): Generator<void, Matches> {
  const windows = Math.ceil(entries / windowSize);
  const bits = new Uint32Array(windows * windowWords);
  const scratch = new Uint32Array(windowWords);
  const digits = digitsFor(wanted.clauses.length);
  // The rarest first: it leaves the least for the others to do.
  const clauses = wanted.clauses.toSorted((a, b) => countOf(a) - countOf(b));
  const isAll = wanted.atLeast >= clauses.length;
  let total = 0;
  for (let window = 0; window < windows; window += 1) {
    if (isAll) yield* matchAll(clauses, window, bits, scratch);
    else yield* matchSome(clauses, wanted.atLeast, window, bits, scratch, digits);
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
