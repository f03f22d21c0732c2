import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openService } from '../../../main/service/index.ts';
import { done } from '../../../main/contract/failure.ts';
import { slowly } from '../../fixtures/slowly.ts';
import { makePack } from '../../fixtures/packs.ts';
import { failureOf, found, light, packMachine, valueOf } from './machine-with-packs.ts';

const first = light(7, 2016, 'lanterns of tallow');
const second = light(7, 2020, 'lanterns of whale oil');
const accepted = { isAccepted: true };
const identity = 'lighthouses';

describe('while packs change', () => {
  test('what was asked before is answered from the old library, and what is asked after from the new one', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { api } = service;
    const { file } = await makePack({ documents: [first] });
    valueOf(await api.installPack({ path: file, ...accepted }));
    slowly();
    const underway = api.search({ query: 'lanterns OR réseaux', asTyped: true });
    const removing = api.removePack({ identity });
    valueOf(await removing);
    expect(valueOf(await underway).total).toBe(2);
    expect(await found(service, 'tallow')).toBe(0);
  });

  test('another Recital on the machine notices', async () => {
    const machine = await packMachine();
    const [one, other] = [machine.open(), machine.open()];
    const { file } = await makePack({ documents: [first] });
    const before = other.state();
    valueOf(await one.api.installPack({ path: file, ...accepted }));
    expect(other.state()).not.toBe(before);
    expect(await found(other, 'tallow')).toBe(1);
    expect(valueOf(await other.api.packs({})).packs).toHaveLength(2);
    valueOf(await other.api.removePack({ identity }));
    expect(await found(one, 'tallow')).toBe(0);
  });

  test('two installs at once come one after the other', async () => {
    const machine = await packMachine();
    const [one, other] = [machine.open(), machine.open()];
    const packs = await Promise.all([
      makePack({ documents: [first], identity: 'tallow' }),
      makePack({ documents: [second], identity: 'oil' }),
      makePack({ documents: [light(8, 2020, 'lanterns of gas')], identity: 'gas' }),
    ]);
    const installed = await Promise.all(
      packs.map(({ file }, at) =>
        (at === 0 ? other : one).api.installPack({ path: file, ...accepted }),
      ),
    );
    for (const each of installed) valueOf(each);
    const again = machine.open();
    for (const words of ['tallow', 'whale oil', 'gas']) expect(await found(again, words)).toBe(1);
  });

  test('the room reads the packs of the trainer, and nobody there can reach them', async () => {
    const machine = await packMachine();
    const rooms: unknown[] = [];
    const service = valueOf(
      openService({
        libraryFile: machine.libraryFile,
        dataFolder: machine.data,
        version: '0.1.0',
        door: {
          open: async (request) => {
            rooms.push(request);
            return done({
              url: 'http://127.0.0.1/',
              port: 1,
              code: '1',
              announced: () => null,
              connected: () => 0,
              hasHadGuests: () => false,
              close: async () => {},
            });
          },
        },
      }),
    );
    valueOf(await service.openRoom({ host: '127.0.0.1' }));
    const [room] = rooms as [{ api: typeof service.api; state(): string | null }];
    const before = room.state();
    const { file } = await makePack({ documents: [first] });
    valueOf(await service.api.installPack({ path: file, ...accepted }));
    expect(room.state()).not.toBe(before);
    expect(await found(room, 'tallow')).toBe(1);
    await service.close();
  });
});

describe('what became damaged', () => {
  test('of an installed pack is left out, and said, until it is installed again', async () => {
    const machine = await packMachine();
    const { file } = await makePack({ documents: [first] });
    await machine.install(file);
    machine.damage(() => Buffer.from('no library'));
    const service = machine.open();
    expect(await found(service, 'keep réseaux lit')).toBe(1);
    const { packs } = valueOf(await service.api.packs({}));
    expect(packs[1]).toMatchObject({ identity, isOn: true, trouble: { code: 'library-damaged' } });
    const again = valueOf(await service.api.installPack({ path: file, ...accepted }));
    expect(again).toMatchObject({ trouble: null });
    expect(await found(service, 'tallow')).toBe(1);
  });

  test('or was made for an older Recital is left out, and a newer version asked for', async () => {
    const machine = await packMachine();
    const { file } = await makePack({ documents: [first] });
    await machine.install(file);
    // The format's number, where SQLite keeps it (sqlite.org/fileformat2.html, section 1.3).
    machine.damage((bytes) => {
      bytes.writeInt32BE(bytes.readInt32BE(60) - 1, 60);
      return bytes;
    });
    const service = machine.open();
    expect(await found(service, 'keep réseaux lit')).toBe(1);
    const trouble = valueOf(await service.api.packs({})).packs[1]?.trouble;
    expect(trouble?.code).toBe('library-older');
    expect(trouble?.message).toContain('newer version');
  });

  test('of the library that came with the program does not take the packs with it', async () => {
    const machine = await packMachine();
    const { file } = await makePack({ documents: [first] });
    await machine.install(file);
    writeFileSync(machine.libraryFile, 'no library');
    const service = machine.open();
    expect(await found(service, 'tallow')).toBe(1);
    expect(valueOf(await service.api.health({})).state).toBe('damaged');
    expect(valueOf(await service.api.packs({})).packs[0]?.trouble?.code).toBe('library-damaged');
    valueOf(await service.api.repair({}));
    expect(await found(service, 'keep réseaux lit')).toBe(1);
  });

  test('of what is noted of all packs costs none of them', async () => {
    const machine = await packMachine();
    const { file } = await makePack({ documents: [first] });
    await machine.install(file);
    for (const text of ['', '{"format":1,"packs":[{"identity":"../.."}]}', 'null']) {
      writeFileSync(join(machine.data, 'packs', 'state.json'), text);
      const service = machine.open();
      expect(await found(service, 'tallow')).toBe(1);
      await service.checkAtStart();
      expect(await found(machine.open(), 'tallow')).toBe(1);
    }
  });
});

test('nothing but what is ours is tidied away', async () => {
  const machine = await packMachine();
  const { file } = await makePack({ documents: [first] });
  const service = machine.open();
  valueOf(await service.api.installPack({ path: file, ...accepted }));
  const theirs = ['notes.txt', 'lighthouses/notes.sqlite', 'lighthouses/1-photo.json'];
  for (const name of theirs) writeFileSync(join(machine.data, 'packs', name), '');
  const before = machine.files();
  await service.checkAtStart();
  expect(machine.files()).toEqual(before);
});

describe('a job', () => {
  test('is listed while a pack is verified, and leaves nothing when it is called off', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { api } = service;
    const { file } = await makePack({ documents: [first] });
    const installing = api.installPack({ path: file, ...accepted });
    const jobs = await vi.waitFor(async () => {
      const listed = valueOf(await api.jobs({})).jobs;
      expect(listed).toHaveLength(1);
      return listed;
    });
    expect(jobs).toMatchObject([{ kind: 'install', what: 'lighthouses.recital', unit: 'bytes' }]);
    valueOf(await api.callOff({ id: jobs[0]?.id ?? '' }));
    expect(failureOf(await installing)).toBe('called-off');
    expect(valueOf(await api.jobs({})).jobs).toEqual([]);
    expect(await found(service, 'tallow')).toBe(0);
    expect(machine.files()).toEqual([]);
    // One that has ended is none.
    valueOf(await api.callOff({ id: jobs[0]?.id ?? '' }));
  });

  test('is called off when the program closes, and closing waits for it', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { file } = await makePack({ documents: [first] });
    const installing = service.api.installPack({ path: file, ...accepted });
    await service.close();
    expect(failureOf(await installing)).toBe('called-off');
    expect(machine.files()).toEqual([]);
    expect(readFileSync(machine.libraryFile).length).toBeGreaterThan(0);
  });
});

test('a pack of which a single byte became another is found at the start and left out', async () => {
  const machine = await packMachine();
  const { file } = await makePack({ documents: [first] });
  await machine.install(file);
  machine.damage((bytes) => {
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
    return bytes;
  });

  const service = machine.open();
  await service.checkAtStart();
  await vi.waitFor(
    async () => {
      const { packs } = valueOf(await service.api.packs({}));
      expect(packs[1]?.trouble?.code).toBe('pack-damaged');
    },
    { timeout: 30_000 },
  );
  expect(await found(service, 'tallow')).toBe(0);
  expect(await found(service, 'keep réseaux lit')).toBe(1);
  const again = valueOf(await service.api.installPack({ path: file, ...accepted }));
  expect(again.trouble).toBeNull();
  expect(await found(service, 'tallow')).toBe(1);
});
