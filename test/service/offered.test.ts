import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Result } from '../../main/contract/failure.ts';
import { createOffered, plainName } from '../../main/service/machine/offered.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const bytes = new TextEncoder().encode('lantern');

it('what was handed over waits in its order, by its kind, until it is put aside', async () => {
  const folder = temporaryFolder();
  const names = ['a.recital', 'b.TOUR.json', 'c.docx', 'd.xyz'];
  for (const name of names) writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, 'e'));
  const { add, offered, putAside } = createOffered(null);
  const paths = [...names, 'e', 'gone.txt'].map((name) => join(folder, name));
  expect(await add(paths)).toHaveLength(5);
  const { files } = value(await offered({}));
  expect(files.map(({ name, kind, bytes: size }) => [name, kind, size])).toEqual([
    ['a.recital', 'pack', 7],
    ['b.TOUR.json', 'tour', 7],
    ['c.docx', 'document', 7],
    ['d.xyz', 'unknown', 7],
    ['e', 'folder', 0],
  ]);
  await putAside({ paths: paths.slice(0, 4) });
  expect(value(await offered({})).files.map(({ name }) => name)).toEqual(['e']);
  // A person's own file is only forgotten.
  expect(existsSync(join(folder, 'a.recital'))).toBe(true);
});

it('a file that is handed over twice waits once', async () => {
  const file = join(temporaryFolder(), 'a.txt');
  writeFileSync(file, bytes);
  const { add, offered } = createOffered(null);
  await add([file, file]);
  await add([file]);
  expect(value(await offered({})).files).toHaveLength(1);
});

it('bytes are kept in the folder until they are put aside, each name for itself', async () => {
  const folder = join(temporaryFolder(), 'offered');
  const { offer, offered, putAside } = createOffered(folder);
  const [one, two] = [
    value(await offer({ name: 'a.txt', bytes })),
    value(await offer({ name: 'a.txt', bytes: new Uint8Array([1]) })),
  ];
  expect([one.name, two.name]).toEqual(['a.txt', 'a.txt']);
  expect(readFileSync(one.path)).toEqual(Buffer.from(bytes));
  expect(readFileSync(two.path)).toEqual(Buffer.from([1]));
  await putAside({ paths: [one.path] });
  expect(existsSync(dirname(one.path))).toBe(false);
  expect(value(await offered({})).files).toEqual([two]);
});

it('what an earlier run was handed as bytes goes when the next is', async () => {
  const folder = join(temporaryFolder(), 'offered');
  const before = value(await createOffered(folder).offer({ name: 'a.txt', bytes }));
  const now = createOffered(folder);
  expect(value(await now.offered({})).files).toEqual([]);
  const after = value(await now.offer({ name: 'b.txt', bytes }));
  expect(existsSync(after.path)).toBe(true);
  expect(basename(after.path)).toBe('b.txt');
  expect(before.path === after.path || !existsSync(before.path)).toBe(true);
});

it('without a folder for data nothing can be kept', async () => {
  expect(await createOffered(null).offer({ name: 'a', bytes })).toMatchObject({
    ok: false,
    error: { code: 'not-writable' },
  });
});

it('a folder that cannot be written to is said so', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  const { offer } = createOffered(join(folder, 'file', 'offered'));
  expect(await offer({ name: 'a.txt', bytes })).toMatchObject({
    ok: false,
    error: { code: 'not-writable' },
  });
});

it.each([
  ['a.txt', 'a.txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['..', 'file'],
  ['.', 'file'],
  ['', 'file'],
  ['a\u0000b\nc.txt', 'a_b_c.txt'],
  ['CON', '_CON'],
  ['nul.txt', '_nul.txt'],
  ['what?.txt. ', 'what_.txt'],
  ['Résolution 92 – مؤتمر.pdf', 'Résolution 92 – مؤتمر.pdf'],
])('the name %j is kept as %j', (name, expected) => {
  expect(plainName(name)).toBe(expected);
});

it('an endless name keeps its ending', () => {
  const name = plainName(`${'a'.repeat(500)}.recital`);
  expect(name.length).toBeLessThan(256);
  expect(name).toMatch(/\.recital$/);
});
