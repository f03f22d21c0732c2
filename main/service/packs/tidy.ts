import { readdir, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isIdentity } from '../../library/packs/names.ts';
import { folderOf, incomingOf, isStem, putBackOf, shippedFolderOf } from './files.ts';
import type { PackState } from './state.ts';

const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

/** The stem of a file of ours; null: it is not ours to remove. */
function stemOfFile(name: string): string | null {
  const stem = /^(.+)\.(?:sqlite|json)(?:-journal|-wal|-shm)?$/.exec(name)?.[1] ?? '';
  return isStem(stem) ? stem : null;
}

const remove = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true }).catch(() => {});

/**
 * Removes the files that a state does not choose: of versions before the previous one, and what a killed install left. What
 * cannot be removed since somebody still reads it is left for the next time.
 */
export async function tidy(
  packs: string,
  state: PackState,
  shippedSha256: string | null,
): Promise<void> {
  const names = await namesIn(packs);
  await remove(incomingOf(packs));
  for (const name of names) {
    if (/^\..+\.part$/.test(name)) await remove(join(packs, name));
    if (!isIdentity(name)) continue;
    const chosen = state.find(({ identity }) => identity === name);
    const folder = folderOf(packs, name);
    for (const file of await namesIn(folder)) {
      const stem = stemOfFile(file);
      if (stem !== null && stem !== chosen?.current && stem !== chosen?.previous)
        await remove(join(folder, file));
    }
    // Only where nothing is left in it.
    await rmdir(folder).catch(() => {});
  }
  const shipped = shippedFolderOf(packs);
  for (const file of await namesIn(shipped)) {
    const path = join(shipped, file);
    if (shippedSha256 === null || path !== putBackOf(packs, shippedSha256)) await remove(path);
  }
  await rmdir(shipped).catch(() => {});
}
