import {
  tourLimits,
  type Attention,
  type OwnExhibit,
  type OwnStop,
  type OwnTour,
} from '../../main/contract/own-tours.ts';

// What a person does to a tour, each as a function from the tour before to the tour after. What cannot be done changes nothing.

export const minutesOf = ({ stops }: OwnTour): number =>
  stops.reduce((sum, { minutes }) => sum + minutes, 0);

/** Long enough that no two stops of a tour are alike by chance. */
const newId = (): string => Math.random().toString(36).slice(2, 12).padEnd(8, '0');

export const emptyStop = (): OwnStop => ({
  id: newId(),
  title: '',
  minutes: 4,
  show: [],
  notes: '',
  question: '',
  answers: [],
});

export function withStop(tour: OwnTour, stop: OwnStop, at = tour.stops.length): OwnTour {
  return tour.stops.length >= tourLimits.stops
    ? tour
    : { ...tour, stops: tour.stops.toSpliced(at, 0, stop) };
}

/** The copy stands after the stop that it is of. */
export function withCopyOf(tour: OwnTour, id: string, copyId = newId()): OwnTour {
  const at = tour.stops.findIndex((stop) => stop.id === id);
  const stop = tour.stops[at];
  return stop === undefined ? tour : withStop(tour, { ...stop, id: copyId }, at + 1);
}

export const withoutStop = (tour: OwnTour, id: string): OwnTour => ({
  ...tour,
  stops: tour.stops.filter((stop) => stop.id !== id),
});

/** @param to where it stands then, from 0 */
export function withStopAt(tour: OwnTour, id: string, to: number): OwnTour {
  const from = tour.stops.findIndex((stop) => stop.id === id);
  const stops = moved(tour.stops, from, to);
  return stops === tour.stops ? tour : { ...tour, stops };
}

export const withStopChanged = (tour: OwnTour, id: string, change: Partial<OwnStop>): OwnTour => ({
  ...tour,
  stops: tour.stops.map((stop) => (stop.id === id ? { ...stop, ...change } : stop)),
});

export function withExhibit(tour: OwnTour, id: string, exhibit: OwnExhibit): OwnTour {
  const stop = tour.stops.find((one) => one.id === id);
  if (stop === undefined || stop.show.length >= tourLimits.exhibits) return tour;
  return withStopChanged(tour, id, { show: [...stop.show, exhibit] });
}

/** @param exhibit null takes it away */
export function withExhibitChanged(
  tour: OwnTour,
  id: string,
  at: number,
  exhibit: OwnExhibit | null,
): OwnTour {
  const stop = tour.stops.find((one) => one.id === id);
  if (stop?.show[at] === undefined) return tour;
  const show = stop.show.toSpliced(at, 1, ...(exhibit === null ? [] : [exhibit]));
  return withStopChanged(tour, id, { show });
}

export function withExhibitAt(tour: OwnTour, id: string, from: number, to: number): OwnTour {
  const stop = tour.stops.find((one) => one.id === id);
  if (stop === undefined) return tour;
  const show = moved(stop.show, from, to);
  return show === stop.show ? tour : withStopChanged(tour, id, { show });
}

function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  const isThere = item !== undefined && items[to] !== undefined && from !== to;
  return isThere ? items.toSpliced(from, 1).toSpliced(to, 0, item) : items;
}

const isSamePlace = (one: OwnExhibit, other: OwnExhibit): boolean =>
  JSON.stringify({ ...one, quotation: null }) === JSON.stringify({ ...other, quotation: null });

/**
 * The tour with the words that were noted as `sent` was kept as `kept`, wherever it has none yet. What had words when it was
 * sent got none: a person may have asked since to have them noted anew.
 */
export function withWordsOf(tour: OwnTour, sent: OwnTour, kept: OwnTour): OwnTour {
  const noted = new Map(
    kept.stops.map(({ id, show }) => {
      const before = sent.stops.find((stop) => stop.id === id)?.show ?? [];
      return [id, show.filter((_exhibit, at) => before[at]?.quotation === null)];
    }),
  );
  let isChanged = false;
  const stops = tour.stops.map((stop) => {
    const show = stop.show.map((exhibit) => {
      if (exhibit.quotation !== null) return exhibit;
      const same = noted.get(stop.id)?.find((one) => isSamePlace(one, exhibit));
      if (same === undefined || same.quotation === null) return exhibit;
      isChanged = true;
      return same;
    });
    return isChanged ? { ...stop, show } : stop;
  });
  return isChanged ? { ...tour, stops } : tour;
}

/** What needs attention in a tour that may have changed since: what stands elsewhere by now is left out. */
export const stillThere = (tour: OwnTour, attention: readonly Attention[]): readonly Attention[] =>
  attention.filter(({ stop, exhibit, was }) => {
    const own = tour.stops.find((one) => one.id === stop)?.show[exhibit];
    return own !== undefined && (own.quotation?.exact ?? '') === was.exact;
  });

/** The exhibit at the place where its words stand now, of which they are noted anew. */
export function atNewPlace(exhibit: OwnExhibit, { found }: Attention): OwnExhibit {
  if (found === null) return { ...exhibit, quotation: null };
  if (exhibit.kind === 'address') return { kind: 'address', address: found, quotation: null };
  // A comparison is of the edition that its place stands in.
  const [to = exhibit.to] = found.split('#');
  return { ...exhibit, to: to as typeof exhibit.to, at: found, quotation: null };
}
