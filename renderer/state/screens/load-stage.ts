import type { ShownEdition, ShownTour } from '../../../main/contract/answers.ts';
import type { Api } from '../../../main/contract/api.ts';
import { done, failed, type Result } from '../../../main/contract/failure.ts';
import type { Address, EditionId } from '../../../main/contract/ids.ts';
import type { Exhibit, Stop } from '../../../main/contract/records.ts';
import type { Stage } from '../../../main/contract/room.ts';
import { sectionsOf } from '../compare.ts';
import { partOf, type StagePlace } from '../places/index.ts';
import {
  changesOf,
  contentsOf,
  slidesOf,
  type Content,
  type Slide,
} from '../presentation-slides.ts';

/** A stop of a tour with all that it shows. */
export interface LoadedStop {
  /** From 1. */
  readonly number: number;
  readonly stop: Stop;
  /** Never empty. */
  readonly slides: readonly Slide[];
}

/** What a stage's view draws: one slide, and those that belong to the same step. */
export interface StageShown {
  readonly tour: ShownTour;
  /** From 1, of `stops`. */
  readonly stop: number;
  readonly stops: number;
  readonly title: string;
  readonly slide: Slide;
  readonly step: readonly Slide[];
}

/** The tours that are presented, loaded stop by stop. */
export interface Stages {
  tour(address: Address): Promise<Result<ShownTour>>;
  /** Loads a stop once. What cannot be had of it is a slide that says so. */
  stop(tour: ShownTour, number: number): Promise<LoadedStop>;
  /** A stop that has been loaded; else null. */
  ready(tour: ShownTour, number: number): LoadedStop | null;
  /** A place with the stop that is shown there. */
  open(place: StagePlace): Promise<Result<{ readonly tour: ShownTour; readonly at: LoadedStop }>>;
  /** What the room sees now. */
  shown(stage: Pick<Stage, 'tour' | 'stop' | 'step'>): Promise<Result<StageShown>>;
}

/** What is asked of the wire; with how it went, since what was out of reach is asked anew. */
interface Loaded {
  readonly contents: readonly Content[];
  readonly isWhole: boolean;
}

/** `keptStop`: the stop at which somebody left a tour; null where they were never in it. */
export function createStages(
  api: Pick<Api, 'show' | 'compare'>,
  keptStop: (tour: Address) => number | null = () => null,
): Stages {
  // By the tour as it was loaded: one that has been changed since is loaded anew.
  const kept = new WeakMap<ShownTour, Map<number, LoadedStop>>();
  let last: ShownTour | null = null;

  async function tour(address: Address): Promise<Result<ShownTour>> {
    const reply = await api.show({ address });
    if (!reply.ok) return reply;
    const shown = reply.value;
    if (shown.kind !== 'tour' || shown.record.stops.length === 0)
      return failed('unknown-record', `${address} is no tour with stops.`);
    last = shown;
    return done(shown);
  }

  async function stop(of: ShownTour, number: number): Promise<LoadedStop> {
    const ready = kept.get(of)?.get(number);
    if (ready !== undefined) return ready;
    const asked = of.record.stops[number - 1];
    if (asked === undefined) throw new RangeError(`The tour has no stop ${number}.`);
    const exhibits = await Promise.all(asked.show.map((exhibit) => load(exhibit, asked, of)));
    const loaded: LoadedStop = {
      number,
      stop: asked,
      slides: slidesOf(
        asked,
        exhibits.map(({ contents }) => contents),
      ),
    };
    if (exhibits.every(({ isWhole }) => isWhole)) {
      const stops = kept.get(of) ?? new Map<number, LoadedStop>();
      kept.set(of, stops.set(number, loaded));
    }
    return loaded;
  }

  async function load(exhibit: Exhibit, { notes }: Stop, of: ShownTour): Promise<Loaded> {
    const address = exhibit.kind === 'address' ? exhibit.address : (exhibit.at ?? exhibit.to);
    const name = of.links.find((link) => link.address === address)?.name ?? address;
    const reply =
      exhibit.kind === 'address'
        ? await shownAt(exhibit.address)
        : await compared(exhibit.from, exhibit.to, exhibit.at);
    const missing: Content = { kind: 'missing', name };
    if (!reply.ok) return { contents: [missing], isWhole: reply.error.code !== 'unreachable' };
    const contents = reply.value(notes);
    return { contents: contents.length === 0 ? [missing] : contents, isWhole: true };
  }

  type Draw = (notes: Stop['notes']) => readonly Content[];

  async function shownAt(address: Address): Promise<Result<Draw>> {
    const reply = await api.show({ address });
    if (!reply.ok) return reply;
    return done((notes) => contentsOf(reply.value, notes));
  }

  async function compared(
    from: EditionId,
    to: EditionId,
    at: Address | null,
  ): Promise<Result<Draw>> {
    const [older, newer, comparison] = await Promise.all([
      editionOf(from),
      editionOf(to),
      api.compare({ from, to }),
    ]);
    if (!older.ok) return older;
    if (!newer.ok) return newer;
    if (!comparison.ok) return comparison;
    const sections = sectionsOf(older.value, newer.value, comparison.value);
    const both = { from: older.value.summary, to: newer.value.summary, sections };
    return done(() => changesOf(both, at === null ? null : partOf(at)));
  }

  async function editionOf(address: EditionId): Promise<Result<ShownEdition>> {
    const reply = await api.show({ address });
    if (!reply.ok) return reply;
    return reply.value.kind === 'edition'
      ? done(reply.value)
      : failed('unknown-edition', `${address} is not an edition.`);
  }

  return {
    tour,
    stop,
    ready: (of, number) => kept.get(of)?.get(number) ?? null,
    async open(place) {
      const opened = await tour(place.tour);
      if (!opened.ok) return opened;
      const wanted = place.stop ?? keptStop(place.tour) ?? 1;
      const number = Math.min(Math.max(1, wanted), opened.value.record.stops.length);
      return done({ tour: opened.value, at: await stop(opened.value, number) });
    },
    async shown(stage) {
      const opened = last?.address === stage.tour ? done(last) : await tour(stage.tour);
      if (!opened.ok) return opened;
      if (stage.stop > opened.value.record.stops.length)
        return failed('unknown-record', `The tour has no stop ${stage.stop}.`);
      const at = await stop(opened.value, stage.stop);
      return done(shownOf(opened.value, at, slideAt(at, stage.step, 0)));
    },
  };
}

/** Which of a stop's slides shows a step, or a part of it; the last one for a step after it. */
export function slideAt({ slides }: LoadedStop, step: number, part: number): number {
  const first = slides.findIndex((slide) => slide.step >= step);
  if (first < 0) return slides.length - 1;
  const { parts } = slides[first] as Slide;
  return slides[first]?.step === step ? first + Math.min(part, parts - 1) : first;
}

export function shownOf(
  tour: ShownTour,
  { number, stop, slides }: LoadedStop,
  at: number,
): StageShown {
  const slide = slides[at] ?? (slides[0] as Slide);
  return {
    tour,
    stop: number,
    stops: tour.record.stops.length,
    title: stop.title,
    slide,
    step: slides.filter(({ step }) => step === slide.step),
  };
}
