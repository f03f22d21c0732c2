import type { Steps } from '../../contract/steps.ts';

/** A provision as far as telling whether another edition says the same needs it. */
export interface Foldable {
  readonly entry: number;
  /** Kind of its section, and its label. */
  readonly section: string;
  readonly label: string;
  /** The terms of its text one after the other, each as a number. */
  readonly words: Uint32Array;
}

/** Which part of the words two provisions must share to say nearly the same. */
const leastOverlap = 0.9;
/** Shorter texts say the same in the very same words, or something else. */
const fewestWords = 8;
/** Words at the beginning or end by which provisions are worth comparing, and how many of those are compared. */
const edgeWords = 4;
const mostCompared = 12;

/** How many words two texts share, each as often as both have it, out of those of the longer one. */
function overlapOf(a: Uint32Array, b: Uint32Array): number {
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < leastOverlap * longer) return 0;
  const counts = new Map<number, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    counts.set(word, left - 1);
    shared += 1;
  }
  return shared / longer;
}

/** By what a provision may be found to be worth comparing. */
const keysOf = ({ section, label, words }: Foldable): string[] =>
  words.length < fewestWords
    ? []
    : [
        `at ${section} ${label}`,
        `from ${words.subarray(0, edgeWords).join(' ')}`,
        `to ${words.subarray(-edgeWords).join(' ')}`,
      ];

/** The same for the same words, and hardly ever for others. */
function hashOf(words: Uint32Array): number {
  let hash = 0;
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193) ^ (hash >>> 15);
  return hash;
}

const isSame = (a: Uint32Array, b: Uint32Array): boolean =>
  a.length === b.length && a.every((word, at) => word === b[at]);

function put<Key>(map: Map<Key, Foldable[]>, key: Key, provision: Foldable): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [provision]);
  else known.push(provision);
}

/**
 * Which provisions of one work say what one of a newer edition says: in the same words, or in nearly the same at the same
 * place, or with the same beginning or end. `editions` are those of the work, newest first. Gives the number of each and
 * that of the newest one that says so. What has no words is like everything else that has none, and left out. Pauses
 * after each provision.
 */
export function* findFolds(
  editions: readonly (readonly Foldable[])[],
): Steps<[follower: number, leader: number][]> {
  const folds: [number, number][] = [];
  const leaders = new Map<string, Foldable[]>();
  const sameWords = new Map<number, Foldable[]>();
  for (const provisions of editions) {
    const taken = new Set<number>();
    const fresh: (() => void)[] = [];
    for (const provision of provisions) {
      const { words } = provision;
      if (words.length === 0) continue;
      yield;
      const isFree = ({ entry }: Foldable): boolean => !taken.has(entry);
      const hash = hashOf(words);
      const exact = (sameWords.get(hash) ?? []).filter(
        (each) => isFree(each) && isSame(each.words, words),
      );
      const keys = exact.length > 0 ? [] : keysOf(provision);
      const leader =
        exact.find(({ section }) => section === provision.section) ??
        exact[0] ??
        [...new Set(keys.flatMap((key) => leaders.get(key) ?? []))]
          .filter(isFree)
          .slice(0, mostCompared)
          .find((each) => overlapOf(each.words, words) >= leastOverlap);
      if (leader !== undefined) {
        taken.add(leader.entry);
        folds.push([provision.entry, leader.entry]);
        continue;
      }
      // What stands twice in one edition is two provisions of it.
      fresh.push(() => {
        put(sameWords, hash, provision);
        for (const key of keys) put(leaders, key, provision);
      });
    }
    for (const add of fresh) add();
  }
  return folds;
}
