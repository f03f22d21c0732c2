import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../../main/contract/api.ts';
import type { Visit } from '../router.ts';
import type { LateStages } from './late-stages.ts';
import { createLoader } from './load.ts';
import { trouble, type Screen } from './screen.ts';

/** A screen and the visit that it answers. */
export interface Showing {
  readonly screen: Screen;
  readonly visit: Visit;
}

export interface Screens {
  /** Null only before the first screen has its data. */
  readonly showing: ReadonlySignal<Showing | null>;
  /** Whether the screen that was asked for is late enough to say so. */
  readonly isSlow: ReadonlySignal<boolean>;
  reload(): void;
}

/** How late a screen may be before the interface says so, in milliseconds. */
const slowAfter = 400;

/** Brings what is needed to draw a kind of screen; rejects where it cannot be had. */
export type Ready = (kind: Visit['route']['kind']) => Promise<void>;

/**
 * Loads each visit's screen; shows it when all its data is there and it can be drawn, unless another visit came in between.
 */
export function createScreens(
  api: Api,
  visit: ReadonlySignal<Visit>,
  ready: Ready = async () => {},
  stages?: LateStages,
  isNew?: () => boolean,
): Screens {
  const showing = signal<Showing | null>(null);
  const isSlow = signal(false);
  const load = createLoader(api, stages, isNew);
  let serial = 0;

  async function show(asked: Visit): Promise<void> {
    serial += 1;
    const own = serial;
    const late = setTimeout(() => {
      if (own === serial) isSlow.value = true;
    }, slowAfter);
    const isReady = ready(asked.route.kind).then(
      () => true,
      () => false,
    );
    const loaded = await load(asked);
    const screen = (await isReady)
      ? loaded
      : trouble({ code: 'unreachable', message: '' }, asked.hash);
    clearTimeout(late);
    if (own !== serial) return;
    isSlow.value = false;
    showing.value = { screen, visit: asked };
  }

  effect(() => {
    void show(visit.value);
  });
  return { showing, isSlow, reload: () => void show(visit.peek()) };
}
