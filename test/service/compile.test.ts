import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../../main/service/index.ts';
import { bundledContent, copyContent, names } from '../fixtures/content.ts';
import { compileBundled } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('compiling the content', () => {
  test('gives the same bytes from the same sources, wherever they and the library stand', async () => {
    const elsewhere = join(temporaryFolder(), 'sources');
    cpSync(bundledContent, elsewhere, { recursive: true });
    const one = await compileBundled(temporaryFolder());
    const two = join(temporaryFolder(), 'two.sqlite');
    await compileLibrary({ contentFolder: elsewhere, out: two });
    expect(sha256(two)).toBe(sha256(one));
  });

  test('reports the library, its SHA-256, what it holds and what the parser found odd', async () => {
    const out = join(temporaryFolder(), 'library.sqlite');
    const compiled = await compileLibrary({ contentFolder: bundledContent, out });
    if (!compiled.ok) throw new Error(compiled.error.message);
    expect(compiled.value).toMatchObject({
      library: out,
      sha256: sha256(out),
      counts: { works: 2, editions: 3, bodies: 0, handbooks: 0, tours: 0, terms: 0, meetings: 0 },
    });
    expect(compiled.value.warnings).toContainEqual(
      expect.objectContaining({
        file: `resolutions/${names.wtdc43}.txt`,
        code: 'lost-hyphen',
        line: 10,
      }),
    );
  });

  test('refuses content that does not fit in one line, writes nothing, and leaves the old library', async () => {
    const content = copyContent();
    const folder = temporaryFolder();
    const file = await compileBundled(folder);
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
