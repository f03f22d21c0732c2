import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Failure } from '../../../main/contract/failure.ts';
import { proveLibrary, unpackPack } from '../../../main/library/packs/index.ts';
import { damagedPacks } from '../../fixtures/damaged-packs.ts';
import { naming } from '../../fixtures/documents.ts';
import { makePack } from '../../fixtures/packs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';

/** What installing does with a pack before anything of it is used; null: it is accepted. */
async function refusalOf(file: string, folder: string): Promise<Failure | null> {
  const to = join(folder, 'library.sqlite');
  const unpacked = await unpackPack(file, { to, naming });
  if (!unpacked.ok) {
    if (readdirSync(folder).length > 0) throw new Error('something is left of it');
    return unpacked.error;
  }
  const proved = proveLibrary(to, unpacked.value.head.manifest, { pack: file });
  return proved.ok ? null : proved.error;
}

test('a pack in which nothing is wrong is accepted', async () => {
  const { file } = await makePack();
  expect(await refusalOf(file, temporaryFolder())).toBeNull();
});

test('every one of more than 200 damaged packs is refused, and for its own reason', async () => {
  const packs = await damagedPacks();
  expect(packs.length).toBeGreaterThan(200);
  const folder = temporaryFolder();
  const mistaken: string[] = [];
  for (const [at, { what, bytes, code, reason }] of packs.entries()) {
    const file = join(folder, `${at}.recital`);
    const place = join(folder, `place-${at}`);
    writeFileSync(file, bytes);
    mkdirSync(place);
    const refusal = await refusalOf(file, place);
    if (refusal?.code !== code || !refusal.message.includes(reason)) {
      mistaken.push(`${what}: ${refusal?.code} ${refusal?.message} (and not ${code} ${reason})`);
    }
  }
  expect(mistaken).toEqual([]);
});
