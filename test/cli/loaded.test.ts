import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectFolder } from '../fixtures/command.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { nobodysData } from '../nobodys-data.ts';

/** Runs the command from its sources and says on standard error which files it loaded. */
const script = `
  import { registerHooks } from 'node:module';
  const loaded = new Set();
  registerHooks({ load: (url, context, next) => (loaded.add(url), next(url, context)) });
  process.on('exit', () => process.stderr.write([...loaded].join('\\n')));
  const { run } = await import('./main/cli/main.ts');
  await run(['node', 'recital', ...process.argv.slice(1)]);
`;

function loadedBy(...args: string[]): string[] {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', script, '--', ...args],
    { cwd: projectFolder, encoding: 'utf8', env: { ...process.env, RECITAL_DATA: nobodysData } },
  );
  expect(status).toBe(0);
  return stderr.split('\n').filter((url) => url.startsWith('file:'));
}

const toWrite =
  /\/library\/(?:writers|writing|own-writing|write-document|records\/write-|indexing\/(?:write-search|grow|fold-|find-folds|pack))/;
const toReadDocuments = /\/(?:documents|service\/(?:content|eval|import)|share|app)\//;
const ofOthers = /\/service\/(?:show|records|actions|compare|suggest)\.ts$/;
const packages = /\/node_modules\/(?:flexsearch|valibot|yaml|mammoth|htmlparser2|marked)\//;

describe('the command', () => {
  let library: string[];
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-loaded-'));
    const file = join(folder, 'library.sqlite');
    await writeLibrary(file);
    library = ['--library', file, '--json'];
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test.each(['network systems', 'WTSA Resolution 7', '"the network" year:2024'])(
    'loads for the search %j nothing that writes libraries, reads documents or answers other questions',
    (query) => {
      const loaded = loadedBy('search', query, ...library);
      expect(loaded.some((url) => url.endsWith('/search/compiled-source.ts'))).toBe(true);
      for (const needless of [toWrite, toReadDocuments, ofOthers, packages])
        expect(loaded.filter((url) => needless.test(url))).toEqual([]);
    },
  );

  test('loads no library to tell its version', () => {
    expect(loadedBy('--version').filter((url) => /\/(?:library|service)\//.test(url))).toEqual([]);
  });
});
