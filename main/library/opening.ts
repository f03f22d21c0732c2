import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import { codeOf } from './disk.ts';
import { DamagedPostings } from './impacts/index.ts';
import { applicationId, schemaVersion, statements, type LibraryKind } from './schema.ts';

export type Connection = Database.Database;

/** Bytes and places of the SQLite file header (sqlite.org/fileformat2.html, section 1.3). */
const headerLength = 100;
const magic = 'SQLite format 3\0';
const at = { pageSize: 16, writeVersion: 18, pageCount: 28, userVersion: 60, applicationId: 68 };

/** What stands in the header's write version where changes go to a write-ahead log first. */
const withLog = 2;

interface Header {
  readonly bytes: Buffer;
  readonly fileSize: number;
}

/** Null: the file is shorter than a header. */
function readHeader(file: string): Header | null {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(headerLength);
    const read = readSync(descriptor, bytes, 0, headerLength, 0);
    return read < headerLength ? null : { bytes, fileSize: fstatSync(descriptor).size };
  } finally {
    closeSync(descriptor);
  }
}

/** The number of a library's format; null where there is no library of Recital's. */
export function versionOfLibrary(file: string): number | null {
  try {
    const header = readHeader(file);
    const isOurs =
      header?.bytes.toString('latin1', 0, magic.length) === magic &&
      header.bytes.readInt32BE(at.applicationId) === applicationId;
    return isOurs ? header.bytes.readInt32BE(at.userVersion) : null;
  } catch {
    return null;
  }
}

function damagedOf(kind: LibraryKind, file: string, why: string): Result<never> {
  const remedy = remedies[kind].damaged;
  return failed('library-damaged', `The library ${file} cannot be read: ${why}${remedy}.`);
}

/** What to do about a library that cannot be read as it is. */
const remedies = {
  compiled: { damaged: '', older: 'build it again with "recital build"' },
  own: {
    damaged: '; move that file away, and import your documents again',
    older: 'it is brought up to date when Recital starts',
  },
} satisfies Record<LibraryKind, object>;

function checkHeader(file: string, kind: LibraryKind, header: Header | null): Result<void> {
  const damaged = (library: string, why: string) => damagedOf(kind, library, why);
  if (header === null || header.bytes.toString('latin1', 0, magic.length) !== magic) {
    return damaged(file, 'it is not a library file');
  }
  if (header.bytes.readInt32BE(at.applicationId) !== applicationId) {
    return damaged(file, 'it is a database of another program');
  }
  const version = header.bytes.readInt32BE(at.userVersion);
  if (version > schemaVersion) {
    return failed(
      'library-newer',
      `The library ${file} was made by a newer Recital (its format is ${version}, this program reads ${schemaVersion}); update Recital.`,
    );
  }
  if (version < schemaVersion) {
    return failed(
      'library-older',
      `The library ${file} was made by an older Recital (its format is ${version}, this program reads ${schemaVersion}); ${remedies[kind].older}.`,
    );
  }
  // With a log beside it the file may be ahead of its header or behind it; SQLite then finds what is missing.
  if (header.bytes[at.writeVersion] === withLog && kind === 'own') return done(undefined);
  // 1 stands for 65536 in the header, which does not fit its two bytes.
  const storedPageSize = header.bytes.readUInt16BE(at.pageSize);
  const pageSize = storedPageSize === 1 ? 65_536 : storedPageSize;
  if (header.fileSize !== pageSize * header.bytes.readUInt32BE(at.pageCount)) {
    return damaged(file, 'it was cut short or is not as long as it says');
  }
  return done(undefined);
}

/**
 * Whether an error tells of a bad or unreadable file rather than of a bug in our SQL. A SyntaxError is a stored
 * piece of JSON that is no longer one.
 */
const isDamage = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  error instanceof DamagedPostings ||
  (error instanceof Database.SqliteError &&
    /^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|FORMAT)/.test(error.code));

/**
 * The failure for damage that shows only while a page deep in the file is read; null for any other error, which
 * is a bug.
 */
export function failureOfDamage(file: string, kind: LibraryKind, error: unknown): Failure | null {
  if (!isDamage(error)) return null;
  const result = damagedOf(kind, file, 'a part of it is damaged');
  return result.ok ? null : result.error;
}

/**
 * Whether the tables, views and indexes are those that this program makes, word for word. A file of the right
 * number can still be another's work: a view or a trigger of its own would run within our queries. The tables that
 * FTS5 makes for itself are left out; SQLite keeps them from being anything else.
 */
function hasOurTables(connection: Connection, kind: LibraryKind): boolean {
  const found = connection
    .prepare<[], string>(
      String.raw`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL
        AND name NOT LIKE 'stream\_%' ESCAPE '\' AND name NOT LIKE 'suggestion\_words\_%' ESCAPE '\'`,
    )
    .pluck()
    .all();
  const ours = statements[kind];
  return found.length === ours.length && ours.every((each) => found.includes(each));
}

/** Whether there is a library file that its header says we can open. */
function checkFile(file: string, kind: LibraryKind): Result<void> {
  try {
    return checkHeader(file, kind, readHeader(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return failed(
        'library-missing',
        `There is no library at ${file}; make one with "recital build".`,
      );
    }
    if (code === 'EISDIR') return damagedOf(kind, file, 'it is a folder');
    return failed(
      'file-unreadable',
      `The library ${file} cannot be opened (${code ?? 'unknown reason'}).`,
    );
  }
}

/** How long one writer waits for another, in milliseconds. Readers of a library that grows wait for nobody. */
const longestWait = 20_000;

/**
 * Opens a library file, having first made sure from its header that it is one: reading the header ourselves means
 * that SQLite never touches a file of somebody else's.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function openConnection(
  file: string,
  kind: LibraryKind,
  { isWritable = false } = {},
): Result<Connection> {
  const checked = checkFile(file, kind);
  if (!checked.ok) return checked;

  let connection: Connection | undefined;
  try {
    // An absolute path also keeps SQLite from taking a name such as "file:x" as a URI.
    connection = new Database(resolve(file), {
      readonly: !isWritable,
      fileMustExist: true,
      timeout: longestWait,
    });
    if (!isWritable) connection.pragma('query_only = ON');
    connection.pragma('trusted_schema = OFF');
    if (hasOurTables(connection, kind)) return done(connection);
    connection.close();
    return damagedOf(kind, file, 'its tables are not those of a library');
  } catch (error) {
    connection?.close();
    // A log beside the library needs a folder that can be written, even to be read.
    if (kind === 'own' && /^SQLITE_(?:CANTOPEN|READONLY)/.test(codeOf(error))) {
      return failed(
        'file-unreadable',
        `Your own library ${file} cannot be opened (${codeOf(error)}); Recital must be allowed to write in its folder.`,
      );
    }
    if (isDamage(error)) return damagedOf(kind, file, 'a part of it is damaged');
    throw error;
  }
}
