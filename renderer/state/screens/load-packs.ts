import type { Api } from '../../../main/contract/api.ts';
import type { PacksPlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

/** Asks which packs are here and on sticks; a file that is looked at is verified by its own model, since that takes a while. */
export function createPacksLoader(
  api: Pick<Api, 'packs' | 'sticks'>,
): (place: PacksPlace) => Promise<Screen> {
  return async (place) => {
    const [here, sticks] = await Promise.all([
      api.packs({}),
      place.file === null ? api.sticks({}) : null,
    ]);
    // A page of the room shows why it has none of this.
    if (!here.ok && here.error.code === 'not-allowed') return { kind: 'packs', place, here: null };
    if (!here.ok) return trouble(here.error, '');
    // They are asked for again by their own model.
    const onSticks = sticks?.ok === true ? sticks.value.files : [];
    return { kind: 'packs', place, here: { ...here.value, onSticks } };
  };
}
