import { expect, test } from 'vitest';
import { createUnrolling } from '../../renderer/state/reader-unrolling.ts';

const drawnOf = (unrolling: ReturnType<typeof createUnrolling>, count: number): readonly number[] =>
  Array.from({ length: count }, (_, block) => block).filter(
    (block) => unrolling.isDrawn(block).value,
  );

test('a short text is drawn at once', () => {
  expect(drawnOf(createUnrolling(3, false), 3)).toEqual([0, 1, 2]);
});

test('of a long text the beginning is drawn, and what stands around the place that was asked for', () => {
  const unrolling = createUnrolling(20, true);
  expect(drawnOf(unrolling, 20)).toEqual([0, 1]);
  unrolling.drawAround(12);
  expect(drawnOf(unrolling, 20)).toEqual([0, 1, 11, 12, 13]);
});

test('the rest is drawn bit by bit while there is time, and no more once it is stopped', () => {
  const unrolling = createUnrolling(5, true);
  let waiting: (() => void) | null = null;
  const stop = unrolling.drawOn((act) => {
    waiting = act;
    return () => {
      waiting = null;
    };
  });
  const idle = () => (waiting as (() => void) | null)?.();
  idle();
  expect(drawnOf(unrolling, 5)).toEqual([0, 1, 2]);
  stop();
  idle();
  expect(drawnOf(unrolling, 5)).toEqual([0, 1, 2]);
  unrolling.drawAll();
  expect(drawnOf(unrolling, 5)).toEqual([0, 1, 2, 3, 4]);
});
