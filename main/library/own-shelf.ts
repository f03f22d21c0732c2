import { statSync } from 'node:fs';
import type { Failure } from '../contract/failure.ts';
import { openShelf, type Shelf } from './shelf.ts';

/** The person's own library, which may come into being, be found damaged, and be mended or moved away at any time. */
export interface OwnShelf {
  /** The library, opened if need be; null where there is none, or none that can be read. */
  current(): Shelf | null;
  /** Why a library that is there is left out; null where all is well. */
  trouble(): Failure | null;
  /** Leaves the library out until its file is another. */
  setAside(why: Failure): void;
  close(): void;
}

/** Tells one state of a file from another; null where there is no file. */
function stampOf(file: string): string | null {
  try {
    const about = statSync(file, { throwIfNoEntry: false });
    return about === undefined ? null : `${about.ino} ${about.size} ${about.mtimeMs}`;
  } catch (error) {
    // What cannot even be looked at cannot be opened either; that will say why.
    return String(error);
  }
}

/** `file` null: the person has no folder for a library. */
export function createOwnShelf(file: string | null): OwnShelf {
  let shelf: Shelf | null = null;
  let trouble: Failure | null = null;
  let stampOfTrouble: string | null = null;

  const leaveOut = (why: Failure): void => {
    trouble = why;
    stampOfTrouble = file === null ? null : stampOf(file);
  };

  return {
    current: () => {
      if (shelf !== null || file === null) return shelf;
      const stamp = stampOf(file);
      if (stamp === null) trouble = null;
      if (stamp === null || (trouble !== null && stamp === stampOfTrouble)) return null;
      const opened = openShelf(file, 'own');
      if (opened.ok) {
        shelf = opened.value;
        trouble = null;
      } else if (opened.error.code !== 'library-missing') {
        leaveOut(opened.error);
      }
      return shelf;
    },
    trouble: () => trouble,
    setAside: (why) => {
      const broken = shelf;
      // Not at once: somebody may be in the middle of reading it.
      queueMicrotask(() => broken?.close());
      shelf = null;
      leaveOut(why);
    },
    close: () => shelf?.close(),
  };
}
