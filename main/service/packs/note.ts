import { readFile } from 'node:fs/promises';
import { failed, type Result } from '../../contract/failure.ts';
import { writeFlushed } from '../write-whole.ts';
import type { PackHead } from '../../library/packs/index.ts';

/** What is kept beside an installed library. */
export interface PackNote {
  readonly head: PackHead;
  /** What the library's file is, to tell whether it still is that. */
  readonly bytes: number;
  readonly sha256: string;
}

/** More than the largest manifest and its signature, in digits. */
const longest = 12_000_000;

const damaged = (file: string): Result<never> =>
  failed('pack-damaged', `What is noted of a pack in ${file} cannot be read; install it again.`);

export const writeNote = (file: string, { head, bytes, sha256 }: PackNote): Promise<void> =>
  writeFlushed(
    file,
    `${JSON.stringify({ bytes, sha256, head: Buffer.from(head.bytes).toString('base64') })}\n`,
    'wx',
  );

/** Reads and checks it as if it came from a stranger. */
export async function readNote(file: string): Promise<Result<PackNote>> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > longest) return damaged(file);
    const { bytes, sha256, head } = JSON.parse(text) as { [K in keyof PackNote]?: unknown };
    if (typeof bytes !== 'number' || typeof sha256 !== 'string' || typeof head !== 'string')
      return damaged(file);
    const { readKeptHead } = await import('../../library/packs/index.ts');
    const read = await readKeptHead(Buffer.from(head, 'base64'));
    return read.ok ? { ok: true, value: { head: read.value, bytes, sha256 } } : read;
  } catch {
    return damaged(file);
  }
}
