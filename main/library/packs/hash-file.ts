import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { done, failed, type Result } from '../../contract/failure.ts';
import { codeOf } from '../disk.ts';
import { stretch, type Watch } from './content.ts';
import { calledOff } from './damage.ts';

export interface FileDigest {
  readonly bytes: number;
  readonly sha256: string;
}

async function hashOpen(
  handle: FileHandle,
  { progress, signal }: Watch,
): Promise<Result<FileDigest>> {
  const { size } = await handle.stat();
  const hash = createHash('sha256');
  const bytes = Buffer.allocUnsafe(stretch);
  let length = 0;
  for (;;) {
    if (signal?.aborted === true) return calledOff();
    const { bytesRead } = await handle.read(bytes, 0, stretch, length);
    if (bytesRead === 0) break;
    hash.update(bytes.subarray(0, bytesRead));
    length += bytesRead;
    progress?.(length, size);
  }
  return done({ bytes: length, sha256: hash.digest('hex') });
}

/** Length and SHA-256 of a file. Errors: `file-missing`, `file-unreadable`, `called-off`. */
export async function hashFile(file: string, watch: Watch = {}): Promise<Result<FileDigest>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    return await hashOpen(handle, watch);
  } catch (error) {
    const code = codeOf(error);
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? failed('file-missing', `There is no file ${file}.`)
      : failed('file-unreadable', `${file} cannot be read (${code}).`);
  } finally {
    await handle?.close();
  }
}
