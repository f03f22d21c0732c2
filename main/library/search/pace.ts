import { setImmediate } from 'node:timers/promises';
import type { Call } from '../../contract/api.ts';
import { now } from '../clock.ts';
import { othersFirst } from '../others-first.ts';

/**
 * Milliseconds after which others go first at the next pause. Nobody is to wait for more than 5, and some steps take a
 * few by themselves.
 */
const longestStretch = 1;

/** Thrown where a search was called off; whoever called it off no longer waits for the answer. */
export class CalledOff extends Error {
  override name = 'CalledOff';
}

const atOnce = Promise.resolve();

/** Does long work in short stretches: others are answered between them, and it ends where `signal` says so. */
export interface Pace {
  /** Does work that pauses now and then. */
  run<T>(steps: Generator<void, T>): Promise<T>;
  /** Lets others go first where it is time to. */
  rest(): Promise<void>;
  /** Does this once the work is over, however it ends: what was lent to it is then free. */
  atEnd(free: () => void): void;
  end(): void;
}

export function createPace(signal: Call | undefined): Pace {
  let started = now();
  const isTime = (): boolean => now() - started >= longestStretch;
  let hasPaused = false;
  const letOthersGo = async (): Promise<void> => {
    await (hasPaused ? setImmediate() : othersFirst());
    hasPaused = true;
    if (signal?.aborted === true) throw new CalledOff('The search was called off.');
    started = now();
  };
  const atEnd: (() => void)[] = [];
  return {
    run: async (steps) => {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
        if (isTime()) await letOthersGo();
      }
    },
    rest: () => (isTime() ? letOthersGo() : atOnce),
    atEnd: (free) => {
      atEnd.push(free);
    },
    end: () => {
      for (const free of atEnd.splice(0)) free();
    },
  };
}
