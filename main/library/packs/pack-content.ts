import { createHash, type Hash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import { done, type Result } from '../../contract/failure.ts';
import type { PackContent } from '../../contract/packs.ts';
import { changesFrom } from './changes.ts';
import { stretch, windowLog } from './content.ts';
import type { PackHead } from './head.ts';
import { withContent, type LibrarySays } from './says.ts';

/** What goes into a pack, in a file of its own. */
export interface Packed {
  readonly file: string;
  readonly content: PackContent;
}

/** As small as the format gives without taking minutes; unpacking takes no longer for it. */
const level = 12;

async function* counting(parts: AsyncIterable<Buffer>, count: (part: Buffer) => void) {
  for await (const part of parts) {
    count(part);
    yield part;
  }
}

/** Compresses a file, and answers both lengths and the digest of what it wrote. */
async function compress(
  file: string,
  to: string,
): Promise<{ length: number; bytes: number; sha256: string }> {
  const hash: Hash = createHash('sha256');
  let length = 0;
  let bytes = 0;
  await pipeline(
    createReadStream(file, { highWaterMark: stretch }),
    (parts: AsyncIterable<Buffer>) => counting(parts, (part) => (length += part.length)),
    createZstdCompress({
      chunkSize: stretch,
      params: {
        [constants.ZSTD_c_compressionLevel]: level,
        [constants.ZSTD_c_windowLog]: windowLog,
      },
    }),
    (parts: AsyncIterable<Buffer>) =>
      counting(parts, (part) => {
        hash.update(part);
        bytes += part.length;
      }),
    createWriteStream(to),
  );
  return { length, bytes, sha256: hash.digest('hex') };
}

/** The library compressed, or as it is where that saves less than a tenth. */
export async function packWhole(library: string, sha256: string, scratch: string): Promise<Packed> {
  const { length, ...stored } = await compress(library, scratch);
  return stored.bytes < length * 0.9
    ? { file: scratch, content: { kind: 'whole', coding: 'zstd', ...stored } }
    : { file: library, content: { kind: 'whole', coding: 'plain', bytes: length, sha256 } };
}

/** What differs, compressed. Errors: those of opening the libraries. */
export async function packChanges(
  earlier: { readonly file: string; readonly head: PackHead },
  later: { readonly file: string; readonly says: LibrarySays },
  scratch: string,
): Promise<Result<Packed>> {
  const { version, library, editions } = earlier.head.manifest;
  const lines = `${scratch}.lines`;
  try {
    const descriptor = openSync(lines, 'w');
    try {
      const written = withContent(earlier.file, (before) =>
        withContent(later.file, (after) => {
          for (const line of changesFrom(before, editions, after, later.says.editions)) {
            writeSync(descriptor, line);
          }
          return done(undefined);
        }),
      );
      if (!written.ok) return written;
    } finally {
      closeSync(descriptor);
    }
    const { length, ...stored } = await compress(lines, scratch);
    const from = { version, contents: library.contents };
    return done({
      file: scratch,
      content: { kind: 'changes', coding: 'zstd', ...stored, length, from },
    });
  } finally {
    await rm(lines, { force: true });
  }
}
