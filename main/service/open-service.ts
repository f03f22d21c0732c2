import type { Api, Call } from '../contract/api.ts';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../contract/import.ts';
import { openLibrary } from '../library/index.ts';
import { createAbout } from './about.ts';
import { createCatalogue } from './catalogue.ts';
import { cite } from './cite.ts';
import { ownLibraryIn } from './data-folder.ts';
import { createImport } from './import.ts';
import { parse } from './parse.ts';

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
  /**
   * Closes the libraries and breaks off what is being imported; no method may be called after. What is on its way is
   * called off.
   */
  close(): void;
}

export interface ServiceRequest {
  readonly libraryFile: string;
  /** The folder of the person's own data, with a library of theirs or without; none where it is left out. */
  readonly dataFolder?: string | undefined;
  /** The program's version, for `about`. */
  readonly version: string;
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
  const { libraryFile, dataFolder, version } = request;
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
  const show = lazily(async () => (await import('./show.ts')).createShow(library));
  const compare = lazily(async () => (await import('./compare.ts')).createCompare(library, show));
  const { importFiles, stopImports } = createImport({ libraryFile, dataFolder });
  const api: Api = {
    about: guarded(createAbout(library, version)),
    catalogue: guarded(createCatalogue(library)),
    listing: guarded(lazily(async () => (await import('./listing.ts')).createListing(library))),
    records: guarded(lazily(async () => (await import('./records.ts')).createRecords(library))),
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
    cite,
    parse,
    import: ({ paths }) => importFiles(paths),
  };
  return done({
    api,
    importFiles,
    state: () => library.state(),
    ownLibraryTrouble: () => library.trouble(),
    close: () => {
      isClosed = true;
      stopImports();
      library.close();
    },
  });
}
