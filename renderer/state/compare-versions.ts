/**
 * Which of two versions with dots is the later one, number by number: negative where `one` is the earlier.
 *
 * @example compareVersions('2026.9.1', '2026.11') // => -1
 */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

const numbersOf = (version: string): number[] => version.split('.').map(Number);
