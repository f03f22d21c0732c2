import { signal, type Signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { failed, type Result } from '../../main/contract/failure.ts';
import { noNews, type RoomNews, type Stage } from '../../main/contract/room.ts';
import type { Heard } from '../../renderer/client/news.ts';
import { createFollowing } from '../../renderer/state/following.ts';
import { readHash } from '../../renderer/state/places/index.ts';
import type { Visit } from '../../renderer/state/router.ts';
import type { Stages, StageShown } from '../../renderer/state/screens/load-stage.ts';
import { smallWindow } from './small-window.ts';

const stageAt = (stop: number, tour = 'tour/resolution-92'): Stage => ({
  tour: tour as Stage['tour'],
  stop,
  step: 0,
  highlight: null,
  isBlack: false,
});
const newsOf = (stage: Stage | null): RoomNews => ({ ...noNews, stage });

const visitOf = (hash: string, isFirst: boolean): Visit => ({
  route: readHash(hash),
  hash,
  isFirst,
  scroll: null,
});

interface Room {
  readonly heard: Signal<Heard>;
  readonly isGuest: Signal<boolean>;
  readonly visit: Signal<Visit>;
  readonly went: string[];
  readonly following: ReturnType<typeof createFollowing>;
  hear(stage: Stage | null): void;
}

function roomOf({
  hash = '#/',
  view = smallWindow(),
  shown = async (stage) =>
    ({ ok: true, value: { stop: stage.stop, slide: {}, tour: { address: stage.tour } } }) as never,
  tour = async (address) => ({ ok: true, value: { address } }) as never,
}: {
  readonly hash?: string;
  readonly view?: Window;
  readonly shown?: Stages['shown'];
  readonly tour?: Stages['tour'];
} = {}): Room {
  const heard = signal<Heard>({ news: noNews, isJoined: true });
  const isGuest = signal(true);
  const visit = signal(visitOf(hash, true));
  const went: string[] = [];
  const following = createFollowing({
    heard,
    isGuest,
    visit,
    go: (href) => {
      went.push(href);
      visit.value = visitOf(href, false);
    },
    stages: { tour, shown },
    view,
  });
  return {
    heard,
    isGuest,
    visit,
    went,
    following,
    hear: (stage) => {
      heard.value = { news: newsOf(stage), isJoined: true };
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

describe('who comes in by the front door', () => {
  test('is taken to what is presented, once for each presentation', async () => {
    const view = smallWindow();
    const first = roomOf({ view });
    first.hear(stageAt(2));
    expect(first.went).toEqual(['#/follow']);
    const again = roomOf({ view });
    again.hear(stageAt(3));
    expect(again.went).toEqual([]);
    again.hear(null);
    const next = roomOf({ view });
    next.hear(stageAt(1));
    expect(next.went).toEqual(['#/follow']);
  });

  test('stays where nothing is presented yet, also once something is', () => {
    const room = roomOf();
    room.hear(null);
    room.hear(stageAt(1));
    expect(room.went).toEqual([]);
  });

  test.each(['#/tours', '#/wtsa/resolution/92@2024/considering.a', '#/search?q=imt'])(
    'is not taken away from %s',
    (hash) => {
      const room = roomOf({ hash });
      room.hear(stageAt(1));
      expect(room.went).toEqual([]);
    },
  );

  test('is not the trainer', () => {
    const room = roomOf();
    room.isGuest.value = false;
    room.hear(stageAt(1));
    expect(room.went).toEqual([]);
  });
});

const shownAt = (stop: number) =>
  ({ ok: true, value: { stop, slide: {}, tour: { address: 'tour/resolution-92' } } }) as never;

describe('what the presenter shows', () => {
  test('a late answer to an earlier stop is dropped', async () => {
    const answers: ((shown: Result<StageShown>) => void)[] = [];
    const room = roomOf({
      hash: '#/follow',
      shown: () => new Promise((resolve) => answers.push(resolve)),
    });
    room.hear(stageAt(1));
    room.hear(stageAt(2));
    answers[1]?.(shownAt(2));
    answers[0]?.(shownAt(1));
    await settled();
    expect(room.following.shown.value?.stop).toBe(2);
  });

  test('what cannot be had is asked for again, and is there once it can', async () => {
    let isThere = false;
    const room = roomOf({
      hash: '#/follow',
      shown: async () =>
        isThere
          ? ({ ok: true, value: { stop: 1, slide: {}, tour: { address: 'x' } } } as never)
          : failed('unreachable', ''),
    });
    room.hear(stageAt(1));
    await settled();
    expect(room.following.isMissing.value).toBe(true);
    isThere = true;
    await vi.advanceTimersByTimeAsync(5000);
    expect(room.following.isMissing.value).toBe(false);
    expect(room.following.shown.value?.stop).toBe(1);
  });

  test('whoever comes back is not shown the stop at which they left', async () => {
    const room = roomOf({ hash: '#/follow' });
    room.hear(stageAt(1));
    await settled();
    room.visit.value = visitOf('#/tours', false);
    room.hear(stageAt(2));
    await settled();
    expect(room.following.hasFollowed.value).toBe(true);
    room.visit.value = visitOf('#/follow', false);
    expect(room.following.shown.value).toBeNull();
    await settled();
    expect(room.following.shown.value?.stop).toBe(2);
  });

  test('the end is told to who followed, and the tour can be taken home', async () => {
    const room = roomOf({ hash: '#/follow' });
    room.hear(stageAt(1));
    await settled();
    room.hear(null);
    expect(room.following.hasEnded.value).toBe(true);
    expect(room.following.lastTour.value).toBe('tour/resolution-92');
    const elsewhere = roomOf({ hash: '#/tours' });
    elsewhere.hear(stageAt(1));
    elsewhere.hear(null);
    expect(elsewhere.following.hasEnded.value).toBe(false);
  });
});

const lose = (room: Room) => {
  // Each attempt that fails is told, as a browser does.
  room.heard.value = { ...room.heard.peek(), isJoined: false };
};

describe('the line', () => {
  test('that is lost for a moment is not worth a word', async () => {
    const room = roomOf({ hash: '#/tours' });
    room.hear(stageAt(1));
    lose(room);
    await vi.advanceTimersByTimeAsync(500);
    room.hear(stageAt(1));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room.following.line.value).toBe('holds');
  });

  test('that stays lost is told however often it is tried, and so is its coming back', async () => {
    const room = roomOf({ hash: '#/tours' });
    room.hear(stageAt(1));
    for (let tries = 0; tries < 5; tries += 1) {
      lose(room);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(room.following.line.value).toBe('lost');
    room.hear(stageAt(2));
    expect(room.following.line.value).toBe('back');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(room.following.line.value).toBe('holds');
  });
});

describe('a tour that is edited while it is presented', () => {
  test('is loaded anew by who follows it, and only then', async () => {
    const loaded: string[] = [];
    const room = roomOf({
      hash: '#/follow',
      tour: async (address) => {
        loaded.push(address);
        return { ok: true, value: { address } } as never;
      },
    });
    room.hear(stageAt(2));
    await settled();
    room.hear(stageAt(3));
    await settled();
    expect(loaded).toEqual([]);
    room.heard.value = { news: { ...newsOf(stageAt(3)), tourRevision: 1 }, isJoined: true };
    await settled();
    expect(loaded).toEqual(['tour/resolution-92']);
    room.heard.value = { news: { ...newsOf(stageAt(4)), tourRevision: 1 }, isJoined: true };
    await settled();
    expect(loaded).toHaveLength(1);
    expect(room.following.shown.value?.stop).toBe(4);
  });
});
