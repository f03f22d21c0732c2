import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { recital } from '../fixtures/command.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records, tour } from '../fixtures/records.ts';

describe('recital, on a library with records', () => {
  let library: string[];
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recital-cli-'));
    const file = join(folder, 'library.sqlite');
    await writeLibrary(file, undefined, records);
    library = ['--library', file];
    return () => rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    [
      'itu-t/recommendation/y.3101',
      /^Recommendation ITU-T Y\.3101\nRequirements of gas mantles\nIts text is not in this library\.\n\nEditions known\n {2}@2018 {2}withdrawn, approved 2018-01\n\nIt says how[^]*Replaced by {2}ra\/resolution\/56\n[^]*Nowhere any more\.\n[^]*\nLeads to\n[^]*\nShown or told of in\n {2}ITU-T Study Group 13\n/,
    ],
    [
      'body/itu-t-sg-13',
      /^ITU-T Study Group 13\nSG13, ITU-T SG13; 2025-2028\n\nMandate\nIt studies[^]*\nWhat resolutions ask of it\nResolution 7 \(New Delhi, 2024\)\n {2}itu-t-sg-13: instructs Study Group 13[^]*\nIt answers for\n {2}Recommendation ITU-T Y\.3101\n/,
    ],
    [
      'handbook/keeping-a-light',
      /^Keeping a light\n\nA handbook[^]*\nChapters\n1\. {2}Oil and wick\n/,
    ],
    [
      'handbook/keeping-a-light#glass',
      /^Cleaning the glass\nKeeping a light\n\nVinegar is best\. A lamp smokes\.\n\nLeads to\n {2}LMP\n {2}term\/lmp\n/,
    ],
    [
      'tour/harbour-walk',
      /^A walk round the harbour\n2 stops, 8 minutes\n\nFor visitors[^]*\n1\. {2}Where lamps shine \(3 min\)\n {4}wtsa\/resolution\/7@2024#considering\.a\n[^]*To the room {2}Who has seen a mantle\?\n/,
    ],
    [
      'tour/harbour-walk#2',
      /^A walk round the harbour\n[^]*\n2\. {2}What has changed \(5 min\)\n {4}wtsa\/resolution\/7@2016 -> wtsa\/resolution\/7@2024\n {4}at wtsa\/resolution\/7@2024#considering\n/,
    ],
    [
      'term/lmp',
      /^LMP\nLamp of the mariners\u2019 post\nPeople also say: beacon, night lamp\n\nA lamp that sailors/,
    ],
    [
      'meeting/wtsa-24',
      /^WTSA-24\nNew Delhi, 2024\n2024-10-15 to 2024-10-24\nbody\/wtsa\n\nAdopted\n {2}wtsa\/resolution\/7@2024/,
    ],
    ['topic/light', /^Light and colour\n\nEverything that glows\.\n\nLeads to\n/],
  ])('show %s for people reads well', async (address, expected) => {
    const { status, out, err } = await recital(['show', address, ...library]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(expected);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(88);
  });

  test('show says what leads to a provision, and that a cited edition is not the newest', async () => {
    const { out } = await recital(['show', 'wtsa/resolution/7@2024#considering.a', ...library]);
    expect(out).toMatch(/\nCites\n[^\n]*ra\/resolution\/56@2023, newest known: 2027\n/);
    expect(out).toMatch(/\nShown or told of in\n[^]*tour\/harbour-walk#1\n$/);
  });

  test('show prints the record as JSON', async () => {
    const { out } = await recital(['show', 'tour/harbour-walk#1', '--json', ...library]);
    expect(JSON.parse(out)).toMatchObject({
      kind: 'tour',
      address: 'tour/harbour-walk',
      stop: 'tour/harbour-walk#1',
      record: tour,
    });
  });

  test('search is narrowed to a type', async () => {
    const { out } = await recital(['search', 'sleep', '--type', 'tour', '--json', ...library]);
    expect(JSON.parse(out)).toMatchObject({
      total: 1,
      hits: [{ address: 'tour/harbour-walk#2', kind: 'stop' }],
    });
    const forPeople = await recital(['search', 'sleep', '--type', 'tour', ...library]);
    expect(forPeople.out).toMatch(/2\. What has changed\n {4}A walk round the harbour\n/);
  });
});
