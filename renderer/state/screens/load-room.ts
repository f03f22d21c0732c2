import type { Api } from '../../../main/contract/api.ts';
import { trouble, type Screen } from './screen.ts';

/** Asks what there is to share; the status of the room, which changes, is asked for by its own model. */
export function createRoomLoader(
  api: Pick<Api, 'roomStatus' | 'catalogue' | 'records'>,
): () => Promise<Screen> {
  return async () => {
    const [status, catalogue, tours] = await Promise.all([
      api.roomStatus({}),
      api.catalogue({}),
      api.records({ kind: 'tour' }),
    ]);
    // A page of the room shows why it has none of this.
    if (!status.ok && status.error.code === 'not-allowed') return { kind: 'room', choice: null };
    if (!status.ok) return trouble(status.error, '');
    if (!catalogue.ok) return trouble(catalogue.error, '');
    return {
      kind: 'room',
      choice: {
        own: catalogue.value.editions.filter(({ isOwn }) => isOwn),
        tours: tours.ok ? tours.value.records : [],
      },
    };
  };
}
