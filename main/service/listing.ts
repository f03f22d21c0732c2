import { randomUUID } from 'node:crypto';
import type { Api } from '../contract/api.ts';
import { done, failed } from '../contract/failure.ts';
import { listingStart, type LibraryReader, type ListingPlace } from '../library/index.ts';

/** So few that reading them holds nobody up. */
const entriesAtOnce = 1000;

const writtenPlace = /^(?<shelf>[01])\.(?<of>editions|records)\.(?<row>\d{1,15})$/;

const writePlace = ({ shelf, of, row }: ListingPlace): string => `${shelf}.${of}.${row}`;

function readPlace(text: string): ListingPlace | null {
  const parts = writtenPlace.exec(text)?.groups;
  if (parts === undefined) return null;
  return {
    shelf: Number(parts['shelf']),
    of: parts['of'] === 'editions' ? 'editions' : 'records',
    row: Number(parts['row']),
  };
}

/** Everything that the library has, part by part. */
export function createListing(library: LibraryReader): Api['listing'] {
  // The library counts its changes from when it was opened, and whoever asks may have asked another before.
  const opened = randomUUID();
  return async ({ after }) => {
    const place = after === undefined ? listingStart : readPlace(after);
    if (place === null) return failed('invalid-request', 'A listing goes on where one ended.');
    return library.inOneView(() => {
      const { entries, next } = library.listing(place, entriesAtOnce);
      const state = library.state();
      return done({
        entries,
        next: next === null ? null : writePlace(next),
        state: state === null ? null : `${opened} ${state}`,
      });
    });
  };
}
