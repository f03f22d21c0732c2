import { useCallback } from 'preact/hooks';
import { placeWanted } from '../add-to-tour/wanted.ts';
import { useTrainerTools } from '../frame/trainer-tools.ts';
import type { InView } from './in-view.ts';
import type { Setting } from './setting.ts';
import { useKey } from './use-key.ts';
import { wantedAt } from './wanted.ts';

/** The key `t` adds the place that is read to a tour, or the whole text above its first one. */
export function useAddKey(setting: Setting, inView: InView): void {
  const addToTour = useTrainerTools()?.addToTour;
  const add = useCallback(() => {
    const { edition, plan } = setting;
    const place = plan.places.get(inView.place.value ?? '');
    const wanted =
      place === undefined
        ? placeWanted(edition.address, edition.summary.name)
        : wantedAt(place, setting);
    void addToTour?.open(wanted);
  }, [addToTour, setting, inView]);
  useKey(addToTour === undefined ? '' : 't', add);
}
