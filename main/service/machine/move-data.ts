import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import { movedNote } from '../data-folder.ts';
import type { RunningJob } from './jobs.ts';

/** What stays in the usual folder, wherever the data is: the windows' own things, and the note that says where. */
const belongsToMachine = (name: string): boolean => name === 'window' || name === movedNote;

/** What belongs to the machine or the moment and not to the person: the window's caches, locks, SQLite's shared memory. */
const staysBehind = (path: string): boolean =>
  belongsToMachine(path) ||
  path === 'offered' ||
  path === join('packs', 'lock') ||
  /(?:-shm|\.part)$/.test(path);

/** What was moved from where, until the old folder is tidied up. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly files: readonly MovedFile[];
}

interface MovedFile {
  /** Within the folder. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface Listed {
  readonly path: string;
  readonly bytes: number;
  readonly changed: number;
}

async function listFiles(folder: string): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  async function enter(within: string): Promise<void> {
    for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
      const path = join(within, entry.name);
      if (staysBehind(path)) continue;
      if (entry.isDirectory()) await enter(path);
      if (!entry.isFile()) continue;
      const { size, mtimeMs } = await stat(join(folder, path));
      found.push({ path, bytes: size, changed: mtimeMs });
    }
  }
  // On the first day there is no folder yet: it is made when something is first written.
  if (!(await isFree(folder))) await enter('.');
  return found;
}

/** Whether a folder is missing, or holds nothing of anybody's. */
async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).every(belongsToMachine);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  }
}

const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
};

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Uint8Array);
  return hash.digest('hex');
}

class CalledOff extends Error {}

/** Copies a file in stretches and flushes it; answers the digest of what was read. */
async function copyFile(
  from: string,
  to: string,
  copied: (bytes: number) => void,
  isOff: () => boolean,
): Promise<string> {
  const hash = createHash('sha256');
  await mkdir(dirname(to), { recursive: true });
  const target = await open(to, 'wx');
  try {
    for await (const part of createReadStream(from, { highWaterMark: 1 << 18 })) {
      if (isOff()) throw new CalledOff();
      const bytes = part as Uint8Array;
      hash.update(bytes);
      await target.writeFile(bytes);
      copied(bytes.length);
    }
    await target.sync();
  } finally {
    await target.close();
  }
  return hash.digest('hex');
}

/**
 * Copies the data folder, reads the copy again and proves that it is the same; `settle` then makes it the one that is used.
 * What was copied is removed again where that fails or is called off. Nothing is written in the old folder.
 *
 * Errors: `not-writable`, `disk-full`, `file-unreadable`, `called-off`.
 */
export async function copyData(
  from: string,
  wanted: string,
  job: RunningJob,
  settle: (move: Move) => Promise<void>,
): Promise<Result<null>> {
  const to = resolve(wanted);
  if (!isAbsolute(wanted)) return failed('not-writable', 'Name a folder by its whole path.');
  if (isWithin(to, from) || isWithin(from, to))
    return failed('not-writable', `${to} and ${from} lie in one another; choose another folder.`);
  let hasBegun = false;
  const wasThere = await stat(to).then(
    () => true,
    () => false,
  );
  try {
    if (!(await isFree(to)))
      return failed('not-writable', `${to} is not empty; choose an empty folder or a new one.`);
    hasBegun = true;
    await mkdir(to, { recursive: true });
    const listed = await listFiles(from);
    const total = 2 * listed.reduce((sum, { bytes }) => sum + bytes, 0);
    let worked = 0;
    const moved: MovedFile[] = [];
    for (const { path, bytes } of listed) {
      const tell = (more: number) => {
        worked += more;
        job.tell({ done: Math.min(worked, total), total, what: path });
      };
      const isOff = () => job.signal.aborted;
      const sha256 = await copyFile(join(from, path), join(to, path), tell, isOff);
      if ((await digestOf(join(to, path))) !== sha256)
        return await undone('file-unreadable', `The copy of ${path} is not what was copied.`);
      tell(bytes);
      if (isOff()) throw new CalledOff();
      moved.push({ path, bytes, sha256 });
    }
    // Somebody may have written meanwhile.
    if (JSON.stringify(await listFiles(from)) !== JSON.stringify(listed))
      return await undone('not-writable', 'The data was changed while it was copied; try again.');
    await settle({ from, to, files: moved });
    return done(null);
  } catch (error) {
    if (error instanceof CalledOff)
      return undone('called-off', 'The data is where it was; the copy was removed.');
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return undone('disk-full', `There is no room for the data in ${to}.`);
    if (/^E[A-Z]+$/.test(code))
      return undone('not-writable', `The data cannot be copied to ${to} (${code}).`);
    await undone('not-writable', '');
    throw error;
  }

  async function undone(
    code: 'not-writable' | 'disk-full' | 'file-unreadable' | 'called-off',
    why: string,
  ) {
    // The folder was empty or not there: all that is in it now is of this copy.
    if (hasBegun) {
      const names = await readdir(to).catch(() => []);
      const ours = names.filter((name) => !belongsToMachine(name));
      await Promise.all(ours.map((name) => rm(join(to, name), { recursive: true, force: true })));
      if (!wasThere) await rmdir(to).catch(() => {});
    }
    return failed(code, why);
  }
}

/**
 * After a move, once the data is read from the new folder: removes from the old one each file that is still as it was copied,
 * and the folders that are then empty. What was changed or added there since stays.
 */
export async function tidyOldFolder({ from, to, files }: Move): Promise<void> {
  for (const { path, sha256 } of files) {
    const isAsCopied = (await digestOf(join(from, path)).catch(() => null)) === sha256;
    // Without its copy the old one is all there is.
    const isCopied = await stat(join(to, path)).then(
      () => true,
      () => false,
    );
    if (isAsCopied && isCopied) await rm(join(from, path), { force: true });
  }
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  // The deepest first; one that holds something else is not removed.
  for (const each of [...folders].toSorted((a, b) => b.length - a.length))
    await rmdir(join(from, each)).catch(() => {});
  await rmdir(from).catch(() => {});
}

function foldersOf(path: string): readonly string[] {
  const folder = dirname(path);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
