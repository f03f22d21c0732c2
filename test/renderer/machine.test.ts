import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import { createJobs } from '../../renderer/state/jobs.ts';
import { createMachine } from '../../renderer/state/machine.ts';
import { createGreeting } from '../../renderer/state/welcome.ts';
import { keep } from '../../renderer/state/kept.ts';
import { openScreens } from './opened-screens.ts';
import { createSmallApi } from './small-api.ts';
import { smallWindow } from './small-window.ts';

beforeEach(() => void vi.stubGlobal('document', { hidden: false }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const place = { folder: '/home/ada/recital', isPortable: false, canMove: true };

test('the data goes to the folder that was chosen, and it is said where it is then', async () => {
  const { api, calls } = createSmallApi();
  const model = createMachine(api);
  await model.move();
  expect(calls).toHaveLength(0);
  void model.pickFolder();
  await calls[0]?.answer(done({ folder: '/stick/recital' }));
  void model.move();
  expect(model.doing.value).toBe('moving');
  expect(calls[1]).toMatchObject({ method: 'moveData', request: { to: '/stick/recital' } });
  const moved = { ...place, folder: '/stick/recital' };
  await calls[1]?.answer(done(moved));
  expect(model.place.value).toEqual(moved);
  expect(model.done.value).toBe('moved');
});

test('data that could not be moved is where it was, and what was chosen stays', async () => {
  const { api, calls } = createSmallApi();
  const model = createMachine(api);
  void model.pickFolder();
  await calls[0]?.answer(done({ folder: '/full' }));
  void model.move();
  await calls[1]?.answer(failed('disk-full', ''));
  expect(model.failure.value?.code).toBe('disk-full');
  expect(model.wanted.value).toBe('/full');
  expect(model.done.value).toBeNull();
});

test('the health is asked for again for as long as it is being checked, or one’s own library brought up to date', async () => {
  vi.useFakeTimers();
  const { api, calls } = createSmallApi();
  const stop = createMachine(api).watch();
  const asked = () => calls.filter(({ method }) => method === 'health');
  const reply = async (state: string, isUpgrading = false) => {
    const answered = asked()
      .at(-1)
      ?.answer(done({ state, trouble: null, own: { isUpgrading, trouble: null } }));
    await vi.advanceTimersByTimeAsync(1);
    await answered;
  };
  await reply('checking');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked()).toHaveLength(2);
  await reply('sound', true);
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked()).toHaveLength(3);
  await reply('sound');
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked()).toHaveLength(3);
  stop();
});

test('a damaged library is repaired, and only then said to be', async () => {
  const { api, calls } = createSmallApi();
  const model = createMachine(api);
  void model.repair();
  await calls[0]?.answer(done({ state: 'damaged', trouble: null }));
  expect(model.done.value).toBeNull();
  void model.repair();
  await calls[1]?.answer(done({ state: 'sound', trouble: null }));
  expect(model.done.value).toBe('repaired');
});

test('jobs are asked for while somebody looks, and not after', async () => {
  vi.useFakeTimers();
  const { api, calls } = createSmallApi();
  const jobs = createJobs(api);
  const [stop, stopOther] = [jobs.watch(), jobs.watch()];
  expect(calls).toHaveLength(1);
  const answered = calls[0]?.answer(done({ jobs: [{ id: 'a', kind: 'verify' }] }));
  await vi.advanceTimersByTimeAsync(1);
  await answered;
  expect(jobs.running.value).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(calls).toHaveLength(2);
  stop();
  stopOther();
  expect(jobs.running.value).toEqual([]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(calls).toHaveLength(2);
});

test('a person is welcomed until they put it away or have read something, and again if they wish', () => {
  const view = smallWindow();
  const greeting = createGreeting(view);
  expect(greeting.isDue.value).toBe(true);
  greeting.putAway();
  expect(greeting.isDue.value).toBe(false);
  expect(createGreeting(view).isDue.value).toBe(false);
  greeting.bringBack();
  expect(createGreeting(view).isDue.value).toBe(true);
  keep(view, 'recent', '[]');
  expect(createGreeting(view).isDue.value).toBe(false);
});

test('a page of the room shows nothing of packs, of what is added, or of the machine', async () => {
  const notAllowed = failed('not-allowed', '');
  for (const [hash, shown] of [
    ['#/packs', { kind: 'packs', here: null }],
    ['#/packs?file=%2Fhome%2Fada%2Fa.recital', { kind: 'packs', here: null }],
    ['#/add', { kind: 'add', isAllowed: false }],
    ['#/settings', { kind: 'settings', machine: null }],
  ] as const) {
    const { calls, screens } = openScreens(hash);
    for (const call of calls) await call.answer(notAllowed);
    expect(screens.showing.value?.screen).toMatchObject(shown);
  }
});
