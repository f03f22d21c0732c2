import type { StructuredDocument } from '../../contract/document.ts';
import type { Failure, Result } from '../../contract/failure.ts';
import type { ImportedFile } from '../../contract/import.ts';
import type { FoundFile } from './find-files.ts';
import type { ImportLimits } from './limits.ts';

/** What is asked of a worker that reads files: first to fetch one, then, where it is new, to read it. */
export type ReaderRequest =
  | { readonly kind: 'fetch'; readonly file: string; readonly maxBytes: number }
  | { readonly kind: 'read' };

export type ReaderReply =
  | { readonly kind: 'fetched'; readonly sha256: string }
  | { readonly kind: 'document'; readonly document: StructuredDocument }
  | { readonly kind: 'failed'; readonly error: Failure };

/** What an import is about; the same for all its jobs. */
export interface ImportPlace {
  /** The compiled libraries that are read: what they hold is not imported. */
  readonly compiled: readonly string[];
  readonly dataFolder: string;
  readonly limits: ImportLimits;
}

/** A file in the list of all, at its place in it. */
export interface ListedFile extends FoundFile {
  readonly at: number;
}

/** What to import: all that paths lead to, or some of the files that were found before. */
export interface ImportJob extends ImportPlace {
  readonly wanted:
    | { readonly kind: 'paths'; readonly paths: readonly string[] }
    | { readonly kind: 'files'; readonly files: readonly ListedFile[] };
}

/** What a job says, the last of all that it ended. `at` is the file's place in the list of all. */
export type JobReply =
  | { readonly kind: 'found'; readonly files: readonly ListedFile[] }
  | { readonly kind: 'reading'; readonly at: number }
  | { readonly kind: 'done'; readonly at: number; readonly file: ImportedFile }
  | { readonly kind: 'ended'; readonly result: Result<void> };

export const failedFile = (file: string, error: Failure): ImportedFile => ({
  file,
  ok: false,
  work: null,
  edition: null,
  title: null,
  warnings: [],
  error,
});
