import { isOwnTourAddress, type Address } from '../../../main/contract/ids.ts';

/** A tour of one's own in the editor. `stop` is the one that is open, from 1; null: none is. */
export interface EditPlace {
  readonly tour: Address;
  readonly stop: number | null;
}

const prefix = 'tour/';

export const editHref = ({ tour, stop }: EditPlace): string =>
  `#/edit/${tour.slice(prefix.length)}${stop === null ? '' : `/${stop}`}`;

/** What follows `edit/` in the address bar; null where it names no tour of one's own. */
export function readEdit(path: string): EditPlace | null {
  const [slug = '', order = '', ...more] = path.split('/');
  const tour = `${prefix}${slug}`;
  if (!isOwnTourAddress(tour) || more.length > 0) return null;
  if (order === '') return { tour, stop: null };
  return /^[1-9]\d{0,3}$/.test(order) ? { tour, stop: Number(order) } : null;
}
