import type { Provision, Section } from '../../contract/document.ts';
import {
  editionId,
  parseAddress,
  parseRecordAddress,
  type Address,
  type EditionId,
} from '../../contract/ids.ts';
import { tourLimits, type Quotation } from '../../contract/own-tours.ts';
import type { LibraryReader } from '../../library/index.ts';

/** The words at one place of a text: a section's are those of its provisions, a provision's hold those in it. */
interface Place {
  readonly address: Address;
  readonly words: string;
}

/** What stands where in the library's texts; each text is read once. */
export interface Places {
  /** Whether anything stands at an address: a record, a work, an edition, a place in a text. */
  isKnown(address: string): boolean;
  /** The words at an address; null where it leads to no words of a text here. */
  wordsAt(address: Address): string | null;
  /** Null as above. */
  quotationAt(address: Address): Quotation | null;
  /** Where else the words of a quotation stand now: in the edition of an address, then in the others of its work. */
  find(quotation: Quotation, address: Address): Address | null;
}

/** What stands before and after a quotation, in UTF-16 units. */
const around = 60;

const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

const wordsOf = ({ text, provisions }: Provision): string =>
  folded([text, ...provisions.map(wordsOf)].join(' '));

const placesOf = (at: string, provisions: readonly Provision[]): Place[] =>
  provisions.flatMap((provision) => [
    { address: `${at}${provision.address}` as Address, words: wordsOf(provision) },
    ...placesOf(at, provision.provisions),
  ]);

const placesIn = (
  edition: EditionId,
  sections: readonly Pick<Section, 'address' | 'provisions'>[],
) =>
  sections.flatMap(({ address, provisions }): Place[] => [
    {
      address: `${edition}#${address}` as Address,
      words: folded(provisions.map(wordsOf).join(' ')),
    },
    ...placesOf(`${edition}#`, provisions),
  ]);

export function createPlaces(library: LibraryReader): Places {
  const known = new Map<EditionId, readonly Place[]>();

  function placesAt(edition: EditionId): readonly Place[] {
    const before = known.get(edition);
    if (before !== undefined) return before;
    const found = library.inOneView(() => {
      const stored = library.edition(edition);
      if (stored === null) return [];
      const { sections, annexes } = library.structure(stored.row);
      return placesIn(edition, [...sections, ...annexes]);
    });
    known.set(edition, found);
    return found;
  }

  function quotationOf(places: readonly Place[], at: number): Quotation | null {
    const place = places[at];
    if (place === undefined || place.words === '') return null;
    return {
      exact: place.words.slice(0, tourLimits.quotation),
      prefix: (places[at - 1]?.words ?? '').slice(-around),
      suffix: (places[at + 1]?.words ?? '').slice(0, around),
    };
  }

  const quotationAt = (address: Address): Quotation | null => {
    const edition = editionIn(address);
    if (edition === null) return null;
    const places = placesAt(edition);
    return quotationOf(
      places,
      places.findIndex((place) => place.address === address),
    );
  };

  /** Where the words stand in an edition: the place between the same neighbours first. */
  function findIn(edition: EditionId, { exact, prefix, suffix }: Quotation): Address | null {
    const places = placesAt(edition);
    const found = places.flatMap(({ address }, at) => {
      const quotation = quotationOf(places, at);
      if (quotation?.exact !== exact) return [];
      const isBetween = [quotation.prefix === prefix, quotation.suffix === suffix];
      return [{ address, sameNeighbours: isBetween.filter(Boolean).length }];
    });
    return (
      found.toSorted((a, b) => b.sameNeighbours - a.sameNeighbours).map((one) => one.address)[0] ??
      null
    );
  }

  const wordsAt = (address: Address): string | null => {
    const edition = editionIn(address);
    if (edition === null) return null;
    return placesAt(edition).find((place) => place.address === address)?.words ?? null;
  };

  return {
    wordsAt,
    quotationAt,
    isKnown: (address) => {
      const ofRecord = parseRecordAddress(address);
      if (ofRecord !== null) {
        const { prefix, slug, part } = ofRecord;
        // A stop is no record of its own.
        const isStop = prefix === 'tour' && part !== undefined;
        return library.record(isStop ? `tour/${slug}` : address) !== null;
      }
      const parsed = parseAddress(address);
      if (!parsed.ok) return false;
      const { work, section } = parsed.value;
      // An edition that is known only by its record is shown with its work.
      return section === undefined
        ? library.nameOfWork(work) !== null
        : wordsAt(address as Address) !== null;
    },
    find: (quotation, address) => {
      const own = editionIn(address);
      const parsed = parseAddress(address);
      if (own === null || !parsed.ok) return null;
      const others = library
        .editionsOf(parsed.value.work)
        .map(({ edition }) => edition)
        .filter((edition) => edition !== own);
      for (const edition of [own, ...others]) {
        const found = findIn(edition, quotation);
        if (found !== null) return found;
      }
      return null;
    },
  };
}

/** The edition in which an address is a section or a provision; null for any other address. */
function editionIn(address: Address): EditionId | null {
  const parsed = parseAddress(address);
  if (!parsed.ok) return null;
  const { work, edition, section } = parsed.value;
  return edition === undefined || section === undefined ? null : editionId(work, edition);
}
