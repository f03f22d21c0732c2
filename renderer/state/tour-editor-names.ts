import type { Shown } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { nameOfRecord } from '../../main/contract/records.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { KeptTour, OwnExhibit } from '../../main/contract/own-tours.ts';
import type { NamedPlace } from './tour-editor.ts';

/** So many places are asked for one by one: those that the tour as it is shown does not lead to. */
const mostAsked = 40;

/** What a thing is called that was asked for by its address. */
export function nameOf(shown: Shown): string {
  switch (shown.kind) {
    case 'work':
      return shown.name;
    case 'edition':
      return shown.summary.name;
    case 'section':
      return [shown.summary.name, shown.section.heading].filter(Boolean).join(', ');
    case 'provision': {
      const { summary, section, provision } = shown;
      const place = [section.heading, provision.label].filter(Boolean).join(' ');
      return [summary.name, place].filter(Boolean).join(', ');
    }
    default:
      return nameOfRecord(shown.record);
  }
}

/** The names of every place of a tour that is not known yet. */
export async function namesFor(
  api: Pick<Api, 'show'>,
  { tour, attention }: KeptTour,
  known: readonly NamedPlace[],
): Promise<readonly NamedPlace[]> {
  const lacking = new Set<Address>([
    ...tour.stops.flatMap(({ show }) => show.flatMap(placesOf)),
    ...attention.flatMap(({ found }) => found ?? []),
  ]);
  for (const { address } of known) lacking.delete(address);
  if (lacking.size === 0) return [];
  const whole = await api.show({ address: tour.address });
  const links = whole.ok && whole.value.kind === 'tour' ? whole.value.links : [];
  const found = links.filter(({ address }) => lacking.delete(address));
  // What has moved is shown where it stands now, so the tour does not lead to where it stood.
  const others = await Promise.all(
    [...lacking].slice(0, mostAsked).map(async (address) => {
      const reply = await api.show({ address });
      if (reply.ok) return [{ address, name: nameOf(reply.value), detail: '' }];
      // What stands nowhere is not asked for again; what could not be asked is.
      return reply.error.code === 'unreachable' ? [] : [{ address, name: address, detail: '' }];
    }),
  );
  return [...found, ...others.flat()];
}

const placesOf = (exhibit: OwnExhibit): readonly Address[] => {
  if (exhibit.kind === 'address') return [exhibit.address];
  const { from, to, at } = exhibit;
  return [from, to, ...(at === null ? [] : [at])].map((each) => each as string as Address);
};
