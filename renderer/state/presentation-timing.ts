/**
 * How long a presentation has taken, all in milliseconds. Plain values, so that it is kept as it is; the time itself is always
 * given.
 */
export interface Timing {
  /** What each stop had taken when the clock was last read, from the first stop on. */
  readonly spent: readonly number[];
  /** The stop that the clock runs for, from 1. */
  readonly stop: number;
  /** Since when it has run without having been counted; null while it is paused. */
  readonly since: number | null;
  /** When it was last seen running. */
  readonly seen: number;
}

/** What a presenter reads off the clock. */
export interface Reading {
  readonly elapsed: number;
  /** Against the plan: below zero once it is used up. */
  readonly remaining: number;
  readonly elapsedHere: number;
  readonly remainingHere: number;
  readonly isPaused: boolean;
}

/** Longer away than this is a pause, and not a window that was loaded anew. */
const longestGap = 120_000;

export const startTiming = (stop: number, now: number): Timing => ({
  spent: [],
  stop,
  since: now,
  seen: now,
});

/** The same, with all that has run until now counted. */
export function counted(timing: Timing, now: number): Timing {
  const { since, stop } = timing;
  // Clocks of machines are set back now and then.
  const run = since === null ? 0 : Math.max(0, now - since);
  const spent = Array.from(
    { length: Math.max(timing.spent.length, stop) },
    (_none, order) => (timing.spent[order] ?? 0) + (order === stop - 1 ? run : 0),
  );
  return { spent, stop, since: since === null ? null : now, seen: now };
}

export const movedTo = (timing: Timing, stop: number, now: number): Timing => ({
  ...counted(timing, now),
  stop,
});

export const paused = (timing: Timing, now: number): Timing => ({
  ...counted(timing, now),
  since: null,
});

export const resumed = (timing: Timing, now: number): Timing => ({
  ...counted(timing, now),
  since: now,
});

/** What was kept goes on where a window is loaded anew, and stands paused for whoever comes back later. */
export const broughtBack = (kept: Timing, now: number): Timing =>
  now - kept.seen <= longestGap ? kept : paused(kept, kept.seen);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** `plan`: the minutes of each stop. */
export function readTiming(timing: Timing, plan: readonly number[], now: number): Reading {
  const { spent, stop, since } = counted(timing, now);
  const elapsed = sum(spent);
  const elapsedHere = spent[stop - 1] ?? 0;
  return {
    elapsed,
    remaining: sum(plan) * 60_000 - elapsed,
    elapsedHere,
    remainingHere: (plan[stop - 1] ?? 0) * 60_000 - elapsedHere,
    isPaused: since === null,
  };
}

/** What was kept, if it is one; storage may hold anything. */
export function asTiming(kept: unknown): Timing | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const { spent, stop, since, seen } = kept as Partial<Record<keyof Timing, unknown>>;
  const isWhole =
    Array.isArray(spent) &&
    spent.length <= 1000 &&
    spent.every((one) => Number.isFinite(one)) &&
    Number.isInteger(stop) &&
    (since === null || Number.isFinite(since)) &&
    Number.isFinite(seen);
  return isWhole ? (kept as Timing) : null;
}
