import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledOnce, person, valueOf } from './importing.ts';
import { writeResolution } from './small-documents.ts';

const bundled = bundledOnce();

describe('files that cannot be imported', () => {
  test('fail alone, each with its code, and the others are taken', async () => {
    const ada = person(bundled.file());
    const place = (name: string): string => join(ada.files, name);
    writeFileSync(place('empty.docx'), '');
    writeFileSync(place('hundred-megabytes.txt'), '');
    truncateSync(place('hundred-megabytes.txt'), 100_000_000);
    writeFileSync(place('bytes.bin'), new Uint8Array([0, 1, 2, 3, 0xff, 0xd8, 0, 0]));
    writeFileSync(place('cut.docx'), readFileSync(docx).subarray(0, 3000));
    execFileSync('sh', ['-c', 'mkfifo pipe.txt'], { cwd: ada.files });
    const good = [
      writeResolution(ada.files, 'good-1.txt', { number: 901 }),
      writeResolution(ada.files, 'good-2.txt', { number: 902 }),
    ];
    const bad = ['missing.txt', 'empty.docx', 'hundred-megabytes.txt', 'pipe.txt', 'cut.docx'];
    const paths = [good[0]!, ...bad.map(place), place('bytes.bin'), good[1]!];
    const imported = valueOf(await ada.import(paths));
    expect(imported.map(({ file }) => file)).toEqual(paths);
    expect(imported.map(({ error }) => error?.code ?? 'ok')).toEqual([
      'ok',
      'file-missing',
      'file-empty',
      'too-large',
      'file-unreadable',
      expect.stringMatching(/^(?:truncated|damaged)$/) as string,
      expect.stringMatching(/^(?:not-text|format-unsupported)$/) as string,
      'ok',
    ]);
    for (const { ok, error, work, title } of imported) {
      if (ok) continue;
      expect([work, title]).toEqual([null, null]);
      expect(error?.message).toMatch(/^[^\n]+\.$/);
    }
    const { editions } = valueOf(await ada.open().api.catalogue({}));
    expect(editions.filter(({ isOwn }) => isOwn)).toHaveLength(2);
  });

  test('leave no library behind where there is nothing else', async () => {
    const ada = person(bundled.file());
    writeFileSync(join(ada.files, 'empty.txt'), '');
    expect(valueOf(await ada.import([ada.files]))).toMatchObject([
      { ok: false, error: { code: 'file-empty' } },
    ]);
    expect(existsSync(ada.data)).toBe(false);
  });

  test('that need too much memory, or too much time, cost no other file', async () => {
    const ada = person(bundled.file());
    const long = 'that lamps of the harbour shine, and that keepers sleep;\n';
    writeFileSync(join(ada.files, 'b-long.txt'), long.repeat(600_000));
    for (const [at, name] of ['a.txt', 'c.txt', 'd.txt'].entries())
      writeResolution(ada.files, name, { number: 901 + at });
    const inMemory = valueOf(await ada.import([ada.files], { heapMegabytes: 120, readers: 2 }));
    expect(inMemory.map(({ error }) => error?.code ?? 'ok')).toEqual([
      'ok',
      expect.stringMatching(/^(?:out-of-memory|too-large)$/) as string,
      'ok',
      'ok',
    ]);
    const bea = person(bundled.file());
    const inTime = valueOf(await bea.import([ada.files], { seconds: 6, readers: 1 }));
    expect(inTime.map(({ error }) => error?.code ?? 'ok')).toEqual([
      'ok',
      expect.stringMatching(/^(?:timed-out|too-large)$/) as string,
      'ok',
      'ok',
    ]);
  });
});

describe('a library that cannot take more', () => {
  test('is said to be full, and holds whole documents only', async () => {
    const ada = person(bundled.file());
    const says = Array.from(
      { length: 200 },
      (_none, at) => `to paint the buoy of the number ${at} in a colour of its own`,
    );
    for (let number = 901; number < 913; number += 1)
      writeResolution(ada.files, `${number}.txt`, { number, says });
    const imported = valueOf(await ada.import([ada.files], { maxLibraryPages: 120 }));
    const whole = imported.filter(({ ok }) => ok);
    const broken = imported.filter(({ ok }) => !ok);
    expect(whole.length).toBeGreaterThan(0);
    expect(broken.length).toBeGreaterThan(0);
    for (const { error } of broken) expect(error?.code).toBe('disk-full');

    const { api } = ada.open();
    const { editions } = valueOf(await api.catalogue({}));
    const own = editions.filter(({ isOwn }) => isOwn);
    expect(own.map(({ edition }) => edition).toSorted()).toEqual(
      whole.map(({ edition }) => edition).toSorted(),
    );
    for (const { provisionCount } of own) expect(provisionCount).toBe(203);
    const found = valueOf(await api.search({ query: 'colour of its own' }));
    expect(found.total).toBe(200 * own.length);
    // With room again, the rest is taken.
    expect(valueOf(await ada.import([ada.files])).every(({ ok }) => ok)).toBe(true);
  });

  test('since its folder is no folder, says so of every file and changes nothing', async () => {
    const ada = person(bundled.file());
    writeFileSync(ada.data, 'in the way');
    const file = writeResolution(ada.files, 'a.txt', { number: 901 });
    expect(valueOf(await ada.import([file]))).toMatchObject([
      { ok: false, error: { code: 'not-writable' } },
    ]);
    expect(readFileSync(ada.data, 'utf8')).toBe('in the way');
  });

  test('since it is damaged, is left as it is, and the bundled one answers', async () => {
    const ada = person(bundled.file());
    mkdirSync(ada.data);
    writeFileSync(join(ada.data, 'library.sqlite'), 'Dear colleagues');
    const file = writeResolution(ada.files, 'a.txt', { number: 901 });
    expect(await ada.import([file])).toMatchObject({
      ok: false,
      error: { code: 'library-damaged' },
    });
    expect(readFileSync(join(ada.data, 'library.sqlite'), 'utf8')).toBe('Dear colleagues');
    const { api, ownLibraryTrouble } = ada.open();
    expect(ownLibraryTrouble()).toMatchObject({ code: 'library-damaged' });
    expect(valueOf(await api.about({})).ownLibraryTrouble?.message).toContain('library.sqlite');
    expect(valueOf(await api.search({ query: 'network slicing' })).total).toBe(3);
  });
});

const docx = join(import.meta.dirname, '../fixtures/files/resolution.docx');
