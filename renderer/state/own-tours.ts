import { signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { FailureCode, Result } from '../../main/contract/failure.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { KeptTour, OwnTour, TourFile } from '../../main/contract/own-tours.ts';
import { editHref } from './places/index.ts';

/** What a trainer does with whole tours: begins, copies, takes in, hands out and deletes them. */
export interface OwnTours {
  /** The tour that was deleted last, until it is brought back or another screen is opened. */
  readonly deleted: ReadonlySignal<OwnTour | null>;
  /** Why the last thing that was asked for did not work. */
  readonly failure: ReadonlySignal<FailureCode | null>;
  /** @param language of the person, in which the tour begins */
  create(language: string): Promise<void>;
  copy(from: Address): Promise<void>;
  /** Takes in a tour from a file. */
  take(file: Blob): Promise<void>;
  /** The tour as one file; null where that did not work. */
  file(tour: Address): Promise<TourFile | null>;
  remove(tour: Address): Promise<void>;
  bringBack(): Promise<void>;
  /** Forgets what was said. */
  rest(): void;
}

/** @param reload shows the open list anew */
export function createOwnTours(
  api: Pick<Api, 'ownTour' | 'newTour' | 'keepTour' | 'dropTour' | 'tourFile' | 'takeTour'>,
  go: (href: string) => void,
  reload: () => void,
): OwnTours {
  const deleted = signal<OwnTour | null>(null);
  const failure = signal<FailureCode | null>(null);

  /** Null where it did not work, which is then said. */
  async function asked<Answer>(reply: Promise<Result<Answer>>): Promise<Answer | null> {
    failure.value = null;
    const result = await reply;
    if (result.ok) return result.value;
    failure.value = result.error.code;
    return null;
  }

  async function edit(reply: Promise<Result<KeptTour>>): Promise<void> {
    const made = await asked(reply);
    if (made !== null) go(editHref({ tour: made.tour.address, stop: null }));
  }

  return {
    deleted,
    failure,
    create: (language) => edit(api.newTour({ language })),
    copy: (from) => edit(api.newTour({ from })),
    take: async (file) => edit(api.takeTour({ text: await file.text() })),
    file: (address) => asked(api.tourFile({ address })),
    async remove(address) {
      const kept = await asked(api.ownTour({ address }));
      if (kept === null || (await dropped(address))) return;
      deleted.value = kept.tour;
      reload();
    },
    async bringBack() {
      const tour = deleted.peek();
      if (tour === null || (await asked(api.keepTour({ tour }))) === null) return;
      deleted.value = null;
      reload();
    },
    rest() {
      deleted.value = null;
      failure.value = null;
    },
  };

  /** Whether it did not work. */
  async function dropped(address: Address): Promise<boolean> {
    await asked(api.dropTour({ address }));
    return failure.peek() !== null;
  }
}
