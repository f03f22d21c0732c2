import { editionId, parseAddress, type Address } from '../../../contract/ids.ts';
import type { DocumentPlaces } from './document-places.ts';
import type { PlacedRecord } from '../placed.ts';

/** Everything that an address can lead to. */
export interface Places {
  readonly documents: DocumentPlaces;
  /** By address, chapters among them; stops stand in their tours. */
  readonly records: ReadonlyMap<string, PlacedRecord>;
  leads(to: Address): boolean;
  /** Why an address leads nowhere; null where it leads somewhere. */
  whyNowhere(to: Address): string | null;
  /** The words that stand there; null: no text of it is here. */
  wordsAt(address: Address): readonly string[] | null;
}

/** `unfit` are addresses of records that are there but do not fit: a link to one is no further problem. */
export function collectPlaces(
  documents: DocumentPlaces,
  placed: readonly PlacedRecord[],
  unfit: ReadonlySet<string>,
): Places {
  const records = new Map(placed.map((each) => [each.record.address as string, each]));
  const stops = new Set<string>(
    placed.flatMap(({ record }) =>
      record.kind === 'tour' ? record.stops.map(({ address }) => address) : [],
    ),
  );
  const worksWithText = new Set([...documents.keys()].map((address) => address.split('@')[0]));

  const whyNowhere = (to: Address): string | null => {
    if (documents.has(to) || records.has(to) || stops.has(to)) return null;
    const [record = ''] = to.split(/[@#]/);
    if (unfit.has(to) || unfit.has(record)) return null;
    const parsed = parseAddress(to);
    if (!parsed.ok) return 'there is no such record';
    const { work, edition, section } = parsed.value;
    const hasText = worksWithText.has(work);
    if (edition === undefined)
      return hasText ? null : 'there is no such record, and its text is not here';
    if (documents.has(editionId(work, edition))) return 'that edition holds no such place';
    if (section !== undefined) return 'the text of that edition is not here';
    const known = records.get(work)?.record;
    if (known?.kind !== 'reference')
      return hasText ? 'that edition is not here' : 'there is no such record';
    return known.editions.some((each) => each.edition === edition)
      ? null
      : 'its record knows no such edition';
  };

  return {
    documents,
    records,
    leads: (to) => whyNowhere(to) === null,
    whyNowhere,
    wordsAt: (address) => documents.get(address)?.words ?? null,
  };
}
