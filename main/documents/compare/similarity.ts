/** The length of the longest common subsequence, 32 places at a time (Hyyrö's bit-vector method). */
function commonLength(a: readonly number[], b: readonly number[]): number {
  const width = Math.ceil(a.length / 32);
  if (width === 0 || b.length === 0) return 0;
  const where = new Map<number, Uint32Array>();
  for (const [index, word] of a.entries()) {
    let bits = where.get(word);
    if (bits === undefined) where.set(word, (bits = new Uint32Array(width)));
    bits[index >>> 5] = ((bits[index >>> 5] ?? 0) | (1 << (index & 31))) >>> 0;
  }
  const row = new Uint32Array(width).fill(0xffffffff);
  for (const word of b) {
    const bits = where.get(word);
    if (bits === undefined) continue;
    let carry = 0;
    for (let at = 0; at < width; at += 1) {
      const v = row[at] ?? 0;
      const match = (v & (bits[at] ?? 0)) >>> 0;
      const sum = v + match + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[at] = (sum >>> 0) | (v & ~match);
    }
  }
  let common = 0;
  for (let index = 0; index < a.length; index += 1) {
    if (((row[index >>> 5] ?? 0) & (1 << (index & 31))) === 0) common += 1;
  }
  return common;
}

/** The share of words that two texts have in common and in one order, 0 to 1: twice the common ones by all. */
export function wordRatio(a: readonly number[], b: readonly number[]): number {
  const all = a.length + b.length;
  return all === 0 ? 1 : (2 * commonLength(a, b)) / all;
}

/** Features of a text with their weights, the vector of unit length; keys in the order in which they first stand. */
export type Features = ReadonlyMap<string, number>;

/** How alike two texts are by their rare words and pairs of words, 0 to 1. */
export function cosine(a: Features, b: Features): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [feature, weight] of short) sum += weight * (long.get(feature) ?? 0);
  return Math.min(1, sum);
}
