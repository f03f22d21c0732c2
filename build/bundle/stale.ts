import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { project } from '../tools.ts';

/** Something that is made of files in the project and stands in `out/`. Paths are relative to the project. */
export interface Output {
  readonly name: string;
  /** Files and folders that it is made of. */
  readonly inputs: readonly string[];
  /** Files that are there once it is made. */
  readonly results: readonly string[];
}

async function filesUnder(path: string): Promise<string[]> {
  const place = join(project, path);
  if (!(await stat(place)).isDirectory()) return [path];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(project.length + 1))
    .toSorted();
}

/** A digest of names and bytes: unlike file times it survives a clone, a checkout and a copied folder. */
async function digestOf(output: Output): Promise<string> {
  const hash = createHash('sha256');
  for (const input of output.inputs) {
    for (const file of await filesUnder(input)) {
      const bytes = await readFile(join(project, file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
  }
  return hash.digest('hex');
}

const stampOf = (output: Output): string => join(project, 'out/stamps', output.name);

/** Whether the output is missing, or was made of other bytes than its inputs hold now. */
export async function isStale(output: Output): Promise<boolean> {
  if (!output.results.every((file) => existsSync(join(project, file)))) return true;
  const stamp = await readFile(stampOf(output), 'utf8').catch(() => '');
  return stamp !== (await digestOf(output));
}

/** Notes that the output was made of what its inputs hold now. */
export async function markFresh(output: Output): Promise<void> {
  const stamp = stampOf(output);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, await digestOf(output));
}
