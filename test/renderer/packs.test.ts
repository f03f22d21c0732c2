import { expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import type { InstalledPack, PackReport, Signer } from '../../main/contract/packs.ts';
import { compareVersions } from '../../renderer/state/compare-versions.ts';
import { createPackFile, mayInstall } from '../../renderer/state/pack-file.ts';
import { createPacks } from '../../renderer/state/packs.ts';
import { createSmallApi } from './small-api.ts';

const pack = {
  identity: 'imt',
  title: 'IMT',
  version: '2026.11',
  previous: '2026.10',
} as InstalledPack;

const reportOf = (signer: Signer, more: Partial<PackReport> = {}): PackReport =>
  ({
    manifest: { title: 'IMT', version: '2026.11' },
    signer,
    changes: { added: [], updated: [], removed: [] },
    installed: null,
    obstacle: null,
    ...more,
  }) as unknown as PackReport;

const known: Signer = { kind: 'known', key: 'a'.repeat(32), publisher: 'ITU' };
const stranger: Signer = { kind: 'unknown', key: 'b'.repeat(32), publisher: 'Somebody' };

function openFile() {
  const { api, calls } = createSmallApi();
  const model = createPackFile(api);
  void model.look('/stick/imt.recital');
  return { model, calls };
}

test('a pack of a known publisher is verified, and installed without a question', async () => {
  const { model, calls } = openFile();
  expect(model.phase.value.kind).toBe('checking');
  await calls[0]?.answer(done(reportOf(known)));
  expect(model.phase.value.kind).toBe('known');
  void model.install();
  expect(model.phase.value.kind).toBe('installing');
  await calls[1]?.answer(done(pack));
  expect(model.phase.value).toMatchObject({ kind: 'installed', pack });
  expect(calls.map(({ method, request }) => [method, request])).toEqual([
    ['inspectPack', { path: '/stick/imt.recital' }],
    ['installPack', { path: '/stick/imt.recital' }],
    ['putAside', { paths: ['/stick/imt.recital'] }],
  ]);
});

test.each([stranger, { kind: 'nobody' } as const])(
  'a pack that nobody known signed ($kind) is installed only once the person has said so',
  async (signer) => {
    const { model, calls } = openFile();
    await calls[0]?.answer(done(reportOf(signer)));
    await model.install();
    expect(calls).toHaveLength(1);
    model.accept(true);
    void model.install();
    expect(calls[1]?.request).toEqual({ path: '/stick/imt.recital', isAccepted: true });
  },
);

test('a publisher that is trusted is known from then on, and the pack needs no word more', async () => {
  const { model, calls } = openFile();
  await calls[0]?.answer(done(reportOf(stranger)));
  void model.trust();
  await calls[1]?.answer(done({ key: stranger.key, name: 'Somebody', isBundled: false }));
  expect(model.phase.value).toMatchObject({ kind: 'known', report: { signer: { kind: 'known' } } });
  void model.install();
  expect(calls[2]?.request).toEqual({ path: '/stick/imt.recital' });
});

test('what keeps a whole pack from being installed is no matter of trust', () => {
  const obstacle = { code: 'pack-newer', message: '' } as const;
  expect(mayInstall(reportOf(known, { obstacle }), true)).toBe(false);
  expect(mayInstall(reportOf({ kind: 'nobody' }), false)).toBe(false);
  expect(mayInstall(reportOf({ kind: 'nobody' }), true)).toBe(true);
});

test('a refused file says why, and can be looked at again', async () => {
  const { model, calls } = openFile();
  await calls[0]?.answer(failed('pack-forged', 'The signature does not fit.'));
  expect(model.phase.value).toMatchObject({ kind: 'refused', failure: { code: 'pack-forged' } });
  void model.lookAgain();
  expect(model.phase.value.kind).toBe('checking');
  await calls[1]?.answer(done(reportOf(known)));
  expect(model.phase.value.kind).toBe('known');
});

test('a late answer on another file is dropped, and what failed can be tried again', async () => {
  const { model, calls } = openFile();
  void model.look('/stick/other.recital');
  await calls[1]?.answer(done(reportOf(known)));
  await calls[0]?.answer(failed('pack-damaged', ''));
  expect(model.phase.value.kind).toBe('known');
  void model.install();
  await calls[2]?.answer(failed('disk-full', ''));
  expect(model.phase.value).toMatchObject({ kind: 'failed', failure: { code: 'disk-full' } });
  void model.install();
  expect(calls[3]?.method).toBe('installPack');
});

test('a file that is being installed goes on while another screen is looked at', async () => {
  const { model, calls } = openFile();
  await calls[0]?.answer(done(reportOf(known)));
  void model.install();
  await model.look('/stick/imt.recital');
  expect(model.phase.value.kind).toBe('installing');
  expect(calls).toHaveLength(2);
});

test('a pack is switched, rolled back and removed one after the other, and the list is shown anew', async () => {
  const { api, calls } = createSmallApi();
  let reloads = 0;
  const model = createPacks(api, () => (reloads += 1));
  void model.switchOn(pack, false);
  // Not while the other is on its way.
  void model.remove(pack);
  expect(calls).toHaveLength(1);
  expect(model.busy.value).toBe('imt');
  await calls[0]?.answer(done(pack));
  expect(model.done.value).toEqual({ kind: 'off', title: 'IMT' });
  void model.rollBack(pack);
  await calls[1]?.answer(done({ ...pack, version: '2026.10' }));
  expect(model.done.value).toEqual({ kind: 'back', title: 'IMT', version: '2026.10' });
  void model.remove(pack);
  await calls[2]?.answer(failed('unknown-pack', ''));
  expect(model.done.value).toBeNull();
  expect(model.failure.value?.code).toBe('unknown-pack');
  expect(reloads).toBe(3);
  expect(calls.map(({ method }) => method)).toEqual(['switchPack', 'rollBackPack', 'removePack']);
});

test.each([
  ['2026.9.1', '2026.11', -1],
  ['2026.11', '2026.11.0', 0],
  ['2.10', '2.9', 1],
])('version %s against %s is %i, number by number', (one, other, order) => {
  expect(compareVersions(one, other)).toBe(order);
});
