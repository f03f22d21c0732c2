import { describe, expect, it } from 'vitest';
import {
  asTiming,
  broughtBack,
  counted,
  movedTo,
  paused,
  readTiming,
  resumed,
  startTiming,
} from '../../renderer/state/presentation-timing.ts';

const minute = 60_000;
/** The minutes of three stops. */
const plan = [2, 3, 4];

describe('the clock of a presentation', () => {
  it('counts what has elapsed and what remains, of the stop and of all', () => {
    const timing = movedTo(startTiming(1, 0), 2, 3 * minute);
    expect(readTiming(timing, plan, 4 * minute)).toEqual({
      elapsed: 4 * minute,
      remaining: 5 * minute,
      elapsedHere: minute,
      remainingHere: 2 * minute,
      isPaused: false,
    });
  });

  it('adds to a stop what a second visit takes', () => {
    const there = movedTo(startTiming(1, 0), 2, minute);
    const back = movedTo(there, 1, 2 * minute);
    expect(readTiming(back, plan, 3 * minute)).toMatchObject({
      elapsed: 3 * minute,
      elapsedHere: 2 * minute,
      remainingHere: 0,
    });
  });

  it('goes below zero when the plan is used up', () => {
    expect(readTiming(startTiming(1, 0), plan, 3 * minute).remainingHere).toBe(-minute);
  });

  it('stands still while it is paused', () => {
    const timing = paused(startTiming(1, 0), minute);
    expect(readTiming(timing, plan, 60 * minute)).toMatchObject({
      elapsed: minute,
      isPaused: true,
    });
    expect(readTiming(resumed(timing, 60 * minute), plan, 61 * minute).elapsed).toBe(2 * minute);
  });

  it('does not run back when the clock of the machine is set back', () => {
    expect(readTiming(startTiming(1, 10 * minute), plan, 0).elapsed).toBe(0);
  });

  it('runs on where a window was loaded anew', () => {
    const kept = counted(startTiming(1, 0), minute);
    expect(readTiming(broughtBack(kept, minute + 5000), plan, 2 * minute).elapsed).toBe(2 * minute);
  });

  it('has not counted the night when somebody comes back in the morning', () => {
    const kept = counted(startTiming(1, 0), minute);
    expect(readTiming(broughtBack(kept, 600 * minute), plan, 601 * minute)).toMatchObject({
      elapsed: minute,
      isPaused: true,
    });
  });

  it('is kept as plain values, and nothing else is taken for it', () => {
    const timing = movedTo(startTiming(1, 0), 2, minute);
    expect(asTiming(JSON.parse(JSON.stringify(timing)))).toEqual(timing);
    for (const other of [null, 'x', {}, { ...timing, spent: ['x'] }, { ...timing, since: 'x' }])
      expect(asTiming(other)).toBeNull();
  });
});
