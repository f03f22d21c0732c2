import type { Warning } from './document.ts';
import type { Failure } from './failure.ts';
import type { EditionId, WorkId } from './ids.ts';

/**
 * What became of one file. Where `ok`, its text is in the library: it was added now, or it was there already, which a
 * warning says. `work`, `edition` and `title` are null where it could not be read.
 */
export interface ImportedFile {
  /** As it was named, or as it was found in a folder that was. */
  readonly file: string;
  readonly ok: boolean;
  readonly work: WorkId | null;
  readonly edition: EditionId | null;
  readonly title: string | null;
  readonly warnings: readonly Warning[];
  readonly error: Failure | null;
}

/** How far an import is: which file is being read, and what became of one. */
export type ImportProgress =
  | { readonly kind: 'found'; readonly total: number }
  | { readonly kind: 'reading'; readonly file: string }
  | {
      readonly kind: 'done';
      readonly file: ImportedFile;
      /** How many are done, this one among them, of how many. */
      readonly done: number;
      readonly total: number;
    };
