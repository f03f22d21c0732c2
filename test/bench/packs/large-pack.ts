import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { PackManifest } from '../../../main/contract/packs.ts';
import { canonicalJson } from '../../../main/library/packs/canonical.ts';
import { windowLog } from '../../../main/library/packs/content.ts';
import { writeHeader } from '../../../main/library/packs/header.ts';

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

/** Again and again the bytes of a library, up to so many: verifying looks at bytes, and not into the library. */
async function* repeated(file: string, bytes: number): AsyncGenerator<Buffer> {
  for (let left = bytes; left > 0;) {
    for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
      const piece = (part as Buffer).subarray(0, left);
      left -= piece.length;
      yield piece;
      if (left === 0) return;
    }
  }
}

/**
 * A pack of so many bytes, which nobody signed, of a library as large (`plain`) or larger (`zstd`; the library is farther apart
 * from its next copy than the compression sees).
 */
export async function writeLargePack(
  folder: string,
  {
    library,
    manifest,
    bytes,
    coding,
  }: { library: string; manifest: PackManifest; bytes: number; coding: 'plain' | 'zstd' },
): Promise<string> {
  const whole = join(folder, 'whole.sqlite');
  const content = coding === 'plain' ? whole : join(folder, 'content.zst');
  const share = manifest.content.bytes / manifest.library.bytes;
  const length = Math.round(coding === 'plain' ? bytes : bytes / share);
  await pipeline(repeated(library, length), createWriteStream(whole));
  if (coding === 'zstd') {
    const compress = createZstdCompress({
      params: {
        [constants.ZSTD_c_compressionLevel]: 3,
        [constants.ZSTD_c_windowLog]: windowLog,
      },
    });
    await pipeline(createReadStream(whole), compress, createWriteStream(content));
  }
  const stored = statSync(content).size;
  const json = Buffer.from(
    canonicalJson({
      ...manifest,
      key: null,
      library: { ...manifest.library, bytes: length, sha256: await sha256Of(whole) },
      content: { kind: 'whole', coding, bytes: stored, sha256: await sha256Of(content) },
    }),
  );
  const header = writeHeader({
    manifest: json.length,
    signature: 0,
    content: stored,
    digest: createHash('sha256').update(json).digest(),
  });
  const file = join(folder, `${coding}.recital`);
  await pipeline(async function* () {
    yield header;
    yield json;
    yield* createReadStream(content);
  }, createWriteStream(file));
  return file;
}
