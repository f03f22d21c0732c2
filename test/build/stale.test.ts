import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isStale, markFresh } from '../../build/bundle/stale.ts';
import { project } from '../../build/tools.ts';

const folder = 'out/test/stale';
const output = {
  name: 'test-of-stale',
  inputs: [`${folder}/source`],
  results: [`${folder}/result`],
};
const write = (file: string, text: string) => writeFile(join(project, folder, file), text);

beforeAll(async () => {
  await mkdir(join(project, folder, 'source/deep'), { recursive: true });
  await write('source/deep/one', '1');
});
afterAll(async () => {
  await rm(join(project, folder), { recursive: true });
  await rm(join(project, 'out/stamps', output.name));
});

test('an output is stale until it is made, and again when a source is changed, added or removed', async () => {
  expect(await isStale(output)).toBe(true);
  await markFresh(output);
  expect(await isStale(output)).toBe(true);
  await write('result', 'made');
  expect(await isStale(output)).toBe(false);

  await write('source/deep/one', '2');
  expect(await isStale(output)).toBe(true);
  await markFresh(output);
  await write('source/two', '');
  expect(await isStale(output)).toBe(true);
  await markFresh(output);
  await rm(join(project, folder, 'source/two'));
  expect(await isStale(output)).toBe(true);
});
