import type { Api } from '../contract/api.ts';
import { done, type Result } from '../contract/failure.ts';
import { openLibrary, type LibraryReader } from '../library/index.ts';
import { createAbout } from './about.ts';
import { createCatalogue } from './catalogue.ts';
import { cite } from './cite.ts';
import { parse } from './parse.ts';
import { createSearch } from './search.ts';
import { createShow } from './show.ts';
import { createSuggest } from './suggest.ts';

export interface Service {
  readonly api: Api;
  /** Closes the library; no method may be called after. */
  close(): void;
}

export interface ServiceRequest {
  readonly libraryFile: string;
  /** The program's version, for `about`. */
  readonly version: string;
}

type Feature<Request, Answer> = (request: Request) => Promise<Result<Answer>>;

/** Turns damage that shows only while the library is read into a failure; any other error stays a bug. */
const guarded =
  <Request, Answer>(
    library: LibraryReader,
    feature: Feature<Request, Answer>,
  ): Feature<Request, Answer> =>
  async (request) => {
    try {
      return await feature(request);
    } catch (error) {
      const failure = library.failureOf(error);
      if (failure === null) throw error;
      return { ok: false, error: failure };
    }
  };

/**
 * Opens a library and implements the Api on it.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function openService({ libraryFile, version }: ServiceRequest): Result<Service> {
  const opened = openLibrary(libraryFile);
  if (!opened.ok) return opened;
  const library = opened.value;
  const api: Api = {
    about: guarded(library, createAbout(library, version)),
    catalogue: guarded(library, createCatalogue(library)),
    show: guarded(library, createShow(library)),
    search: guarded(library, createSearch(library)),
    suggest: guarded(library, createSuggest(library)),
    cite,
    parse,
  };
  return done({ api, close: () => library.close() });
}
