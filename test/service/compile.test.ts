import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../../main/service/index.ts';
import { copyContent, lanternContent, names } from '../fixtures/content.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('compiling the content', () => {
  test('gives the same bytes from the same sources, wherever they and the library stand', async () => {
    const [one, two] = ['one.sqlite', 'two.sqlite'].map((name) => join(temporaryFolder(), name));
    for (const out of [one!, two!]) {
      const { ok } = await compileLibrary({ contentFolder: lanternContent().folder, out });
      expect(ok).toBe(true);
    }
    expect(sha256(two!)).toBe(sha256(one!));
  });

  test('reports the library, its SHA-256 and what the parser found odd', async () => {
    const out = join(temporaryFolder(), 'library.sqlite');
    const compiled = await compileLibrary({ contentFolder: copyContent().folder, out });
    if (!compiled.ok) throw new Error(compiled.error.message);
    expect(compiled.value).toMatchObject({
      library: out,
      sha256: sha256(out),
      counts: { works: 2, editions: 3, bodies: 0, handbooks: 0, tours: 0, terms: 0, meetings: 0 },
      readability: [],
    });
    expect(compiled.value.warnings).toContainEqual(
      expect.objectContaining({
        file: `resolutions/${names.wtdc43}.txt`,
        code: 'lost-hyphen',
        line: 10,
      }),
    );
  });

  test('hands every record to the library, and counts what it then holds', async () => {
    const out = join(temporaryFolder(), 'library.sqlite');
    const compiled = await compileLibrary({ contentFolder: lanternContent().folder, out });
    if (!compiled.ok) throw new Error(compiled.error.message);
    expect(compiled.value.counts).toMatchObject({
      editions: 1,
      references: 3,
      bodies: 2,
      handbooks: 1,
      tours: 1,
      terms: 1,
      meetings: 1,
    });
  });

  test('tells how hard each text is to read: its words, and the grade of Flesch and Kincaid', async () => {
    const content = lanternContent();
    // 12 words in 2 sentences, of 12 and 5 syllables: 0.39 × 6 + 11.8 × 17 / 12 − 15.59 = 3.47.
    const definition = 'The lantern shines upon the water every night. It is very old.';
    content.replace('glossary.yaml', /(?<=definition: >\n {4}).*/, definition);
    const out = join(temporaryFolder(), 'library.sqlite');
    const compiled = await compileLibrary({ contentFolder: content.folder, out });
    if (!compiled.ok) throw new Error(compiled.error.message);
    const { readability } = compiled.value;
    expect(readability).toContainEqual({
      address: 'term/wick',
      text: 'definition',
      words: 12,
      grade: 3.5,
    });
    expect(readability.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        'itu-t/recommendation/y.9001',
        'body/wtsa',
        'handbook/keeping',
        'handbook/keeping#oil',
        'tour/eight-lights#8',
        'topic/light',
      ]),
    );
  });

  test('refuses content that does not fit in one line, writes nothing, and leaves the old library', async () => {
    const content = copyContent();
    const folder = temporaryFolder();
    const file = join(folder, 'library.sqlite');
    await compileLibrary({ contentFolder: content.folder, out: file });
    const before = sha256(file);
    content.replace(`${names.wtdc43}.yaml`, 'language: en', 'language: xx');
    content.replace(`${names.wtsa92of2016}.yaml`, 'language: en', 'language: xx');
    const compiled = await compileLibrary({ contentFolder: content.folder, out: file });
    const line = content.lineOf(`${names.wtdc43}.yaml`, 'language:');
    expect(compiled).toEqual({
      ok: false,
      error: {
        code: 'content-invalid',
        message: `${content.path(`${names.wtdc43}.yaml`)}:${line}: language is not one of ar, en, es, fr, ru, zh (and 1 more problem)`,
      },
    });
    expect(sha256(file)).toBe(before);
    expect(readdirSync(folder)).toEqual(['library.sqlite']);
  });

  test('starts no library where the content does not fit', async () => {
    const out = join(temporaryFolder(), 'new', 'library.sqlite');
    expect(await compileLibrary({ contentFolder: temporaryFolder(), out })).toMatchObject({
      ok: false,
      error: { code: 'content-invalid' },
    });
    expect(existsSync(join(out, '..'))).toBe(false);
  });

  test('says "Rev." of an edition that revises an earlier one, and of one whose metadata says so', async () => {
    const content = copyContent();
    const out = join(temporaryFolder(), 'library.sqlite');
    if (!readFileSync(content.path(`${names.wtdc43}.yaml`), 'utf8').includes('revised: true')) {
      content.replace(`${names.wtdc43}.yaml`, 'language: en', 'language: en\nrevised: true');
    }
    const compiled = await compileLibrary({ contentFolder: content.folder, out });
    expect(compiled.ok).toBe(true);
    const { openService } = await import('../../main/service/index.ts');
    const opened = openService({ libraryFile: out, version: '0' });
    if (!opened.ok) throw new Error(opened.error.message);
    const listed = await opened.value.api.catalogue({});
    opened.value.close();
    expect(listed.ok && listed.value.editions.map(({ name }) => name)).toEqual([
      'Resolution 43 (Rev. Buenos Aires, 2017)',
      'Resolution 92 (Rev. New Delhi, 2024)',
      'Resolution 92 (Hammamet, 2016)',
    ]);
  });
});
