import type { Api, Call } from '../contract/api.ts';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../contract/import.ts';
import type { RoomStatus } from '../contract/room.ts';
import { openLibrary } from '../library/index.ts';
import { createAbout } from './about.ts';
import { createCatalogue } from './catalogue.ts';
import { cite } from './cite.ts';
import { ownLibraryIn, ownToursIn } from './data-folder.ts';
import type { Exports, PrintPdf } from './export.ts';
import { createImport } from './import.ts';
import type { OwnTours } from './own-tours/index.ts';
import { parse } from './parse.ts';
import {
  createNewsDesk,
  type Door,
  type NewsSource,
  type Room,
  type RoomChoice,
  type WantedRoom,
} from './room/index.ts';

export interface Service {
  readonly api: Api;
  /** As `api.import`, told of each step on the way. */
  importFiles(
    paths: readonly string[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<readonly ImportedFile[]>>;
  /** Another text once an answer may be another than before; null where that cannot be told. */
  state(): string | null;
  /** Why the person's own library is there and left out; null where all is well. */
  ownLibraryTrouble(): Failure | null;
  /** What the room may know, and each change of it. */
  readonly news: NewsSource;
  /** Opens the room as the command was told to. */
  openRoom(choice: RoomChoice): Promise<Result<RoomStatus>>;
  /** Opens the room again that a crash closed, where it fits what is asked for; null where none does. */
  resumeRoom(choice?: WantedRoom): Promise<Result<RoomStatus> | null>;
  /**
   * Closes the room and the libraries and breaks off what is being imported; no method may be called after. What is on its
   * way is called off.
   */
  close(): Promise<void>;
}

export interface ServiceRequest {
  readonly libraryFile: string;
  /** The folder of the person's own data, with a library of theirs or without; none where it is left out. */
  readonly dataFolder?: string | undefined;
  /** The program's version, for `about`. */
  readonly version: string;
  /** Whether the data folder is the guests' of a room: its tours are shown as the trainer sees them, step by step. */
  readonly isOfGuests?: boolean | undefined;
  /** What prints a page to a PDF; without it there is none. */
  readonly printPdf?: PrintPdf | undefined;
  /** How a room can come in; without it none can. */
  readonly door?: Door | undefined;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report?: ((error: unknown) => void) | undefined;
}

type Feature<Request, Answer> = (request: Request, call?: Call) => Promise<Result<Answer>>;

/** A feature whose code is loaded when it is first asked for, so that none waits for what another needs. */
function lazily<Request, Answer>(
  load: () => Promise<Feature<Request, Answer>>,
): Feature<Request, Answer> {
  let loaded: Promise<Feature<Request, Answer>> | undefined;
  return async (request, call) => {
    loaded ??= load();
    return (await loaded)(request, call);
  };
}

/**
 * Opens a library, and the person's own with it, and implements the Api on both as one. An own library that cannot be
 * read keeps nothing from opening: `ownLibraryTrouble` and `about` say why it is left out.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function openService(request: ServiceRequest): Result<Service> {
  const { libraryFile, dataFolder, version, door, printPdf, report = () => {} } = request;
  const opened = openLibrary(
    libraryFile,
    dataFolder === undefined ? null : ownLibraryIn(dataFolder),
  );
  if (!opened.ok) return opened;
  const library = opened.value;
  let isClosed = false;
  /** Turns damage that shows only while the library is read into a failure; any other error stays a bug. */
  const guarded =
    <Request, Answer>(feature: Feature<Request, Answer>): Feature<Request, Answer> =>
    async (asked, call) => {
      try {
        return await feature(asked, call);
      } catch (error) {
        // A feature that was on its way when the library was closed under it.
        if (isClosed) return failed('called-off', 'Recital is closing.');
        const failure = library.failureOf(error);
        if (failure === null) throw error;
        return { ok: false, error: failure };
      }
    };
  let loadedTours: Promise<OwnTours> | undefined;
  const ownTours = (): Promise<OwnTours> =>
    (loadedTours ??= import('./own-tours/index.ts').then(({ createOwnTours }) =>
      createOwnTours(
        library,
        dataFolder === undefined ? null : ownToursIn(dataFolder),
        request.isOfGuests,
      ),
    ));
  const news = createNewsDesk();
  let loadedRoom: Promise<Room> | undefined;
  const room = (): Promise<Room> =>
    (loadedRoom ??= import('./room/room.ts').then(({ createRoom }) =>
      createRoom({
        door: door ?? null,
        dataFolder: dataFolder ?? null,
        news,
        trainer: api,
        copyOwn: async (editions, to, signal) =>
          dataFolder === undefined
            ? failed('unknown-edition', 'There is no folder for documents of your own.')
            : (await import('./room/copy-own.ts')).copyOwn(
                { libraryFile, dataFolder, to, editions },
                signal,
              ),
        open: (guestFolder) =>
          openService({ libraryFile, dataFolder: guestFolder, version, isOfGuests: true }),
        report,
      }),
    ));
  const show = lazily(async () => (await import('./show.ts')).createShow(library, ownTours));
  const compare = lazily(async () => (await import('./compare.ts')).createCompare(library, show));
  let loadedExport: Promise<Exports> | undefined;
  const exporting = async () => {
    loadedExport ??= import('./export.ts').then(({ createExport }) =>
      createExport({ show, compare }, printPdf ?? null),
    );
    return loadedExport;
  };
  const { importFiles, stopImports } = createImport({ libraryFile, dataFolder });
  const api: Api = {
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
          // Not waited for: the room may be busy opening.
          if (kept.ok) loadedRoom?.then((each) => each.tourKept(kept.value)).catch(report);
          return kept;
        };
      }),
    ),
    dropTour: guarded(lazily(async () => (await ownTours()).dropTour)),
    tourFile: guarded(lazily(async () => (await ownTours()).tourFile)),
    takeTour: guarded(lazily(async () => (await ownTours()).takeTour)),
    export: guarded(lazily(async () => (await exporting()).exportOne)),
    handoutPdf: guarded(lazily(async () => (await exporting()).handoutPdf)),
    room: async () => done(news.now()),
    tell: guarded(lazily(async () => (await room()).tell)),
    roomStatus: guarded(lazily(async () => (await room()).roomStatus)),
    openRoom: guarded(lazily(async () => (await room()).openRoom)),
    closeRoom: guarded(lazily(async () => (await room()).closeRoom)),
    present: guarded(lazily(async () => (await room()).present)),
    openInbox: guarded(lazily(async () => (await room()).openInbox)),
    inbox: guarded(lazily(async () => (await room()).inbox)),
    hideQuestion: guarded(lazily(async () => (await room()).hideQuestion)),
    cite,
    parse,
    import: ({ paths }) => importFiles(paths),
  };
  return done({
    api,
    importFiles,
    state: () => library.state(),
    ownLibraryTrouble: () => library.trouble(),
    news,
    openRoom: async (choice) => (await room()).openWith(choice),
    resumeRoom: async (choice) => (await room()).resume(choice),
    close: async () => {
      isClosed = true;
      stopImports();
      const closing = loadedRoom?.then((each) => each.close());
      library.close();
      await closing;
    },
  });
}
