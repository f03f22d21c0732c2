import type { Api } from '../../contract/api.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { isOwnTourAddress, type Address } from '../../contract/ids.ts';
import type { KeptTour } from '../../contract/own-tours.ts';

/** What the room needs to know of a stop. */
interface PresentedStop {
  /** What it is called where its questions are kept: in a tour of one's own it stays itself when it is moved. */
  readonly id: string;
  /** How many answers it has to choose from. */
  readonly answers: number;
}

interface PresentedTour {
  readonly tour: Address;
  readonly stops: readonly PresentedStop[];
  /** Null: it is a bundled one. */
  readonly own: KeptTour | null;
}

const fromOwn = (own: KeptTour): PresentedTour => ({
  tour: own.tour.address,
  stops: own.tour.stops.map(({ id, answers }) => ({ id, answers: answers.length })),
  own,
});

/** Remembers the tour that is presented, so that neither a step of it nor an answer of the room reads it anew. */
export function createPresented(trainer: Pick<Api, 'show' | 'ownTour'>) {
  let last: PresentedTour | null = null;

  async function read(tour: Address): Promise<Result<PresentedTour>> {
    if (isOwnTourAddress(tour)) {
      const own = await trainer.ownTour({ address: tour });
      return own.ok ? done(fromOwn(own.value)) : own;
    }
    const shown = await trainer.show({ address: tour });
    if (!shown.ok) return shown;
    if (shown.value.kind !== 'tour') return failed('unknown-record', `${tour} is no tour.`);
    const stops = shown.value.record.stops.map(({ answers }, at) => ({
      id: String(at + 1),
      answers: answers.length,
    }));
    return done({ tour, stops, own: null });
  }

  async function lookAt(tour: Address): Promise<Result<PresentedTour>> {
    const looked = await read(tour);
    if (looked.ok) last = looked.value;
    return looked;
  }

  return {
    /** The tour as it is now. Errors: those of `show` and `ownTour`. */
    lookAt,
    /** Takes a tour that has changed. */
    note(kept: KeptTour): void {
      last = fromOwn(kept);
    },
    /** A stop of a tour, from 1. Errors: those of `lookAt`; `invalid-request` where it has no such stop. */
    async stop(tour: Address, order: number): Promise<Result<PresentedStop>> {
      const looked = last?.tour === tour ? done(last) : await lookAt(tour);
      if (!looked.ok) return looked;
      const stop = looked.value.stops[order - 1];
      return stop === undefined
        ? failed('invalid-request', 'The tour has no such stop.')
        : done(stop);
    },
  };
}
