import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import type { LibraryCounts } from '../contract/answers.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import type { LibraryRecord } from '../contract/records.ts';
import { codeTexts } from './coded-text.ts';
import { addTallies, tally } from './counting.ts';
import { codeOf, isOfDisk } from './disk.ts';
import type { Naming, NewEdition } from './new-edition.ts';
import { writeRecord } from './records/write-record.ts';
import { writeDocument } from './write-document.ts';
import { writeSearchIndex } from './indexing/write-search-index.ts';
import { writeSuggestions } from './suggestions/index.ts';
import { applicationId, pageSize, schemaVersion, tables } from './schema.ts';

interface WrittenLibrary {
  readonly sha256: string;
  readonly counts: LibraryCounts;
}

/**
 * A library in the making. It stands in a temporary file beside its place, so that whoever opens the place finds
 * the old library or the whole new one. Exactly one of `finish` and `abandon` ends it.
 */
export interface LibraryWriter {
  /** Adds an edition; each at most once. */
  addEdition(edition: NewEdition): void;
  /** Adds a record, after all editions; each at most once. */
  addRecord(record: LibraryRecord): void;
  /** Indexes everything and puts the library in its place. Errors: `not-writable`. */
  finish(): Promise<Result<WrittenLibrary>>;
  /** Removes what was written; whatever stood in the library's place stays. */
  abandon(): void;
}

const notWritable = (file: string, error: unknown): Result<never> =>
  failed('not-writable', `The library ${file} cannot be written (${codeOf(error)}).`);

/** Pages kept in memory while a library is written, in KiB: entries are read in another order than they stand. */
const cacheSize = 131_072;

/** Removes what may not even have been made; that it cannot be removed is never the news. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The place itself is not there.
  }
}

/** A folder or a device would be replaced by a file, or stand in its way. */
function isInTheWay(place: string): boolean {
  return !(statSync(place, { throwIfNoEntry: false })?.isFile() ?? true);
}

function prepareFile(temporary: string): Database.Database {
  mkdirSync(dirname(temporary), { recursive: true });
  // One that a killed build left behind under the same number.
  rmSync(temporary, { force: true });
  const connection = new Database(temporary);
  // Nothing to recover: a build that fails is thrown away whole. Else no connection may do without a journal.
  connection.unsafeMode();
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.pragma(`page_size = ${pageSize}`);
  connection.pragma(`cache_size = ${-cacheSize}`);
  connection.pragma(`application_id = ${applicationId}`);
  connection.pragma(`user_version = ${schemaVersion}`);
  connection.exec(tables.compiled);
  return connection;
}

/** Bytes of the finished file that are read at a time. */
const readSize = 1_048_576;

function sha256Of(file: string): string {
  const hash = createHash('sha256');
  const bytes = Buffer.alloc(readSize);
  const descriptor = openSync(file, 'r');
  try {
    for (let length = readSync(descriptor, bytes); length > 0;) {
      hash.update(bytes.subarray(0, length));
      length = readSync(descriptor, bytes);
    }
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** Puts the finished file in place in one step, once its bytes are on the disk. */
function putInPlace(temporary: string, file: string): void {
  const descriptor = openSync(temporary, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
}

/**
 * Starts a library that will stand at `file`, in place of whatever stands there. The same editions and records in
 * the same order give the same bytes: no clock, no chance, a fixed page size, and a last VACUUM, into another file, that
 * lays out every page anew.
 *
 * Errors: `not-writable`.
 */
export function createLibrary(file: string, naming: Naming): Result<LibraryWriter> {
  const place = resolve(file);
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  const compact = `${temporary}.whole`;
  let connection: Database.Database;
  try {
    if (isInTheWay(place)) {
      return failed('not-writable', `The library ${file} cannot be written: that is no file.`);
    }
    connection = prepareFile(temporary);
    connection.exec('BEGIN');
  } catch (error) {
    discard(temporary);
    if (isOfDisk(error)) return notWritable(file, error);
    throw error;
  }

  const abandon = (): void => {
    connection.close();
    discard(temporary);
    discard(compact);
  };

  const finish = async (): Promise<Result<WrittenLibrary>> => {
    try {
      const texts = writeSearchIndex(connection);
      await writeSuggestions(connection, naming);
      codeTexts(connection, texts);
      connection.exec('COMMIT');
      discard(compact);
      connection.prepare('VACUUM INTO ?').run(compact);
      const counts = addTallies([tally(connection, null)]);
      connection.close();
      const sha256 = sha256Of(compact);
      putInPlace(compact, place);
      discard(temporary);
      return done({ sha256, counts });
    } catch (error) {
      abandon();
      if (isOfDisk(error)) return notWritable(file, error);
      throw error;
    }
  };

  return done({
    addEdition: (edition) => {
      writeDocument(connection, edition, naming);
    },
    addRecord: (record) => writeRecord(connection, record, naming),
    finish,
    abandon,
  });
}
