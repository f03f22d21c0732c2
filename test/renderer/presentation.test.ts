import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ShownTour } from '../../main/contract/answers.ts';
import { done, failed } from '../../main/contract/failure.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { StageChannel, StageMessage } from '../../renderer/state/presentation-channel.ts';
import { createRoomSender } from '../../renderer/state/presentation-room.ts';
import { createPresentation } from '../../renderer/state/presentation.ts';
import { readHash, presentHref, stageHref } from '../../renderer/state/places/index.ts';
import { createStages, type LoadedStop } from '../../renderer/state/screens/load-stage.ts';
import { createSmallApi } from './small-api.ts';

const address = 'tour/example' as Address;

const stop = (title: string, show: readonly string[], question = '') => ({
  address: `${address}#1`,
  title,
  minutes: 2,
  show: show.map((one) => ({ kind: 'address', address: one })),
  notes: [],
  question,
  answers: [],
});

const tour = {
  kind: 'tour',
  address,
  stop: null,
  links: [],
  record: {
    address,
    title: 'Example',
    language: 'en',
    stops: [stop('One', ['term/a', 'term/b'], 'Why?'), stop('Two', []), stop('Three', ['term/c'])],
  },
} as unknown as ShownTour;

const term = (name: string) =>
  done({ kind: 'term', record: { term: name, abbreviation: null, definition: [] } });

/** Answers every call at once, as a library on this machine does. */
const library = {
  show: (request: { readonly address: string }) =>
    Promise.resolve(request.address === address ? done(tour) : term(request.address)),
  compare: () => Promise.resolve(failed('unknown-edition', '')),
} as never;

/** A browser's windows, all on one channel. */
function createWindows() {
  const listeners: { readonly owner: number; readonly hear: (message: StageMessage) => void }[] =
    [];
  const said: StageMessage[] = [];
  let count = 0;
  return {
    said,
    channel(): StageChannel {
      count += 1;
      const owner = count;
      return {
        tell(message) {
          said.push(message);
          for (const one of listeners) if (one.owner !== owner) one.hear(message);
        },
        hear: (hear) => listeners.push({ owner, hear }),
      };
    },
  };
}

function createStorage() {
  const values = new Map<string, string>();
  return {
    values,
    view: {
      localStorage: {
        getItem: (name: string) => values.get(name) ?? null,
        setItem: (name: string, value: string) => values.set(name, value),
        removeItem: (name: string) => values.delete(name),
      },
    } as unknown as Window,
  };
}

type Windows = ReturnType<typeof createWindows>;

function openWindow(windows: Windows, view: Window, time = { now: 0 }) {
  const stages = createStages(library);
  const sent: unknown[] = [];
  const presentation = createPresentation({
    view,
    stages,
    channel: windows.channel(),
    room: { send: (stage) => sent.push(stage) },
    now: () => time.now,
  });
  return {
    presentation,
    sent,
    async open(role: 'presenter' | 'screen', hash: string) {
      const route = readHash(hash);
      if (route.kind !== 'present' && route.kind !== 'stage') throw new Error('No such place.');
      const opened = await stages.open(route.place);
      if (!opened.ok) throw new Error(opened.error.message);
      presentation.open(role, { place: route.place, ...opened.value });
      await settled();
    },
    at: () => {
      const shown = presentation.shown.value;
      return shown === null ? null : [shown.stop, shown.slide.step];
    },
  };
}

const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A presenter's window and a screen that follows it. */
async function together() {
  const windows = createWindows();
  const { view } = createStorage();
  const presenter = openWindow(windows, view);
  await presenter.open('presenter', '#/present/example/1');
  const screen = openWindow(windows, view);
  await screen.open('screen', '#/stage/example/3/1');
  screen.presentation.ask({ width: 800, height: 600 });
  await settled();
  return { windows, presenter, screen };
}

describe('a presentation', () => {
  it('goes through every step of every stop, and back again', async () => {
    const one = openWindow(createWindows(), createStorage().view);
    await one.open('presenter', '#/present/example');
    const there = [];
    for (let press = 0; press < 9; press += 1) {
      there.push(one.at());
      one.presentation.act('next');
      await settled();
    }
    const steps = [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 0],
      [3, 0],
      [3, 1],
    ];
    expect(there).toEqual([...steps, [3, 1], [3, 1]]);
    const back = [];
    for (let press = 0; press < 7; press += 1) {
      back.push(one.at());
      one.presentation.act('back');
      await settled();
    }
    expect(back).toEqual(steps.toReversed());
  });

  it('shows the next stop at the very press of the key, since it was loaded ahead', async () => {
    const one = openWindow(createWindows(), createStorage().view);
    await one.open('presenter', '#/present/example/2');
    expect(one.presentation.next.value?.title).toBe('Three');
    one.presentation.act('next');
    expect(one.at()).toEqual([3, 0]);
  });

  it('goes to any stop, to the first and to the last step, and nowhere else', async () => {
    const one = openWindow(createWindows(), createStorage().view);
    await one.open('presenter', '#/present/example');
    for (const [go, at] of [
      [() => one.presentation.jump(3), [3, 0]],
      [() => one.presentation.jump(4), [3, 0]],
      [() => one.presentation.act('first'), [1, 0]],
      [() => one.presentation.act('last'), [3, 1]],
    ] as const) {
      go();
      await settled();
      expect(one.at()).toEqual(at);
    }
  });

  it('comes back from black where it was, by whichever key', async () => {
    const one = openWindow(createWindows(), createStorage().view);
    await one.open('presenter', '#/present/example/2');
    one.presentation.act('black');
    expect(one.presentation.isBlack.value).toBe(true);
    one.presentation.act('next');
    expect(one.presentation.isBlack.value).toBe(false);
    expect(one.at()).toEqual([2, 0]);
  });

  it('takes the mark away with what was marked', async () => {
    const one = openWindow(createWindows(), createStorage().view);
    await one.open('presenter', '#/present/example');
    const mark = { address, start: 1, end: 3 };
    one.presentation.mark(mark);
    expect(one.sent.at(-1)).toMatchObject({ highlight: mark });
    one.presentation.act('next');
    expect(one.sent.at(-1)).toMatchObject({ step: 1, highlight: null });
    one.presentation.mark(mark);
    one.presentation.act('clear');
    expect(one.presentation.highlight.value).toBeNull();
  });

  it('is found again where it was left, with its clock', async () => {
    const { view } = createStorage();
    const time = { now: 0 };
    const one = openWindow(createWindows(), view, time);
    await one.open('presenter', '#/present/example/1');
    one.presentation.act('next');
    time.now = 30_000;
    one.presentation.leave();
    const again = openWindow(createWindows(), view, time);
    time.now = 40_000;
    await again.open('presenter', '#/present/example/1');
    expect(again.at()).toEqual([1, 1]);
    expect(again.presentation.read()).toMatchObject({ elapsed: 40_000, remaining: 320_000 });
  });

  it('begins anew once it was ended, and the room is told', async () => {
    const { view, values } = createStorage();
    const one = openWindow(createWindows(), view);
    await one.open('presenter', '#/present/example/2');
    expect(values.size).toBe(1);
    one.presentation.end();
    expect(one.sent.at(-1)).toBeNull();
    expect(values.size).toBe(0);
    expect(one.presentation.shown.value).toBeNull();
  });
});

describe('two windows of one browser', () => {
  it('a screen that comes late shows at once what is shown now', async () => {
    const { presenter, screen } = await together();
    expect(screen.presentation.presenter.value).toBe('here');
    expect(screen.at()).toEqual([1, 0]);
    expect(presenter.presentation.projector.value).toEqual({ width: 800, height: 600 });
  });

  it('the screen follows the presenter, with mark, pointer and black', async () => {
    const { presenter, screen } = await together();
    presenter.presentation.jump(2);
    await settled();
    presenter.presentation.mark({ address, start: 0, end: 2 });
    presenter.presentation.pointAt({ x: 0.5, y: 0.25 });
    presenter.presentation.act('black');
    await settled();
    expect(screen.at()).toEqual([2, 0]);
    expect(screen.presentation.highlight.value).toEqual({ address, start: 0, end: 2 });
    expect(screen.presentation.point.value).toEqual({ x: 0.5, y: 0.25 });
    expect(screen.presentation.isBlack.value).toBe(true);
  });

  it('a key that is pressed on the screen is the presenter’s', async () => {
    const { presenter, screen } = await together();
    screen.presentation.act('next');
    screen.presentation.act('next');
    await settled();
    expect(presenter.at()).toEqual([1, 2]);
    expect(screen.at()).toEqual([1, 2]);
    expect(screen.sent).toEqual([]);
  });

  it('the screen says that the presenter has gone and is led by its own keys, until there is one again', async () => {
    const { windows, presenter, screen } = await together();
    presenter.presentation.leave();
    expect(screen.presentation.presenter.value).toBe('gone');
    screen.presentation.act('next');
    expect(screen.at()).toEqual([1, 1]);
    expect(screen.sent.at(-1)).toMatchObject({ stop: 1, step: 1 });
    const again = openWindow(windows, createStorage().view);
    await again.open('presenter', '#/present/example/3');
    await settled();
    expect(screen.presentation.presenter.value).toBe('here');
    expect(screen.at()).toEqual([3, 0]);
  });

  it('an ended presentation is left to nobody: the screen tells the room nothing and keeps no place', async () => {
    const windows = createWindows();
    const { view, values } = createStorage();
    const presenter = openWindow(windows, view);
    await presenter.open('presenter', '#/present/example/2');
    const screen = openWindow(windows, view);
    await screen.open('screen', '#/stage/example/2/0');
    screen.presentation.ask({ width: 1, height: 1 });
    await settled();
    presenter.presentation.end();
    screen.presentation.leave();
    expect(screen.presentation.presenter.value).toBe('ended');
    expect(screen.sent).toEqual([]);
    expect(values.size).toBe(0);
  });

  it('a presenter that answers no more is missed', async () => {
    const windows = createWindows();
    const screen = openWindow(windows, createStorage().view);
    await screen.open('screen', '#/stage/example/1/0');
    const other = windows.channel();
    other.tell({
      kind: 'now',
      scene: {
        stage: { tour: address, stop: 2, step: 0, highlight: null, isBlack: false },
        part: 0,
      },
    });
    await settled();
    expect(screen.presentation.presenter.value).toBe('here');
    screen.presentation.ask({ width: 1, height: 1 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(screen.presentation.presenter.value).toBe('gone');
  });

  it('a second presenter takes over, and the first follows', async () => {
    const { windows, presenter, screen } = await together();
    const second = openWindow(windows, createStorage().view);
    await second.open('presenter', '#/present/example/3');
    await settled();
    expect(presenter.at()).toEqual([3, 0]);
    presenter.presentation.act('next');
    await settled();
    expect([second.at(), presenter.at(), screen.at()]).toEqual([
      [3, 1],
      [3, 1],
      [3, 1],
    ]);
  });

  it('a screen without a presenter leads by itself, and tells the room', async () => {
    const alone = openWindow(createWindows(), createStorage().view);
    await alone.open('screen', '#/stage/example/1/1');
    alone.presentation.ask({ width: 1, height: 1 });
    expect(alone.sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(alone.presentation.presenter.value).toBe('none');
    expect(alone.sent.at(-1)).toMatchObject({ stop: 1, step: 1 });
    expect(alone.presentation.place.value).toMatchObject({ stop: 1, step: 1, part: 0 });
  });
});

const stage = (step: number) => ({
  tour: address,
  stop: 1,
  step,
  highlight: null,
  isBlack: false,
});

describe('the room', () => {
  it('is told one thing at a time, and of what came in between only the newest', async () => {
    const { api, calls } = createSmallApi();
    const room = createRoomSender(api, signal(true), signal(true));
    for (const step of [0, 1, 2]) room.send(stage(step));
    expect(calls.map(({ request }) => request['stage'])).toEqual([stage(0)]);
    const answered = calls[0]?.answer(done(null));
    await settled();
    await answered;
    expect(calls.map(({ request }) => request['stage'])).toEqual([stage(0), stage(2)]);
  });

  it('is told nothing by a page that may not write', () => {
    const { api, calls } = createSmallApi();
    createRoomSender(api, signal(false), signal(true)).send(stage(0));
    expect(calls).toEqual([]);
  });

  it('is told where the presenter is once it is clear that the page may write', () => {
    const { api, calls } = createSmallApi();
    const isTrainer = signal(false);
    createRoomSender(api, isTrainer, signal(true)).send(stage(1));
    isTrainer.value = true;
    expect(calls.map(({ request }) => request['stage'])).toEqual([stage(1)]);
  });

  it('is told again when the line to it is back', async () => {
    const { api, calls } = createSmallApi();
    const isJoined = signal(true);
    createRoomSender(api, signal(true), isJoined).send(stage(1));
    const answered = calls[0]?.answer(failed('unreachable', ''));
    await settled();
    await answered;
    isJoined.value = false;
    expect(calls).toHaveLength(1);
    isJoined.value = true;
    expect(calls.map(({ request }) => request['stage'])).toEqual([stage(1), stage(1)]);
  });
});

describe('the places of a presentation', () => {
  it.each([
    ['#/present/resolution-92', 'present', null, null, 0],
    ['#/present/resolution-92/3', 'present', 3, null, 0],
    ['#/stage/own-a/3/2', 'stage', 3, 2, 0],
    ['#/stage/own-a/3/2/1', 'stage', 3, 2, 1],
  ] as const)('%s is read and written alike', (hash, kind, number, step, part) => {
    const route = readHash(hash);
    expect(route).toMatchObject({ kind, place: { stop: number, step, part } });
    if (route.kind !== 'present' && route.kind !== 'stage') return;
    const { place } = route;
    expect(kind === 'stage' ? stageHref(place) : presentHref(place.tour, place.stop)).toBe(hash);
  });

  it.each(['#/stage', '#/present/', '#/stage/<b>/1'])('%s is no such place', (hash) => {
    expect(readHash(hash).kind).toBe('nowhere');
  });

  it.each([
    '#/present/resolution-92/0',
    '#/present/resolution-92/x',
    '#/present/resolution-92/99999',
  ])('%s is the tour from where it was left', (hash) => {
    expect(readHash(hash)).toMatchObject({ kind: 'present', place: { stop: null } });
  });
});

const textOf = (loaded: LoadedStop) => loaded.slides.map(({ kind }) => kind);

describe('a stop that is loaded', () => {
  it('says by its name what the library does not have, and shows the rest', async () => {
    const stages = createStages({
      show: ({ address: asked }: { readonly address: string }) =>
        Promise.resolve(
          asked === address
            ? done(tour)
            : asked === 'term/a'
              ? failed('unknown-record', '')
              : term(asked),
        ),
      compare: () => Promise.resolve(failed('unknown-edition', '')),
    } as never);
    expect(textOf(await stages.stop(tour, 1))).toEqual(['title', 'missing', 'record', 'question']);
  });

  it('is asked for again where the wire was broken', async () => {
    let isBroken = true;
    const stages = createStages({
      show: ({ address: asked }: { readonly address: string }) =>
        Promise.resolve(isBroken ? failed('unreachable', '') : term(asked)),
    } as never);
    expect(textOf(await stages.stop(tour, 1))).toContain('missing');
    isBroken = false;
    expect(textOf(await stages.stop(tour, 1))).not.toContain('missing');
  });
});
