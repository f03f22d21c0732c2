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
  /** Reckoned when they are first asked for. */
  folds(pace: Pace): Promise<readonly SharedFold[]>;
}

/** `editions` are those of the work that are shown, newest first. */
export function createSharedWork(editions: readonly EditionOf[]): SharedWork {
  let known: readonly SharedFold[] | null = null;
  return {
    folds: async (pace) => {
      if (known !== null) return known;
      // Most people have no such work, and need not load how to compare its editions.
      const { findSharedFolds } = await import('./shared-folds.ts');
      known = await pace.run(findSharedFolds(editions));
      return known;
    },
  };
}
