import type { Wanted } from '../../state/add-to-tour.ts';
import { placeWanted } from '../add-to-tour/wanted.ts';
import { nameOfPlace, type Place } from './plan.ts';
import type { Setting } from './setting.ts';

/** A place of a text, as it is added to a tour. */
export const wantedAt = (place: Place, { edition }: Pick<Setting, 'edition'>): Wanted =>
  placeWanted(
    `${edition.address}#${place.address}`,
    [edition.summary.name, nameOfPlace(place)].filter(Boolean).join(', '),
  );
