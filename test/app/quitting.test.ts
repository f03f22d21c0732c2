import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import { closeBeforeQuitting } from '../../main/app/quitting.ts';

afterEach(() => void vi.useRealTimers());

/** A program that is asked to quit, and how it closes. */
function program(close: () => Promise<void>) {
  let closings = 0;
  let hasEnded = false;
  const app = Object.assign(new EventEmitter(), {
    quit: () => {
      let isHeld = false;
      app.emit('will-quit', { preventDefault: () => (isHeld = true) });
      hasEnded ||= !isHeld;
    },
  });
  closeBeforeQuitting(app as never, () => {
    closings += 1;
    return close();
  });
  return { quit: app.quit, closings: () => closings, hasEnded: () => hasEnded };
}

it('the program ends once everything is closed, however often it is asked to', async () => {
  const closing = Promise.withResolvers<void>();
  const { quit, closings, hasEnded } = program(() => closing.promise);
  quit();
  quit();
  await turn();
  expect(hasEnded()).toBe(false);
  closing.resolve();
  await turn();
  expect([closings(), hasEnded()]).toEqual([1, true]);
});

it('a program whose closing fails ends too', async () => {
  const { quit, hasEnded } = program(() => Promise.reject(new Error('no')));
  quit();
  await turn();
  expect(hasEnded()).toBe(true);
});

it('nobody waits for ever', async () => {
  vi.useFakeTimers();
  const { quit, hasEnded } = program(() => new Promise(() => {}));
  quit();
  await vi.advanceTimersByTimeAsync(9000);
  expect(hasEnded()).toBe(false);
  await vi.advanceTimersByTimeAsync(2000);
  expect(hasEnded()).toBe(true);
});
