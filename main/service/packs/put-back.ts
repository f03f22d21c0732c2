import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { done, failed, type Result } from '../../contract/failure.ts';
import { flushFolder } from '../write-whole.ts';
import { putBackOf, shippedFolderOf } from './files.ts';
import { originalOf } from './shipped.ts';
import type { Source } from './source.ts';
import { calledOff, failureOf } from './trouble.ts';

const damagedOriginal = failed(
  'library-damaged',
  'The original that the library is put back from is damaged or missing too; install Recital again.',
);

/** Unpacks the original to a file and flushes it. False: it is not what was shipped. */
async function unpack(
  original: string,
  to: string,
  wanted: { readonly bytes: number; readonly sha256: string },
  far: (done: number) => void,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(to, 'w');
  try {
    await pipeline(
      createReadStream(original),
      createZstdDecompress(),
      async (chunks: AsyncIterable<Uint8Array>) => {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > wanted.bytes) return;
          hash.update(chunk);
          await handle.writeFile(chunk);
          far(bytes);
        }
      },
      { signal },
    );
    await handle.sync();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    // What is no zstd stream, or ends too early.
    if (code.startsWith('ZSTD_') || code === 'Z_BUF_ERROR' || code === 'ENOENT') return false;
    throw error;
  } finally {
    await handle.close();
  }
  return bytes === wanted.bytes && hash.digest('hex') === wanted.sha256;
}

/**
 * Puts the library that came with the program back from the original that was installed beside it: in its place, or where
 * that cannot be written to the person's folder of packs, from where it is then read.
 *
 * Errors: `not-here` where there is no original, `library-damaged` where it is damaged too, `not-writable`, `disk-full`,
 * `called-off`.
 */
export async function putBack(
  source: Source,
  { signal, far = () => {} }: { signal?: AbortSignal; far?: (done: number) => void } = {},
): Promise<Result<null>> {
  const note = source.shipped();
  if (note === null)
    return failed('not-here', 'There is no original to put this library back from.');
  const { libraryFile, packs } = source.place;
  const { library } = note.manifest;
  const targets = [libraryFile, ...(packs === null ? [] : [putBackOf(packs, library.sha256)])];
  let trouble: Result<never> = damagedOriginal;
  for (const target of targets) {
    const part = `${target}.${process.pid}.part`;
    try {
      await mkdir(dirname(target), { recursive: true });
      if (!(await unpack(originalOf(libraryFile), part, library, far, signal)))
        return damagedOriginal;
      await rename(part, target);
      await flushFolder(dirname(target));
      // Else that would be read, whatever it is by now.
      if (target === libraryFile && packs !== null)
        await rm(shippedFolderOf(packs), { recursive: true, force: true });
      return done(null);
    } catch (error) {
      if (signal?.aborted === true) return calledOff;
      trouble = failureOf(error);
    } finally {
      await rm(part, { force: true }).catch(() => {});
    }
  }
  return trouble;
}
