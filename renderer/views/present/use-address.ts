import { useEffect } from 'preact/hooks';
import { presentHref, stageHref, type StagePlace } from '../../state/places/index.ts';

/** Writes where the presentation is into the address bar, so that a window that is loaded anew is there again. */
export function useAddress(
  kind: 'present' | 'stage',
  place: StagePlace | null,
  rename: (href: string) => void,
): void {
  const href =
    place === null
      ? null
      : kind === 'stage'
        ? stageHref(place)
        : presentHref(place.tour, place.stop);
  useEffect(() => {
    if (href !== null && href !== window.location.hash) rename(href);
  }, [href, rename]);
}
