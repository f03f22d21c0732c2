import { signal } from '@preact/signals';
import { readHash } from '../../renderer/state/places/index.ts';
import type { Visit } from '../../renderer/state/router.ts';
import { createScreens } from '../../renderer/state/screens/index.ts';
import { createSmallApi } from './small-api.ts';

const visitOf = (hash: string): Visit => ({
  route: readHash(hash),
  hash,
  scroll: null,
  isFirst: false,
});

/** The screens as somebody opens a place, and goes on to others. */
export function openScreens(hash: string) {
  const { api, calls } = createSmallApi();
  const visit = signal(visitOf(hash));
  const screens = createScreens(api, visit);
  return { calls, screens, visit, go: (next: string) => (visit.value = visitOf(next)) };
}
