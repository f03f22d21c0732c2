import type { Address } from '../../contract/ids.ts';
import {
  tourLimits,
  type Attention,
  type OwnExhibit,
  type OwnTour,
} from '../../contract/own-tours.ts';
import type { Places } from './places.ts';

/** The address whose words an exhibit shows; null for a comparison of two whole texts. */
const placeOf = (exhibit: OwnExhibit): Address | null =>
  exhibit.kind === 'address' ? exhibit.address : exhibit.at;

/** Every exhibit without a quotation gets that of its place, where its place has words. */
export const anchored = (tour: OwnTour, places: Places): OwnTour => ({
  ...tour,
  stops: tour.stops.map((stop) => ({
    ...stop,
    show: stop.show.map((exhibit) => {
      const place = placeOf(exhibit);
      if (exhibit.quotation !== null || place === null) return exhibit;
      return { ...exhibit, quotation: places.quotationAt(place) };
    }),
  })),
});

/** What no longer stands where it stood when it was chosen. */
export function attentionTo(tour: OwnTour, places: Places): Attention[] {
  return tour.stops.flatMap((stop) =>
    stop.show.flatMap((exhibit, at): Attention[] => {
      const found = troubleWith(exhibit, places);
      return found === null ? [] : [{ stop: stop.id, exhibit: at, ...found }];
    }),
  );
}

type Trouble = Omit<Attention, 'stop' | 'exhibit'>;

const noWords = { exact: '', prefix: '', suffix: '' };

function troubleWith(exhibit: OwnExhibit, places: Places): Trouble | null {
  const wholes = exhibit.kind === 'comparison' ? [exhibit.from, exhibit.to] : [];
  const was = exhibit.quotation ?? noWords;
  const gone: Trouble = { why: 'gone', was, now: '', found: null };
  const place = placeOf(exhibit);
  if (exhibit.quotation === null || place === null) {
    const all = [...wholes, ...(place === null ? [] : [place])];
    return all.every((each) => places.isKnown(each)) ? null : gone;
  }
  const now = places.wordsAt(place);
  if (now?.slice(0, tourLimits.quotation) === was.exact)
    return wholes.every((each) => places.isKnown(each)) ? null : gone;
  const found = places.find(was, place);
  if (found !== null) return { why: 'moved', was, now: now ?? '', found };
  return now === null ? gone : { why: 'changed', was, now, found: null };
}
