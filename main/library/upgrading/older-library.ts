import { closeSync, fstatSync, openSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { EditionId } from '../../contract/ids.ts';
import { codeOf } from '../disk.ts';
import { readEditions } from '../editions.ts';
import type { NewEdition } from '../new-edition.ts';
import { failureOfDamage, versionOfLibrary, type Connection } from '../opening.ts';
import { readBack } from '../read-back.ts';
import { schemaVersion, statements } from '../schema.ts';
import { readStructure } from '../structure.ts';
import { earlierTables, oldestUpgraded, tablesOfDocuments } from './earlier-tables.ts';

/** A person's own library as an older Recital wrote it. Nobody else reads or writes it while it is open. */
export interface OlderLibrary {
  /** In the order in which they came. */
  readonly editions: readonly EditionId[];
  read(edition: EditionId): NewEdition | null;
  /** Whether the file that was opened is the one at its place still. */
  isInPlace(): boolean;
  close(): void;
}

/** How long another program is waited for, in milliseconds. */
const longestWait = 5000;

const nameOfTable = (statement: string): string | undefined =>
  /^CREATE TABLE (\w+)/.exec(statement)?.[1];

/** Whether the tables that documents stand in are those that a Recital of some version made, word for word. */
function hasKnownTables(connection: Connection): boolean {
  const triggers = connection
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .get();
  if (triggers !== undefined) return false;
  const sqlOf = connection
    .prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = ?")
    .pluck();
  const known = new Set([...statements.own, ...earlierTables]);
  return tablesOfDocuments.every((table) => {
    const found = sqlOf.get(table);
    return found !== undefined && known.has(found) && nameOfTable(found) === table;
  });
}

/** Tells one file from another at the same place. */
const identityOf = (about: { readonly ino: bigint; readonly dev: bigint }): string =>
  `${about.dev} ${about.ino}`;

function identityAt(file: string): string | null {
  const about = statSync(file, { bigint: true, throwIfNoEntry: false });
  return about === undefined ? null : identityOf(about);
}

const inUse = (file: string): Result<never> =>
  failed(
    'not-writable',
    `Your own library ${file} was made by an older Recital and is in use by another program; close that, and start Recital again.`,
  );

/**
 * Opens a person's own library that an older Recital wrote, for nobody else meanwhile. What a crash left in a log beside it is
 * in it then. Null: it is none of those that can be brought up to date, and needs no upgrade or cannot have one.
 *
 * Errors: `library-damaged`, `not-writable`, `file-unreadable`.
 */
export function openOlder(file: string): Result<OlderLibrary | null> {
  const place = resolve(file);
  const version = versionOfLibrary(place);
  if (version === null || version < oldestUpgraded || version >= schemaVersion) return done(null);
  let connection: Connection | undefined;
  try {
    const descriptor = openSync(place, 'r');
    const identity = identityOf(fstatSync(descriptor, { bigint: true }));
    closeSync(descriptor);
    const opened = new Database(place, { fileMustExist: true, timeout: longestWait });
    connection = opened;
    opened.pragma('trusted_schema = OFF');
    // Takes in the log of a Recital that was killed, and fails where somebody else has the library open.
    opened.pragma('journal_mode = DELETE');
    opened.exec('BEGIN EXCLUSIVE');
    const isInPlace = (): boolean => identityAt(place) === identity;
    // Another Recital may have brought it up to date while this one waited.
    if (!isInPlace()) {
      opened.close();
      return done(null);
    }
    if (!hasKnownTables(opened)) {
      opened.close();
      return failed(
        'library-damaged',
        `The library ${file} cannot be read: its tables are not those of a library; move that file away, and import your documents again.`,
      );
    }
    const editions = readEditions(opened, true);
    const { structure, preface } = readStructure(opened);
    const inOrder = opened
      .prepare<[], EditionId>('SELECT address FROM editions ORDER BY id')
      .pluck()
      .all();
    return done({
      editions: inOrder,
      read: (edition) =>
        readBack(
          { edition: editions.edition, structure, preface, inOneView: (read) => read() },
          edition,
        ),
      isInPlace,
      close: () => {
        opened.exec('ROLLBACK');
        opened.close();
      },
    });
  } catch (error) {
    connection?.close();
    const code = codeOf(error);
    if (code.startsWith('SQLITE_BUSY')) return inUse(file);
    const damage = failureOfDamage(file, 'own', error);
    if (/^(?:E[A-Z]+|SQLITE_(?:CANTOPEN|READONLY|IOERR).*)$/.test(code))
      return failed('not-writable', `Your own library ${file} cannot be written (${code}).`);
    if (damage !== null) return { ok: false, error: damage };
    throw error;
  }
}
