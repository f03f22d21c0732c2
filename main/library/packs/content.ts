import { createHash, type Hash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdDecompress } from 'node:zlib';
import { done, type Result } from '../../contract/failure.ts';
import { codeOf } from '../disk.ts';
import { calledOff, damaged } from './damage.ts';
import { withPack, type OpenPack, type PackHead } from './head.ts';

/** Where work stands, in bytes. Called often. */
export type Progress = (done: number, total: number) => void;

export interface Watch {
  readonly progress?: Progress | undefined;
  /** Calls it off: the answer is then `called-off`. */
  readonly signal?: AbortSignal | undefined;
}

/** Bytes at a time: hashing as many takes a millisecond on a slow machine. */
export const stretch = 262_144;

/** Of what is unpacked, more at a time: each piece goes through another thread. */
const unpackedStretch = 4 * stretch;

/** 2 to this is how far back compressed content may refer: 8 MB, which is all the memory that unpacking takes. */
export const windowLog = 23;

/** Content that is not what the manifest says of it: thrown within the stream, and a failure outside of it. */
class Unfit extends Error {
  override readonly name = 'Unfit';
}

const cannotUnpack = (error: unknown): boolean => /^(?:ZSTD_|ERR_ZSTD|Z_)/.test(codeOf(error));

/** What the content is once it is unpacked: the library, or the changes, whose digest no manifest needs to name. */
function unpacked({ manifest }: PackHead): { length: number; sha256: string | null } {
  const { content, library } = manifest;
  return content.kind === 'whole'
    ? { length: library.bytes, sha256: library.sha256 }
    : { length: content.length, sha256: null };
}

/**
 * Reads the content of a pack from the file in stretches, hands them unpacked to `take`, and checks lengths and digests.
 * What `take` was handed counts for nothing unless the answer is ok.
 */
export async function readContent(
  file: string,
  { head, handle, start, size }: OpenPack,
  { progress, signal }: Watch,
  take: (bytes: Uint8Array) => Promise<void> | void,
): Promise<Result<void>> {
  const { content } = head.manifest;
  const expected = unpacked(head);
  const stored = createHash('sha256');
  const inside = createHash('sha256');
  const isPlain = content.coding === 'plain';
  let length = 0;

  async function* fromFile(hash: Hash): AsyncGenerator<Buffer> {
    for (let read = 0; read < content.bytes;) {
      signal?.throwIfAborted();
      const bytes = Buffer.allocUnsafe(Math.min(stretch, content.bytes - read));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, start + read);
      // It became shorter meanwhile, which its digest tells.
      if (bytesRead === 0) return;
      const part = bytes.subarray(0, bytesRead);
      hash.update(part);
      read += bytesRead;
      progress?.(start + read, size);
      yield part;
    }
  }

  async function toTake(parts: AsyncIterable<Buffer>): Promise<void> {
    for await (const part of parts) {
      length += part.length;
      if (length > expected.length) {
        throw new Unfit(
          `its content unpacks to more than the ${expected.length} bytes that it says`,
        );
      }
      if (!isPlain && expected.sha256 !== null) inside.update(part);
      await take(part);
    }
  }

  const notTheOne = (): Result<never> =>
    damaged(file, 'its content is not the one that its manifest was made for');

  try {
    if (isPlain) await toTake(fromFile(stored));
    else {
      const unpack = createZstdDecompress({
        chunkSize: unpackedStretch,
        params: { [constants.ZSTD_d_windowLogMax]: windowLog },
      });
      await pipeline(fromFile(stored), unpack, toTake);
    }
  } catch (error) {
    if (signal?.aborted === true) return calledOff();
    const isUnfit = error instanceof Unfit;
    if (!isUnfit && !cannotUnpack(error)) throw error;
    // Damage mostly breaks the unpacking first. That the digest does not fit is the truer word, and all is read again for it.
    const again = createHash('sha256');
    for await (const part of fromFile(again)) void part;
    if (again.digest('hex') !== content.sha256) return notTheOne();
    return damaged(file, isUnfit ? error.message : 'its content cannot be unpacked');
  }
  if (stored.digest('hex') !== content.sha256) return notTheOne();
  if (length !== expected.length) {
    return damaged(file, `its content unpacks to ${length} bytes of ${expected.length}`);
  }
  if (!isPlain && expected.sha256 !== null && inside.digest('hex') !== expected.sha256) {
    return damaged(file, 'the library in it is not the one that its manifest names');
  }
  return done(undefined);
}

/**
 * Reads a whole pack and checks every byte of it against its manifest, and that against its signature. What the library in
 * it holds is not looked at: that is `proveLibrary`.
 *
 * Errors: `file-missing`, `file-unreadable`, `pack-damaged`, `pack-forged`, `pack-newer`, `called-off`.
 */
export const verifyPack = (file: string, watch: Watch = {}): Promise<Result<PackHead>> =>
  withPack(file, async (pack) => {
    const read = await readContent(file, pack, watch, () => {});
    return read.ok ? done(pack.head) : read;
  });
