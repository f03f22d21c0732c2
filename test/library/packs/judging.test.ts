import { describe, expect, test } from 'vitest';
import type { PackManifest } from '../../../main/contract/packs.ts';
import {
  changesBetween,
  compareVersions,
  isIdentity,
  obstacleTo,
  readPackHead,
  signerOf,
} from '../../../main/library/packs/index.ts';
import { schemaVersion } from '../../../main/library/schema.ts';
import { newer, older, other } from '../../fixtures/documents.ts';
import { makePack, newKey } from '../../fixtures/packs.ts';
import { chapters, handbook, naming56, wtsa } from '../../fixtures/records.ts';

const headOf = async (file: string) => {
  const head = await readPackHead(file);
  if (!head.ok) throw new Error(head.error.message);
  return head.value;
};

test('versions are told apart number by number', () => {
  expect(compareVersions('2026.9', '2026.11')).toBe(-1);
  expect(compareVersions('2026.11.0', '2026.11')).toBe(0);
  expect(compareVersions('10', '9.9.9.9')).toBe(1);
});

test('what names a pack can name a folder on every system', () => {
  expect(['itu-r', 'a', '3gpp', 'con-1'].every(isIdentity)).toBe(true);
  expect(['con', 'com1', 'A', 'a-', 'a--b', 'a_b', '.a', ''].some(isIdentity)).toBe(false);
});

describe('who signed a pack', () => {
  test('is a known publisher by the name that is known here, not by the one that the pack gives', async () => {
    const key = newKey();
    const head = await headOf((await makePack({ key, publisher: 'ITU' })).file);
    const publishers = [{ key: key.id, name: 'The lighthouse keeper', isBundled: false }];
    expect(signerOf(head, publishers)).toEqual({
      kind: 'known',
      key: key.id,
      publisher: 'The lighthouse keeper',
    });
    expect(signerOf(head, [])).toEqual({ kind: 'unknown', key: key.id, publisher: 'ITU' });
  });

  test('is nobody where there is no signature, whatever the pack says', async () => {
    const head = await headOf((await makePack({ publisher: 'ITU' })).file);
    expect(signerOf(head, [{ key: 'f'.repeat(32), name: 'ITU', isBundled: true }])).toEqual({
      kind: 'nobody',
    });
  });
});

const manifestOf = async (): Promise<PackManifest> => (await makePack()).manifest;

const installed = (version: string, contents: string) => ({
  app: '0.1.0',
  installed: { version, contents },
});

describe('why a pack cannot be installed here', () => {
  const here = { app: '0.1.0', installed: null };

  test('is nothing for a pack that fits', async () => {
    expect(obstacleTo(await manifestOf(), here)).toBeNull();
    expect(obstacleTo(await manifestOf(), { ...here, app: '0.1.0-beta.2' })).toBeNull();
  });

  test('is that it needs a newer program', async () => {
    const manifest = { ...(await manifestOf()), minimumApp: '0.2' };
    expect(obstacleTo(manifest, here)).toMatchObject({ code: 'pack-newer' });
  });

  test('is that its library is of a newer or older schema', async () => {
    const manifest = await manifestOf();
    const of = (schema: number) => ({ ...manifest, library: { ...manifest.library, schema } });
    expect(obstacleTo(of(schemaVersion + 1), here)).toMatchObject({ code: 'pack-newer' });
    expect(obstacleTo(of(schemaVersion - 1), here)).toMatchObject({ code: 'library-older' });
  });

  test('is that it changes what is not here', async () => {
    const first = await makePack({ version: '1', documents: [older] });
    const { manifest } = await makePack({ version: '2', from: first.file });
    const { contents } = first.manifest.library;
    expect(obstacleTo(manifest, installed('1', contents))).toBeNull();
    expect(obstacleTo(manifest, here)?.message).toContain('which is not here');
    expect(obstacleTo(manifest, installed('1.5', 'another'))?.message).toContain('1.5 is here');
    expect(obstacleTo(manifest, installed('1', 'another'))).toMatchObject({
      code: 'pack-does-not-apply',
    });
  });
});

describe('what changes from one version to another', () => {
  test('is new, updated and removed works, each with its editions', async () => {
    const before = await makePack({ documents: [other, older] });
    const renamed = { ...older, identity: { ...older.identity, title: 'Lighthouses at night' } };
    const after = await makePack({ documents: [renamed, newer] });
    expect(changesBetween(before.manifest, after.manifest)).toMatchObject({
      added: [],
      updated: [
        {
          address: 'wtsa/resolution/7',
          name: after.manifest.editions[1]?.name,
          editions: ['wtsa/resolution/7@2016', 'wtsa/resolution/7@2024'],
        },
      ],
      removed: [{ address: 'wtdc/resolution/30', editions: ['wtdc/resolution/30@2017'] }],
    });
  });

  test('is everything where nothing was here', async () => {
    const { manifest } = await makePack({ documents: [other, older], records: [wtsa] });
    expect(changesBetween(null, manifest)).toMatchObject({
      added: [
        { editions: ['wtdc/resolution/30@2017'] },
        { editions: ['wtsa/resolution/7@2016'] },
        { address: 'body/wtsa', name: wtsa.name, editions: [] },
      ],
      updated: [],
      removed: [],
    });
  });

  test('is nothing between two packs of the same content', async () => {
    const [one, two] = [await makePack(), await makePack({ version: '2' })];
    expect(changesBetween(one.manifest, two.manifest)).toEqual({
      added: [],
      updated: [],
      removed: [],
    });
  });

  test('names a handbook whose chapter changed, and a record without a text', async () => {
    const [first, ...others] = chapters;
    const documents = [older];
    const before = await makePack({
      documents,
      records: [naming56, handbook, first!, ...others],
    });
    const after = await makePack({
      documents,
      records: [
        { ...naming56, where: 'At the new office.' },
        handbook,
        { ...first!, title: 'Another title' },
        ...others,
      ],
    });
    expect(changesBetween(before.manifest, after.manifest)).toEqual({
      added: [],
      updated: [
        { address: naming56.address, name: naming56.name, editions: [] },
        { address: handbook.address, name: handbook.title, editions: [] },
      ],
      removed: [],
    });
  });
});
