import { bitsIn, windowWords, wordsOfSet } from '../impacts/index.ts';
import type { EntrySet } from './entry-set.ts';

/** Entries after which looking for runs pauses. */
const stretch = 8192;

/** Entries one after the other of which the same is counted: those of a section mostly are. */
export interface Runs {
  /** A bit for each entry with which a run begins. */
  readonly starts: EntrySet;
  /** The run that goes on from before each word of that; nothing, 0, goes on from before the first. */
  readonly before: Uint32Array;
  /** Of each run, the numbers of its combinations. */
  readonly editions: Uint32Array;
  readonly sections: Uint32Array;
}

/** Finds them. Pauses now and then. */
export function* findRuns(
  profiles: Uint32Array,
  ofEdition: Uint32Array,
  ofSection: Uint32Array,
): Generator<void, Runs> {
  const words = wordsOfSet(profiles.length);
  const starts: EntrySet = new Uint32Array(words);
  const before = new Uint32Array(words);
  const editions = [0];
  const sections = [0];
  let [lastProfile, lastEdition, lastSection] = [-1, -1, -1];
  const readStretch = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      if ((at & 31) === 0) before[at >>> 5] = editions.length - 1;
      const profile = profiles[at] ?? 0;
      if (profile === lastProfile) continue;
      lastProfile = profile;
      const edition = ofEdition[profile] ?? 0;
      const section = ofSection[profile] ?? 0;
      if (edition === lastEdition && section === lastSection) continue;
      lastEdition = edition;
      lastSection = section;
      starts[at >>> 5] = (starts[at >>> 5] ?? 0) | (1 << (at & 31));
      editions.push(edition);
      sections.push(section);
    }
  };
  for (let from = 0; from < profiles.length; from += stretch) {
    readStretch(from, Math.min(from + stretch, profiles.length));
    yield;
  }
  return {
    starts,
    before,
    editions: Uint32Array.from(editions),
    sections: Uint32Array.from(sections),
  };
}

/**
 * Counts the entries of a window of a set, which begins at the word `from` of it: how many have each combination of what is
 * counted of their edition, and of their section.
 */
export function countRuns(
  { starts, before, editions, sections }: Runs,
  set: EntrySet,
  from: number,
  byEdition: Uint32Array,
  bySection: Uint32Array,
): void {
  for (let word = from; word < from + windowWords; word += 1) {
    let bits = (set[word] ?? 0) | 0;
    if (bits === 0) continue;
    let run = (before[word] ?? 0) | 0;
    for (let rest = (starts[word] ?? 0) | 0; bits !== 0; rest &= rest - 1, run += 1) {
      // Those before the next run's start; all where there is none.
      const inRun = bits & ((rest & -rest) - 1);
      const howMany = bitsIn(inRun);
      const edition = editions[run] ?? 0;
      const section = sections[run] ?? 0;
      byEdition[edition] = (byEdition[edition] ?? 0) + howMany;
      bySection[section] = (bySection[section] ?? 0) + howMany;
      bits ^= inRun;
    }
  }
}
