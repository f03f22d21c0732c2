import { open, rm, stat, type FileHandle } from 'node:fs/promises';
import { done, failed, type Result } from '../../contract/failure.ts';
import { isOfDisk } from '../disk.ts';
import type { Naming } from '../new-edition.ts';
import { applyChanges } from './apply-changes.ts';
import { notWritten } from './assemble.ts';
import { readContent, type Watch } from './content.ts';
import { hashFile } from './hash-file.ts';
import { withPack, type OpenPack, type PackHead } from './head.ts';

export interface UnpackRequest extends Watch {
  /** The library to write: a file that is not there yet. */
  readonly to: string;
  /** The library that a pack of changes applies to. */
  readonly from?: string | undefined;
  readonly naming: Naming;
}

/** `bytes` and `sha256` are those of the file. After changes they may be others than the manifest's: see README.md. */
export interface Unpacked {
  readonly head: PackHead;
  readonly bytes: number;
  readonly sha256: string;
}

/** Writes the content, unpacked, to a new file, flushed to the disk. */
async function writeContent(
  file: string,
  pack: OpenPack,
  to: string,
  watch: Watch,
): Promise<Result<void>> {
  let handle: FileHandle;
  try {
    handle = await open(to, 'wx');
  } catch (error) {
    return notWritten(to, error);
  }
  /** Whether the disk that is written to failed, as opposed to the one that is read. */
  let isOfWriting = false;
  try {
    const read = await readContent(file, pack, watch, async (bytes) => {
      isOfWriting = true;
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten;
      isOfWriting = false;
    });
    if (!read.ok) return read;
    isOfWriting = true;
    await handle.sync();
    return done(undefined);
  } catch (error) {
    if (isOfWriting) return notWritten(to, error);
    throw error;
  } finally {
    await handle.close();
  }
}

/** Progress goes by bytes: those of the pack, and as many again as the library has, for writing it. */
async function unpackChanges(
  file: string,
  pack: OpenPack,
  { to, from, naming, signal, progress }: UnpackRequest,
): Promise<Result<void>> {
  const { manifest } = pack.head;
  const changes = `${to}.changes`;
  const total = pack.size + manifest.library.bytes;
  try {
    const written = await writeContent(file, pack, changes, {
      signal,
      progress: (far) => progress?.(far, total),
    });
    if (!written.ok) return written;
    return await applyChanges({
      pack: file,
      manifest,
      changes,
      from,
      to,
      naming,
      signal,
      counted: (far, all) =>
        progress?.(pack.size + Math.floor((manifest.library.bytes * far) / all), total),
    });
  } finally {
    await rm(changes, { force: true });
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

async function unpackOpen(
  file: string,
  pack: OpenPack,
  request: UnpackRequest,
): Promise<Result<Unpacked>> {
  const { head } = pack;
  const { content, library } = head.manifest;
  if (content.kind === 'whole') {
    const written = await writeContent(file, pack, request.to, request);
    const { bytes, sha256 } = library;
    return written.ok ? done({ head, bytes, sha256 }) : written;
  }
  const applied = await unpackChanges(file, pack, request);
  if (!applied.ok) return applied;
  const made = await hashFile(request.to);
  return made.ok ? done({ head, ...made.value }) : made;
}

/**
 * Writes the library that a pack holds or leads to, having checked every byte of the pack on the way; nothing is left of it
 * where the answer is a failure. What the library holds is not looked at: that is `proveLibrary`. Of a pack of changes the
 * library is written anew, in stretches as long as that takes: for a thread.
 *
 * Errors: those of `verifyPack`, `pack-does-not-apply`, `not-writable`, `disk-full`; of the library that changes apply to
 * those of opening one.
 */
export const unpackPack = (file: string, request: UnpackRequest): Promise<Result<Unpacked>> =>
  withPack(file, async (pack) => {
    const { to } = request;
    if (await isThere(to)) return failed('not-writable', `There is a file ${to} already.`);
    let isWhole = false;
    try {
      const unpacked = await unpackOpen(file, pack, request);
      isWhole = unpacked.ok;
      return unpacked;
    } catch (error) {
      if (isOfDisk(error)) return notWritten(to, error);
      throw error;
    } finally {
      if (!isWhole) await rm(to, { force: true });
    }
  });
