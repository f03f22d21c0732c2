import type { LibraryCounts, Suggestion } from '../contract/answers.ts';
import type { SearchRequest } from '../contract/api.ts';
import { done, type Failure, type Result } from '../contract/failure.ts';
import { readCitations } from './citing.ts';
import { countAll } from './counting.ts';
import { readEditions } from './editions.ts';
import { failureOfDamage, openConnection } from './opening.ts';
import { createSearch, type FoundInLibrary } from './searching.ts';
import { readStructure } from './structure.ts';
import { createSuggest } from './suggesting.ts';

/** A library that is open for reading. Nothing in it can change the file. */
export interface LibraryReader
  extends
    ReturnType<typeof readEditions>,
    ReturnType<typeof readStructure>,
    ReturnType<typeof readCitations> {
  counts(): LibraryCounts;
  search(request: SearchRequest): FoundInLibrary;
  suggest(prefix: string, limit: number): Promise<readonly Suggestion[]>;
  /** The failure for an error that reading threw because the file is damaged; null: the error is a bug. */
  failureOf(error: unknown): Failure | null;
  close(): void;
}

/**
 * Opens the library at `file` for reading.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`. Damage deep
 * in the file shows only when it is read: the other methods then throw, and `failureOf` tells that from a bug.
 */
export function openLibrary(file: string): Result<LibraryReader> {
  const opened = openConnection(file);
  if (!opened.ok) return opened;
  const connection = opened.value;
  try {
    return done({
      ...readEditions(connection),
      ...readStructure(connection),
      ...readCitations(connection),
      counts: () => countAll(connection),
      search: createSearch(connection),
      suggest: createSuggest(connection),
      failureOf: (error) => failureOfDamage(file, error),
      close: () => connection.close(),
    });
  } catch (error) {
    connection.close();
    const failure = failureOfDamage(file, error);
    if (failure !== null) return { ok: false, error: failure };
    throw error;
  }
}
