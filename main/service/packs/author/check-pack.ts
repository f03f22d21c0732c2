import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done, failed, type Result } from '../../../contract/failure.ts';
import type { PackChanges, PackManifest, Publisher, Signer } from '../../../contract/packs.ts';
import {
  changesBetween,
  readPackHead,
  signerOf,
  verifyPack,
  type Watch,
} from '../../../library/packs/index.ts';
import { createPublishers } from '../publishers.ts';
import { readShipped } from '../shipped.ts';
import { unpack } from '../unpack.ts';

export interface CheckRequest extends Watch {
  readonly file: string;
  /** Where what is installed stands, and the library that came with the program: they say who is known. */
  readonly packsFolder: string | null;
  readonly libraryFile: string;
}

export interface CheckedPack {
  readonly manifest: PackManifest;
  readonly signer: Signer;
  /** Whether the library was taken out and proved too: of changes it cannot be, without what they change. */
  readonly isProved: boolean;
}

/**
 * Verifies a pack as installing does, and installs nothing: every byte, and of a whole pack the library in it.
 *
 * Errors: those of `verifyPack`.
 */
export async function checkPack({
  file,
  packsFolder,
  libraryFile,
  ...watch
}: CheckRequest): Promise<Result<CheckedPack>> {
  const head = await verifyPack(file, watch);
  if (!head.ok) return head;
  const { manifest } = head.value;
  const isProved = manifest.content.kind === 'whole';
  if (isProved) {
    const place = await mkdtemp(join(tmpdir(), 'recital-pack-'));
    try {
      const to = join(place, 'library.sqlite');
      const proved = await unpack({ file, to, from: null }, () => {});
      if (!proved.ok) return proved;
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  }
  const bundled = (): readonly Omit<Publisher, 'isBundled'>[] =>
    readShipped(libraryFile)?.publishers ?? [];
  const publishers = await createPublishers(packsFolder, bundled).all();
  return done({ manifest, signer: signerOf(head.value, publishers), isProved });
}

export interface PackDifference {
  readonly from: Pick<PackManifest, 'identity' | 'title' | 'version'>;
  readonly to: Pick<PackManifest, 'identity' | 'title' | 'version'>;
  readonly changes: PackChanges;
}

const nameOf = ({ identity, title, version }: PackManifest): PackDifference['from'] => ({
  identity,
  title,
  version,
});

/** What one pack has that another has not, work by work. Errors: those of `readPackHead`, `pack-does-not-apply`. */
export async function comparePacks(from: string, to: string): Promise<Result<PackDifference>> {
  const before = await readPackHead(from);
  if (!before.ok) return before;
  const after = await readPackHead(to);
  if (!after.ok) return after;
  const [earlier, later] = [before.value.manifest, after.value.manifest];
  if (earlier.identity !== later.identity) {
    return failed(
      'pack-does-not-apply',
      `${from} is ${earlier.identity} and ${to} is ${later.identity}; two versions of one pack can be compared.`,
    );
  }
  return done({
    from: nameOf(earlier),
    to: nameOf(later),
    changes: changesBetween(earlier, later),
  });
}
