/** What was done to a value, so that it can be undone and done again. Never changed itself. */
export interface History<Value> {
  /** Oldest first. */
  readonly past: readonly Value[];
  readonly now: Value;
  /** Next first. */
  readonly future: readonly Value[];
  /** The field in which the last step was typed, and when; null: what comes next is a step of its own. */
  readonly typing: Typing | null;
}

interface Typing {
  readonly field: string;
  /** In milliseconds. */
  readonly at: number;
}

/** More steps back than anybody counts. */
export const mostSteps = 300;

/** Who stops typing for so long has made a step, in milliseconds. */
export const stepPause = 2000;

export const beginHistory = <Value>(now: Value): History<Value> => ({
  past: [],
  now,
  future: [],
  typing: null,
});

/** One step more; what is typed in one field without a pause is one. */
export function withStep<Value>(
  history: History<Value>,
  next: Value,
  typing: Typing | null = null,
): History<Value> {
  const { past, now, typing: before } = history;
  if (next === now) return history;
  const goesOn =
    typing !== null &&
    before !== null &&
    typing.field === before.field &&
    typing.at - before.at < stepPause;
  return { past: goesOn ? past : [...past, now].slice(-mostSteps), now: next, future: [], typing };
}

/** The value as it has become by itself: no step, nothing to undo. */
export const amended = <Value>(history: History<Value>, now: Value): History<Value> => ({
  ...history,
  now,
});

/** What is typed next is a step of its own. */
export const sealed = <Value>(history: History<Value>): History<Value> =>
  history.typing === null ? history : { ...history, typing: null };

export function undone<Value>(history: History<Value>): History<Value> {
  const { past, now, future } = history;
  const [before] = past.slice(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), now: before, future: [now, ...future], typing: null };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const { past, now, future } = history;
  const [next, ...rest] = future;
  if (next === undefined) return history;
  return { past: [...past, now], now: next, future: rest, typing: null };
}
