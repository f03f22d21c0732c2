import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { done, failed, type Result } from '../../contract/failure.ts';
import { codeOf, isOfDisk } from '../disk.ts';
import type { Naming, NewEdition } from '../new-edition.ts';
import { failureOfDamage, openConnection, type Connection } from '../opening.ts';
import { openOwnLibrary } from '../own-writing.ts';
import { readEditions } from '../editions.ts';
import { readBack } from '../read-back.ts';
import { readStructure } from '../structure.ts';
import { openOlder, type OlderLibrary } from './older-library.ts';

export interface UpgradeRequest {
  /** The person's own library. */
  readonly file: string;
  readonly naming: Naming;
  /** Called before each edition is written. */
  readonly meet: (edition: NewEdition) => void;
  /** Told how many of its editions are written or proved, of twice as many as there are. */
  readonly far: (done: number, total: number) => void;
}

/** A file of SQLite's with what may stand beside it. */
const withLogs = (file: string): string[] => [
  file,
  `${file}-wal`,
  `${file}-shm`,
  `${file}-journal`,
];

function remove(file: string): void {
  for (const each of withLogs(file)) rmSync(each, { force: true });
}

/** Where folders cannot be flushed (Windows), the system sees to it. */
function flush(path: string): void {
  try {
    const descriptor = openSync(path, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
  } catch (error) {
    if (codeOf(error) !== 'EISDIR' && codeOf(error) !== 'EPERM') throw error;
  }
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Writes all that the older library holds to a new one. */
function write(
  older: OlderLibrary,
  to: string,
  { naming, meet, far }: UpgradeRequest,
): Result<null> {
  const writer = openOwnLibrary(to, naming);
  if (!writer.ok) return writer;
  try {
    for (const [at, edition] of older.editions.entries()) {
      const read = older.read(edition);
      if (read === null) return damagedNow(edition);
      meet(read);
      const added = writer.value.add(read);
      if (!added.ok) return added;
      far(at + 1, older.editions.length * 2);
    }
    return done(null);
  } finally {
    writer.value.close();
  }
}

const damagedNow = (what: string): Result<never> =>
  failed('library-damaged', `Your own library could not be brought up to date: ${what} differs.`);

/** Whether the new one is whole and says of every edition what the older one says. */
function prove(older: OlderLibrary, file: string, { far }: UpgradeRequest): Result<null> {
  const opened = openConnection(file, 'own', { isWritable: true });
  if (!opened.ok) return opened;
  const connection: Connection = opened.value;
  try {
    if (connection.pragma('quick_check', { simple: true }) !== 'ok') return damagedNow('its file');
    const { edition: editionAt, editions } = readEditions(connection, true);
    const { structure, preface } = readStructure(connection);
    if (editions().length !== older.editions.length) return damagedNow('its list');
    for (const [at, edition] of older.editions.entries()) {
      const again = readBack(
        { edition: editionAt, structure, preface, inOneView: (read) => read() },
        edition,
      );
      if (!isDeepStrictEqual(again, older.read(edition))) return damagedNow(edition);
      far(older.editions.length + at + 1, older.editions.length * 2);
    }
    return done(null);
  } finally {
    connection.close();
  }
}

/**
 * Brings a person's own library that an older Recital wrote up to date: writes all that it holds to a new one beside it, proves
 * that, and puts it in the older one's place. Broken off at any instant it leaves the older one as it was, or the new one whole.
 * True where there was something to do.
 *
 * Errors: `disk-full`, `not-writable`, `library-damaged`; the older one is then as it was.
 */
export function upgradeOwnLibrary(request: UpgradeRequest): Result<boolean> {
  const place = resolve(request.file);
  const opened = openOlder(place);
  if (!opened.ok) return opened;
  const older = opened.value;
  if (older === null) return done(false);
  // Only one works on it: whoever has the older one open.
  const beside = join(dirname(place), `.${basename(place)}.upgrade`);
  let isOpen = true;
  try {
    remove(beside);
    const written = write(older, beside, request);
    if (!written.ok) return written;
    const proved = prove(older, beside, request);
    if (!proved.ok) return proved;
    flush(beside);
    // What is open cannot be replaced everywhere.
    older.close();
    isOpen = false;
    if (!older.isInPlace()) return done(false);
    renameSync(beside, place);
    flushFolder(dirname(place));
    return done(true);
  } catch (error) {
    const damage = failureOfDamage(place, 'own', error);
    if (damage !== null) return { ok: false, error: damage };
    if (!isOfDisk(error)) throw error;
    return failed(
      'not-writable',
      `Your own library ${place} cannot be written (${codeOf(error)}).`,
    );
  } finally {
    if (isOpen) older.close();
    remove(beside);
  }
}
