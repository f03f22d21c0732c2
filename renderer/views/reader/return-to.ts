import { placeId } from '../../parts/place.ts';
import { createKeptPlaces } from '../../state/reader-kept-place.ts';

export const keptPlaces = createKeptPlaces(window);

/** Goes back to where a person was in a text; the provision that they saw has been drawn. */
export function returnTo(hash: string, scroll: number): void {
  window.scrollTo(0, scroll);
  const kept = keptPlaces.at(hash, scroll);
  const provision = kept === null ? null : document.getElementById(placeId(kept.address));
  if (kept === null || provision === null) return;
  provision.scrollIntoView({ block: 'start' });
  window.scrollBy(0, provision.getBoundingClientRect().top - kept.offset);
}
