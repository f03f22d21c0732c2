import { open } from 'node:fs/promises';
import { done, failed, type Result } from '../../contract/failure.ts';
import { tourLimits } from '../../contract/own-tours.ts';

/**
 * The text of the file that a tour is carried in.
 *
 * Errors: `file-missing`, `file-unreadable`, `too-large`, `content-invalid` where it is no text.
 */
export async function textAt(path: string): Promise<Result<string>> {
  try {
    await using file = await open(path);
    const stats = await file.stat();
    // A pipe would never end, and a folder is no file.
    if (!stats.isFile()) return failed('file-unreadable', `${path} is not a file.`);
    if (stats.size > tourLimits.file)
      return failed('too-large', `${path} is too large for a tour.`);
    return done(new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile()));
  } catch (error) {
    if (error instanceof TypeError)
      return failed('content-invalid', 'This is not a tour: the file is not text.');
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? failed('file-missing', `${path} is missing.`)
      : failed('file-unreadable', `${path} cannot be read (${code ?? 'unknown reason'}).`);
  }
}
