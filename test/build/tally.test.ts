import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tallyOf, type Tally } from '../tally.ts';

let folder: string;
let report: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recital-tally-'));
  report = join(folder, 'report.json');
});
afterAll(() => rm(folder, { recursive: true }));

const read = (json: unknown): Tally => json as Tally;
const reported = async (tally: Tally, isOk: boolean): Promise<Tally> => {
  await writeFile(report, JSON.stringify(tally));
  return tallyOf(report, isOk, read);
};

test('a tally is what the runner reports', async () => {
  const green = { passed: 3, failed: 0, skipped: 1 };
  expect(await reported(green, true)).toEqual(green);
  const red = { passed: 3, failed: 2, skipped: 0 };
  expect(await reported(red, false)).toEqual(red);
});

test('a runner that ends badly, finds nothing or writes no report is never a pass', async () => {
  const green = { passed: 3, failed: 0, skipped: 0 };
  expect((await reported(green, false)).failed).toBe(1);
  expect((await reported({ passed: 0, failed: 0, skipped: 4 }, true)).failed).toBe(1);
  expect((await tallyOf(join(folder, 'missing.json'), true, read)).failed).toBe(1);
});
