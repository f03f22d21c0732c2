import type { Api } from '../../../main/contract/api.ts';
import type { PacksPlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

/** Asks which packs are here; a file that is looked at is verified by its own model, since that takes a while. */
export function createPacksLoader(api: Pick<Api, 'packs'>): (place: PacksPlace) => Promise<Screen> {
  return async (place) => {
    const here = await api.packs({});
    // A page of the room shows why it has none of this.
    if (!here.ok && here.error.code === 'not-allowed') return { kind: 'packs', place, here: null };
    return here.ok ? { kind: 'packs', place, here: here.value } : trouble(here.error, '');
  };
}
