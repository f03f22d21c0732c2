import { partSize, partWords, readBits } from './entry-parts.ts';

/** An entry that says what one of a newer edition says, the leader. */
export interface Fold {
  readonly follower: number;
  readonly leader: number;
  /** A bit for each of `facetNames` in which the two differ. */
  readonly differences: number;
  /**
   * Which sum it adds to, where it is counted by one value alone, and no other that says the same is counted by that; -1 where
   * it is not so simple. Nearly all differ in their year alone.
   */
  readonly sum: number;
}

/** The folds of a part of the entries. */
export interface FoldPart {
  /** A bit for each entry that is a follower. */
  readonly bits: Uint32Array;
  /** How many bits there are before each word. */
  readonly before: Uint16Array;
  /**
   * Of each whose bit is set, in order, the leader and the sum; where there is none, which of the other folds it is, from
   * -1 downwards.
   */
  readonly folds: Int32Array;
}

/** Followers are asked for of the hits of a page: of less at once. */
const leadersOfPart = 4096;

/** An other fold is its follower, and this. */
const bitsOfEntry = 24;
export const entryOfFold = (fold: number): number => fold & (2 ** bitsOfEntry - 1);
export const differencesOf = (fold: number): number => fold >>> bitsOfEntry;

const byFollower = (a: Fold, b: Fold): number => a.follower - b.follower;
const byLeader = (a: Fold, b: Fold): number => a.leader - b.leader || byFollower(a, b);

/** The folds as they are stored: of each part of the followers, of each part of the leaders, and those that are not simple. */
export function foldParts(all: readonly Fold[], entries: number) {
  const others = all.filter(({ sum }) => sum < 0).toSorted(byLeader);
  const placeOf = new Map(others.map((fold, place) => [fold, place]));
  const inParts = (size: number, folds: readonly Fold[], entryOf: (fold: Fold) => number) => {
    const parts = Map.groupBy(folds, (fold) => Math.floor((entryOf(fold) - 1) / size));
    return Array.from(
      { length: Math.ceil(entries / size) },
      (_none, part) => parts.get(part) ?? [],
    );
  };
  const bytesOf = (folds: readonly Fold[]): Uint32Array => {
    const numbers = new Uint32Array(partWords + folds.length * 2);
    for (const [at, fold] of folds.entries()) {
      const place = (fold.follower - 1) % partSize;
      numbers[place >>> 5] = (numbers[place >>> 5] ?? 0) | (1 << (place & 31));
      numbers[partWords + at * 2] = fold.leader;
      numbers[partWords + at * 2 + 1] = fold.sum < 0 ? ~(placeOf.get(fold) ?? 0) : fold.sum;
    }
    return numbers;
  };
  return {
    folds: inParts(partSize, all.toSorted(byFollower), ({ follower }) => follower).map(bytesOf),
    followers: inParts(leadersOfPart, all.toSorted(byLeader), ({ leader }) => leader).map((folds) =>
      Uint32Array.from(folds.flatMap(({ leader, follower }) => [leader, follower])),
    ),
    otherFolds: Uint32Array.from(
      others.flatMap(({ follower, leader, differences }) => [
        follower,
        (leader | (differences << bitsOfEntry)) >>> 0,
      ]),
    ),
  };
}

/** Throws a SyntaxError where a part is damaged. */
export function readFoldPart(numbers: Uint32Array): FoldPart {
  const { bits, before, count } = readBits(numbers);
  if (numbers.length !== partWords + count * 2)
    throw new SyntaxError('There are not as many folds as followers.');
  const { buffer, byteOffset } = numbers;
  return { bits, before, folds: new Int32Array(buffer, byteOffset + partWords * 4, count * 2) };
}

/** Finds the followers of leaders; `read` reads a part. */
export function followersIn(read: (part: number) => Uint32Array): (leader: number) => number[] {
  const parts: (Uint32Array | undefined)[] = [];
  return (leader) => {
    const part = Math.floor((leader - 1) / leadersOfPart);
    const pairs = (parts[part] ??= read(part));
    let [low, high] = [0, pairs.length / 2];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[middle * 2] ?? 0) < leader) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low * 2; pairs[at] === leader; at += 2) found.push(pairs[at + 1] ?? 0);
    return found;
  };
}
