import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '../../main/library/index.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** Opens a file that is expected not to be a library, and checks that the sentence names it. */
function failureOf(file: string): string {
  const opened = openLibrary({ compiled: [file], own: null });
  if (opened.ok) {
    opened.value.close();
    return 'opened';
  }
  expect(opened.error.message).toContain(file);
  expect(opened.error.message).not.toContain('\n');
  return opened.error.code;
}

/** A whole library whose bytes a test may spoil. */
async function libraryBytes(): Promise<{ file: string; bytes: Buffer }> {
  const file = join(temporaryFolder(), 'library.sqlite');
  await writeLibrary(file);
  return { file, bytes: readFileSync(file) };
}

// Places in the header of an SQLite file.
const userVersion = 60;
const applicationId = 68;

describe('opening a library', () => {
  test('a file that is not there is missing', () => {
    expect(failureOf(join(temporaryFolder(), 'library.sqlite'))).toBe('library-missing');
  });

  test('a name below a file is missing', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(failureOf(join(file, 'library.sqlite'))).toBe('library-missing');
  });

  test('a folder is no library', () => {
    const folder = join(temporaryFolder(), 'library.sqlite');
    mkdirSync(folder);
    expect(failureOf(folder)).toBe('library-damaged');
  });

  test.each([
    ['an empty file', ''],
    ['a text', 'Resolution 92 '.repeat(100)],
    ['the first words of a database and no more', 'SQLite format 3\0'],
    ['the first words of a database and then nonsense', `SQLite format 3\0${'x'.repeat(5000)}`],
  ])('%s is no library', (_what, text) => {
    const file = join(temporaryFolder(), 'library.sqlite');
    writeFileSync(file, text);
    expect(failureOf(file)).toBe('library-damaged');
  });

  test('a database of another program is no library', async () => {
    const { file, bytes } = await libraryBytes();
    bytes.writeInt32BE(12_345, applicationId);
    writeFileSync(file, bytes);
    expect(failureOf(file)).toBe('library-damaged');
  });

  test('a library of a newer format asks for a newer program', async () => {
    const { file, bytes } = await libraryBytes();
    bytes.writeInt32BE(bytes.readInt32BE(userVersion) + 1, userVersion);
    writeFileSync(file, bytes);
    expect(failureOf(file)).toBe('library-newer');
  });

  test('a library of an older format asks to be built again', async () => {
    const { file, bytes } = await libraryBytes();
    bytes.writeInt32BE(bytes.readInt32BE(userVersion) - 1, userVersion);
    writeFileSync(file, bytes);
    expect(failureOf(file)).toBe('library-older');
  });

  test.each([
    ['a table of another name', 'CREATE TABLE words', 'CREATE TABLE wordz'],
    ['another tokenizer', "tokenize = 'ascii'", "tokenize = 'asciI'"],
  ])('a library with %s is damaged', async (_what, from, to) => {
    const { file, bytes } = await libraryBytes();
    // Everywhere, since pages keep the remains of what stood in them.
    const spoilt = bytes.toString('latin1').replaceAll(from, to);
    expect(spoilt).toContain(to);
    writeFileSync(file, spoilt, 'latin1');
    expect(failureOf(file)).toBe('library-damaged');
  });

  test('a library cut short anywhere is damaged', async () => {
    const { file, bytes } = await libraryBytes();
    const cuts = [1, 15, 16, 99, 100, 101, 4095, 4096, 4097, bytes.length - 4096, bytes.length - 1];
    for (let cut = 8192; cut < bytes.length; cut += 7777) cuts.push(cut);
    for (const cut of cuts) {
      writeFileSync(file, bytes.subarray(0, cut));
      expect(failureOf(file), `cut at ${cut}`).toBe('library-damaged');
    }
  });

  test('a library with something behind its end is damaged', async () => {
    const { file, bytes } = await libraryBytes();
    writeFileSync(file, Buffer.concat([bytes, Buffer.from('more')]));
    expect(failureOf(file)).toBe('library-damaged');
  });

  test('reading leaves the file and its folder as they were', async () => {
    const { file, bytes } = await libraryBytes();
    const opened = openLibrary({ compiled: [file], own: null });
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.search({ query: 'network' });
    await opened.value.suggest('res', 8);
    opened.value.close();
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });
});
