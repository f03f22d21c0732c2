import type { Api } from '../../../main/contract/api.ts';
import type { ListingEntry } from '../../../main/contract/listing.ts';
import { createLibrary, type Library } from '../library.ts';
import type { LibraryPlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

/** Asks for everything that is here, part by part; again only once it may have changed. */
export function createLibraryLoader(api: Api): (place: LibraryPlace) => Promise<Screen> {
  let last: { readonly state: string; readonly library: Library } | null = null;

  return async (place) => {
    const first = await api.listing({});
    if (!first.ok) return trouble(first.error, '');
    const { state } = first.value;
    if (last !== null && last.state === state)
      return { kind: 'library', place, library: last.library };
    const entries: ListingEntry[] = [...first.value.entries];
    let isWhole = state !== null;
    let { next } = first.value;
    while (next !== null) {
      const part = await api.listing({ after: next });
      if (!part.ok) return trouble(part.error, '');
      entries.push(...part.value.entries);
      next = part.value.next;
      // What was added meanwhile may be missing, so that the next visit asks anew.
      isWhole &&= part.value.state === state;
    }
    const library = createLibrary(entries);
    last = isWhole && state !== null ? { state, library } : null;
    return { kind: 'library', place, library };
  };
}
