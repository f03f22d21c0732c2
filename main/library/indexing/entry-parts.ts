import { bitsIn } from '../impacts/index.ts';

/** What is known of so many entries together stands in one blob. */
export const partSize = 2 ** 14;
/** A bit for each of them, in words of 32. */
export const partWords = partSize / 32;

/** A bit for each entry of a part, with which its numbers begin. */
export interface PartBits {
  readonly bits: Uint32Array;
  /** How many are set before each word. */
  readonly before: Uint16Array;
  readonly count: number;
}

export function readBits(numbers: Uint32Array): PartBits {
  const bits = numbers.subarray(0, partWords);
  const before = new Uint16Array(partWords);
  let count = 0;
  for (let word = 0; word < partWords; word += 1) {
    before[word] = count;
    count += bitsIn(bits[word] ?? 0);
  }
  return { bits, before, count };
}
