import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { done, type FailureCode, type Result } from '../../main/contract/failure.ts';
import { isOwnTourAddress, type Address } from '../../main/contract/ids.ts';
import type { OwnExhibit, OwnStop, OwnTour } from '../../main/contract/own-tours.ts';
import { keep, kept } from './kept.ts';
import { emptyStop, withExhibit, withStop } from './tour-editor-change.ts';
import type { TourChannel, TourEditors } from './tour-editor.ts';

/** What is to be added, and what a person reads as its name. */
export interface Wanted {
  readonly exhibit: OwnExhibit;
  readonly name: string;
}

/** Where it is to be added; null: to a new tour, to a new stop. */
export interface Aim {
  readonly tour: Address | null;
  readonly stop: string | null;
}

export interface Added {
  readonly tour: Address;
  readonly title: string;
  /** From 1. */
  readonly stop: number;
}

/** Adds what is being read to a tour. */
export interface AddToTour {
  /** Null: nothing is being added. */
  readonly wanted: ReadonlySignal<Wanted | null>;
  readonly tours: ReadonlySignal<readonly RecordSummary[]>;
  /** Those of the tour that is aimed at. */
  readonly stops: ReadonlySignal<readonly OwnStop[]>;
  /** Null until the tours are known. */
  readonly aim: ReadonlySignal<Aim | null>;
  /** Whether another tour is being looked up: its stops are not known yet, and nothing can be added. */
  readonly isAiming: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<FailureCode | null>;
  /** What was added last, or taken out again, until it is put away. */
  readonly outcome: ReadonlySignal<Added | 'undone' | null>;
  open(wanted: Wanted): Promise<void>;
  close(): void;
  aimAtTour(tour: Address | null): Promise<void>;
  aimAtStop(stop: string | null): void;
  /** @param titles those of a new tour and of a new stop */
  add(titles: {
    readonly tour: string;
    readonly stop: string;
    readonly language: string;
  }): Promise<void>;
  undo(): Promise<void>;
  putAway(): void;
}

const lastTour = 'last-tour';
const lastStop = 'last-stop';

type AddingApi = Pick<Api, 'records' | 'ownTour' | 'newTour' | 'keepTour' | 'dropTour'>;

export function createAddToTour(
  api: AddingApi,
  view: Window,
  editors: Pick<TourEditors, 'busy'>,
  channel: Pick<TourChannel, 'tell'>,
): AddToTour {
  const wanted = signal<Wanted | null>(null);
  const tours = signal<readonly RecordSummary[]>([]);
  const stops = signal<readonly OwnStop[]>([]);
  const aim = signal<Aim | null>(null);
  const isAiming = signal(false);
  const failure = signal<FailureCode | null>(null);
  const outcome = signal<Added | 'undone' | null>(null);
  let takeBack: (() => Promise<Result<unknown>>) | null = null;

  /** Reads a tour, changes it and keeps it; what is being written in this page is changed there. */
  async function change(
    address: Address,
    next: (tour: OwnTour) => OwnTour,
  ): Promise<Result<OwnTour>> {
    const editor = editors.busy(address);
    if (editor !== null) {
      editor.change(next);
      return done(editor.tour.peek());
    }
    const read = await api.ownTour({ address });
    if (!read.ok) return read;
    const written = await api.keepTour({ tour: next(read.value.tour) });
    if (!written.ok) return written;
    channel.tell(address);
    return done(written.value.tour);
  }

  /** An answer about a tour that is no longer aimed at is dropped. */
  let serial = 0;

  async function aimAtTour(address: Address | null): Promise<void> {
    serial += 1;
    const own = serial;
    if (address === null) {
      batch(() => {
        isAiming.value = false;
        stops.value = [];
        aim.value = { tour: null, stop: null };
      });
      return;
    }
    batch(() => {
      isAiming.value = true;
      if (aim.peek() !== null) aim.value = { tour: address, stop: null };
    });
    const reply = await api.ownTour({ address });
    if (own !== serial) return;
    batch(() => {
      isAiming.value = false;
      failure.value = reply.ok ? null : reply.error.code;
      const tour = reply.ok ? (editors.busy(address)?.tour.peek() ?? reply.value.tour) : null;
      stops.value = tour?.stops ?? [];
      const last = stops.value.find(({ id }) => id === kept(view, lastStop)) ?? stops.value.at(-1);
      aim.value = { tour: address, stop: last?.id ?? null };
    });
  }

  return {
    wanted,
    tours,
    stops,
    aim,
    isAiming,
    failure,
    outcome,
    aimAtTour,
    async open(next) {
      serial += 1;
      wanted.value = next;
      failure.value = null;
      outcome.value = null;
      aim.value = null;
      const reply = await api.records({ kind: 'tour' });
      if (wanted.peek() !== next) return;
      failure.value = reply.ok ? null : reply.error.code;
      const all = reply.ok ? reply.value.records : [];
      tours.value = all.filter(({ address }) => isOwnTourAddress(address));
      const last = kept(view, lastTour);
      const first = tours.value.find(({ address }) => address === last) ?? tours.value[0];
      await aimAtTour(first?.address ?? null);
    },
    close() {
      serial += 1;
      wanted.value = null;
    },
    aimAtStop(stop) {
      const tour = aim.peek()?.tour ?? null;
      aim.value = { tour, stop };
    },
    async add({ tour: title, stop: stopTitle, language }) {
      const [what, where] = [wanted.peek(), aim.peek()];
      if (what === null || where === null || isAiming.peek()) return;
      const begun = where.tour === null ? await api.newTour({ title, language }) : null;
      if (begun !== null && !begun.ok) {
        failure.value = begun.error.code;
        return;
      }
      const address = begun?.value.tour.address ?? where.tour;
      if (address === null) return;
      const fresh = { ...emptyStop(), title: stopTitle };
      const at = where.stop ?? fresh.id;
      const written = await change(address, (tour) =>
        withExhibit(where.stop === null ? withStop(tour, fresh) : tour, at, what.exhibit),
      );
      if (!written.ok) {
        failure.value = written.error.code;
        return;
      }
      takeBack = () =>
        begun === null
          ? change(address, (tour) => withoutLast(tour, at, where.stop === null))
          : api.dropTour({ address });
      keep(view, lastTour, address);
      keep(view, lastStop, at);
      const order = written.value.stops.findIndex(({ id }) => id === at);
      wanted.value = null;
      outcome.value = { tour: address, title: written.value.title, stop: order + 1 };
    },
    async undo() {
      const reply = await takeBack?.();
      if (reply === undefined) return;
      failure.value = reply.ok ? null : reply.error.code;
      if (reply.ok) outcome.value = 'undone';
    },
    putAway() {
      outcome.value = null;
    },
  };
}

/** Without what was added last to a stop, or without the stop. */
const withoutLast = (tour: OwnTour, id: string, isStopNew: boolean): OwnTour => ({
  ...tour,
  stops: isStopNew
    ? tour.stops.filter((stop) => stop.id !== id)
    : tour.stops.map((stop) => (stop.id === id ? { ...stop, show: stop.show.slice(0, -1) } : stop)),
});
