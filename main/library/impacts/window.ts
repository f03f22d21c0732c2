/**
 * Entries are numbered from 1 and looked at in windows of this many, so that what is in hand at any moment is small and
 * fixed: a set of them is a bitmap of `windowWords` words of 32 bits.
 */
export const windowSize = 4096;
export const windowWords = windowSize / 32;

export const windowOf = (entry: number): number => (entry - 1) >>> 12;
export const placeOf = (entry: number): number => (entry - 1) & (windowSize - 1);
export const entryAt = (window: number, place: number): number => window * windowSize + place + 1;

/** How many bits are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** How many bits of a window are set, which begins at the word `from`. */
export function bitsInWindow(bits: Uint32Array, from: number): number {
  let count = 0;
  for (let word = from; word < from + windowWords; word += 1) count += bitsIn(bits[word] ?? 0);
  return count;
}

/** Of a window's bits keeps those that are set in the other, too. */
export function keepCommon(bits: Uint32Array, other: Uint32Array, from: number): void {
  for (let word = 0; word < windowWords; word += 1)
    bits[word] = (bits[word] ?? 0) & (other[from + word] ?? 0);
}

/** How many bits of each byte are set. */
export const bitsInByte: Uint8Array = Uint8Array.from({ length: 256 }, (_none, byte) =>
  bitsIn(byte),
);

/** Calls `each` with every place of a window whose bit is set, in order. `at` is where the window begins in `bits`. */
export function forEachPlace(bits: Uint32Array, at: number, each: (place: number) => void): void {
  for (let word = 0; word < windowWords; word += 1) {
    for (let rest = bits[at + word] ?? 0; rest !== 0; rest &= rest - 1)
      each(word * 32 + 31 - Math.clz32(rest & -rest));
  }
}
