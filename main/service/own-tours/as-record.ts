import type { Address, EditionId } from '../../contract/ids.ts';
import type { KeptTour, OwnExhibit } from '../../contract/own-tours.ts';
import type { Exhibit, TourRecord } from '../../contract/records.ts';
import { proseFrom } from './markdown.ts';

/** The tour as every screen knows tours. What has moved is shown where it stands now; what is gone is left out. */
export function asRecord({ tour, attention }: KeptTour): TourRecord {
  return {
    kind: 'tour',
    address: tour.address,
    language: tour.language,
    title: tour.title,
    lead: proseFrom(tour.lead),
    topics: [],
    sources: [],
    stops: tour.stops.map((stop, order) => ({
      address: `${tour.address}#${order + 1}` as Address,
      title: stop.title,
      minutes: stop.minutes,
      notes: proseFrom(stop.notes),
      question: stop.question,
      answers: stop.answers,
      show: stop.show.flatMap((exhibit, at) => {
        const trouble = attention.find((one) => one.stop === stop.id && one.exhibit === at);
        if (trouble === undefined) return [asExhibit(exhibit, null)];
        return trouble.why === 'gone' ? [] : [asExhibit(exhibit, trouble.found)];
      }),
    })),
  };
}

/** `found`: where its words stand now; null: where they stood. */
function asExhibit(exhibit: OwnExhibit, found: Address | null): Exhibit {
  if (exhibit.kind === 'address') return { kind: 'address', address: found ?? exhibit.address };
  const { kind, from, to, at } = exhibit;
  if (found === null) return { kind, from, to, at };
  // A comparison is of the edition that its place stands in.
  return { kind, from, to: found.replace(/#.*$/u, '') as EditionId, at: found };
}
