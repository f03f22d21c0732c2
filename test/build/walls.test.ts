import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const walls = resolve(import.meta.dirname, '../../build/check/walls.ts');

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
    ['library-imports-left-only', 'main/library/x.ts', "import '../documents/index.ts';"],
    [
      'documents-imports-left-only',
      'main/documents/x.ts',
      "import type { Y } from '../library/index.ts'; export type Z = Y;",
    ],
    ['service-imports-left-only', 'main/service/x.ts', "import '../share/index.ts';"],
    ['contract-imports-left-only', 'main/contract/x.ts', "import '../documents/index.ts';"],
    ['enter-a-room-by-its-index', 'main/service/y.ts', "import '../library/inner.ts';"],
    ['renderer-knows-only-the-contract', 'renderer/x.ts', "import '../main/service/index.ts';"],
    ['renderer-carries-no-validator', 'renderer/y.ts', "import '../main/contract/requests.ts';"],
    ['documents-are-pure', 'main/documents/y.ts', "import 'node:fs';"],
  ];

  test.each(breaches)('refuse a breach of %s', async (rule, file, source) => {
    for (const room of ['documents', 'library', 'share', 'service']) {
      await write(`main/${room}/index.ts`, 'export type Y = 1;');
    }
    await write('main/library/inner.ts', 'export const inner = 1;');
    await write('main/contract/requests.ts', 'export const requests = 1;');
    await write(file, source);
    const { status, rules } = check();
    expect(rules).toContain(rule);
    expect(status).toBe(1);
  });

  test.each(['electron', 'better-sqlite3'])('keep %s in its one room', async (dependency) => {
    await write(
      `node_modules/${dependency}/package.json`,
      `{"name":"${dependency}","main":"i.js"}`,
    );
    await write(`node_modules/${dependency}/i.js`, '');
    await write('main/service/x.ts', `import '${dependency}';`);
    const { status, rules } = check();
    expect(rules).toHaveLength(1);
    expect(status).toBe(1);
  });

  test('refuse files that import each other', async () => {
    await write('main/library/one.ts', "export { two } from './two.ts'; export const one = 1;");
    await write('main/library/two.ts', "export { one } from './one.ts'; export const two = 2;");
    expect(check()).toMatchObject({ status: 1, rules: ['no-circles'] });
  });

  test('fail where there is nothing to check', async () => {
    await rm(join(house, 'main/contract'), { recursive: true });
    const { status, text } = check();
    expect(status).toBe(1);
    expect(text).toContain('the walls were not checked');
  });
});
