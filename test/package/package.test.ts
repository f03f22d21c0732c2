import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { project } from '../../build/tools.ts';
import { openWire } from '../desktop/stand-in/wire.ts';
import {
  asar,
  filesUnder,
  getCurrentFuseWire,
  makeUnpacked,
  runtime,
  type Unpacked,
} from './unpacked.ts';

const place = mkdtempSync(join(tmpdir(), 'recital-package-'));
let made: Unpacked;
/** The archive's files, by paths with slashes from its root, and whether they stand beside it. */
let packed: ReadonlyMap<string, { readonly isBeside: boolean }>;
/** The archive with what stands beside it, as folders and files: outside the project, whose modules it cannot reach. */
const copy = join(place, 'copy');

describe.skipIf(runtime === null)(`the unpacked program, built on ${runtime?.line}`, () => {
  beforeAll(async () => {
    made = await makeUnpacked(place);
    const archive = join(made.resources, 'app.asar');
    asar.extractAll(archive, copy);
    const files = await filesUnder(copy);
    packed = new Map(
      asar
        .listPackage(archive, { isPack: true })
        .map((line): [string, { isBeside: boolean }] => {
          const [, how, path = ''] = /^(pack|unpack)\s*:\s*[/\\](.*)$/u.exec(line) ?? [];
          return [path.replaceAll('\\', '/'), { isBeside: how === 'unpack' }];
        })
        .filter(([path]) => files.has(path)),
    );
  }, 300_000);
  afterAll(() => rm(place, { recursive: true, force: true }));

  test('holds the built program whole', async () => {
    for (const part of ['app', 'renderer']) {
      const built = [...(await filesUnder(join(project, 'out', part))).keys()].filter(
        (path) => !path.endsWith('licences.txt'),
      );
      expect([...packed.keys()]).toEqual(
        expect.arrayContaining(built.map((path) => `out/${part}/${path}`)),
      );
    }
    expect([...packed.keys()]).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/app/main.js',
        'out/app/preload.cjs',
        'out/app/import-worker.js',
        'out/app/pdfium.wasm',
        'out/renderer/desktop.html',
        'out/renderer/browser.html',
      ]),
    );
  });

  test('holds nothing else: no source, no map, no module but the native one', () => {
    const odd = [...packed.keys()].filter(
      (path) =>
        path !== 'package.json' &&
        !/^out\/(?:app|renderer)\/[\w./-]+\.(?:js|cjs|wasm|html|css|svg|woff2)$/u.test(path) &&
        !/^node_modules\/better-sqlite3\/(?:lib\/[\w/-]+\.js|package\.json|LICENSE)$/u.test(path) &&
        !/^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/u.test(path),
    );
    expect(odd).toEqual([]);
  });

  test('has one native binary, of this platform, beside the archive and nothing else there', async () => {
    const binary = `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`;
    const beside = await filesUnder(join(made.resources, 'app.asar.unpacked'));
    expect([...beside.keys()]).toEqual([binary]);
    const native = [...packed].filter(([path]) => path.endsWith('.node'));
    expect(native).toEqual([[binary, { isBeside: true }]]);
  });

  test('has the library as it was compiled, what it is checked against and repaired from, and the licences', async () => {
    for (const name of ['library.sqlite', 'library.json', 'library.sqlite.zst']) {
      const compiled = await readFile(join(project, 'out', name));
      expect((await readFile(join(made.resources, name))).equals(compiled)).toBe(true);
    }
    const licences = await readFile(join(made.resources, 'licences.txt'), 'utf8');
    expect(licences.startsWith('Recital\n')).toBe(true);
    for (const shipped of ['better-sqlite3', '@embedpdf/pdfium', 'htmlparser2', 'preact', 'lucide'])
      expect(licences).toContain(`\n${shipped}\n`);
    expect(licences).toContain('SIL OPEN FONT LICENSE');
    const around = [...(await filesUnder(made.folder)).keys()];
    expect(around.some((path) => path.endsWith('LICENSE.electron.txt'))).toBe(true);
    expect(around.some((path) => path.endsWith('LICENSES.chromium.html'))).toBe(true);
  });

  test('has Electron in the six languages alone', async () => {
    const languages = [...(await filesUnder(made.folder)).keys()]
      .map((path) => /\/?([\w-]+)\.(?:pak|lproj)(?:\/|$)/u.exec(path)?.[1] ?? '')
      .filter((name) => /^[a-z]{2,3}(?:[-_]\w+)?$/u.test(name))
      .map((name) => name.split(/[-_]/u)[0]);
    expect(new Set(languages)).toEqual(new Set(['ar', 'en', 'es', 'fr', 'ru', 'zh']));
  });

  test("is under 25 MB without Electron's runtime, with the library", async () => {
    const files = [...(await filesUnder(made.resources))];
    const own = files.filter(([path]) => !path.includes('.lproj/'));
    const megabytes = own.reduce((sum, [, size]) => sum + size, 0) / 1_000_000;
    expect(megabytes).toBeGreaterThan(5);
    expect(megabytes).toBeLessThan(25);
  });

  test('has its fuses set: no Node mode, no options, no inspector, code from the archive only', async () => {
    const [off, on] = [48, 49];
    // In the order of Electron's documentation: runAsNode, cookieEncryption, nodeOptions, nodeCliInspect,
    // embeddedAsarIntegrityValidation, onlyLoadAppFromAsar; then grantFileProtocolExtraPrivileges.
    expect(await getCurrentFuseWire(made.binary)).toMatchObject({
      0: off,
      1: on,
      2: off,
      3: off,
      4: on,
      5: on,
      7: off,
    });
  });

  test('names no folder of the machine that built it', async () => {
    for (const path of packed.keys()) {
      const bytes = await readFile(join(copy, path));
      expect(bytes.includes(project) ? path : null).toBeNull();
    }
  });

  test('answers a search and imports a PDF from inside the archive’s copy, under Node', async () => {
    const data = join(place, 'data');
    const userData = join(place, 'user');
    await mkdir(userData);
    const standIn = new URL('../desktop/stand-in/register.ts', import.meta.url).href;
    const asPackaged = new URL('as-packaged.ts', import.meta.url).href;
    const main = spawn(
      process.execPath,
      [
        '--import',
        standIn,
        '--import',
        asPackaged,
        join(copy, 'out/app/main.js'),
        `--user-data-dir=${userData}`,
      ],
      {
        cwd: place,
        env: {
          ...process.env,
          RECITAL_DATA: data,
          RECITAL_TEST_RESOURCES: made.resources,
        },
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    const shown = Promise.withResolvers<void>();
    const ended = new Promise((resolve, reject) => {
      main.once('exit', resolve);
      main.once('exit', () => shown.reject(new Error('It ended before it showed a window.')));
      main.once('error', reject);
    });
    // Nobody looks at its windows: whatever it asks of them is done.
    const wire = openWire(main, { load: () => shown.resolve() });
    await shown.promise;
    const frame = { parent: null, origin: 'recital://app', url: 'recital://app/desktop.html' };
    const call = (method: string, request: object) =>
      wire.ask('invoke', 1, frame, 'recital:call', [method, request]);
    expect(await call('search', { query: 'network slicing' })).toMatchObject({
      ok: true,
      value: {
        hits: expect.arrayContaining([expect.objectContaining({ label: expect.any(String) })]),
      },
    });
    // With the worker scripts and PDFium, which are files of the archive.
    const bytes = await readFile(join(project, 'test/fixtures/files/pdf/resolution.pdf'));
    const offered = await call('offer', { name: 'resolution.pdf', bytes: new Uint8Array(bytes) });
    const { path } = (offered as { value: { path: string } }).value;
    const imported = { ok: true, value: [{ file: path, ok: true }] };
    expect(await call('import', { paths: [path] })).toMatchObject(imported);
    const page = await wire.ask('protocol', 'recital://app/desktop.html', 'GET');
    expect(page).toMatchObject({ status: 200 });
    main.disconnect();
    await ended;
  });
});
