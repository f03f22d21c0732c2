import { signal, type ReadonlySignal } from '@preact/signals';
import type { FailureCode, Result } from '../../main/contract/failure.ts';

/** `failed` lasts until it has worked, however often it is tried meanwhile. */
export type SavingState =
  | { readonly kind: 'saved' | 'saving' }
  | { readonly kind: 'failed'; readonly code: FailureCode };

export interface Saving<Value> {
  readonly state: ReadonlySignal<SavingState>;
  /** Keeps a value at once, or as soon as the one before it is kept. */
  save(value: Value): void;
}

/** Until it is tried again, in milliseconds: soon at first, then less often. */
export const patienceAfter = (failures: number): number =>
  Math.min(1000 * 2 ** (failures - 1), 30_000);

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Keeps the newest of the values that it is given: one is on its way at a time, and of those that come meanwhile only the last
 * goes after it. What could not be kept is tried again, at once when there is something newer.
 *
 * @param onKept told of each value that was kept, before `state` says so
 */
export function createSaving<Value, Answer>(
  keep: (value: Value) => Promise<Result<Answer>>,
  onKept: (answer: Answer, value: Value) => void,
  pause: (ms: number) => Promise<void> = wait,
): Saving<Value> {
  const state = signal<SavingState>({ kind: 'saved' });
  let next: { readonly value: Value } | null = null;
  let isRunning = false;
  let wake: (() => void) | null = null;

  async function run(): Promise<void> {
    isRunning = true;
    let failures = 0;
    while (next !== null) {
      const { value } = next;
      next = null;
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      const reply = await keep(value);
      if (reply.ok) {
        failures = 0;
        onKept(reply.value, value);
        if (next !== null) state.value = { kind: 'saving' };
        continue;
      }
      next ??= { value };
      failures += 1;
      state.value = { kind: 'failed', code: reply.error.code };
      const isNewer = new Promise<void>((resolve) => {
        wake = resolve;
      });
      // oxlint-disable-next-line no-await-in-loop -- as above
      await Promise.race([pause(patienceAfter(failures)), isNewer]);
    }
    isRunning = false;
    state.value = { kind: 'saved' };
  }

  return {
    state,
    save(value) {
      next = { value };
      if (isRunning) {
        wake?.();
        return;
      }
      state.value = { kind: 'saving' };
      void run();
    },
  };
}
