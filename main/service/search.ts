import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import type { LibraryReader } from '../library/index.ts';
import { elapsedSince } from './elapsed.ts';

/** Any query is answered; what could not be read as written is said in the answer's notes. */
export const createSearch =
  (library: LibraryReader): Api['search'] =>
  async (request) => {
    const started = performance.now();
    const found = library.inOneView(() => library.search(request));
    return done({ ...found, ms: elapsedSince(started) });
  };
