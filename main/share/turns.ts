import type { Call } from '../contract/api.ts';

/** Does work when its turn comes. Null: nobody waits for it any more, or too many wait already; it was not done. */
export type Turns = <T>(call: Call, work: () => Promise<T>) => Promise<T | null>;

interface Waiting {
  readonly call: Call;
  readonly begin: (hasTurn: boolean) => void;
}

/**
 * Lets a few do their work at a time, `atOnce`, while up to `mostWaiting` others wait in the order in which they came: all
 * at once they would take turns in small steps, and the first would be answered hardly before the last. Whoever no longer
 * waits leaves the row.
 */
export function createTurns(atOnce: number, mostWaiting: number): Turns {
  let working = 0;
  let row: Waiting[] = [];

  const sendAway = (): void => {
    for (const { call, begin } of row) if (call.aborted) begin(false);
    row = row.filter(({ call }) => !call.aborted);
  };
  const passOn = (): void => {
    for (;;) {
      const next = row.shift();
      if (next === undefined) break;
      next.begin(!next.call.aborted);
      if (!next.call.aborted) return;
    }
    working -= 1;
  };

  return async (call, work) => {
    if (working < atOnce) {
      working += 1;
    } else {
      if (row.length >= mostWaiting) sendAway();
      if (row.length >= mostWaiting) return null;
      const hasTurn = await new Promise<boolean>((begin) => {
        row.push({ call, begin });
      });
      if (!hasTurn) return null;
    }
    try {
      return await work();
    } finally {
      passOn();
    }
  };
}
