import type { Postings } from './postings.ts';
import { bitsInWindow, windowSize, windowWords } from './window.ts';

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

/** Of a window's entries that have all clauses before keeps those that have this one, and says whether any is left. */
function keepMembers(
  clause: Clause,
  isFirst: boolean,
  window: number,
  bits: Uint32Array,
  scratch: Uint32Array,
): boolean {
  const offset = window * windowWords;
  if (isFirst) return addMembers(clause, window, bits, offset);
  scratch.fill(0);
  const found = addMembers(clause, window, scratch, 0);
  let left = 0;
  for (let word = 0; word < windowWords; word += 1) {
    const both = found ? (bits[offset + word] ?? 0) & (scratch[word] ?? 0) : 0;
    bits[offset + word] = both;
    left |= both;
  }
  return left !== 0;
}

/** Takes those of a window's entries out that have a clause. */
function removeMembers(
  clause: Clause,
  window: number,
  bits: Uint32Array,
  scratch: Uint32Array,
): void {
  scratch.fill(0);
  if (!addMembers(clause, window, scratch, 0)) return;
  const offset = window * windowWords;
  for (let word = 0; word < windowWords; word += 1)
    bits[offset + word] = (bits[offset + word] ?? 0) & ~(scratch[word] ?? 0);
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

function addWithAtLeast(digits: Digits, least: number, bits: Uint32Array, offset: number): void {
  for (let word = 0; word < windowWords; word += 1)
    bits[offset + word] = withAtLeast(digits, least, word);
}

const standsIn = (clause: Clause, window: number): boolean =>
  clause.some(({ postings }) => postings.find(window) >= 0);

/** How many entries a clause may be in. */
const countOf = (clause: Clause): number =>
  clause.reduce((sum, { postings }) => sum + postings.count, 0);

/** How many words of 32 bits a set of entries takes, of `entries` in all. */
export const wordsOfSet = (entries: number): number =>
  Math.ceil(entries / windowSize) * windowWords;

/**
 * Adds all that has any of the clauses, term by term: where they are many, each stands in few windows, and is not sought in the
 * others. Pauses after each.
 */
function* addAny(clauses: readonly Clause[], bits: Uint32Array): Generator<void, void> {
  for (const clause of clauses)
    for (const { postings } of clause) {
      const { windows } = postings;
      for (let at = 0; at < windows.length; at += 1)
        postings.addMembers(at, bits, (windows[at] ?? 0) * windowWords);
      yield;
    }
}

/**
 * Which entries, of `entries` in all, have what is wanted; once it has so many as are `enough`, the windows after are left
 * out. They are written into `bits`, which is empty. Pauses after each window, and where a clause has many terms.
 */
export function* findMatches(
  wanted: Wanted,
  entries: number,
  enough = Infinity,
  bits: Uint32Array = new Uint32Array(wordsOfSet(entries)),
): Generator<void, Matches> {
  const windows = Math.ceil(entries / windowSize);
  const scratch = new Uint32Array(windowWords);
  const digits = digitsFor(wanted.clauses.length);
  // The rarest first: it leaves the least for the others to do.
  const clauses = wanted.clauses.toSorted((a, b) => countOf(a) - countOf(b));
  const isAny = wanted.atLeast === 1;
  const isAll = wanted.atLeast >= clauses.length;
  const isWhole = isAny && enough === Infinity && clauses.some(({ length }) => length > manyTerms);
  if (isWhole) yield* addAny(clauses, bits);
  let total = 0;
  for (let window = 0; window < windows && total < enough; window += 1) {
    const offset = window * windowWords;
    // What has most of the clauses is looked for among those that stand in the window; what has all, until one does not.
    const every = isAll || isAny ? clauses : clauses.filter((clause) => standsIn(clause, window));
    const here = isWhole ? [] : every;
    if (isAny)
      for (let at = 0; at < here.length; at += 1) {
        const clause = here[at] ?? [];
        if (clause.length > manyTerms) yield;
        addMembers(clause, window, bits, offset);
      }
    else if (isAll || here.length === wanted.atLeast)
      for (let at = 0; at < here.length; at += 1) {
        const clause = here[at] ?? [];
        if (clause.length > manyTerms) yield;
        if (!keepMembers(clause, at === 0, window, bits, scratch)) break;
      }
    else if (here.length > wanted.atLeast) {
      digits.bits.fill(0);
      for (let at = 0; at < here.length; at += 1) {
        const clause = here[at] ?? [];
        if (clause.length > manyTerms) yield;
        scratch.fill(0);
        addMembers(clause, window, scratch, 0);
        addOne(digits, scratch, at + 1);
      }
      addWithAtLeast(digits, wanted.atLeast, bits, offset);
    }
    for (const clause of wanted.unwanted) removeMembers(clause, window, bits, scratch);
    total += bitsInWindow(bits, offset);
    yield;
  }
  return { bits, total };
}
