import { mkdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { PackContent, PackManifest } from '../../contract/packs.ts';
import { isOfDisk } from '../disk.ts';
import type { Naming } from '../new-edition.ts';
import { assemble, fitManifest, headOf, notWritten } from './assemble.ts';
import { hashFile } from './hash-file.ts';
import { readPackHead, type PackHead } from './head.ts';
import type { SigningKey } from './keys.ts';
import { packChanges, packWhole, type Packed } from './pack-content.ts';
import { describeLibrary, type LibrarySays } from './says.ts';
import { unpackPack } from './unpack.ts';

/** What an author says of a pack. */
export type PackAbout = Pick<
  PackManifest,
  'identity' | 'title' | 'version' | 'publisher' | 'rights' | 'minimumApp'
>;

export interface PackRequest {
  /** The compiled library that it is to hold. */
  readonly library: string;
  readonly about: PackAbout;
  /** Null: nobody signs it. */
  readonly key: SigningKey | null;
  /** A whole pack of the version that the new one is to carry changes of; null: it is whole. */
  readonly from: string | null;
  readonly out: string;
  readonly naming: Naming;
}

/** The pack of the earlier version, unpacked to `to`. */
async function unpackEarlier(
  from: string,
  to: string,
  { about, naming }: PackRequest,
): Promise<Result<{ file: string; head: PackHead }>> {
  const head = await readPackHead(from);
  if (!head.ok) return head;
  const { identity, content, title } = head.value.manifest;
  if (content.kind === 'changes') {
    return failed('pack-does-not-apply', `${from} holds changes; name a whole pack.`);
  }
  if (identity !== about.identity) {
    return failed(
      'pack-does-not-apply',
      `${from} is the pack "${title}" (${identity}), and not ${about.identity}.`,
    );
  }
  const unpacked = await unpackPack(from, { to, naming });
  return unpacked.ok ? done({ file: to, head: unpacked.value.head }) : unpacked;
}

type ManifestOf = (content: PackContent) => PackManifest;

/** Makes changes and proves on the spot that they lead to the very library. */
async function packFrom(
  from: string,
  request: PackRequest,
  manifestOf: ManifestOf,
  says: LibrarySays,
  scratch: string,
): Promise<Result<Packed>> {
  const { library, naming } = request;
  const earlier = await unpackEarlier(from, `${scratch}.from`, request);
  if (!earlier.ok) return earlier;
  const packed = await packChanges(earlier.value, { file: library, says }, scratch);
  if (!packed.ok) return packed;
  const manifest = await fitManifest({ ...manifestOf(packed.value.content), key: null });
  if (!manifest.ok) return manifest;
  const trial = `${scratch}.trial`;
  const putInPlace = await assemble(trial, headOf(manifest.value, null), {
    file: scratch,
    start: 0,
  });
  await putInPlace();
  const made = await unpackPack(trial, {
    to: `${scratch}.made`,
    from: earlier.value.file,
    naming,
  });
  if (!made.ok) return made;
  return made.value.sha256 === manifest.value.library.sha256
    ? packed
    : failed('internal', 'The changes lead to a library that is laid out otherwise.');
}

async function makePack(request: PackRequest, scratch: string): Promise<Result<PackManifest>> {
  const { library: file, about, key, from, out } = request;
  const digest = await hashFile(file);
  if (!digest.ok) return digest;
  const { bytes, sha256 } = digest.value;
  const described = describeLibrary(file);
  if (!described.ok) return described;
  const { schema, contents, languages, editions, records, counts } = described.value;
  const manifestOf: ManifestOf = (content) => ({
    format: 1,
    ...about,
    key: key?.id ?? null,
    languages,
    editions,
    records,
    counts,
    library: { schema, bytes, sha256, contents },
    content,
  });
  const packed =
    from === null
      ? done(await packWhole(file, sha256, scratch))
      : await packFrom(from, request, manifestOf, described.value, scratch);
  if (!packed.ok) return packed;
  const manifest = await fitManifest(manifestOf(packed.value.content));
  if (!manifest.ok) return manifest;
  const content = { file: packed.value.file, start: 0 };
  const putInPlace = await assemble(out, headOf(manifest.value, key), content);
  await putInPlace();
  return manifest;
}

/**
 * Makes a pack of a compiled library. The same library, author's words and key give the same bytes.
 *
 * Errors: `content-invalid` (the manifest would break its rule), `not-writable`, `disk-full`; of `from` those of
 * `verifyPack` and `pack-does-not-apply`; those of opening a library.
 */
export async function writePack(request: PackRequest): Promise<Result<PackManifest>> {
  const { out } = request;
  const scratch = join(dirname(out), `.${basename(out)}.${process.pid}.content`);
  try {
    await mkdir(dirname(out), { recursive: true });
    return await makePack(request, scratch);
  } catch (error) {
    if (isOfDisk(error)) return notWritten(out, error);
    throw error;
  } finally {
    for (const end of ['', '.from', '.trial', '.made']) {
      await rm(`${scratch}${end}`, { force: true });
    }
  }
}
