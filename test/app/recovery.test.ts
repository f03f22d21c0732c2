import { EventEmitter } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { recover } from '../../main/app/recovery.ts';
import { wordsIn } from '../../main/app/words/index.ts';

/** A window, a person who answers, and a clock. */
function open(answer: number) {
  const done: string[] = [];
  const noted: string[] = [];
  let now = 0;
  const contents = Object.assign(new EventEmitter(), {
    reload: () => done.push('reload'),
    loadURL: async (url: string) => void done.push(url),
    forcefullyCrashRenderer: () => done.push('crash'),
  });
  const window = Object.assign(new EventEmitter(), {
    webContents: contents,
    isDestroyed: () => false,
    destroy: () => done.push('destroy'),
  });
  let signal: AbortSignal | undefined;
  recover(window as never, {
    dialog: {
      showMessageBox: (async (
        _window: unknown,
        options: { message: string; signal?: AbortSignal },
      ) => {
        done.push(options.message);
        signal = options.signal;
        return { response: answer };
      }) as never,
    },
    log: { note: (event) => noted.push(event), error: () => {} },
    words: () => wordsIn('en'),
    now: () => now,
  });
  return {
    done,
    noted,
    window,
    later: (by: number) => (now += by),
    isCalledOff: () => signal?.aborted,
    crash: async (reason = 'crashed') => {
      contents.emit('render-process-gone', {}, { reason, exitCode: 1 });
      await turn();
      await turn();
    },
  };
}

it('a page that breaks down is opened anew, where it was', async () => {
  const { crash, done, noted } = open(0);
  await crash();
  await crash('oom');
  expect(done).toEqual(['reload', 'reload']);
  expect(noted).toEqual(['page gone', 'page gone']);
});

it('a page that ends as it should is left', async () => {
  const { crash, done } = open(0);
  await crash('clean-exit');
  expect(done).toEqual([]);
});

it.each([
  [0, 'reload'],
  [1, 'recital://app/desktop.html'],
  [2, 'destroy'],
])('a page that breaks down again and again asks first: answer %d', async (answer, expected) => {
  const { crash, done } = open(answer);
  for (let at = 0; at < 4; at += 1) await crash();
  expect(done).toEqual([
    'reload',
    'reload',
    'reload',
    'This window breaks down again and again',
    expected,
  ]);
});

it('breakdowns long after one another are accidents', async () => {
  const { crash, done, later } = open(2);
  for (let at = 0; at < 6; at += 1) {
    await crash();
    later(61_000);
  }
  expect(done).toEqual(Array.from({ length: 6 }, () => 'reload'));
});

it('a page that hangs is waited for, or ended where a person says so', async () => {
  const waiting = open(0);
  waiting.window.emit('unresponsive');
  await turn();
  expect(waiting.done).toEqual(['This window does not answer']);
  const ended = open(1);
  ended.window.emit('unresponsive');
  await turn();
  expect(ended.done).toEqual(['This window does not answer', 'crash']);
});

it('the question goes away where the page answers again', () => {
  const { window, isCalledOff } = open(0);
  window.emit('unresponsive');
  window.emit('responsive');
  expect(isCalledOff()).toBe(true);
});
