import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { constants, zstdCompress } from 'node:zlib';
import { done, type Result } from '../../contract/failure.ts';
import type { Publisher } from '../../contract/packs.ts';
import { describeLibrary, type PackAbout } from '../../library/packs/index.ts';
import { writeWhole } from '../write-whole.ts';
import { originalOf, shippedNoteOf, type ShippedNote } from './shipped.ts';

export interface ShipRequest {
  readonly libraryFile: string;
  readonly about: PackAbout;
  /** Whose packs are known from the beginning. */
  readonly publishers: readonly Omit<Publisher, 'isBundled'>[];
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const compress = promisify(zstdCompress);

/**
 * Writes beside a library what it is to be shipped with: the note that it is checked against at each start and listed by,
 * and the original that it can be put back from. The note comes last: where there is one, all is there.
 *
 * Errors: those of opening a library.
 */
export async function shipLibrary({
  libraryFile,
  about,
  publishers,
}: ShipRequest): Promise<Result<ShippedNote>> {
  const said = describeLibrary(libraryFile);
  if (!said.ok) return said;
  const { editions, records, languages, counts, schema, contents } = said.value;
  await rm(shippedNoteOf(libraryFile), { force: true });
  const bytes = await readFile(libraryFile);
  const original = await compress(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: 19 },
  });
  const note: ShippedNote = {
    manifest: {
      format: 1,
      ...about,
      key: null,
      languages,
      editions,
      records,
      counts,
      library: { schema, bytes: bytes.length, sha256: sha256Of(bytes), contents },
      content: {
        kind: 'whole',
        coding: 'zstd',
        bytes: original.length,
        sha256: sha256Of(original),
      },
    },
    publishers,
  };
  await writeWhole(originalOf(libraryFile), original);
  await writeWhole(shippedNoteOf(libraryFile), `${JSON.stringify(note)}\n`);
  return done(note);
}
