import { expect, test } from 'vitest';
import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Duty, DutyEdition } from '../../main/contract/duties.ts';
import { studyPeriodsOf } from '../../renderer/state/study-periods.ts';

const meeting = (name: string, body: string, year: number): RecordSummary =>
  ({ address: `meeting/${name.toLowerCase()}`, name, body, year }) as RecordSummary;

const meetings = [
  meeting('WTSA-24', 'wtsa', 2024),
  meeting('WTSA-12', 'wtsa', 2012),
  meeting('WTSA-16', 'wtsa', 2016),
  meeting('WTSA-20', 'wtsa', 2022),
  meeting('PP-22', 'pp', 2022),
];
const edition = { edition: 'wtsa/resolution/92@2016', meeting: 'WTSA-16' } as DutyEdition;
const duty = {
  edition: 'wtsa/resolution/92@2016',
  actor: 'itu-t-sg-13',
  address: 'wtsa/resolution/92@2016#instructs-itu-t-sg-13.1',
  fate: null,
} as Duty;
const sg13 = { sector: 'itu-t', period: '2025-2028' } as const;

test('the strip begins where a text first speaks to the body and goes from assembly to assembly', () => {
  const periods = studyPeriodsOf(sg13, meetings, [duty], [edition]);
  expect(
    periods.map(({ assembly, next, named, asked }) => [
      assembly.name,
      next?.name ?? null,
      named,
      asked.map(({ provisions }) => provisions),
    ]),
  ).toEqual([
    ['WTSA-16', 'WTSA-20', null, [1]],
    ['WTSA-20', 'WTSA-24', null, []],
    ['WTSA-24', null, '2025-2028', []],
  ]);
});

test('a body to which no earlier text speaks has the period of its summary alone', () => {
  expect(studyPeriodsOf(sg13, meetings, [], [edition]).map(({ named }) => named)).toEqual([
    '2025-2028',
  ]);
});

test('a body without study periods, or outside the Sectors, has no strip', () => {
  expect(studyPeriodsOf({ sector: 'itu-t', period: null }, meetings, [duty], [edition])).toEqual(
    [],
  );
  expect(studyPeriodsOf({ sector: null, period: '2025-2028' }, meetings, [], [])).toEqual([]);
});
