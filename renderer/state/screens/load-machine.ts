import type { Api } from '../../../main/contract/api.ts';
import { trouble, type Screen } from './screen.ts';

/** Whether this page may add anything; what was handed to Recital changes, and is asked for by its own model. */
export function createAddLoader(api: Pick<Api, 'offered'>): () => Promise<Screen> {
  return async () => {
    const reply = await api.offered({});
    if (!reply.ok && reply.error.code === 'not-allowed') return { kind: 'add', isAllowed: false };
    return reply.ok ? { kind: 'add', isAllowed: true } : trouble(reply.error, '');
  };
}

/** Asks for all that the settings say. */
export function createSettingsLoader(
  api: Pick<Api, 'about' | 'dataPlace' | 'health'>,
): () => Promise<Screen> {
  return async () => {
    const [about, place, health] = await Promise.all([
      api.about({}),
      api.dataPlace({}),
      api.health({}),
    ]);
    if (!place.ok && place.error.code === 'not-allowed') return { kind: 'settings', machine: null };
    if (!about.ok) return trouble(about.error, '');
    return {
      kind: 'settings',
      machine: {
        about: about.value,
        // A program may be started without either.
        place: place.ok ? place.value : null,
        health: health.ok ? health.value : null,
      },
    };
  };
}
