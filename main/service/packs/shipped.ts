import { existsSync, readFileSync } from 'node:fs';
import type { PackManifest, Publisher } from '../../contract/packs.ts';

/** What is written beside the library that comes with the program. */
export interface ShippedNote {
  readonly manifest: PackManifest;
  /** Whose packs are known from the beginning. */
  readonly publishers: readonly Omit<Publisher, 'isBundled'>[];
}

/** The identity in lists of a library that has no note beside it; no pack may have it. */
export const unnamed = 'bundled';

const beside = (libraryFile: string, ending: string): string =>
  libraryFile.replace(/\.sqlite$/, '') + ending;

export const shippedNoteOf = (libraryFile: string): string => beside(libraryFile, '.json');

/** The library once more, compressed: the original to put it back from. */
export const originalOf = (libraryFile: string): string => beside(libraryFile, '.sqlite.zst');

/** What is noted beside a library; null: nothing, as beside one that was built by hand. */
export function readShipped(libraryFile: string): ShippedNote | null {
  const file = shippedNoteOf(libraryFile);
  if (file === libraryFile || !existsSync(file)) return null;
  try {
    // Part of the program, as its scripts are.
    return JSON.parse(readFileSync(file, 'utf8')) as ShippedNote;
  } catch {
    return null;
  }
}
