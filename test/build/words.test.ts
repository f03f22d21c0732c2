import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = resolve(import.meta.dirname, '../../build/check/words.ts');

let house: string;

beforeEach(async () => {
  house = await mkdtemp(join(tmpdir(), 'recital-words-'));
  await mkdir(join(house, 'renderer'));
});

afterEach(() => rm(house, { recursive: true }));

async function check(component: string): Promise<{ status: number | null; said: string }> {
  await writeFile(join(house, 'renderer/part.tsx'), component);
  const { status, stderr } = spawnSync(process.execPath, [script], {
    cwd: house,
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

test.each([
  ['as the text of an element', 'export const a = <p>Nothing found</p>;'],
  ['as a string in braces', "export const a = <p>{'Nothing found'}</p>;"],
  ['beside a value', 'export const a = (n: number) => <p>{`Nothing found ${n}`}</p>;'],
  ['in a fragment', 'export const a = <>Nothing found</>;'],
  ['as a name for screen readers', 'export const a = <p aria-label="Nothing found" />;'],
  ['as a name for screen readers, in braces', "export const a = <p title={'Nothing found'} />;"],
])('a component that says words by itself is told, %s', async (_where, component) => {
  const { status, said } = await check(component);
  expect(status).toBe(1);
  expect(said).toContain('renderer/part.tsx:1: says "Nothing found" by itself');
});

test('marks, classes and values from elsewhere are no words of a component', async () => {
  const component =
    'export const a = (t: string) => <p class={`found is-${t}`} id="found">· {t} – {`(${t})`}</p>;';
  expect(await check(component)).toEqual({ status: 0, said: '' });
});

test('a folder without components fails, since nothing was checked', () => {
  const { status } = spawnSync(process.execPath, [script], { cwd: house });
  expect(status).toBe(1);
});
