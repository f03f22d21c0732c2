import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataFolder } from '../../main/service/index.ts';
import { recital } from '../fixtures/command.ts';
import { bundledOnce, person } from './importing.ts';
import { writeResolution } from './small-documents.ts';

const bundled = bundledOnce();

describe('recital import', () => {
  test('prints what became of each file, and its progress beside', async () => {
    const ada = person(bundled.file());
    const file = writeResolution(ada.files, 'buoys.txt', { number: 901 });
    const library = ['--library', bundled.file()];
    const done = await recital(['import', file, '--json', ...library], '', ada.data);
    expect(done.status).toBe(0);
    expect(JSON.parse(done.out)).toEqual([
      {
        file,
        ok: true,
        work: 'pp/resolution/901',
        edition: 'pp/resolution/901@2022',
        title: 'Buoys of harbour 901',
        warnings: expect.any(Array) as unknown[],
        error: null,
      },
    ]);
    expect(done.err).toContain(`reading ${file}`);
    expect(done.err).toContain('1 of 1 (100 %)');
    const found = await recital(['search', 'buoys', 'red', ...library], '', ada.data);
    expect(found.out).toContain('(your own document)');
    const shown = await recital(['show', 'pp/resolution/901@2022', ...library], '', ada.data);
    expect(shown.out).toContain('Imported from the file buoys.txt.');
  });

  test('has failed where one file has, and says of all the same', async () => {
    const ada = person(bundled.file());
    writeResolution(ada.files, 'a.txt', { number: 901 });
    writeFileSync(join(ada.files, 'b.txt'), '');
    const args = ['import', ada.files, '--json', '--library', bundled.file()];
    const done = await recital(args, '', ada.data);
    expect(done.status).toBe(1);
    expect(JSON.parse(done.out)).toMatchObject([
      { ok: true },
      { ok: false, work: null, error: { code: 'file-empty' } },
    ]);
    expect(done.err).toMatch(/\nrecital: 1 of 2 files could not be imported\.\n$/);
  });

  test('of one file that is not there is a failure in one line, and makes no folder', async () => {
    const ada = person(bundled.file());
    const file = join(ada.files, 'missing.txt');
    const done = await recital(['import', file, '--library', bundled.file()], '', ada.data);
    expect(done.status).toBe(1);
    expect(done.err).toMatch(/\nrecital: There is no file or folder .*missing\.txt\.\n$/);
    expect(existsSync(ada.data)).toBe(false);
  });

  test('without a file is a wrong call', async () => {
    expect((await recital(['import'])).status).toBe(2);
  });
});

describe('a damaged library of one\u2019s own', () => {
  test('is said in one line beside the answer', async () => {
    const ada = person(bundled.file());
    mkdirSync(ada.data);
    writeFileSync(join(ada.data, 'library.sqlite'), 'no');
    const found = await recital(['search', 'slicing', '--library', bundled.file()], '', ada.data);
    expect(found).toMatchObject({ status: 0 });
    expect(found.err).toMatch(
      /^recital: without your own documents: .*import your documents again/,
    );
  });
});

describe('the folder of a person\u2019s data', () => {
  test.each([
    ['linux', {}, '/home/ada/.local/share/recital'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/recital'],
    ['darwin', {}, '/home/ada/Library/Application Support/Recital'],
    ['win32', { APPDATA: '/roaming' }, '/roaming/Recital'],
    ['win32', {}, '/home/ada/AppData/Roaming/Recital'],
    ['linux', { RECITAL_DATA: '/mine', XDG_DATA_HOME: '/data' }, '/mine'],
    ['linux', { RECITAL_DATA: '' }, '/home/ada/.local/share/recital'],
  ])('on %s with %o is %s', (platform, env, expected) => {
    expect(dataFolder({ env, platform, home: '/home/ada' })).toBe(expected);
  });
});
