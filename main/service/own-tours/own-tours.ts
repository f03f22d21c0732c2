import { randomInt } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { done, failed, type Result } from '../../contract/failure.ts';
import { isOwnTourAddress, type Address } from '../../contract/ids.ts';
import type { KeptTour, OwnStop, OwnTour, OwnToursApi } from '../../contract/own-tours.ts';
import type { Exhibit, TourRecord } from '../../contract/records.ts';
import type { LibraryReader } from '../../library/index.ts';
import { anchored, attentionTo } from './anchors.ts';
import { asRecord } from './as-record.ts';
import { markdownFrom } from './markdown.ts';
import { createPlaces } from './places.ts';
import { textAt } from './text-at.ts';
import { readTourText, tourFile } from './tour-file.ts';
import type { TourFiles } from './tour-files.ts';

/** A person's own tours: the methods of the Api, and what other features show of them. */
export interface OwnTours extends OwnToursApi {
  /** Null: there is none. Errors: `file-unreadable`. */
  record(address: Address): Promise<Result<TourRecord> | null>;
  records(): Promise<readonly TourRecord[]>;
}

const unknown = (address: string): Result<never> =>
  failed('unknown-record', `There is no tour of yours at ${address}.`);

const noFolder = failed('not-writable', 'There is no folder for personal data.');

/** Long enough that no two stops of a tour are alike by chance. */
const newStopId = (): string => randomInt(2 ** 40).toString(36);

/**
 * `files`: where the tours are kept; null: none are. `isAsGiven`: they are shown as they stand there, with what the library
 * does not hold.
 */
export function createOwnTours(
  library: LibraryReader,
  files: TourFiles | null,
  isAsGiven = false,
): OwnTours {
  async function withAttention(tour: OwnTour): Promise<KeptTour> {
    if (isAsGiven) return { tour, attention: [] };
    // Each text that it shows is read whole: others come first.
    await breathe();
    return { tour, attention: attentionTo(tour, createPlaces(library)) };
  }

  async function read(address: string): Promise<Result<OwnTour>> {
    if (files === null || !isOwnTourAddress(address)) return unknown(address);
    return (await files.read(address)) ?? unknown(address);
  }

  async function add(tour: Omit<OwnTour, 'address'>): Promise<Result<KeptTour>> {
    if (files === null) return noFolder;
    const added = await files.add(tour);
    return added.ok ? done(await withAttention(added.value)) : added;
  }

  /** A copy to adapt: of a bundled tour, or of one's own. */
  async function copyOf(address: string): Promise<Result<Omit<OwnTour, 'address'>>> {
    if (isOwnTourAddress(address)) {
      const own = await read(address);
      return own.ok ? done({ ...own.value, basedOn: own.value.address }) : own;
    }
    const record = library.record(address);
    if (record?.kind !== 'tour')
      return failed('unknown-record', `The library knows no tour ${address}.`);
    return done(fromRecord(record));
  }

  async function kept(tour: OwnTour): Promise<KeptTour> {
    await breathe();
    return withAttention(anchored(tour, createPlaces(library)));
  }

  return {
    async record(address) {
      const found = await files?.read(address);
      if (found === undefined || found === null || !found.ok) return found ?? null;
      return done(asRecord(await withAttention(found.value)));
    },
    async records() {
      const tours = (await files?.all()) ?? [];
      return tours.map((tour) => asRecord({ tour, attention: [] }));
    },
    async ownTour({ address }) {
      const found = await read(address);
      return found.ok ? done(await withAttention(found.value)) : found;
    },
    async newTour({ from, title, language }) {
      if (from === undefined) {
        return add({
          title: title ?? '',
          lead: '',
          language: language ?? 'en',
          basedOn: null,
          stops: [],
        });
      }
      const copy = await copyOf(from);
      if (!copy.ok) return copy;
      return add(anchored({ ...copy.value, address: '' as Address }, createPlaces(library)));
    },
    async keepTour({ tour }) {
      if (files === null) return noFolder;
      const keeping = await kept(tour);
      const written = await files.write(keeping.tour);
      return written.ok ? done(keeping) : written;
    },
    async dropTour({ address }) {
      if (files === null || !isOwnTourAddress(address)) return unknown(address);
      const gone = await files.putAway(address);
      if (!gone.ok) return gone;
      return gone.value ? done(null) : unknown(address);
    },
    async tourFile({ address }) {
      const found = await read(address);
      return found.ok ? done(tourFile(found.value)) : found;
    },
    async takeTour(request) {
      const text = 'path' in request ? await textAt(request.path) : done(request.text);
      if (!text.ok) return text;
      const tour = readTourText(text.value);
      return tour.ok ? add(tour.value) : tour;
    },
  };
}

const withoutWords = (exhibit: Exhibit): OwnStop['show'][number] =>
  exhibit.kind === 'address'
    ? { kind: 'address', address: exhibit.address, quotation: null }
    : { ...exhibit, quotation: null };

const fromRecord = (record: TourRecord): Omit<OwnTour, 'address'> => ({
  title: record.title,
  lead: markdownFrom(record.lead),
  // The library's own texts are in English.
  language: 'en',
  basedOn: record.address,
  stops: record.stops.map(({ title, minutes, show, notes, question, answers }) => ({
    id: newStopId(),
    title,
    minutes,
    show: show.map(withoutWords),
    notes: markdownFrom(notes),
    question,
    answers,
  })),
});
