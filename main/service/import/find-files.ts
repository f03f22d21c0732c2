import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Failure } from '../../contract/failure.ts';
import type { ImportLimits } from './limits.ts';

/** Something to import, or a place in which nothing could be found and why. */
export interface FoundFile {
  readonly file: string;
  readonly error: Failure | null;
}

/** Hidden files, what systems and word processors leave in folders, and archives' shadows of other systems' files. */
const passedOver = /^(?:\.|~\$)|^(?:Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r|__MACOSX)$/i;

/** Settings, data and programs hold no document for people; a file that is named itself is read whatever its ending. */
const noDocuments: ReadonlySet<string> = new Set(
  'yaml yml json toml ini xsd xsl css js mjs ts db sqlite log tmp bak lnk url exe dll sh bat cmd ps1 py'
    .split(' ')
    .map((ending) => `.${ending}`),
);

const failure = (code: Failure['code'], message: string): Failure => ({ code, message });

const missing = (file: string): Failure =>
  failure('file-missing', `There is no file or folder ${file}.`);

function unreadable(file: string, error: unknown): Failure {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return missing(file);
  return failure('file-unreadable', `${file} cannot be opened (${code ?? 'unknown reason'}).`);
}

/**
 * The files that paths name: each file itself, and what folders hold, sorted by name. Folders are entered once each,
 * however many links lead to them, so that links in a circle end; links that lead nowhere are passed over.
 */
export async function findFiles(
  paths: readonly string[],
  limits: Pick<ImportLimits, 'maxFiles' | 'maxFolderDepth'>,
): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const entered = new Set<string>();
  let isFull = false;

  const enter = async (folder: string, depth: number): Promise<void> => {
    const real = await realpath(folder);
    if (entered.has(real)) return;
    entered.add(real);
    if (depth > limits.maxFolderDepth) {
      const message = `${folder} is deeper inside other folders than ${limits.maxFolderDepth}; it was not looked into.`;
      found.push({ file: folder, error: failure('too-deep', message) });
      return;
    }
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isFull) return;
      if (passedOver.test(entry.name)) continue;
      const place = join(folder, entry.name);
      const isLink = entry.isSymbolicLink();
      const about = isLink ? await stat(place).catch(() => null) : entry;
      if (about?.isDirectory() === true) await enterOrSay(place, depth + 1);
      else if (about?.isFile() === true) take(place);
    }
  };
  const enterOrSay = async (folder: string, depth: number): Promise<void> => {
    try {
      await enter(folder, depth);
    } catch (error) {
      found.push({ file: folder, error: unreadable(folder, error) });
    }
  };
  const take = (file: string): void => {
    if (noDocuments.has(extname(file).toLowerCase())) return;
    if (found.length < limits.maxFiles) {
      found.push({ file, error: null });
      return;
    }
    isFull = true;
    const message = `More than ${limits.maxFiles} files were found; ${file} and those after it were left out. Import fewer at a time.`;
    found.push({ file, error: failure('too-many-files', message) });
  };

  for (const path of paths) {
    const before = found.length;
    const about = await stat(path).catch((error: unknown) => unreadable(path, error));
    if ('code' in about) {
      found.push({ file: path, error: about });
    } else if (about.isDirectory()) {
      await enterOrSay(path, 0);
      if (found.length === before) {
        const message = `The folder ${path} holds no file to import.`;
        found.push({ file: path, error: failure('file-missing', message) });
      }
    } else {
      found.push({ file: path, error: null });
    }
  }
  return found;
}
