import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const walls = resolve(import.meta.dirname, '../../build/check/walls.ts');

const left = 'a-room-imports-rooms-to-its-left-only';

let house: string;

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'recital-walls-'));
  for (const room of ['main', 'renderer', 'build']) await mkdir(join(house, room));
  // A house large enough to be taken for one.
  await write('main/contract/a0.ts', 'export const a0 = 0;');
  await write('main/contract/a1.ts', "export { a0 as a1 } from './a0.ts';");
  for (let file = 2; file < 40; file += 1) {
    const [one, two] = [file - 1, file - 2];
    const source = `export { a${one} as a${file} } from './a${one}.ts'; export * from './a${two}.ts';`;
    await write(`main/contract/a${file}.ts`, source);
  }
});

afterEach(() => rm(house, { recursive: true }));

async function write(file: string, source: string): Promise<void> {
  await mkdir(dirname(join(house, file)), { recursive: true });
  await writeFile(join(house, file), source);
}

/** The rules that the check says are broken, and its exit status. */
function check(): { status: number | null; rules: string[]; text: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, [walls], {
    cwd: house,
    encoding: 'utf8',
  });
  const rules = [...stderr.matchAll(/: ([a-z-]+)$/gm)].map((match) => match[1]!);
  return { status, rules, text: stderr + stdout };
}

describe('the walls', () => {
  test('stand in a house without a breach', () => {
    expect(check()).toMatchObject({ status: 0, rules: [] });
  });

  const breaches: [rule: string, file: string, source: string][] = [
    [left, 'main/library/x.ts', "import '../documents/index.ts';"],
    [left, 'main/documents/x.ts', "export type { Y } from '../library/index.ts';"],
    [left, 'main/service/x.ts', "export const late = () => import('../share/index.ts');"],
    [
      left,
      'main/contract/x.ts',
      "import type { Y } from '../documents/index.ts'; export type Z = Y;",
    ],
    [left, 'main/documents/x.ts', "import '../../renderer/x.ts';"],
    ['a-room-is-entered-by-its-doors', 'main/service/y.ts', "import '../library/inner.ts';"],
    ['a-room-is-entered-by-its-doors', 'build/y.ts', "import '../main/library/inner.ts';"],
    ['renderer-knows-only-the-contract', 'renderer/x.tsx', "import '../main/service/index.ts';"],
    ['renderer-carries-no-validator', 'renderer/y.ts', "import '../main/contract/requests.ts';"],
    ['renderer-carries-no-validator', 'renderer/y.ts', "import * as v from 'valibot'; v.string();"],
    ['documents-and-contract-are-pure', 'main/documents/y.ts', "import 'node:fs';"],
    [
      'a-package-stays-in-its-home',
      'main/service/x.ts',
      "import { app } from 'electron'; app.quit();",
    ],
    [
      'a-package-stays-in-its-home',
      'build/x.ts',
      "import type D from 'better-sqlite3'; export type E = D;",
    ],
    ['an-imported-file-is-there', 'main/library/x.ts', "import './gone.ts';"],
  ];

  test.each(breaches)('refuse a breach of %s by %s', async (rule, file, source) => {
    for (const room of ['documents', 'library', 'share', 'service']) {
      await write(`main/${room}/index.ts`, 'export type Y = 1;');
    }
    await write('main/library/inner.ts', 'export const inner = 1;');
    await write('main/contract/requests.ts', 'export const requests = 1;');
    await write('renderer/x.ts', 'export const x = 1;');
    await write(file, source);
    const { status, rules } = check();
    expect(rules).toEqual([rule]);
    expect(status).toBe(1);
  });

  test('have side doors, for what most who enter a room do not need', async () => {
    await write('main/library/index.ts', 'export const read = 1;');
    await write('main/library/writers.ts', 'export const write = 1;');
    await write('main/service/x.ts', "export { write } from '../library/writers.ts';");
    expect(check()).toMatchObject({ status: 0, rules: [] });
  });

  test('refuse files that import each other', async () => {
    await write('main/library/one.ts', "export { two } from './two.ts'; export const one = 1;");
    await write('main/library/two.ts', "export { one } from './one.ts'; export const two = 2;");
    expect(check()).toMatchObject({ status: 1, rules: ['files-do-not-import-in-a-circle'] });
  });

  test('fail where there is nothing to check', async () => {
    await rm(join(house, 'main/contract'), { recursive: true });
    const { status, text } = check();
    expect(status).toBe(1);
    expect(text).toContain('the walls were not checked');
  });
});
