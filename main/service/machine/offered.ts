import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { MachineApi, OfferedFile } from '../../contract/machine.ts';

/** Nobody looks through more; those that come after wait where they are. */
const mostOffered = 1000;

/** What a page may hand over by its bytes, together, while it is not put aside. */
const mostBytes = 1_000_000_000;

const documents: ReadonlySet<string> = new Set(
  '.txt .text .md .markdown .docx .docm .dotx .dotm .odt .ott .fodt .pdf .html .htm .xhtml .epub'.split(
    ' ',
  ),
);

/** By the name alone: what is in it is found out by whoever takes it. */
function kindOf(name: string): OfferedFile['kind'] {
  const ending = extname(name).toLowerCase();
  if (ending === '.recital') return 'pack';
  if (ending === '.json') return 'tour';
  return documents.has(ending) ? 'document' : 'unknown';
}

/** The files that were handed to Recital, until somebody takes them or puts them aside. */
export interface Offered extends Pick<MachineApi, 'offered' | 'offer' | 'putAside'> {
  /** Takes what is there of these, and answers it. What is no file and no folder is passed over. */
  add(paths: readonly string[]): Promise<readonly OfferedFile[]>;
}

/** @param folder where files are kept that came as bytes; null: nowhere */
export function createOffered(folder: string | null): Offered {
  const files = new Map<string, OfferedFile>();
  let count = 0;
  // What an earlier run was handed as bytes has nobody who waits for it.
  let isTidied: Promise<void> | undefined;
  const tidied = (inFolder: string): Promise<void> =>
    (isTidied ??= rm(inFolder, { recursive: true, force: true }).catch(() => {}));

  async function take(path: string): Promise<OfferedFile | null> {
    const about = await stat(path).catch(() => null);
    const isFolder = about?.isDirectory() === true;
    // Opening a pipe or a device could wait for ever.
    if (about === null || !(isFolder || about.isFile())) return null;
    const name = basename(path);
    const file: OfferedFile = {
      path,
      name,
      kind: isFolder ? 'folder' : kindOf(name),
      bytes: isFolder ? 0 : about.size,
    };
    if (!files.has(path) && files.size >= mostOffered) return null;
    files.set(path, file);
    return file;
  }

  async function keep(inFolder: string, name: string, bytes: Uint8Array): Promise<string> {
    await tidied(inFolder);
    count += 1;
    // Each in a folder of its own: two files of one name are two files.
    const place = join(inFolder, String(count));
    await mkdir(place, { recursive: true });
    const file = join(place, name);
    await writeFile(file, bytes, { flag: 'wx' });
    return file;
  }

  async function forget(path: string): Promise<void> {
    files.delete(path);
    if (folder !== null && dirname(dirname(path)) === folder)
      await rm(dirname(path), { recursive: true, force: true });
  }

  return {
    async add(paths) {
      const taken: OfferedFile[] = [];
      for (const path of paths) {
        const file = await take(resolve(path));
        if (file !== null) taken.push(file);
      }
      return taken;
    },
    offered: async () => done({ files: [...files.values()] }),
    async offer({ name, bytes }): Promise<Result<OfferedFile>> {
      if (folder === null)
        return failed('not-writable', 'There is no folder for documents of your own.');
      const plain = plainName(name);
      const held = await bytesIn(folder);
      if (held + bytes.length > mostBytes)
        return failed('too-large', `${plain} and what waits here are more than 1 GB together.`);
      try {
        const file = await take(await keep(folder, plain, bytes));
        return file === null
          ? failed('too-many-files', `More than ${mostOffered} files wait here already.`)
          : done(file);
      } catch (error) {
        return failureOf(error, plain);
      }
    },
    async putAside({ paths }) {
      await Promise.all(paths.map(forget));
      return done(null);
    },
  };

  async function bytesIn(inFolder: string): Promise<number> {
    await tidied(inFolder);
    const kept = [...files.values()].filter(({ path }) => dirname(dirname(path)) === inFolder);
    return kept.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** The last part of a name, without what a system has another use for: a name never leads to another folder. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // oxlint-disable-next-line no-control-regex -- those are among what is not in a name
  const kept = last.replaceAll(/[\u0000-\u001f<>:"|?*\u007f]/g, '_').replace(/[. ]+$/, '');
  const isDevice = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(kept);
  if (kept === '') return 'file';
  return (isDevice ? `_${kept}` : kept).slice(-200);
}

function failureOf(error: unknown, name: string): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return failed('disk-full', `The disk is full; ${name} could not be kept.`);
  if (/^E[A-Z]+$/.test(code))
    return failed('not-writable', `${name} could not be kept in the data folder (${code}).`);
  throw error;
}
