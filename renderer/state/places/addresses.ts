import {
  formatAddress,
  parseAddress,
  parseRecordAddress,
  type Address,
  type EditionId,
  type WorkId,
} from '../../../main/contract/ids.ts';

/** An address as a person typed it, in the form that the library knows; null where the text is none. */
export function readAddress(text: string): Address | null {
  const record = readRecordAddress(text);
  if (record !== null) return record;
  const read = parseAddress(text);
  return read.ok ? formatAddress(read.value) : null;
}

export function readRecordAddress(text: string): Address | null {
  const parts = parseRecordAddress(text);
  if (parts === null) return null;
  const { prefix, slug, part } = parts;
  return `${prefix}/${slug}${part === undefined ? '' : `#${part}`}` as Address;
}

/** The chapter of a handbook, the stop of a tour, the section or provision that an address names; else null. */
export const partOf = (address: Address): string | null => address.split('#')[1] ?? null;

/** The link to whatever stands at an address: a work, an edition, a provision, a record. */
export function hrefOf(address: Address | EditionId | WorkId): string {
  return `#/${encodeURI(address).replace('#', '/')}`;
}

/** The link to a provision or a section by its name within an edition. */
export function hrefWithin(edition: EditionId, target: string): string {
  return `${hrefOf(edition)}/${encodeURI(target)}`;
}
