import type { Source } from './need.ts';
import type { Pace } from './pace.ts';

/** An entry of one of the libraries that are read together. */
export interface EntryOf {
  readonly library: number;
  readonly entry: number;
}

/** Two provisions of a work that say the same, `leader` in the newer edition. */
export interface SharedFold {
  readonly follower: EntryOf;
  readonly leader: EntryOf;
}

/** An edition, and the library that it is read from. */
export interface EditionOf {
  readonly library: number;
  readonly source: Source;
  /** Its row there. */
  readonly row: number;
}

/**
 * A work of which each of several libraries holds editions. What these say alike is told over all of them, as if they stood in
 * one library, and not by the folds of each.
 */
export interface SharedWork {
  /** Reckoned when they are first asked for, once for all who ask meanwhile. */
  folds(pace: Pace): Promise<readonly SharedFold[]>;
}

/** `editions` are those of the work that are shown, newest first. */
export function createSharedWork(editions: readonly EditionOf[]): SharedWork {
  let known: readonly SharedFold[] | null = null;
  let underway: Promise<readonly SharedFold[]> | null = null;
  const reckon = async (pace: Pace): Promise<readonly SharedFold[]> => {
    // Most people have no such work, and need not load how to compare its editions.
    const { findSharedFolds } = await import('./shared-folds.ts');
    known = await pace.run(findSharedFolds(editions));
    return known;
  };
  const folds = async (pace: Pace): Promise<readonly SharedFold[]> => {
    if (known !== null) return known;
    if (underway !== null) {
      // Whoever reckons them may be called off, while others still wait.
      await underway.catch(() => null);
      return folds(pace);
    }
    underway = reckon(pace);
    try {
      return await underway;
    } finally {
      underway = null;
    }
  };
  return { folds };
}
