import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { damagedPacks } from '../../fixtures/damaged-packs.ts';
import { makePack } from '../../fixtures/packs.ts';
import { temporaryFolder } from '../../fixtures/temporary.ts';
import { found, light, packMachine, valueOf } from './machine-with-packs.ts';

/** Each is refused in `test/library/packs`; here, where a thread is begun for each, some of them. */
const each = 4;

/** It says that it is for a newer program, and is believed before anything in it is looked at. */
const isOfNewer = 'library.schema is a lie that nobody signed';

test('of damaged packs none is installed, each for its own reason, and what was there is read on', async () => {
  const machine = await packMachine();
  const service = machine.open();
  const { api } = service;
  const { file } = await makePack({ documents: [light(7, 2016, 'lanterns of tallow')] });
  valueOf(await api.installPack({ path: file, isAccepted: true }));
  const [before, files] = [service.state(), machine.files()];

  const packs = (await damagedPacks())
    .filter(({ what }) => what !== isOfNewer)
    .filter((_pack, at) => at % each === 0);
  expect(packs.length).toBeGreaterThan(50);
  const path = join(temporaryFolder(), 'damaged.recital');
  const mistaken: string[] = [];
  for (const { what, bytes, code, reason } of packs) {
    writeFileSync(path, bytes);
    const installed = await api.installPack({ path, isAccepted: true });
    const refusal = installed.ok ? null : installed.error;
    if (refusal?.code !== code || !refusal.message.includes(reason))
      mistaken.push(`${what}: ${refusal?.code} ${refusal?.message} (and not ${code} ${reason})`);
    if (machine.files().join() !== files.join()) mistaken.push(`${what}: left something`);
  }
  expect(mistaken).toEqual([]);
  expect(service.state()).toBe(before);
  expect(await found(service, 'tallow')).toBe(1);
}, 600_000);
