import { truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makePack, newKey } from '../../fixtures/packs.ts';
import { failureOf, found, light, packMachine, valueOf } from './machine-with-packs.ts';

const first = light(7, 2016, 'lanterns of tallow');
const second = light(7, 2020, 'lanterns of whale oil');
const third = light(7, 2024, 'lanterns of mirrors');
const accepted = { isAccepted: true };

describe('a pack that is installed', () => {
  test('is read beside what came with the program, as one library', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { file } = await makePack({ documents: [first] });
    expect(await found(service, 'tallow')).toBe(0);
    const before = service.state();

    const installed = valueOf(await service.api.installPack({ path: file, ...accepted }));

    expect(installed).toMatchObject({
      identity: 'lighthouses',
      version: '2026.11.1',
      isOn: true,
      isBundled: false,
      previous: null,
      trouble: null,
      signer: { kind: 'nobody' },
      counts: { editions: 1 },
    });
    expect(await found(service, 'tallow')).toBe(1);
    expect(await found(service, 'keep réseaux lit')).toBe(1);
    expect(service.state()).not.toBe(before);
    const { packs } = valueOf(await service.api.packs({}));
    expect(packs.map(({ identity }) => identity)).toEqual(['recital', 'lighthouses']);
    expect(packs[1]).toEqual(installed);
    expect(await found(machine.open(), 'tallow')).toBe(1);
  });

  test('takes the place of the version before, to which a person can go back and forth', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { api } = service;
    const [one, two, three] = await Promise.all([
      makePack({ documents: [first], version: '1' }),
      makePack({ documents: [first, second], version: '2' }),
      makePack({ documents: [first, second, third], version: '3' }),
    ]);
    const identity = 'lighthouses';
    valueOf(await api.installPack({ path: one.file, ...accepted }));
    expect(failureOf(await api.rollBackPack({ identity }))).toBe('unknown-pack');
    const report = valueOf(await api.inspectPack({ path: two.file }));
    expect(report).toMatchObject({
      installed: '1',
      obstacle: null,
      changes: { added: [], updated: [{ editions: ['wtsa/resolution/7@2020'] }], removed: [] },
    });
    valueOf(await api.installPack({ path: two.file, ...accepted }));
    expect(await found(service, 'whale oil')).toBe(1);

    const back = valueOf(await api.rollBackPack({ identity }));
    expect(back).toMatchObject({ version: '1', previous: '2' });
    expect(await found(service, 'whale oil')).toBe(0);
    expect(await found(service, 'tallow')).toBe(1);

    const forth = valueOf(await api.rollBackPack({ identity }));
    expect(forth).toMatchObject({ version: '2', previous: '1' });
    expect(await found(service, 'whale oil')).toBe(1);

    const last = valueOf(await api.installPack({ path: three.file, ...accepted }));
    expect(last).toMatchObject({ version: '3', previous: '2' });
    // Of the first one nothing is left.
    expect(machine.files()).toEqual([
      expect.stringMatching(/^lighthouses\/2-[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^lighthouses\/2-[0-9a-f]{12}\.sqlite$/),
      expect.stringMatching(/^lighthouses\/3-[0-9a-f]{12}\.json$/),
      expect.stringMatching(/^lighthouses\/3-[0-9a-f]{12}\.sqlite$/),
      'state.json',
    ]);
  });

  test('can be switched off and on, and one library is always on', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { api } = service;
    const { file } = await makePack({ documents: [first] });
    valueOf(await api.installPack({ path: file, ...accepted }));

    const off = valueOf(await api.switchPack({ identity: 'lighthouses', isOn: false }));
    expect(off.isOn).toBe(false);
    expect(await found(service, 'tallow')).toBe(0);
    expect(failureOf(await api.switchPack({ identity: 'recital', isOn: false }))).toBe(
      'not-allowed',
    );
    valueOf(await api.switchPack({ identity: 'lighthouses', isOn: true }));
    valueOf(await api.switchPack({ identity: 'recital', isOn: false }));
    expect(await found(service, 'tallow')).toBe(1);
    expect(await found(service, 'keep réseaux lit')).toBe(0);
    const again = machine.open();
    expect(await found(again, 'keep réseaux lit')).toBe(0);
    expect(valueOf(await again.api.packs({})).packs).toMatchObject([
      { identity: 'recital', isOn: false, isBundled: true },
      { identity: 'lighthouses', isOn: true },
    ]);
    expect(failureOf(await api.switchPack({ identity: 'lamps', isOn: true }))).toBe('unknown-pack');
  });

  test('leaves nothing when it is removed, and what came with the program is then read again', async () => {
    const machine = await packMachine();
    const service = machine.open();
    const { api } = service;
    const { file } = await makePack({ documents: [first] });
    valueOf(await api.installPack({ path: file, ...accepted }));
    valueOf(await api.switchPack({ identity: 'recital', isOn: false }));

    valueOf(await api.removePack({ identity: 'lighthouses' }));

    expect(await found(service, 'tallow')).toBe(0);
    expect(await found(service, 'keep réseaux lit')).toBe(1);
    expect(valueOf(await api.packs({})).packs).toMatchObject([{ identity: 'recital', isOn: true }]);
    expect(machine.files()).toEqual(['state.json']);
    expect(failureOf(await api.removePack({ identity: 'lighthouses' }))).toBe('unknown-pack');
    expect(failureOf(await api.removePack({ identity: 'recital' }))).toBe('not-allowed');
  });

  test('stays as it is when the very same is installed again, and is switched on', async () => {
    const machine = await packMachine();
    const { api } = machine.open();
    const { file } = await makePack({ documents: [first] });
    valueOf(await api.installPack({ path: file, ...accepted }));
    valueOf(await api.switchPack({ identity: 'lighthouses', isOn: false }));
    const before = machine.files();
    const again = valueOf(await api.installPack({ path: file, ...accepted }));
    expect(again).toMatchObject({ isOn: true, previous: null });
    expect(machine.files()).toEqual(before);
  });
});

describe('an update of what came with the program', () => {
  const shipped = { identity: 'recital', version: '2026.1' };
  const machineWith = () => packMachine({ documents: [first], shipped });

  test('is read in its place, and gone back from', async () => {
    const machine = await machineWith();
    const service = machine.open();
    const { api } = service;
    const { file } = await makePack({
      documents: [second],
      identity: 'recital',
      version: '2026.1.1',
    });
    const updated = valueOf(await api.installPack({ path: file, ...accepted }));
    expect(updated).toMatchObject({ isBundled: false, version: '2026.1.1', previous: '2026.1' });
    expect(await found(service, 'whale oil')).toBe(1);
    expect(await found(service, 'tallow')).toBe(0);
    expect(valueOf(await api.packs({})).packs).toHaveLength(1);

    const back = valueOf(await api.rollBackPack({ identity: 'recital' }));
    expect(back).toMatchObject({ isBundled: true, version: '2026.1', previous: '2026.1.1' });
    expect(await found(service, 'tallow')).toBe(1);
    expect(await found(service, 'whale oil')).toBe(0);
    const forth = valueOf(await api.rollBackPack({ identity: 'recital' }));
    expect(forth).toMatchObject({ version: '2026.1.1', previous: '2026.1' });

    valueOf(await api.removePack({ identity: 'recital' }));
    expect(await found(service, 'tallow')).toBe(1);
    expect(valueOf(await api.packs({})).packs).toMatchObject([{ isBundled: true }]);
  });

  test('may be small, of what changed alone', async () => {
    const machine = await machineWith();
    const service = machine.open();
    const base = await makePack({ documents: [first], ...shipped });
    const { file } = await makePack({
      documents: [first, second],
      identity: 'recital',
      version: '2026.2',
      from: base.file,
    });
    const report = valueOf(await service.api.inspectPack({ path: file }));
    expect(report).toMatchObject({ installed: '2026.1', obstacle: null });
    valueOf(await service.api.installPack({ path: file, ...accepted }));
    expect(await found(service, 'whale oil')).toBe(1);
    expect(await found(service, 'tallow')).toBe(1);
    // The version that it changes is not the one that is here any more.
    const next = await makePack({
      documents: [second, third],
      identity: 'recital',
      version: '2026.3',
      from: base.file,
    });
    expect(failureOf(await service.api.installPack({ path: next.file, ...accepted }))).toBe(
      'pack-does-not-apply',
    );
  });

  test('is refused where it is not newer, and not read once the program brings a newer one', async () => {
    const machine = await machineWith();
    const service = machine.open();
    for (const version of ['2026.1', '2025.12.9']) {
      const { file } = await makePack({ documents: [second], identity: 'recital', version });
      expect(failureOf(await service.api.installPack({ path: file, ...accepted }))).toBe(
        'pack-does-not-apply',
      );
    }
    expect(machine.files()).toEqual([]);
    const { file } = await makePack({
      documents: [second],
      identity: 'recital',
      version: '2026.2',
    });
    valueOf(await service.api.installPack({ path: file, ...accepted }));
    await machine.update([third], '2026.3');
    const newer = machine.open();
    expect(await found(newer, 'mirrors')).toBe(1);
    expect(await found(newer, 'whale oil')).toBe(0);
    expect(valueOf(await newer.api.packs({})).packs).toMatchObject([
      { isBundled: true, version: '2026.3', previous: null },
    ]);
  });
});

describe('who signed', () => {
  test('is known only once the person said so, and until they take it back', async () => {
    const machine = await packMachine();
    const { api } = machine.open();
    const key = newKey();
    const { file } = await makePack({ documents: [first], key });
    const unknown = { kind: 'unknown', key: key.id, publisher: 'The Lighthouse Office' };
    expect(valueOf(await api.inspectPack({ path: file })).signer).toEqual(unknown);
    expect(failureOf(await api.installPack({ path: file }))).toBe('untrusted');
    expect(machine.files()).toEqual([]);

    const publisher = { key: key.id, name: 'The Lighthouse Office', isBundled: false };
    expect(valueOf(await api.trustPublisher({ path: file }))).toEqual(publisher);
    expect(valueOf(await api.inspectPack({ path: file })).signer.kind).toBe('known');
    expect(valueOf(await api.installPack({ path: file })).signer.kind).toBe('known');
    expect(valueOf(await machine.open().api.packs({})).publishers).toEqual([publisher]);

    valueOf(await api.forgetPublisher({ key: key.id }));
    const { packs, publishers } = valueOf(await api.packs({}));
    expect(publishers).toEqual([]);
    expect(packs[1]?.signer).toEqual(unknown);
  });

  test('is nobody: the pack is installed only where that is accepted, and teaches no key', async () => {
    const machine = await packMachine();
    const { api } = machine.open();
    const { file } = await makePack({ documents: [first] });
    expect(failureOf(await api.installPack({ path: file }))).toBe('untrusted');
    expect(failureOf(await api.trustPublisher({ path: file }))).toBe('untrusted');
    expect(machine.files()).toEqual([]);
  });

  test('came with the program as known, and cannot be forgotten', async () => {
    const key = newKey();
    const machine = await packMachine({ publishers: [{ key: key.id, name: 'The Union' }] });
    const { api } = machine.open();
    const { file } = await makePack({ documents: [first], key });
    // By the name that the program knows, whatever the pack calls them.
    const signer = { kind: 'known', key: key.id, publisher: 'The Union' };
    expect(valueOf(await api.installPack({ path: file })).signer).toEqual(signer);
    expect(failureOf(await api.forgetPublisher({ key: key.id }))).toBe('not-allowed');
  });
});

test('a pack that is cut short is refused, and nothing of it is there', async () => {
  const machine = await packMachine();
  const { api } = machine.open();
  const { file, manifest } = await makePack({ documents: [first] });
  truncateSync(file, 400 + manifest.content.bytes / 2);
  expect(failureOf(await api.inspectPack({ path: file }))).toBe('pack-damaged');
  expect(failureOf(await api.installPack({ path: file, ...accepted }))).toBe('pack-damaged');
  expect(failureOf(await api.inspectPack({ path: `${file}.not` }))).toBe('file-missing');
  expect(machine.files()).toEqual([]);
});
