import { readFile, stat } from 'node:fs/promises';
import { done, failed, type Result } from '../contract/failure.ts';

/** Larger than any resolution; a larger file is somebody's mistake, and would fill the memory. */
const maxBytes = 100 * 1024 * 1024;

/** Errors: `file-missing`, `file-unreadable`, `too-large`. */
export async function readInput(file: string): Promise<Result<Uint8Array>> {
  try {
    const about = await stat(file);
    if (about.isDirectory()) return failed('file-unreadable', `${file} is a folder, not a file.`);
    if (about.size > maxBytes) return failed('too-large', `${file} is larger than 100 MB.`);
    return done(await readFile(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return failed('file-missing', `There is no file ${file}.`);
    return failed('file-unreadable', `${file} cannot be read (${code ?? 'unknown reason'}).`);
  }
}

/** Everything on standard input. Errors: `too-large`. */
export async function readStandardInput(): Promise<Result<Uint8Array>> {
  if (process.stdin.isTTY) process.stderr.write('recital: reading what you type, until Ctrl+D\n');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > maxBytes) return failed('too-large', 'Standard input is larger than 100 MB.');
  }
  return done(Buffer.concat(chunks));
}
