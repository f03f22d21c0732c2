import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import { createSticks } from '../../renderer/state/sticks.ts';
import { createSmallApi } from './small-api.ts';

const page = { hidden: false };
beforeEach(() => {
  page.hidden = false;
  vi.stubGlobal('document', page);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const fileOf = (name: string) => ({ path: `/media/A/${name}`, name, stick: 'A', bytes: 1 });

const laterOn = () => vi.advanceTimersByTimeAsync(3000);

/** Somebody looks at the screen, which was opened with these on it. */
function watched(...known: string[]) {
  const { api, calls } = createSmallApi();
  const model = createSticks(api);
  const stop = model.watch(known.map(fileOf));
  const reply = async (...names: string[]): Promise<void> => {
    const answered = calls.at(-1)?.answer(done({ files: names.map(fileOf) }));
    await vi.advanceTimersByTimeAsync(1);
    await answered;
  };
  return { model, calls, stop, reply };
}

test('a stick is seen while the screen is open, and what comes is announced once', async () => {
  const { model, calls, reply } = watched();
  expect(calls).toHaveLength(1);
  await reply();
  expect(model.announced.value).toBe(0);
  await laterOn();
  await reply('a.recital');
  expect(model.files.value?.map(({ name }) => name)).toEqual(['a.recital']);
  expect(model.announced.value).toBe(1);
  const before = model.files.value;
  await laterOn();
  await reply('a.recital');
  expect(model.files.value).toBe(before);
  await laterOn();
  await reply('a.recital', 'b.recital');
  expect(model.announced.value).toBe(2);
});

test('what the screen was opened with is not announced', async () => {
  const { model, stop, reply } = watched('a.recital');
  expect(model.files.value).toEqual([fileOf('a.recital')]);
  await reply('a.recital');
  expect(model.announced.value).toBe(0);
  stop();
  expect(model.files.value).toBeNull();
});

test('what is pulled out is gone, and announced when it comes again', async () => {
  const { model, reply } = watched();
  await reply('a.recital');
  await laterOn();
  await reply();
  expect(model.files.value).toEqual([]);
  expect(model.announced.value).toBe(0);
  await laterOn();
  await reply('a.recital');
  expect(model.announced.value).toBe(1);
});

test('nothing is asked while the page is hidden, nor after the screen was left', async () => {
  const { calls, stop, reply } = watched();
  await reply();
  page.hidden = true;
  await laterOn();
  await laterOn();
  expect(calls).toHaveLength(1);
  page.hidden = false;
  await laterOn();
  expect(calls).toHaveLength(2);
  stop();
  await reply('a.recital');
  await laterOn();
  expect(calls).toHaveLength(2);
});

test('a look that failed is followed by another', async () => {
  const { model, calls } = watched();
  const answered = calls[0]?.answer(failed('unreachable', ''));
  await vi.advanceTimersByTimeAsync(1);
  await answered;
  await laterOn();
  expect(calls).toHaveLength(2);
  expect(model.files.value).toEqual([]);
});
