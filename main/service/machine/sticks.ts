import type { Dirent } from 'node:fs';
import { lstat, opendir } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { done } from '../../contract/failure.ts';
import type { MachineApi, StickFile } from '../../contract/machine.ts';
import type { Volumes } from './volumes.ts';

/** Nobody plugs in more, or keeps more packs on a stick; what is beyond is found by the dialogue for files. */
const mostVolumes = 32;
const mostFolders = 200;
const mostEntries = 2000;
const mostFiles = 100;

/** How long one volume is looked through, in milliseconds. */
const longestLook = 5000;

/**
 * How many are looked at together. One that does not answer keeps a thread of the few that read all files of the program:
 * others must be left.
 */
const mostAtOnce = 2;

/** @param patience how long an answer waits for a volume, in milliseconds; what is found later is in the next one */
export function createSticks(volumes: Volumes, patience = 1000): Pick<MachineApi, 'sticks'> {
  const found = new Map<string, readonly StickFile[]>();
  /** Those that go on, or will never end. */
  const looks = new Map<string, Promise<void>>();

  async function look(volume: string): Promise<void> {
    found.set(volume, await packsOn(volume));
    looks.delete(volume);
  }

  /** Takes one volume after another of those that are left. */
  async function lookAt(left: string[]): Promise<void> {
    for (let volume = left.shift(); volume !== undefined; volume = left.shift()) {
      if (!looks.has(volume)) {
        if (looks.size >= mostAtOnce) return;
        looks.set(volume, look(volume));
      }
      await looks.get(volume);
    }
  }

  return {
    async sticks() {
      const now = (await volumes()).slice(0, mostVolumes);
      for (const volume of found.keys()) if (!now.includes(volume)) found.delete(volume);
      const left = [...now];
      const patient = new AbortController();
      await Promise.race([
        Promise.all(Array.from({ length: mostAtOnce }, () => lookAt(left))),
        wait(patience, undefined, { signal: patient.signal }).catch(() => {}),
      ]);
      patient.abort();
      const files = new Map(
        now.flatMap((volume) => found.get(volume) ?? []).map((file) => [file.path, file]),
      );
      return done({ files: [...files.values()].slice(0, mostFiles) });
    },
  };
}

/** The packs at the root of a volume and one folder down. No link is followed: it may lead out of the volume. */
async function packsOn(volume: string): Promise<readonly StickFile[]> {
  const until = performance.now() + longestLook;
  const isOver = (): boolean => performance.now() > until;
  const root = await entriesOf(volume, isOver);
  const paths = packsAmong(root, volume);
  const folders = root.filter((entry) => entry.isDirectory() && !isSystems(entry.name));
  for (const { name } of folders.slice(0, mostFolders)) {
    if (isOver() || paths.length >= mostFiles) break;
    const folder = join(volume, name);
    paths.push(...packsAmong(await entriesOf(folder, isOver), folder));
  }
  const files: StickFile[] = [];
  for (const path of paths.slice(0, mostFiles)) {
    const about = await lstat(path).catch(() => null);
    if (about?.isFile() === true)
      files.push({
        path,
        name: basename(path),
        // A drive's letter has no last part.
        stick: basename(volume) || volume.slice(0, 2),
        bytes: about.size,
      });
  }
  return files;
}

async function entriesOf(folder: string, isOver: () => boolean): Promise<readonly Dirent[]> {
  const entries: Dirent[] = [];
  try {
    for await (const entry of await opendir(folder)) {
      entries.push(entry);
      if (entries.length >= mostEntries || isOver()) break;
    }
  } catch {
    // It is not there, was pulled out or may not be read: nothing is found in it.
  }
  return entries;
}

function packsAmong(entries: readonly Dirent[], folder: string): string[] {
  return entries
    .filter(
      (entry) =>
        entry.isFile() &&
        !isSystems(entry.name) &&
        extname(entry.name).toLowerCase() === '.recital',
    )
    .map(({ name }) => join(folder, name))
    .toSorted();
}

/** What systems leave on a stick, also beside each file: `._a.recital`, `$RECYCLE.BIN`. */
const isSystems = (name: string): boolean => /^[.$]/.test(name);
