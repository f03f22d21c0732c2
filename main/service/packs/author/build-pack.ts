import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done, type Result } from '../../../contract/failure.ts';
import type { PackManifest } from '../../../contract/packs.ts';
import { nameOfWork } from '../../../documents/index.ts';
import { signPack, writePack } from '../../../library/packs/index.ts';
import { compileLibrary, type BuildReport } from '../../content/compile-library.ts';
import { namesOfActor } from '../../names-of-actor.ts';
import { readKeyFile } from './key-file.ts';
import { readPackYaml } from './pack-yaml.ts';

export interface PackBuildRequest {
  /** Laid out like `content/`, with `pack.yaml`. */
  readonly folder: string;
  readonly out: string;
  /** The file of the key to sign with; null: nobody signs. */
  readonly key: string | null;
  /** A whole pack of an earlier version, to hold only what changed since; null: the pack is whole. */
  readonly from: string | null;
}

export interface PackBuildReport {
  readonly pack: string;
  readonly manifest: PackManifest;
  readonly warnings: BuildReport['warnings'];
}

/**
 * Checks an author's folder, compiles it, and makes a pack of it.
 *
 * Errors: `content-invalid` (`file:line: what`), those of reading the key and the earlier pack, `not-writable`, `disk-full`.
 */
export async function buildPack({
  folder,
  out,
  key: keyFile,
  from,
}: PackBuildRequest): Promise<Result<PackBuildReport>> {
  const about = await readPackYaml(folder);
  if (!about.ok) return about;
  const key = keyFile === null ? done(null) : await readKeyFile(keyFile);
  if (!key.ok) return key;
  const place = await mkdtemp(join(tmpdir(), 'recital-pack-'));
  try {
    const library = join(place, 'library.sqlite');
    const compiled = await compileLibrary({ contentFolder: folder, out: library });
    if (!compiled.ok) return compiled;
    const written = await writePack({
      library,
      about: about.value,
      key: key.value,
      from,
      out,
      naming: { nameOfWork, namesOfActor },
    });
    if (!written.ok) return written;
    return done({ pack: out, manifest: written.value, warnings: compiled.value.warnings });
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Signs a pack, in place of whatever signature is on it. Errors: those of `signPack` and of reading the key. */
export async function signPackFile(
  file: string,
  { key: keyFile, out }: { readonly key: string; readonly out: string },
): Promise<Result<PackManifest>> {
  const key = await readKeyFile(keyFile);
  return key.ok ? signPack(file, { key: key.value, out }) : key;
}
