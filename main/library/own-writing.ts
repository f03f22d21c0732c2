import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Result } from '../contract/failure.ts';
import { editionId } from '../contract/ids.ts';
import { codeOf, isOfDisk } from './disk.ts';
import type { Naming, NewEdition } from './new-edition.ts';
import { failureOfDamage, openConnection, type Connection } from './opening.ts';
import { prepareSearchIndex } from './indexing/grow-search-index.ts';
import { prepareOwnSuggestions } from './suggestions/index.ts';
import { applicationId, pageSize, schemaVersion, tables } from './schema.ts';
import { writeDocument } from './write-document.ts';

/** A person's own library, open to take documents. */
export interface OwnLibraryWriter {
  /**
   * Adds an edition with all that search and suggestions need, in one transaction; one of the same address goes. It
   * is on the disk when this returns.
   *
   * Errors: `disk-full`, `not-writable`, `library-damaged`; the library is then as it was.
   */
  add(edition: NewEdition): Result<'added' | 'replaced'>;
  close(): void;
}

const notWritable = (file: string, error: unknown): Result<never> =>
  failed('not-writable', `Your own library ${file} cannot be written (${codeOf(error)}).`);

/** Makes an empty library beside its place and gives it its name once it is whole, unless another did meanwhile. */
function createFile(place: string): void {
  mkdirSync(dirname(place), { recursive: true });
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}.part`);
  rmSync(temporary, { force: true });
  try {
    const connection = new Database(temporary);
    try {
      connection.pragma(`page_size = ${pageSize}`);
      // Readers are never kept waiting by a writer, nor a writer by them; see README.md.
      connection.pragma('journal_mode = WAL');
      connection.pragma(`application_id = ${applicationId}`);
      connection.pragma(`user_version = ${schemaVersion}`);
      connection.exec(`${tables.own} INSERT INTO numbers (last) VALUES (0)`);
    } finally {
      connection.close();
    }
    const descriptor = openSync(temporary, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    putInPlace(temporary, place);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** A link fails where the place is taken, which a rename does not; some file systems know no links. */
function putInPlace(temporary: string, place: string): void {
  try {
    linkSync(temporary, place);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    renameSync(temporary, place);
  }
}

/** Tables that hold the parts of an edition, with what chooses them; in an order in which each can still be found. */
const partsOfEdition: readonly (readonly [table: string, condition: string])[] = [
  ['citations', 'edition_id = @edition'],
  ['paragraphs', 'edition_id = @edition'],
  ['provisions', 'section_id IN (SELECT id FROM sections WHERE edition_id = @edition)'],
  ['actors', 'section_id IN (SELECT id FROM sections WHERE edition_id = @edition)'],
  ['sections', 'edition_id = @edition'],
  ['editions', 'id = @edition'],
];

function prepareWriter(connection: Connection, naming: Naming) {
  const index = prepareSearchIndex(connection);
  const suggestions = prepareOwnSuggestions(connection, naming);
  const rowOf = connection
    .prepare<[string], number>('SELECT id FROM editions WHERE address = ?')
    .pluck();
  const workOf = connection
    .prepare<[number], number>('SELECT work_id FROM editions WHERE id = ?')
    .pluck();
  const removals = partsOfEdition.map(([table, condition]) =>
    connection.prepare<{ edition: number }>(`DELETE FROM ${table} WHERE ${condition}`),
  );
  const removeUnheardOf = connection.prepare(
    `DELETE FROM works WHERE NOT EXISTS (SELECT 1 FROM editions WHERE work_id = works.id)
       AND NOT EXISTS (SELECT 1 FROM citations WHERE work_id = works.id)`,
  );

  const remove = (edition: number): void => {
    suggestions.remove(edition);
    index.remove(edition);
    for (const removal of removals) removal.run({ edition });
  };

  return connection.transaction((entry: NewEdition): 'added' | 'replaced' => {
    const { work, edition } = entry.document.identity;
    const old = rowOf.get(editionId(work, edition));
    if (old !== undefined) remove(old);
    const row = writeDocument(connection, entry, naming);
    index.add(row);
    index.compare(workOf.get(row) ?? 0);
    suggestions.add(row);
    if (old === undefined) return 'added';
    removeUnheardOf.run();
    suggestions.tidy();
    return 'replaced';
  });
}

/**
 * Opens a person's own library to add to it; makes it, and the folders on the way, where there is none.
 *
 * `maxPages` bounds how large it may grow, in pages of 4096 bytes; it is full then as a disk is full.
 *
 * Errors: `not-writable`, `disk-full`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function openOwnLibrary(
  file: string,
  naming: Naming,
  { maxPages }: { readonly maxPages?: number | undefined } = {},
): Result<OwnLibraryWriter> {
  const place = resolve(file);
  const failureOf = (error: unknown): Result<never> => {
    const code = codeOf(error);
    if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
      return failed('disk-full', `There is no room left on the disk for your own library ${file}.`);
    if (code.startsWith('SQLITE_BUSY'))
      return failed('not-writable', `Your own library ${file} is in use by another program.`);
    if (isOfDisk(error)) return notWritable(file, error);
    const damage = failureOfDamage(file, 'own', error);
    if (damage !== null) return { ok: false, error: damage };
    throw error;
  };

  let connection: Connection | undefined;
  try {
    let opened = openConnection(place, 'own', { isWritable: true });
    if (!opened.ok && opened.error.code === 'library-missing') {
      createFile(place);
      opened = openConnection(place, 'own', { isWritable: true });
    }
    if (!opened.ok) return opened;
    connection = opened.value;
    // A document that is said to be there must be there after a power cut, too.
    connection.pragma('synchronous = FULL');
    connection.pragma('temp_store = MEMORY');
    // Whole editions are removed, their parts first; to check every row of them would search whole tables.
    connection.pragma('foreign_keys = OFF');
    if (maxPages !== undefined) connection.pragma(`max_page_count = ${maxPages}`);
    const add = prepareWriter(connection, naming);
    const open = connection;
    return done({
      add: (edition) => {
        try {
          return done(add.immediate(edition));
        } catch (error) {
          return failureOf(error);
        }
      },
      close: () => open.close(),
    });
  } catch (error) {
    connection?.close();
    return failureOf(error);
  }
}
