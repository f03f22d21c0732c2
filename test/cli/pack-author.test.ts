import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recital } from '../fixtures/command.ts';
import { lanternContent, type ContentCopy } from '../fixtures/content.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const about = `identity: lanterns
title: Lanterns of the coast
version: '1.0'
publisher: The harbour office
rights: >
  May be copied
  freely.
minimum-app: '0.1.0'
`;

function authorsFolder(): ContentCopy {
  const content = lanternContent();
  content.write('pack.yaml', about);
  return content;
}

const newPlace = (name: string): string => join(temporaryFolder(), name);

const asJson = async (...args: string[]) => {
  const { status, out, err } = await recital([...args, '--json']);
  if (status !== 0) throw new Error(err);
  return JSON.parse(out);
};

test('a folder becomes a pack, which is signed and verified, and says what it holds', async () => {
  const { folder } = authorsFolder();
  const key = newPlace('key.pem');
  const { key: id } = await asJson('pack', 'key', '--out', key);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  const pack = newPlace('lanterns.recital');
  const built = await asJson('pack', 'build', folder, '--out', pack, '--key', key);
  expect(built.manifest).toMatchObject({
    identity: 'lanterns',
    rights: 'May be copied freely.',
    key: id,
    counts: { editions: 1, references: 3, bodies: 2 },
  });
  expect(await asJson('pack', 'verify', pack)).toEqual({
    pack,
    ok: true,
    signer: { kind: 'unknown', key: id, publisher: 'The harbour office' },
    isProved: true,
    manifest: built.manifest,
  });
  const told = await recital(['pack', 'verify', pack]);
  expect(told.out).toContain('Lanterns of the coast (lanterns 1.0), by The harbour office');
  expect(told.out).toContain(`a key that is not known here: ${id}`);
});

test('a pack that nobody signed is signed afterwards', async () => {
  const { folder } = authorsFolder();
  const [key, pack, out] = [newPlace('key.pem'), newPlace('a.recital'), newPlace('b.recital')];
  const { key: id } = await asJson('pack', 'key', '--out', key);
  await asJson('pack', 'build', folder, '--out', pack);
  expect(await asJson('pack', 'verify', pack)).toMatchObject({ signer: { kind: 'nobody' } });
  await asJson('pack', 'sign', pack, '--key', key, '--out', out);
  expect(await asJson('pack', 'verify', out)).toMatchObject({ signer: { key: id } });
  expect(await asJson('pack', 'verify', pack)).toMatchObject({ signer: { kind: 'nobody' } });
});

test('a key is for its owner alone, and none is written over', async () => {
  const key = newPlace('key.pem');
  await asJson('pack', 'key', '--out', key);
  expect(statSync(key).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600);
  const before = readFileSync(key, 'utf8');
  expect(before).toContain('BEGIN PRIVATE KEY');
  const again = await recital(['pack', 'key', '--out', key]);
  expect(again).toMatchObject({ status: 1, out: '' });
  expect(readFileSync(key, 'utf8')).toBe(before);
});

test('a damaged pack fails with its reason, in JSON too', async () => {
  const { folder } = authorsFolder();
  const pack = newPlace('a.recital');
  await asJson('pack', 'build', folder, '--out', pack);
  writeFileSync(pack, readFileSync(pack).subarray(0, -1));
  const plain = await recital(['pack', 'verify', pack]);
  expect(plain).toMatchObject({ status: 1, out: '' });
  expect(plain.err).toContain('it is cut short');
  const json = await recital(['pack', 'verify', pack, '--json']);
  expect(json.status).toBe(1);
  expect(JSON.parse(json.out)).toMatchObject({ ok: false, error: { code: 'pack-damaged' } });
});

test('a small update carries what changed, and its works are listed', async () => {
  const content = authorsFolder();
  const [first, second] = [newPlace('1.recital'), newPlace('2.recital')];
  await asJson('pack', 'build', content.folder, '--out', first);
  content.replace('pack.yaml', `'1.0'`, `'1.1'`);
  content.replace(
    'glossary.yaml',
    /(?<=definition: >\n {4}).*/,
    'A thread in the lamp that draws the oil up and holds the flame.',
  );
  const built = await asJson('pack', 'build', content.folder, '--out', second, '--from', first);
  expect(built.manifest.content).toMatchObject({ kind: 'changes', from: { version: '1.0' } });
  expect(statSync(second).size).toBeLessThan(statSync(first).size);
  expect(await asJson('pack', 'verify', second)).toMatchObject({ ok: true, isProved: false });
  expect(await asJson('pack', 'diff', first, second)).toEqual({
    from: '1.0',
    to: '1.1',
    added: [],
    updated: [{ address: 'term/wick', name: 'LW', editions: [] }],
    removed: [],
  });
  const told = await recital(['pack', 'diff', first, second]);
  expect(told.out).toContain('1 updated');
  expect(told.out).toContain('LW: term/wick');
});

test.each([
  ['no version', /^version.*\n/m, '', 'pack.yaml:1: version is missing'],
  ['a number for a version', `'1.0'`, '1.0', 'pack.yaml:3: version is not a text'],
  [
    'a path for an identity',
    'identity: lanterns',
    'identity: ../up',
    'pack.yaml:1: identity is not',
  ],
  ['a key that means nothing', 'title:', 'name: x\ntitle:', 'pack.yaml:2: name is not a key'],
  ['no YAML', 'title:', '}title:', 'pack.yaml:2'],
])('what is wrong in pack.yaml is told with file and line: %s', async (_what, from, to, said) => {
  const content = authorsFolder();
  content.replace('pack.yaml', from, to);
  const out = newPlace('a.recital');
  const built = await recital(['pack', 'build', content.folder, '--out', out]);
  expect(built).toMatchObject({ status: 1, out: '' });
  expect(built.err).toContain(said);
  expect(existsSync(out)).toBe(false);
});

test('what is wrong in an author\u2019s texts is told with file and line', async () => {
  const content = authorsFolder();
  content.replace('glossary.yaml', 'definition:', 'definitoin:');
  const built = await recital(['pack', 'build', content.folder, '--out', newPlace('a.recital')]);
  expect(built.status).toBe(1);
  expect(built.err).toMatch(/glossary\.yaml:\d+: /);
});

test('a folder without pack.yaml is no pack', async () => {
  const { folder } = lanternContent();
  const built = await recital(['pack', 'build', folder, '--out', newPlace('a.recital')]);
  expect(built.err).toContain('pack.yaml: is missing');
});

test('what is called wrongly is told as such', async () => {
  expect(await recital(['pack', 'build', 'content'])).toMatchObject({ status: 2, out: '' });
  expect(await recital(['pack', 'verify'])).toMatchObject({ status: 2, out: '' });
  const none = await recital(['pack', 'verify', 'nowhere.recital']);
  expect(none).toMatchObject({ status: 1, out: '' });
});
