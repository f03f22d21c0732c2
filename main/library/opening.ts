import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import { applicationId, schemaVersion, statements } from './schema.ts';

export type Connection = Database.Database;

/** Bytes and places of the SQLite file header (sqlite.org/fileformat2.html, section 1.3). */
const headerLength = 100;
const magic = 'SQLite format 3\0';
const at = { pageSize: 16, pageCount: 28, userVersion: 60, applicationId: 68 };

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

const damaged = (file: string, why: string): Result<never> =>
  failed('library-damaged', `The library ${file} cannot be read: ${why}.`);

function checkHeader(file: string, header: Header | null): Result<void> {
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
      `The library ${file} was made by an older Recital (its format is ${version}, this program reads ${schemaVersion}); build it again with "recital build".`,
    );
  }
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
  (error instanceof Database.SqliteError &&
    /^SQLITE_(?:CORRUPT|NOTADB|IOERR|CANTOPEN|FORMAT)/.test(error.code));

/**
 * The failure for damage that shows only while a page deep in the file is read; null for any other error, which
 * is a bug.
 */
export function failureOfDamage(file: string, error: unknown): Failure | null {
  if (!isDamage(error)) return null;
  const result = damaged(file, 'a part of it is damaged');
  return result.ok ? null : result.error;
}

/**
 * Whether the tables, views and indexes are those that this program makes, word for word. A file of the right
 * number can still be another's work: a view or a trigger of its own would run within our queries. The tables that
 * FTS5 makes for itself are left out; SQLite keeps them from being anything else.
 */
function hasOurTables(connection: Connection): boolean {
  const found = connection
    .prepare<[], string>(
      String.raw`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'matches\_%' ESCAPE '\'`,
    )
    .pluck()
    .all();
  return found.length === statements.length && statements.every((each) => found.includes(each));
}

/**
 * Opens a library file to read it, having first made sure from its header that it is one: reading the header
 * ourselves means that SQLite never touches a file of somebody else's.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function openConnection(file: string): Result<Connection> {
  let header: Header | null;
  try {
    header = readHeader(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      return failed(
        'library-missing',
        `There is no library at ${file}; make one with "recital build".`,
      );
    }
    if (code === 'EISDIR') return damaged(file, 'it is a folder');
    return failed(
      'file-unreadable',
      `The library ${file} cannot be opened (${code ?? 'unknown reason'}).`,
    );
  }
  const checked = checkHeader(file, header);
  if (!checked.ok) return checked;

  let connection: Connection | undefined;
  try {
    // An absolute path also keeps SQLite from taking a name such as "file:x" as a URI.
    connection = new Database(resolve(file), { readonly: true, fileMustExist: true });
    connection.pragma('query_only = ON');
    connection.pragma('trusted_schema = OFF');
    if (hasOurTables(connection)) return done(connection);
    connection.close();
    return damaged(file, 'its tables are not those of a library');
  } catch (error) {
    connection?.close();
    if (isDamage(error)) return damaged(file, 'a part of it is damaged');
    throw error;
  }
}
