import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

let parts = 0;

/** After a crash at any instant the file holds what it held before, or all of what is written. Makes the folder for it. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  mode = 0o666,
): Promise<void> {
  const folder = dirname(file);
  await mkdir(folder, { recursive: true });
  parts += 1;
  const part = join(folder, `.${basename(file)}-${process.pid}-${parts}.part`);
  try {
    await writeFlushed(part, content, 'w', mode);
    await rename(part, file);
    await flushFolder(folder);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Makes the names in a folder outlast a loss of power. Where folders cannot be flushed (Windows), the system sees to it. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync().catch(() => {});
  } finally {
    await handle?.close();
  }
}

/** `wx` fails where the file is there. */
export async function writeFlushed(
  file: string,
  content: string | Uint8Array,
  flag: 'w' | 'wx',
  mode = 0o666,
): Promise<void> {
  const handle = await open(file, flag, mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
