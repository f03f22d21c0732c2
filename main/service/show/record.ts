import type { Action, IncomingLink, NamedAddress, Shown } from '../../contract/answers.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { RecordAddressParts } from '../../contract/ids.ts';
import {
  linksOf,
  type BodyRecord,
  type LibraryRecord,
  type TourRecord,
} from '../../contract/records.ts';
import type { LibraryReader } from '../../library/index.ts';
import { inNumberOrder } from '../in-number-order.ts';
import { listed } from './listed.ts';

const slugOf = (address: string): string => address.slice(address.indexOf('/') + 1);

function unknownRecord(
  library: LibraryReader,
  { prefix, slug }: RecordAddressParts,
): Result<never> {
  const those = library.recordAddresses(prefix).toSorted(inNumberOrder);
  const what = those.length === 0 ? `no ${prefix} at all` : listed(those);
  return failed('unknown-record', `The library knows no ${prefix}/${slug}; it has ${what}.`);
}

/** Parts of a record are chapters and stops; other records have none. */
function unknownPart(record: LibraryRecord, part: string): Result<never> {
  const partsOf = (addresses: readonly string[]): string =>
    listed(addresses.map((address) => address.slice(record.address.length + 1)));
  switch (record.kind) {
    case 'handbook': {
      const chapters = partsOf(record.chapters.map(({ address }) => address));
      return failed(
        'unknown-record',
        `${record.address} has no chapter ${part}; it has ${chapters}.`,
      );
    }
    case 'tour': {
      const { length } = record.stops;
      return failed(
        'unknown-record',
        `${record.address} has no stop ${part}; its stops are 1 to ${length}.`,
      );
    }
    default:
      return failed('unknown-record', `${record.address} has no parts, and so no ${part}.`);
  }
}

/** What leads to a record from others; that its own parts lead to each other goes without saying. */
const linkedFromOthers = (library: LibraryReader, record: string): IncomingLink[] =>
  library.linksTo(record).filter(({ address }) => address.replace(/#.*$/, '') !== record);

/**
 * What is asked of a body under its own slug, which is what an assembly's own decisions go by, and its other names.
 * Newest edition first, whatever the work; then in document order.
 */
const actionsOf = (library: LibraryReader, { address, actors, groups }: BodyRecord): Action[] =>
  library
    .actions({ actors: [slugOf(address), ...actors, ...groups], editions: null })
    .toSorted((a, b) => b.year - a.year);

const responsibleFor = (library: LibraryReader, body: string): NamedAddress[] =>
  library
    .namesOf(
      library
        .recordsOf('reference')
        .filter(({ responsible }) => responsible === body)
        .map(({ address }) => address as string as NamedAddress['address']),
    )
    .toSorted((a, b) => inNumberOrder(a.address, b.address));

/** The record at an address, or the part of one; of a tour that the library does not hold, `own`. Errors: `unknown-record`. */
export function showRecord(
  library: LibraryReader,
  parts: RecordAddressParts,
  own?: TourRecord,
): Result<Shown> {
  const whole = `${parts.prefix}/${parts.slug}`;
  const address = parts.part === undefined ? whole : `${whole}#${parts.part}`;
  const record = own ?? library.record(address) ?? library.record(whole);
  if (record === null) return unknownRecord(library, parts);
  const links =
    own === undefined
      ? library.linksFrom(record.address)
      : library.namesOf([...new Set(linksOf(own).map(({ to }) => to))]);
  const stop =
    record.kind === 'tour' ? (record.stops.find((each) => each.address === address) ?? null) : null;
  if (record.address !== address && stop === null) return unknownPart(record, parts.part ?? '');

  switch (record.kind) {
    case 'body':
      return done({
        kind: 'body',
        address: record.address,
        record,
        links,
        linkedFrom: linkedFromOthers(library, record.address),
        actions: actionsOf(library, record),
        responsibleFor: responsibleFor(library, slugOf(record.address)),
      });
    case 'handbook':
      return done({
        kind: 'handbook',
        address: record.address,
        record,
        links,
        linkedFrom: linkedFromOthers(library, record.address),
      });
    case 'chapter': {
      const handbook = library.record(record.handbook);
      if (handbook?.kind !== 'handbook') return unknownRecord(library, parts);
      return done({
        kind: 'chapter',
        address: record.address,
        record,
        handbook,
        links,
        linkedFrom: library.linksTo(record.address),
      });
    }
    case 'tour':
      return done({
        kind: 'tour',
        address: record.address,
        record,
        stop: stop?.address ?? null,
        links,
        linkedFrom: linkedFromOthers(library, record.address),
      });
    case 'term':
      return done({
        kind: 'term',
        address: record.address,
        record,
        links,
        linkedFrom: linkedFromOthers(library, record.address),
      });
    case 'meeting':
      return done({
        kind: 'meeting',
        address: record.address,
        record,
        links,
        linkedFrom: linkedFromOthers(library, record.address),
        editions: library
          .editions()
          .filter(({ meeting, body }) => meeting === record.name && body === record.body),
      });
    case 'topic':
      return done({
        kind: 'topic',
        address: record.address,
        record,
        links,
        linkedFrom: linkedFromOthers(library, record.address),
      });
    case 'reference':
      // A reference stands at the id of its work, which no record's address is like.
      return unknownRecord(library, parts);
  }
}
