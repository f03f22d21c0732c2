import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../main/library/index.ts';
import { createLibrary } from '../../main/library/writers.ts';
import { asEdition, naming, newer, older, other } from '../fixtures/documents.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('writing a library', () => {
  test('the same editions give the same bytes in another folder', async () => {
    const one = join(temporaryFolder(), 'library.sqlite');
    const two = join(temporaryFolder(), 'another-name.sqlite');
    await writeLibrary(one);
    await writeLibrary(two);
    expect(sha256(two)).toBe(sha256(one));
  });

  test('other editions give other bytes', async () => {
    const one = join(temporaryFolder(), 'library.sqlite');
    const two = join(temporaryFolder(), 'library.sqlite');
    await writeLibrary(one, [newer]);
    await writeLibrary(two, [older]);
    expect(sha256(two)).not.toBe(sha256(one));
  });

  test('the reported SHA-256 is that of the file', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    expect(await writeLibrary(file)).toBe(sha256(file));
  });

  test('what was written is counted', async () => {
    const created = createLibrary(join(temporaryFolder(), 'library.sqlite'), naming);
    if (!created.ok) throw new Error(created.error.message);
    for (const document of [newer, older, other]) created.value.addEdition(asEdition(document));
    expect(await created.value.finish()).toMatchObject({
      ok: true,
      value: { counts: { works: 2, editions: 3, provisions: 12, citations: 4, references: 0 } },
    });
  });

  test('folders on the way to the library are made', async () => {
    const file = join(temporaryFolder(), 'new', 'folder', 'library.sqlite');
    await writeLibrary(file);
    expect(openLibrary({ compiled: [file], own: null }).ok).toBe(true);
  });

  test('only the library is left in the folder when it is done', async () => {
    const folder = temporaryFolder();
    await writeLibrary(join(folder, 'library.sqlite'));
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });

  test('an old library stands until the new one is whole, and survives one that is abandoned', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'library.sqlite');
    const before = await writeLibrary(file, [older]);
    const created = createLibrary(file, naming);
    if (!created.ok) throw new Error(created.error.message);
    created.value.addEdition(asEdition(newer));
    expect(sha256(file)).toBe(before);
    created.value.abandon();
    expect(sha256(file)).toBe(before);
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });

  test('an edition that is added twice is a bug, and the old library survives it', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    const before = await writeLibrary(file, [older]);
    const created = createLibrary(file, naming);
    if (!created.ok) throw new Error(created.error.message);
    created.value.addEdition(asEdition(newer));
    expect(() => created.value.addEdition(asEdition(newer))).toThrow('UNIQUE');
    created.value.abandon();
    expect(sha256(file)).toBe(before);
  });

  test('a place below a file cannot be written, and the failure names the library', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), 'in the way');
    const file = join(folder, 'file', 'library.sqlite');
    const created = createLibrary(file, naming);
    expect(created).toMatchObject({ ok: false, error: { code: 'not-writable' } });
    expect(!created.ok && created.error.message).toContain(file);
  });

  test('a folder that takes the place during the build is left alone too', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'library.sqlite');
    const created = createLibrary(file, naming);
    if (!created.ok) throw new Error(created.error.message);
    mkdirSync(join(file, 'inside'), { recursive: true });
    created.value.addEdition(asEdition(newer));
    expect(await created.value.finish()).toMatchObject({
      ok: false,
      error: { code: 'not-writable' },
    });
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });

  test('a folder in the place of the library is left alone, and nothing else is left behind', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'library.sqlite');
    mkdirSync(join(file, 'inside'), { recursive: true });
    expect(createLibrary(file, naming)).toMatchObject({
      ok: false,
      error: { code: 'not-writable' },
    });
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
    expect(readdirSync(file)).toEqual(['inside']);
  });
});
