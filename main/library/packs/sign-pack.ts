import type { Result } from '../../contract/failure.ts';
import { done } from '../../contract/failure.ts';
import type { PackManifest } from '../../contract/packs.ts';
import { isOfDisk } from '../disk.ts';
import { assemble, fitManifest, headOf, notWritten } from './assemble.ts';
import { readContent } from './content.ts';
import { withPack } from './head.ts';
import type { SigningKey } from './keys.ts';

/**
 * Signs a pack, in the place of whatever signature is on it, once every byte of it is checked. `out` may be the pack itself.
 *
 * Errors: those of `verifyPack`, `not-writable`, `disk-full`.
 */
export async function signPack(
  file: string,
  { key, out }: { readonly key: SigningKey; readonly out: string },
): Promise<Result<PackManifest>> {
  try {
    const signed = await withPack(file, async (pack) => {
      const read = await readContent(file, pack, {}, () => {});
      if (!read.ok) return read;
      const manifest = await fitManifest({ ...pack.head.manifest, key: key.id });
      if (!manifest.ok) return manifest;
      const head = headOf(manifest.value, key);
      const putInPlace = await assemble(out, head, { file, start: pack.start });
      return done({ manifest: manifest.value, putInPlace });
    });
    if (!signed.ok) return signed;
    // The pack that was read is closed by now: on Windows no open file can be replaced.
    await signed.value.putInPlace();
    return done(signed.value.manifest);
  } catch (error) {
    if (isOfDisk(error)) return notWritten(out, error);
    throw error;
  }
}
