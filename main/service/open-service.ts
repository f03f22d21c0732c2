import type { Api, Call } from '../contract/api.ts';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import type { ImportedFile, ImportProgress } from '../contract/import.ts';
import { openLibrary } from '../library/index.ts';
import { createAbout } from './about.ts';
import { createActions } from './actions.ts';
import { createCatalogue } from './catalogue.ts';
import { createCompare } from './compare.ts';
import { cite } from './cite.ts';
import { ownLibraryIn } from './data-folder.ts';
import { createImport } from './import.ts';
import { parse } from './parse.ts';
import { createRecords } from './records.ts';
import { createSearch } from './search.ts';
import { createShow } from './show.ts';
import { createSuggest } from './suggest.ts';

export interface Service {
  readonly api: Api;
  /** As `api.import`, told of each step on the way. */
  importFiles(
    paths: readonly string[],
    onProgress: (progress: ImportProgress) => void,
  ): Promise<Result<readonly ImportedFile[]>>;
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
  const { importFiles, stopImports } = createImport({ libraryFile, dataFolder });
  const api: Api = {
    about: guarded(createAbout(library, version)),
    catalogue: guarded(createCatalogue(library)),
    records: guarded(createRecords(library)),
    actions: guarded(createActions(library)),
    show: guarded(createShow(library)),
    compare: guarded(createCompare(createShow(library))),
    search: guarded(createSearch(library)),
    suggest: guarded(createSuggest(library)),
    cite,
    parse,
    import: ({ paths }) => importFiles(paths),
  };
  return done({
    api,
    importFiles,
    ownLibraryTrouble: () => library.trouble(),
    close: () => {
      isClosed = true;
      stopImports();
      library.close();
    },
  });
}
