import type { Address, WorkId } from '../contract/ids.ts';
import { done, type Failure, type Result } from '../contract/failure.ts';
import { readActions } from './actions.ts';
import { readCitedPlaces } from './cited-places.ts';
import { readCitations } from './citing.ts';
import { tally, type Tally } from './counting.ts';
import { readEditions } from './editions.ts';
import { readListing } from './listing.ts';
import { readNames } from './naming-places.ts';
import { readNetwork } from './network.ts';
import { readNamingFacts, type NamingFacts } from './naming-facts.ts';
import { compilingLate, sourceOf } from './late-statements.ts';
import { failureOfDamage, openConnection } from './opening.ts';
import { readRecords } from './records/reading-records.ts';
import type { LibraryKind } from './schema.ts';
import { createCompiledSource, createOwnSource, type Hidden, type Source } from './search/index.ts';
import { readStructure } from './structure.ts';
import {
  createFieldValues,
  createOwnSuggest,
  createSuggest,
  type ReadFieldValues,
  type Suggest,
} from './suggestions/index.ts';

/** An edition as far as telling newer from older needs it. */
export interface EditionKey {
  readonly row: number;
  readonly work: WorkId;
  readonly edition: string;
  readonly address: Address;
  readonly year: number;
}

/** A record, and the newest edition that it knows; null where it is no reference or knows none. */
export interface RecordKey {
  readonly row: number;
  readonly address: Address;
  readonly edition: string | null;
}

/** One library file that is open for reading. Nothing in it can change the file. */
export interface Shelf
  extends
    ReturnType<typeof readEditions>,
    ReturnType<typeof readStructure>,
    ReturnType<typeof readCitations>,
    ReturnType<typeof readCitedPlaces>,
    ReturnType<typeof readRecords>,
    ReturnType<typeof readListing>,
    ReturnType<typeof readNames>,
    ReturnType<typeof readNetwork>,
    ReturnType<typeof readActions> {
  readonly source: Source;
  readonly naming: NamingFacts;
  readonly suggest: Suggest;
  readonly fieldValues: ReadFieldValues;
  tally(hidden: Hidden | null): Tally;
  /** The editions of all works, or of those named. */
  keys(works?: readonly WorkId[]): EditionKey[];
  recordKeys(): RecordKey[];
  /** A number that is another once somebody has changed the file. */
  version(): number;
  /** Lets `read` see the library as it is now, however often it is changed meanwhile. */
  inOneView<T>(read: () => T): T;
  /** The failure for an error that reading threw because the file is damaged; null: the error is a bug. */
  failureOf(error: unknown): Failure | null;
  /** Whether it is known that an error came out of this library's file. */
  threw(error: unknown): boolean;
  close(): void;
}

/** The failure for an error that came out of one of several files; where it is not known which, all are named. */
export function failureOnShelves(shelves: readonly Shelf[], error: unknown): Failure | null {
  const known = shelves.find((shelf) => shelf.threw(error));
  if (known !== undefined) return known.failureOf(error);
  const failures = shelves.flatMap((shelf) => shelf.failureOf(error) ?? []);
  const [first = null, ...others] = failures;
  if (first === null || others.length === 0) return first;
  return { code: first.code, message: failures.map(({ message }) => message).join(' Or: ') };
}

/**
 * Opens one library file.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`. Damage deep
 * in the file shows only when it is read: the other methods then throw, and `failureOf` tells that from a bug.
 */
export function openShelf(file: string, kind: LibraryKind): Result<Shelf> {
  const opened = openConnection(file, kind);
  if (!opened.ok) return opened;
  const connection = compilingLate(opened.value);
  const isOwn = kind === 'own';
  try {
    const keys = `SELECT d.id AS row, w.work, d.edition, d.address, d.year
                  FROM editions d JOIN works w ON w.id = d.work_id`;
    const allKeys = connection.prepare<[], EditionKey>(keys);
    const keysOf = connection.prepare<[string], EditionKey>(
      `${keys} WHERE w.work IN (SELECT value FROM json_each(?))`,
    );
    const recordKeys = connection.prepare<[], RecordKey>(
      "SELECT id AS row, address, editions ->> '$[0].edition' AS edition FROM records",
    );
    const records = readRecords(connection);
    return done({
      ...readEditions(connection, isOwn),
      ...readStructure(connection),
      ...readCitations(connection),
      ...readCitedPlaces(connection),
      ...records,
      ...readNames(connection, records),
      ...readNetwork(connection),
      ...readActions(connection),
      ...readListing(connection, isOwn),
      source: isOwn ? createOwnSource(connection) : createCompiledSource(connection),
      naming: readNamingFacts(connection),
      fieldValues: createFieldValues(connection, kind),
      suggest: isOwn ? createOwnSuggest(connection) : createSuggest(connection),
      tally: (hidden) => tally(connection, hidden),
      keys: (works) => (works === undefined ? allKeys.all() : keysOf.all(JSON.stringify(works))),
      recordKeys: () => recordKeys.all(),
      version: () => Number(connection.pragma('data_version', { simple: true })),
      inOneView: (read) => connection.transaction(read)(),
      failureOf: (error) => failureOfDamage(file, kind, error),
      threw: (error) => sourceOf(error) === opened.value,
      close: () => connection.close(),
    });
  } catch (error) {
    connection.close();
    const failure = failureOfDamage(file, kind, error);
    if (failure !== null) return { ok: false, error: failure };
    throw error;
  }
}
