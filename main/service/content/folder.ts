import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from './problem.ts';

/** A file's bytes. Null: it cannot be read, and `problems` now says why. */
export async function readOrReport(file: string, problems: Problem[]): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT' ? 'is missing' : `cannot be read (${code ?? 'unknown reason'})`;
    problems.push({ file, line: null, message });
    return null;
  }
}

/** The words of a file that must be UTF-8. Null: it is not, or cannot be read, and `problems` now says why. */
export async function readText(file: string, problems: Problem[]): Promise<string | null> {
  const bytes = await readOrReport(file, problems);
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    problems.push({ file, line: null, message: 'is not UTF-8 text' });
    return null;
  }
}

/** The files under a folder, as paths from it with `/`, in order; null where there is no such folder. */
export async function filesUnder(folder: string): Promise<string[] | null> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted();
  } catch {
    return null;
  }
}

/** Whether a file is nobody's content: hidden, or a word to the authors. */
export const isAside = (file: string): boolean => /(?:^|\/)(?:\.[^/]*|README\.md)$/.test(file);
