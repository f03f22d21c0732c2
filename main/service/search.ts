import type { Api } from '../contract/api.ts';
import type { ActorId } from '../contract/ids.ts';
import { done, failed } from '../contract/failure.ts';
import { CalledOff, now, othersFirst, type LibraryReader } from '../library/index.ts';
import { elapsedSince } from './elapsed.ts';
import { namedBy, type NamedThing } from './search/named.ts';

/** As whom resolutions speak to a body. */
const actorsOf = (library: LibraryReader, { address, kind }: NamedThing): readonly ActorId[] => {
  const record = kind === 'record' ? library.record(address) : null;
  return record?.kind === 'body' ? record.actors : [];
};

/** What a query names, for search to put first, and with it what cites it. */
async function namedIn(library: LibraryReader, query: string) {
  const named = await namedBy(query, library.naming());
  if (named === null) return null;
  const { things } = named;
  return {
    things: things.map(({ address }) => address),
    works: [...new Set(things.flatMap(({ work }) => (work === null ? [] : [work])))],
    actors: [...new Set(things.flatMap((thing) => actorsOf(library, thing)))],
  };
}

/** Milliseconds from which telling what is named is a stretch of its own, and others go first before the search. */
const longNaming = 1;

/**
 * Any query is answered; what could not be read as written is said in the answer's notes.
 *
 * Errors: `called-off`, where nobody waits for the answer any more.
 */
export const createSearch = (library: LibraryReader): Api['search'] => {
  let hasSearched = false;
  return async (request, signal) => {
    const started = now();
    try {
      // The first query runs what nothing has run yet, as did whoever brought it here: others go first in between.
      if (!hasSearched) await othersFirst();
      hasSearched ||= request.query !== '';
      const naming = now();
      const named = await namedIn(library, request.query);
      if (now() - naming > longNaming) await othersFirst();
      const found = await library.search(request, { named, signal });
      return done({ ...found, ms: elapsedSince(started) });
    } catch (error) {
      if (error instanceof CalledOff) return failed('called-off', 'A newer search took its place.');
      throw error;
    }
  };
};
