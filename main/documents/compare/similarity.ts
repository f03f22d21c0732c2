import type { Steps } from '../../contract/steps.ts';

/** The words of a text, laid out to be held against many others: where each of them stands, 32 places a number. */
export interface Pattern {
  readonly length: number;
  /** How many numbers hold the places of one word. */
  readonly width: number;
  readonly rowOf: ReadonlyMap<number, number>;
  readonly rows: Uint32Array;
}

export function patternOf(words: readonly number[]): Pattern {
  const width = Math.ceil(words.length / 32);
  const rowOf = new Map<number, number>();
  for (const word of words) if (!rowOf.has(word)) rowOf.set(word, rowOf.size);
  const rows = new Uint32Array(rowOf.size * width);
  for (const [index, word] of words.entries()) {
    const at = (rowOf.get(word) ?? 0) * width + (index >>> 5);
    rows[at] = (rows[at] ?? 0) | (1 << (index & 31));
  }
  return { length: words.length, width, rowOf, rows };
}

/** Numbers looked at in one step: some tenths of a millisecond. */
const numbersAtOnce = 50_000;

/**
 * The share of words that two texts have in common and in one order, 0 to 1: twice the common ones by all. The longest
 * common subsequence is found 32 places at a time (Hyyrö's bit-vector method).
 */
export function* wordRatio(
  { length, width, rowOf, rows }: Pattern,
  words: readonly number[],
): Steps<number> {
  if (length + words.length === 0) return 1;
  const run = new Uint32Array(width).fill(0xffffffff);
  let seen = 0;
  for (const word of words) {
    const row = rowOf.get(word);
    if (row === undefined) continue;
    let carry = 0;
    for (let at = 0; at < width; at += 1) {
      const v = run[at] ?? 0;
      const bits = rows[row * width + at] ?? 0;
      const sum = v + ((v & bits) >>> 0) + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      run[at] = (sum >>> 0) | (v & ~bits);
    }
    seen += width;
    if (seen >= numbersAtOnce) {
      seen = 0;
      yield;
    }
  }
  let common = 0;
  for (let index = 0; index < length; index += 1) {
    if (((run[index >>> 5] ?? 0) & (1 << (index & 31))) === 0) common += 1;
  }
  return (2 * common) / (length + words.length);
}
