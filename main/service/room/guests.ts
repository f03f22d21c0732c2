import { mkdir, rm } from 'node:fs/promises';
import type { Api } from '../../contract/api.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { EditionId } from '../../contract/ids.ts';
import type { KeptTour, OwnExhibit, OwnTour } from '../../contract/own-tours.ts';
import type { Exhibit } from '../../contract/records.ts';
import { ownToursIn } from '../data-folder.ts';
import { asRecord } from '../own-tours/as-record.ts';
import { createTourFiles } from '../own-tours/tour-files.ts';

/** What the room may know: the bundled library, and of the trainer's own what is put beside it here. */
export interface Guests {
  readonly api: Api;
  readonly state: () => string | null;
  /** Lets the room see a tour of the trainer's own. What the presenter says stays with the presenter. */
  bring(tour: KeptTour): Promise<Result<null>>;
  /** Afterwards nothing of it is on the disk. */
  close(): Promise<void>;
}

export interface GuestsRequest {
  /** Made for the guests and emptied after them. */
  readonly folder: string;
  /** The documents of the trainer's own that the room may read. */
  readonly own: readonly EditionId[];
  /** Puts copies of those, and of nothing else, into the folder. */
  readonly copyOwn: (
    own: readonly EditionId[],
    folder: string,
    signal: AbortSignal,
  ) => Promise<Result<null>>;
  /** Opens a service on the bundled library and a data folder. */
  readonly open: (dataFolder: string) => Result<{
    readonly api: Api;
    state(): string | null;
    close(): Promise<void>;
  }>;
}

const withoutWords = (exhibit: Exhibit): OwnExhibit => ({ ...exhibit, quotation: null });

/**
 * The tour as the trainer sees it shown, stop by stop and exhibit by exhibit. Without the words noted to find its places again:
 * they may be those of a document that is not shared.
 */
function forGuests(kept: KeptTour): OwnTour {
  const { stops } = asRecord(kept);
  return {
    ...kept.tour,
    stops: kept.tour.stops.map((stop, at) => ({
      ...stop,
      notes: '',
      show: (stops[at]?.show ?? []).map(withoutWords),
    })),
  };
}

export const emptyGuestFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 3 });

/** Errors: `not-writable`, `called-off`, and those of copying and opening; nothing is then on the disk. */
export async function openGuests(
  { folder, own, copyOwn, open }: GuestsRequest,
  signal: AbortSignal,
): Promise<Result<Guests>> {
  try {
    await emptyGuestFolder(folder);
    await mkdir(folder, { recursive: true });
  } catch {
    return failed('not-writable', 'The folder for what the room may read cannot be written to.');
  }
  let isOpen = false;
  try {
    const copied = own.length === 0 ? done(null) : await copyOwn(own, folder, signal);
    if (!copied.ok) return copied;
    const service = open(folder);
    if (!service.ok) return service;
    isOpen = true;
    const tours = createTourFiles(ownToursIn(folder));
    return done({
      api: service.value.api,
      state: () => service.value.state(),
      bring: (tour) => tours.write(forGuests(tour)),
      close: async () => {
        await service.value.close();
        await emptyGuestFolder(folder);
      },
    });
  } finally {
    if (!isOpen) await emptyGuestFolder(folder);
  }
}
