import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { ShownTour } from '../../main/contract/answers.ts';
import type { Highlight, Stage } from '../../main/contract/room.ts';
import type { Point, Scene, Shape, StageChannel, StageMessage } from './presentation-channel.ts';
import { nextMark } from './presentation-highlight.ts';
import { keepPresentation, keptPresentation } from './presentation-kept.ts';
import type { Action } from './presentation-keys.ts';
import type { RoomSender } from './presentation-room.ts';
import {
  broughtBack,
  counted,
  movedTo,
  paused,
  readTiming,
  resumed,
  startTiming,
  type Reading,
  type Timing,
} from './presentation-timing.ts';
import type { StagePlace } from './places/index.ts';
import {
  shownOf,
  slideAt,
  type LoadedStop,
  type Stages,
  type StageShown,
} from './screens/load-stage.ts';

/** Who a window is: the presenter's own, or a screen, which follows the presenter or, where there is none, leads. */
export type Role = 'presenter' | 'screen';

/** A tour with the stop at which its presentation opens. */
export interface Opening {
  readonly place: StagePlace;
  readonly tour: ShownTour;
  readonly at: LoadedStop;
}

/** A tour while it is presented. It goes on while the presenter looks something up on another screen. */
export interface Presentation {
  /** What the room sees; null before anything was presented. */
  readonly shown: ReadonlySignal<StageShown | null>;
  /** What comes next; null at the end, and for the moment that it is being loaded. */
  readonly next: ReadonlySignal<StageShown | null>;
  readonly isBlack: ReadonlySignal<boolean>;
  readonly highlight: ReadonlySignal<Highlight | null>;
  readonly point: ReadonlySignal<Point | null>;
  /** Of a screen: `sought` for a moment, until a presenter has answered or not; `gone`: there was one. */
  readonly presenter: ReadonlySignal<'sought' | 'here' | 'none' | 'gone' | 'ended'>;
  /** Of the presenter: the newest projector's window; null: there is none. */
  readonly projector: ReadonlySignal<Shape | null>;
  readonly isPaused: ReadonlySignal<boolean>;
  /** The place as its address has it. */
  readonly place: ReadonlySignal<StagePlace | null>;
  /** @returns what is shown first */
  open(role: Role, opening: Opening): StageShown;
  act(action: Action): void;
  jump(stop: number): void;
  mark(highlight: Highlight | null): void;
  pointAt(point: Point | null): void;
  /** Of a screen: asks the presenter what is shown. */
  ask(shape: Shape): void;
  /** What the presenter reads off the clock. */
  read(): Reading;
  pause(isPaused: boolean): void;
  startAgain(): void;
  end(): void;
  /** Called as the window closes. */
  leave(): void;
}

export interface PresentationNeeds {
  readonly view: Window;
  readonly stages: Pick<Stages, 'tour' | 'stop' | 'ready'>;
  readonly channel: StageChannel;
  readonly room: RoomSender;
  /** The time, in milliseconds. */
  readonly now: () => number;
}

/** How long a screen waits for a presenter's answer before it goes on by itself, in milliseconds. */
const patience = 1500;

const last = ({ slides }: LoadedStop): number => slides.length - 1;

export function createPresentation(needs: PresentationNeeds): Presentation {
  const { view, stages, channel, room, now } = needs;
  /** By which the presenter tells its screens apart. */
  const ownName = Math.random().toString(36).slice(2);
  const role = signal<Role | null>(null);
  const tour = signal<ShownTour | null>(null);
  const stop = signal<LoadedStop | null>(null);
  const at = signal(0);
  const isBlack = signal(false);
  const highlight = signal<Highlight | null>(null);
  const point = signal<Point | null>(null);
  const presenter = signal<'sought' | 'here' | 'none' | 'gone' | 'ended'>('none');
  const projectors = signal<ReadonlyMap<string, Shape>>(new Map());
  const timing = signal<Timing>(startTiming(1, now()));
  /** Counts what has been loaded ahead, which no signal tells. */
  const ahead = signal(0);
  let serial = 0;
  let patient: ReturnType<typeof setTimeout> | undefined;

  const leads = computed(
    () =>
      role.value === 'presenter' ||
      (role.value === 'screen' && (presenter.value === 'none' || presenter.value === 'gone')),
  );
  const shown = computed(() =>
    tour.value === null || stop.value === null ? null : shownOf(tour.value, stop.value, at.value),
  );
  const next = computed(() => {
    const [of, here] = [tour.value, stop.value];
    if (of === null || here === null || ahead.value < 0) return null;
    if (at.value + 1 < here.slides.length) return shownOf(of, here, at.value + 1);
    const following = stages.ready(of, here.number + 1);
    return following === null ? null : shownOf(of, following, 0);
  });
  const stage = computed((): Stage | null => {
    const seen = shown.value;
    if (seen === null) return null;
    return {
      tour: seen.tour.record.address,
      stop: seen.stop,
      step: seen.slide.step,
      highlight: highlight.value,
      isBlack: isBlack.value,
    };
  });
  const place = computed((): StagePlace | null => {
    const seen = shown.value;
    if (seen === null) return null;
    const { step, part } = seen.slide;
    return { tour: seen.tour.record.address, stop: seen.stop, step, part };
  });

  const scene = (): Scene | null => {
    const seen = stage.peek();
    return seen === null ? null : { stage: seen, part: shown.peek()?.slide.part ?? 0 };
  };
  const tellScene = (): void => {
    const seen = scene();
    if (seen !== null) channel.tell({ kind: 'now', scene: seen });
  };

  function keepPlace(): void {
    const seen = place.peek();
    if (seen === null || !leads.peek()) return;
    const { step, part } = seen;
    // A screen whose presenter is away leaves the presenter's clock alone.
    const own = role.peek() === 'presenter' || presenter.peek() === 'none';
    keepPresentation(view, seen.tour, {
      stop: seen.stop ?? 1,
      step: step ?? 0,
      part,
      timing: own
        ? counted(timing.peek(), now())
        : (keptPresentation(view, seen.tour)?.timing ?? null),
    });
  }

  // Whoever leads tells the presenter's own screens and the room of each change.
  effect(() => {
    const seen = stage.value;
    // A part is no step of the stage, but of what the presenter's own screens show.
    const isNews = place.value !== null && seen !== null;
    if (!isNews || !leads.value) return;
    if (role.peek() === 'presenter') tellScene();
    keepPlace();
  });
  effect(() => {
    if (stage.value !== null && leads.value) room.send(stage.value);
  });

  function settle(of: ShownTour, loaded: LoadedStop, slide: number): void {
    batch(() => {
      const isElsewhere = stop.peek() !== loaded || at.peek() !== slide;
      if (stop.peek()?.number !== loaded.number)
        timing.value = movedTo(timing.peek(), loaded.number, now());
      tour.value = of;
      stop.value = loaded;
      at.value = slide;
      if (isElsewhere) highlight.value = null;
    });
    loadAhead(of, loaded.number);
  }

  /** The stops beside this one, so that a key press shows them at once. */
  function loadAhead(of: ShownTour, number: number): void {
    for (const other of [number + 1, number - 1]) {
      if (of.record.stops[other - 1] === undefined || stages.ready(of, other) !== null) continue;
      void loadOne(of, other);
    }
  }

  async function loadOne(of: ShownTour, number: number): Promise<void> {
    await stages.stop(of, number);
    ahead.value += 1;
  }

  /** Goes to a stop, at once where it is loaded; another wish in between takes its place. */
  function goTo(of: ShownTour, number: number, slideOf: (loaded: LoadedStop) => number): void {
    serial += 1;
    const own = serial;
    if (of.record.stops[number - 1] === undefined) return;
    const ready = stages.ready(of, number);
    if (ready !== null) {
      settle(of, ready, slideOf(ready));
      return;
    }
    void goOnceLoaded();

    async function goOnceLoaded(): Promise<void> {
      const loaded = await stages.stop(of, number);
      if (own === serial) settle(of, loaded, slideOf(loaded));
    }
  }

  function go(action: Action): void {
    const [of, here] = [tour.peek(), stop.peek()];
    if (of === null || here === null) return;
    switch (action) {
      case 'next':
        if (isBlack.peek()) isBlack.value = false;
        else if (at.peek() < last(here)) settle(of, here, at.peek() + 1);
        else goTo(of, here.number + 1, () => 0);
        break;
      case 'back':
        if (isBlack.peek()) isBlack.value = false;
        else if (at.peek() > 0) settle(of, here, at.peek() - 1);
        else goTo(of, here.number - 1, last);
        break;
      case 'first':
        goTo(of, 1, () => 0);
        break;
      case 'last':
        goTo(of, of.record.stops.length, last);
        break;
      case 'black':
        isBlack.value = !isBlack.peek();
        break;
      case 'mark':
        highlight.value = nextMark(shownOf(of, here, at.peek()).slide, highlight.peek());
        break;
      case 'clear':
        highlight.value = null;
        isBlack.value = false;
        break;
      case 'full':
        // The window's own matter.
        break;
    }
  }

  async function follow({ stage: seen, part }: Scene): Promise<void> {
    serial += 1;
    const own = serial;
    let of = tour.peek();
    if (of?.record.address !== seen.tour) {
      const opened = await stages.tour(seen.tour);
      if (own !== serial || !opened.ok) return;
      of = opened.value;
    }
    if (of.record.stops[seen.stop - 1] === undefined) return;
    const loaded = stages.ready(of, seen.stop) ?? (await stages.stop(of, seen.stop));
    if (own !== serial) return;
    batch(() => {
      settle(of, loaded, slideAt(loaded, seen.step, part));
      highlight.value = seen.highlight;
      isBlack.value = seen.isBlack;
    });
  }

  function hearAsPresenter(message: StageMessage): void {
    if (message.kind === 'ask') {
      projectors.value = new Map([...projectors.peek(), [message.screen, message.shape]]);
      tellScene();
    } else if (message.kind === 'closed') {
      projectors.value = new Map(
        [...projectors.peek()].filter(([name]) => name !== message.screen),
      );
    } else if (message.kind === 'press') go(message.action);
    else if (message.kind === 'jump') jumpTo(message.stop);
    else if (message.kind === 'now') {
      // Somebody presents in another window since: this one is a screen now.
      role.value = 'screen';
      hearAsScreen(message);
    }
  }

  function hearAsScreen(message: StageMessage): void {
    if (message.kind === 'now') {
      clearTimeout(patient);
      presenter.value = 'here';
      void follow(message.scene);
    } else if (message.kind === 'point') point.value = message.point;
    else if (message.kind === 'left' || message.kind === 'ended') {
      clearTimeout(patient);
      point.value = null;
      presenter.value = message.kind === 'left' ? 'gone' : 'ended';
    }
  }

  channel.hear((message) => {
    if (role.peek() === 'presenter') hearAsPresenter(message);
    else if (role.peek() === 'screen') hearAsScreen(message);
  });

  function jumpTo(number: number): void {
    const of = tour.peek();
    if (of !== null) goTo(of, number, () => 0);
  }

  /** A key on a screen whose presentation was ended begins another, which this screen leads. */
  function lead(move: () => void): void {
    if (presenter.peek() === 'ended') presenter.value = 'none';
    move();
  }

  const isFollowing = (): boolean => role.peek() === 'screen' && presenter.peek() === 'here';

  return {
    shown,
    next,
    isBlack,
    highlight,
    point,
    presenter,
    projector: computed(() => [...projectors.value.values()].at(-1) ?? null),
    isPaused: computed(() => timing.value.since === null),
    place,
    open(asked, { place: wanted, tour: of, at: loaded }) {
      const kept = keptPresentation(view, of.record.address);
      const isKept = kept?.stop === loaded.number && wanted.step === null;
      const isOpen = role.peek() === asked && tour.peek()?.record.address === of.record.address;
      const first = isKept
        ? slideAt(loaded, kept.step, kept.part)
        : slideAt(loaded, wanted.step ?? 0, wanted.part);
      serial += 1;
      batch(() => {
        role.value = asked;
        presenter.value = asked === 'screen' ? 'sought' : 'none';
        if (!isOpen) {
          isBlack.value = false;
          const timed = kept?.timing ?? null;
          timing.value =
            timed === null ? startTiming(loaded.number, now()) : broughtBack(timed, now());
        }
        settle(of, loaded, first);
      });
      return shownOf(of, loaded, first);
    },
    act(action) {
      if (isFollowing()) channel.tell({ kind: 'press', action });
      else lead(() => go(action));
    },
    jump(number) {
      if (isFollowing()) channel.tell({ kind: 'jump', stop: number });
      else lead(() => jumpTo(number));
    },
    mark(marked) {
      if (!isFollowing()) highlight.value = marked;
    },
    pointAt(pointed) {
      point.value = pointed;
      channel.tell({ kind: 'point', point: pointed });
    },
    ask(shape) {
      channel.tell({ kind: 'ask', screen: ownName, shape });
      clearTimeout(patient);
      patient = setTimeout(() => {
        if (presenter.peek() === 'sought') presenter.value = 'none';
        else if (presenter.peek() === 'here') presenter.value = 'gone';
      }, patience);
    },
    read: () =>
      readTiming(
        timing.peek(),
        tour.peek()?.record.stops.map(({ minutes }) => minutes) ?? [],
        now(),
      ),
    pause(isPaused) {
      timing.value = (isPaused ? paused : resumed)(timing.peek(), now());
      keepPlace();
    },
    startAgain() {
      timing.value = startTiming(stop.peek()?.number ?? 1, now());
      keepPlace();
    },
    end() {
      const of = tour.peek();
      channel.tell({ kind: 'ended' });
      room.send(null);
      batch(() => {
        role.value = null;
        tour.value = null;
        stop.value = null;
        isBlack.value = false;
        highlight.value = null;
      });
      if (of !== null) keepPresentation(view, of.record.address, null);
    },
    leave() {
      keepPlace();
      if (role.peek() === 'presenter') channel.tell({ kind: 'left' });
      if (role.peek() === 'screen') channel.tell({ kind: 'closed', screen: ownName });
    },
  };
}
