import type { Address } from '../../../main/contract/ids.ts';
import type { Wanted } from '../../state/add-to-tour.ts';
import type { PlaceInText } from '../../state/compare.ts';
import { words } from '../../words/index.ts';
import type { Compared } from './compare.tsx';

/** A comparison, whole or at a place of the later text, as it is added to a tour. */
export function comparisonWanted(
  { from, to }: Pick<Compared, 'from' | 'to'>,
  place: PlaceInText | null,
): Wanted {
  const [before, after] = [from.summary.name, to.summary.name];
  const name =
    place === null
      ? words.tour.changedBetween(before, after)
      : words.tour.changedAt(before, nameIn(after, place));
  return {
    exhibit: {
      kind: 'comparison',
      from: from.address,
      to: to.address,
      at: place === null ? null : (`${to.address}#${place.address}` as Address),
      quotation: null,
    },
    name,
  };
}

const nameIn = (text: string, { heading, labelInPlace }: PlaceInText): string =>
  [text, heading, labelInPlace].filter(Boolean).join(', ');
