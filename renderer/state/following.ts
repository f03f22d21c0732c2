import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ShownTour } from '../../main/contract/answers.ts';
import type { Address } from '../../main/contract/ids.ts';
import { noNews, type Stage } from '../../main/contract/room.ts';
import type { Heard } from '../client/news.ts';
import { keep, kept } from './kept.ts';
import { followHref } from './places/index.ts';
import type { Visit } from './router.ts';
import type { Stages, StageShown } from './screens/load-stage.ts';

/** How the line to the presenter is. `back`: for a while after it was lost; `shut`: another access code is asked for. */
export type Line = 'holds' | 'lost' | 'back' | 'shut';

/** What somebody in the room knows of the presentation. */
export interface Following {
  /** Null: nothing is presented. */
  readonly stage: ReadonlySignal<Stage | null>;
  /** The tour that is presented; null for the moment that it is being loaded. */
  readonly tour: ReadonlySignal<ShownTour | null>;
  /** What the presenter shows, loaded while it is followed; what was shown before stays until it is there. */
  readonly shown: ReadonlySignal<StageShown | null>;
  /** Whether what the presenter shows could not be had; it is asked for again. */
  readonly isMissing: ReadonlySignal<boolean>;
  readonly isInboxOpen: ReadonlySignal<boolean>;
  readonly line: ReadonlySignal<Line>;
  /** Whether the screen that follows is open. */
  readonly isFollowing: ReadonlySignal<boolean>;
  /** Whether it has been open since the presentation began: who leaves it then has a place to come back to. */
  readonly hasFollowed: ReadonlySignal<boolean>;
  /** Whether a presentation has ended here and nobody has put that aside. */
  readonly hasEnded: ReadonlySignal<boolean>;
  /** The tour that was followed last on this machine, to be taken home. */
  readonly lastTour: ReadonlySignal<Address | null>;
  /** Resolves once there is something to draw, or it takes too long. */
  ready(): Promise<void>;
  putAside(): void;
}

export interface FollowingNeeds {
  readonly heard: ReadonlySignal<Heard>;
  readonly isGuest: ReadonlySignal<boolean>;
  readonly visit: ReadonlySignal<Visit>;
  readonly go: (href: string) => void;
  readonly stages: Pick<Stages, 'tour' | 'shown'>;
  readonly view: Window;
}

/** How long a line may be lost before it is said, how long it is said that it is back, and when something is asked for anew. In milliseconds. */
const patience = 1200;
const saidFor = 8000;
const againAfter = 2000;
/** How long the screen waits for what it shows before it is drawn without. In milliseconds. */
const readyWithin = 1500;

const followed = 'followed';
/** The tour to which somebody at the start page was taken. */
const taken = 'taken';

export function createFollowing(needs: FollowingNeeds): Following {
  const { heard, isGuest, visit, go, stages, view } = needs;
  const stage = computed(() => heard.value.news.stage);
  const isFollowing = computed(() => visit.value.route.kind === 'follow');
  const tour = signal<ShownTour | null>(null);
  const shown = signal<StageShown | null>(null);
  const isMissing = signal(false);
  const hasFollowed = signal(false);
  const hasEnded = signal(false);
  const line = signal<Line>('holds');
  const lastTour = signal(asTour(kept(view, followed)));

  /** Counts what was asked for, so that a late answer is dropped. */
  let serial = 0;
  let again: ReturnType<typeof setTimeout> | undefined;

  let seenRevision = 0;

  async function load(wanted: Stage, isWhole: boolean): Promise<void> {
    const own = serial;
    const { tourRevision } = heard.peek().news;
    // Edited since: what is shown is taken from the tour that was loaded last.
    const isEdited = tourRevision !== seenRevision;
    const whole = isEdited || !isWhole ? await stages.tour(wanted.tour) : null;
    const reply = whole !== null && (!isWhole || !whole.ok) ? whole : await stages.shown(wanted);
    if (reply.ok) seenRevision = tourRevision;
    if (own !== serial) return;
    batch(() => {
      isMissing.value = !reply.ok;
      if (!reply.ok) return;
      if ('slide' in reply.value) {
        shown.value = reply.value;
        tour.value = reply.value.tour;
      } else tour.value = reply.value;
    });
    if (!reply.ok) again = setTimeout(() => void load(wanted, isWhole), againAfter);
  }

  effect(() => {
    const [wanted, isOpen] = [stage.value, isFollowing.value];
    serial += 1;
    clearTimeout(again);
    if (wanted === null) {
      batch(() => {
        tour.value = null;
        shown.value = null;
        isMissing.value = false;
      });
      return;
    }
    if (tour.peek()?.address !== wanted.tour) tour.value = null;
    // Whoever comes back later is not shown where the presenter was.
    if (!isOpen) shown.value = null;
    if (isOpen || tour.peek() === null) void load(wanted, isOpen);
  });

  let before: Stage | null = null;
  effect(() => {
    const [now, isOpen] = [stage.value, isFollowing.value];
    batch(() => {
      if (now !== null) {
        hasEnded.value = false;
        if (now.tour !== before?.tour) hasFollowed.value = false;
        if (isOpen) {
          hasFollowed.value = true;
          lastTour.value = now.tour;
          keep(view, followed, now.tour);
        }
      } else if (before !== null) {
        hasEnded.value = hasFollowed.peek();
        hasFollowed.value = false;
        keep(view, taken, null);
      }
      before = now;
    });
  });

  // Whoever comes in by the front door while something is presented came for that; but only once.
  let isArriving = true;
  effect(() => {
    const { news } = heard.value;
    if (!isArriving || !isGuest.value || news === noNews) return;
    isArriving = false;
    const { route, isFirst } = visit.peek();
    if (news.stage === null || !isFirst || route.kind !== 'home') return;
    if (kept(view, taken) === news.stage.tour) return;
    keep(view, taken, news.stage.tour);
    go(followHref);
  });

  let timer: ReturnType<typeof setTimeout> | undefined;
  // Each attempt that fails is told too.
  const isJoined = computed(() => heard.value.isJoined);
  const isShutOut = computed(() => heard.value.isShutOut === true);
  effect(() => {
    clearTimeout(timer);
    if (isShutOut.value) line.value = 'shut';
    else if (!isJoined.value) {
      timer = setTimeout(() => {
        line.value = 'lost';
      }, patience);
    } else if (line.peek() !== 'holds') {
      line.value = 'back';
      timer = setTimeout(() => {
        line.value = 'holds';
      }, saidFor);
    }
  });

  return {
    stage,
    tour,
    shown,
    isMissing,
    isInboxOpen: computed(() => heard.value.news.isInboxOpen),
    line,
    isFollowing,
    hasFollowed,
    hasEnded,
    lastTour,
    ready: () =>
      new Promise((resolve) => {
        const stop = { watching: (): void => {} };
        const late = setTimeout(() => finish(), readyWithin);
        const finish = (): void => {
          clearTimeout(late);
          stop.watching();
          resolve();
        };
        stop.watching = effect(() => {
          const isHeard = heard.value.news !== noNews;
          const isThere = stage.value === null || shown.value !== null || isMissing.value;
          // Not from within: the effect is to be stopped.
          if (isHeard && isThere) queueMicrotask(finish);
        });
      }),
    putAside() {
      hasEnded.value = false;
    },
  };
}

/** Storage may hold anything: what is no tour is none. */
const asTour = (text: string | null): Address | null =>
  text !== null && /^tour\/[a-z0-9-]{1,100}$/.test(text) ? (text as Address) : null;
