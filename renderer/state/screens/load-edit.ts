import type { Api } from '../../../main/contract/api.ts';
import type { EditPlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

/** Asks for a tour of one's own as it is written, and for the names of what it shows. */
export function createEditLoader(
  api: Pick<Api, 'ownTour' | 'show'>,
): (place: EditPlace) => Promise<Screen> {
  return async (place) => {
    const [kept, shown] = await Promise.all([
      api.ownTour({ address: place.tour }),
      api.show({ address: place.tour }),
    ]);
    // A page of the room shows why it has no editor.
    if (!kept.ok && kept.error.code === 'not-allowed') return { kind: 'edit', place, tour: null };
    if (!kept.ok) return trouble(kept.error, place.tour);
    const names = shown.ok && shown.value.kind === 'tour' ? shown.value.links : [];
    return { kind: 'edit', place, tour: { kept: kept.value, names } };
  };
}
