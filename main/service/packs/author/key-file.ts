import { open, readFile } from 'node:fs/promises';
import { done, failed, type Result } from '../../../contract/failure.ts';
import { newSigningKey, readSigningKey, type SigningKey } from '../../../library/packs/index.ts';

const codeOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? 'unknown reason';

/**
 * Makes a key pair and keeps its private half where nobody else may read it. A file that is there is never written over:
 * a key that is gone cannot be made again.
 *
 * Errors: `not-writable`.
 */
export async function makeKeyFile(file: string): Promise<Result<SigningKey>> {
  const { key, pem } = newSigningKey();
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(pem);
      await handle.sync();
    } finally {
      await handle.close();
    }
    return done(key);
  } catch (error) {
    const code = codeOf(error);
    if (!/^E[A-Z]+$/.test(code)) throw error;
    return failed(
      'not-writable',
      code === 'EEXIST'
        ? `There is a file ${file} already; it is left as it is.`
        : `The key ${file} cannot be written (${code}).`,
    );
  }
}

/** Errors: `file-missing`, `file-unreadable`. */
export async function readKeyFile(file: string): Promise<Result<SigningKey>> {
  let pem: string;
  try {
    pem = await readFile(file, 'utf8');
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? failed('file-missing', `There is no key ${file}; make one with "recital pack key".`)
      : failed('file-unreadable', `The key ${file} cannot be read (${codeOf(error)}).`);
  }
  const key = readSigningKey(pem);
  return key === null
    ? failed('file-unreadable', `${file} is no private Ed25519 key in PEM.`)
    : done(key);
}
