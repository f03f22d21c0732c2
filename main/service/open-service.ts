import { basename } from 'node:path';
import type { Api } from '../contract/api.ts';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../contract/import.ts';
import type { OfferedFile } from '../contract/machine.ts';
import type { RoomStatus } from '../contract/room.ts';
import type { LibraryReader } from '../library/index.ts';
import { cite } from './cite.ts';
import { ownLibraryIn, ownToursIn, packsIn } from './data-folder.ts';
import type { PrintPdf } from './export.ts';
import type { StartProcess } from './import/hosts.ts';
import { createImport } from './import.ts';
import type { Machine } from './machine/index.ts';
import { createJobs } from './machine/jobs.ts';
import type { Shell } from './machine/shell.ts';
import type { Volumes } from './machine/volumes.ts';
import type { TourFiles } from './own-tours/tour-files.ts';
import type { Packs } from './packs/index.ts';
import { openLibraries } from './packs/libraries.ts';
import { createSource, type SourcePlace } from './packs/source.ts';
import { parse } from './parse.ts';
import { lazily, type Feature } from './reading.ts';
import { createReadings } from './readings.ts';
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
   * Brings the person's own library up to date where an older Recital wrote it; it is read as soon as that is done, and left out
   * until then. Errors: those of `upgradeOwnLibrary`; `called-off`.
   */
  upgradeOwn(): Promise<Result<boolean>>;
  /**
   * What a program does that stays open, once it is: begins to bring the person's own library up to date, begins to check the library that came with it, and removes what a crash
   * left of packs.
   */
  checkAtStart(): Promise<void>;
  /** Takes in what a person handed to the program: files and folders that were dropped, double-clicked or named. */
  handOver(paths: readonly string[]): Promise<readonly OfferedFile[]>;
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
  /** The folder of the installed packs; that in the data folder unless told. */
  readonly packsFolder?: string | undefined;
  /** The program's version, for `about`. */
  readonly version: string;
  /** Whether the data folder is the guests' of a room: its tours are shown as the trainer sees them, step by step. */
  readonly isOfGuests?: boolean | undefined;
  /** What prints a page to a PDF; without it there is none. */
  readonly printPdf?: PrintPdf | undefined;
  /** How a room can come in; without it none can. */
  readonly door?: Door | undefined;
  /** What a desktop program can do besides; without it that is `not-here`. */
  readonly shell?: Shell | undefined;
  /** Where sticks are found; as the system says unless told. */
  readonly volumes?: Volumes | undefined;
  /** How this program starts a process of its own; Node's way unless told. */
  readonly startProcess?: StartProcess | undefined;
  /** Told of what went wrong where nobody waits for an answer. */
  readonly report?: ((error: unknown) => void) | undefined;
}

/** Where the libraries of a service stand. */
export const placeOf = ({
  libraryFile,
  dataFolder,
  packsFolder = dataFolder && packsIn(dataFolder),
}: Pick<ServiceRequest, 'libraryFile' | 'dataFolder' | 'packsFolder'>): SourcePlace => ({
  libraryFile,
  packs: packsFolder ?? null,
  own: dataFolder === undefined ? null : ownLibraryIn(dataFolder),
});

/**
 * Opens the libraries that are chosen, the person's own with them, and implements the Api on all as one. An own library that
 * cannot be read keeps nothing from opening: `ownLibraryTrouble` and `about` say why it is left out.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function openService(request: ServiceRequest): Result<Service> {
  const { libraryFile, dataFolder, version, door, printPdf, report = () => {} } = request;
  const { shell = null } = request;
  const place = placeOf(request);
  const source = createSource(place);
  const opened = openLibraries(source, (library) => adopt(library));
  if (!opened.ok) return opened;
  const libraries = opened.value;
  const jobs = createJobs();
  const closing = new AbortController();

  let loadedTourFiles: Promise<TourFiles> | undefined;
  const readings = createReadings(
    libraries.now().library,
    {
      version,
      isOfGuests: request.isOfGuests === true,
      printPdf: printPdf ?? null,
      tourFiles: async () =>
        dataFolder === undefined
          ? null
          : (loadedTourFiles ??= import('./own-tours/tour-files.ts').then(({ createTourFiles }) =>
              createTourFiles(ownToursIn(dataFolder)),
            )),
      // Not waited for: the room may be busy opening.
      tourKept: (tour) => void loadedRoom?.then((each) => each.tourKept(tour)).catch(report),
    },
    () => {
      const changed = libraries.look();
      if (changed !== null) adopt(changed);
    },
  );
  let isStaying = false;
  /** So that the first search need not wait for it. */
  const prepare = (library: LibraryReader): void => {
    library.prepare(closing.signal).catch((error: unknown) => {
      if (!closing.signal.aborted && readings.library() === library) report(error);
    });
  };
  const adopt = (library: LibraryReader): void => {
    readings.adopt(library);
    if (isStaying) prepare(library);
  };
  /** As `guarded` in `reading.ts`, for what does not answer from the libraries alone. */
  const guarded =
    <Request, Answer>(feature: Feature<Request, Answer>): Feature<Request, Answer> =>
    async (asked, call) => {
      try {
        return await feature(asked, call);
      } catch (error) {
        if (closing.signal.aborted) return failed('called-off', 'Recital is closing.');
        const failure = readings.library().failureOf(error);
        if (failure === null) throw error;
        return { ok: false, error: failure };
      }
    };

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
                { compiled: libraries.now().files, dataFolder, to, editions },
                signal,
              ),
        open: (guestFolder) =>
          openService({
            libraryFile,
            packsFolder: place.packs ?? undefined,
            dataFolder: guestFolder,
            version,
            isOfGuests: true,
          }),
        report,
      }),
    ));
  const importFiles = createImport({
    compiled: () => libraries.now().files,
    dataFolder,
    jobs,
    startProcess: request.startProcess,
  });
  let loadedPacks: Promise<Packs> | undefined;
  const packs = (): Promise<Packs> =>
    (loadedPacks ??= import('./packs/index.ts').then(({ createPacks }) =>
      createPacks({ libraries, jobs, version, closing: closing.signal }),
    ));
  let loadedMachine: Promise<Machine> | undefined;
  const machine = (): Promise<Machine> =>
    (loadedMachine ??= import('./machine/index.ts').then(({ createMachine }) =>
      createMachine({
        libraries,
        jobs,
        shell,
        dataFolder: dataFolder ?? null,
        volumes: request.volumes,
        own: () => ({ isUpgrading, trouble: ownTrouble() }),
        closing: closing.signal,
      }),
    ));
  let isUpgrading = false;
  /** Why the person's own library could not be brought up to date. */
  let notUpgraded: Failure | null = null;
  const ownTrouble = (): Failure | null => {
    const trouble = readings.library().trouble();
    return trouble?.code === 'library-older' ? (notUpgraded ?? trouble) : trouble;
  };
  const upgradeOwn = async (): Promise<Result<boolean>> => {
    const { own } = place;
    if (own === null || readings.library().trouble()?.code !== 'library-older') return done(false);
    isUpgrading = true;
    try {
      const { upgradeApart } = await import('./upgrade/upgrade-apart.ts');
      const upgraded = await jobs.run(
        { kind: 'upgrade', what: basename(own), unit: 'files' },
        (job) => upgradeApart(own, job),
      );
      notUpgraded = upgraded.ok ? null : upgraded.error;
      return upgraded;
    } finally {
      isUpgrading = false;
    }
  };
  const api: Api = {
    ...readings.api,
    room: async () => done(news.now()),
    tell: guarded(lazily(async () => (await room()).tell)),
    roomStatus: guarded(lazily(async () => (await room()).roomStatus)),
    openRoom: guarded(lazily(async () => (await room()).openRoom)),
    closeRoom: guarded(lazily(async () => (await room()).closeRoom)),
    present: guarded(lazily(async () => (await room()).present)),
    openInbox: guarded(lazily(async () => (await room()).openInbox)),
    inbox: guarded(lazily(async () => (await room()).inbox)),
    hideQuestion: guarded(lazily(async () => (await room()).hideQuestion)),
    packs: guarded(lazily(async () => (await packs()).packs)),
    inspectPack: guarded(lazily(async () => (await packs()).inspectPack)),
    installPack: guarded(lazily(async () => (await packs()).installPack)),
    rollBackPack: guarded(lazily(async () => (await packs()).rollBackPack)),
    switchPack: guarded(lazily(async () => (await packs()).switchPack)),
    removePack: guarded(lazily(async () => (await packs()).removePack)),
    trustPublisher: guarded(lazily(async () => (await packs()).trustPublisher)),
    forgetPublisher: guarded(lazily(async () => (await packs()).forgetPublisher)),
    jobs: jobs.jobs,
    callOff: jobs.callOff,
    offered: guarded(lazily(async () => (await machine()).offered)),
    offer: guarded(lazily(async () => (await machine()).offer)),
    putAside: guarded(lazily(async () => (await machine()).putAside)),
    pickFiles: guarded(lazily(async () => (await machine()).pickFiles)),
    sticks: guarded(lazily(async () => (await machine()).sticks)),
    pickFolder: guarded(lazily(async () => (await machine()).pickFolder)),
    reveal: guarded(lazily(async () => (await machine()).reveal)),
    health: guarded(lazily(async () => (await machine()).health)),
    repair: guarded(lazily(async () => (await machine()).repair)),
    dataPlace: guarded(lazily(async () => (await machine()).dataPlace)),
    moveData: guarded(lazily(async () => (await machine()).moveData)),
    cite,
    parse,
    import: ({ paths }) => importFiles(paths),
  };
  return done({
    api,
    importFiles,
    state: () => readings.state(),
    ownLibraryTrouble: () => readings.library().trouble(),
    news,
    openRoom: async (choice) => (await room()).openWith(choice),
    resumeRoom: async (choice) => (await room()).resume(choice),
    upgradeOwn,
    checkAtStart: async () => {
      // Neither is waited for: they may take minutes.
      isStaying = true;
      prepare(readings.library());
      void upgradeOwn().catch(report);
      await (await machine()).health({});
      await (await packs()).tidy();
      void (await packs()).check().catch(report);
      await (await machine()).tidy();
    },
    handOver: async (paths) => (await machine()).handOver(paths),
    close: async () => {
      closing.abort();
      const closingRoom = loadedRoom?.then((each) => each.close());
      const ended = jobs.close();
      readings.close();
      await Promise.all([closingRoom, ended]);
    },
  });
}
