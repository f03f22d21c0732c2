import type { Api, Call, Method } from '../contract/api.ts';
import { failed, type Result } from '../contract/failure.ts';
import type { KeptTour } from '../contract/own-tours.ts';
import type { LibraryReader } from '../library/index.ts';
import { createAbout } from './about.ts';
import { createCatalogue } from './catalogue.ts';
import type { Exports, PrintPdf } from './export.ts';
import type { OwnTours } from './own-tours/index.ts';
import type { TourFiles } from './own-tours/tour-files.ts';

/** The methods that answer from the libraries; those of the person's own tours too, which show what is in these. */
export const readingMethods = [
  'about',
  'catalogue',
  'listing',
  'records',
  'actions',
  'show',
  'glance',
  'compare',
  'news',
  'network',
  'timeline',
  'duties',
  'search',
  'suggest',
  'ownTour',
  'newTour',
  'keepTour',
  'dropTour',
  'tourFile',
  'takeTour',
  'export',
  'handoutPdf',
] as const satisfies readonly Method[];

export type ReadingMethod = (typeof readingMethods)[number];

/** Those methods on one set of libraries, with all that they remember of it. */
export type Reading = Pick<Api, ReadingMethod>;

export interface ReadingNeeds {
  /** The program's version, for `about`. */
  readonly version: string;
  /** Where the person's own tours are kept; null: nowhere. */
  readonly tourFiles: () => Promise<TourFiles | null>;
  /** Whether those tours are shown as they stand there. */
  readonly isOfGuests: boolean;
  readonly printPdf: PrintPdf | null;
  readonly tourKept: (tour: KeptTour) => void;
  /** Whether the libraries have been closed for good. */
  readonly isClosed: () => boolean;
}

export type Feature<Request, Answer> = (request: Request, call?: Call) => Promise<Result<Answer>>;

/** A feature whose code is loaded when it is first asked for, so that none waits for what another needs. */
export function lazily<Request, Answer>(
  load: () => Promise<Feature<Request, Answer>>,
): Feature<Request, Answer> {
  let loaded: Promise<Feature<Request, Answer>> | undefined;
  return async (request, call) => {
    loaded ??= load();
    return (await loaded)(request, call);
  };
}

/** Makes the methods on a set of libraries that is open. */
export function createReading(library: LibraryReader, needs: ReadingNeeds): Reading {
  const { version, tourFiles, isOfGuests, printPdf, tourKept, isClosed } = needs;
  /** Turns damage that shows only while the library is read into a failure; any other error stays a bug. */
  const guarded =
    <Request, Answer>(feature: Feature<Request, Answer>): Feature<Request, Answer> =>
    async (asked, call) => {
      try {
        return await feature(asked, call);
      } catch (error) {
        // A feature that was on its way when the library was closed under it.
        if (isClosed()) return failed('called-off', 'Recital is closing.');
        const failure = library.failureOf(error);
        if (failure === null) throw error;
        return { ok: false, error: failure };
      }
    };
  let loadedTours: Promise<OwnTours> | undefined;
  const ownTours = (): Promise<OwnTours> =>
    (loadedTours ??= import('./own-tours/index.ts').then(async ({ createOwnTours }) =>
      createOwnTours(library, await tourFiles(), isOfGuests),
    ));
  const show = lazily(async () => (await import('./show.ts')).createShow(library, ownTours));
  const compare = lazily(async () => (await import('./compare.ts')).createCompare(library, show));
  let loadedExport: Promise<Exports> | undefined;
  const exporting = (): Promise<Exports> =>
    (loadedExport ??= import('./export.ts').then(({ createExport }) =>
      createExport({ show, compare }, printPdf),
    ));
  return {
    about: guarded(createAbout(library, version)),
    catalogue: guarded(createCatalogue(library)),
    listing: guarded(lazily(async () => (await import('./listing.ts')).createListing(library))),
    records: guarded(
      lazily(async () => (await import('./records.ts')).createRecords(library, ownTours)),
    ),
    actions: guarded(lazily(async () => (await import('./actions.ts')).createActions(library))),
    show: guarded(show),
    glance: guarded(lazily(async () => (await import('./glance.ts')).createGlance(library))),
    compare: guarded(compare),
    news: guarded(lazily(async () => (await import('./news.ts')).createNews(library, compare))),
    network: guarded(lazily(async () => (await import('./network.ts')).createNetwork(library))),
    timeline: guarded(lazily(async () => (await import('./network.ts')).createTimeline(library))),
    duties: guarded(lazily(async () => (await import('./duties.ts')).createDuties(library))),
    search: guarded(lazily(async () => (await import('./search.ts')).createSearch(library))),
    suggest: guarded(lazily(async () => (await import('./suggest.ts')).createSuggest(library))),
    ownTour: guarded(lazily(async () => (await ownTours()).ownTour)),
    newTour: guarded(lazily(async () => (await ownTours()).newTour)),
    keepTour: guarded(
      lazily(async () => {
        const { keepTour } = await ownTours();
        return async (asked) => {
          const kept = await keepTour(asked);
          if (kept.ok) tourKept(kept.value);
          return kept;
        };
      }),
    ),
    dropTour: guarded(lazily(async () => (await ownTours()).dropTour)),
    tourFile: guarded(lazily(async () => (await ownTours()).tourFile)),
    takeTour: guarded(lazily(async () => (await ownTours()).takeTour)),
    export: guarded(lazily(async () => (await exporting()).exportOne)),
    handoutPdf: guarded(lazily(async () => (await exporting()).handoutPdf)),
  };
}
