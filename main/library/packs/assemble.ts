import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { PackManifest } from '../../contract/packs.ts';
import { codeOf } from '../disk.ts';
import { canonicalJson } from './canonical.ts';
import { stretch } from './content.ts';
import { longestManifest, signatureLength, writeHeader } from './header.ts';
import type { SigningKey } from './keys.ts';
import { checkManifest } from './manifest-rule.ts';

export const notWritten = (file: string, error: unknown): Result<never> =>
  /ENOSPC|EDQUOT|SQLITE_FULL/.test(codeOf(error))
    ? failed('disk-full', `There is no room on the disk for ${file}.`)
    : failed('not-writable', `${file} cannot be written (${codeOf(error)}).`);

/** A manifest that breaks the rule is never written. Errors: `content-invalid`. */
export async function fitManifest(manifest: PackManifest): Promise<Result<PackManifest>> {
  if (Buffer.byteLength(canonicalJson(manifest)) > longestManifest) {
    return failed('content-invalid', 'The manifest of the pack would be longer than 4 MB.');
  }
  const result = await checkManifest(manifest);
  return 'why' in result
    ? failed('content-invalid', `The manifest of the pack ${result.why}.`)
    : done(result.manifest);
}

/** Header, manifest and signature. */
export function headOf(manifest: PackManifest, key: SigningKey | null): Buffer {
  const text = Buffer.from(canonicalJson(manifest));
  const header = writeHeader({
    manifest: text.length,
    signature: key === null ? 0 : signatureLength,
    content: manifest.content.bytes,
    digest: createHash('sha256').update(text).digest(),
  });
  return Buffer.concat([header, text, ...(key === null ? [] : [key.raw, key.sign(header)])]);
}

/** Content of a pack, and from which byte of the file it stands. */
export interface StoredContent {
  readonly file: string;
  readonly start: number;
}

/**
 * Puts head and content together beside their place, and on the disk; what it answers moves them there. So the content may be
 * that of the very pack that is replaced.
 */
export async function assemble(
  out: string,
  head: Uint8Array,
  { file, start }: StoredContent,
): Promise<() => Promise<void>> {
  const part = join(dirname(out), `.${basename(out)}.${process.pid}.part`);
  await mkdir(dirname(out), { recursive: true });
  const removingPart = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  };
  await removingPart(async () => {
    await pipeline(async function* () {
      yield head;
      yield* createReadStream(file, { start, highWaterMark: stretch });
    }, createWriteStream(part));
    const handle = await open(part, 'r+');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
  return () => removingPart(() => rename(part, out));
}
