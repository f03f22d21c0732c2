/** Of their words, how many two provisions have in common that count as one. */
const nearlyAll = 0.9;

/** Whether two provisions have all but a few words in common, each as often as it stands. */
export function isNearlySame(one: string, other: string): boolean {
  if (one === other) return true;
  const words = one.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const others = other.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const left = new Map<string, number>();
  for (const word of words) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of others) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      common += 1;
      left.set(word, count - 1);
    }
  }
  return (2 * common) / (words.length + others.length) >= nearlyAll;
}
