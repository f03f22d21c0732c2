import { array, check, integer, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { toTheEnd } from '../../../main/contract/steps.ts';
import { editsBetween, type Run } from '../../../main/documents/compare/edits.ts';

const tokens = array(integer({ min: 0, max: 4 }), { maxLength: 24 });
const twoRows = record({ from: tokens, to: tokens });

const noBound = 1000;
const runsBetween = (from: readonly number[], to: readonly number[], most = noBound) =>
  toTheEnd(editsBetween(from, to, most));

const countOf = (runs: readonly Run[], ...ops: Run['op'][]): number =>
  runs.reduce((sum, { op, count }) => sum + (ops.includes(op) ? count : 0), 0);

/** The length of the longest common subsequence, by the table of the textbooks. */
function commonLength(from: readonly number[], to: readonly number[]): number {
  let above = Array.from({ length: to.length + 1 }, () => 0);
  for (const token of from) {
    const row = [0];
    for (const [at, other] of to.entries())
      row.push(token === other ? (above[at] ?? 0) + 1 : Math.max(above[at + 1] ?? 0, row[at] ?? 0));
    above = row;
  }
  return above.at(-1) ?? 0;
}

const counterexample = (holds: (rows: { from: number[]; to: number[] }) => boolean) =>
  check(property(twoRows, holds), { numRuns: 1000 }).counterexample;

const fewestBetween = (from: readonly number[], to: readonly number[]): number =>
  from.length + to.length - 2 * commonLength(from, to);

it('edits lead from one row to the other', () => {
  expect(
    counterexample(({ from, to }) => {
      const made: number[] = [];
      let passed = 0;
      for (const { op, count } of runsBetween(from, to) ?? []) {
        if (op === 'same') made.push(...from.slice(passed, passed + count));
        if (op === 'added') made.push(...to.slice(made.length, made.length + count));
        if (op !== 'added') passed += count;
      }
      return passed === from.length && JSON.stringify(made) === JSON.stringify(to);
    }),
  ).toBeNull();
});

it('no fewer edits do', () => {
  expect(
    counterexample(
      ({ from, to }) =>
        countOf(runsBetween(from, to) ?? [], 'added', 'removed') === fewestBetween(from, to),
    ),
  ).toBeNull();
});

it('there are none where it takes more than the bound', () => {
  expect(
    counterexample(({ from, to }) => {
      const fewest = fewestBetween(from, to);
      const isFound = runsBetween(from, to, fewest) !== null;
      return isFound && (fewest === 0 || runsBetween(from, to, fewest - 1) === null);
    }),
  ).toBeNull();
});

it('two runs beside each other are not of one kind', () => {
  expect(
    counterexample(({ from, to }) =>
      (runsBetween(from, to) ?? []).every(
        ({ op, count }, at, runs) => count > 0 && op !== runs[at - 1]?.op,
      ),
    ),
  ).toBeNull();
});
