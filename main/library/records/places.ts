import type { Address } from '../../contract/ids.ts';
import { plainText } from '../../contract/prose.ts';
import {
  detailOfRecord,
  nameOfRecord,
  yearOfReference,
  type LibraryRecord,
  type Stop,
} from '../../contract/records.ts';

/** A record, or a stop of a tour, as lists, links and search see it. */
export interface Place {
  readonly address: Address;
  readonly kind: LibraryRecord['kind'] | 'stop';
  /** What a person reads as its name: "Recommendation ITU-T Y.3101", "3. What is IMT?". */
  readonly name: string;
  /** The long form: the title of a reference, what an abbreviation stands for. */
  readonly title: string;
  /** A further line for lists; that of a chapter or stop is the title of its holder. */
  readonly detail: string;
  /** The handbook of a chapter, the tour of a stop. */
  readonly holder: Address | null;
  /** Every name by which people know it, the title among them. */
  readonly names: readonly string[];
  readonly text: string;
  /** As search filters and counts it. */
  readonly type: string;
  readonly body: string | null;
  readonly year: number | null;
}

const slugOf = (address: string): string => address.slice(address.indexOf('/') + 1);

/** Most words at the beginning of a name that people leave out. */
const mostDropped = 3;

/**
 * The printed name of a work and what is left of it when its first words are: people type the number alone.
 *
 * @example tailsOf('Recommendation ITU-T Y.3101') // => ['Recommendation ITU-T Y.3101', 'ITU-T Y.3101', 'Y.3101']
 */
export function tailsOf(name: string): string[] {
  const words = name.split(' ');
  const tails = words.map((_word, at) => words.slice(at).join(' '));
  return tails.filter((tail, at) => at === 0 || (at <= mostDropped && /\d/.test(tail)));
}

const join = (...texts: readonly (string | null)[]): string =>
  texts.filter((text) => text !== null && text !== '').join('\n');

const stopPlace = (tour: Address, stop: Stop, at: number): Place => ({
  address: stop.address,
  kind: 'stop',
  name: `${at + 1}. ${stop.title}`,
  title: stop.title,
  detail: '',
  holder: tour,
  names: [stop.title],
  text: join(plainText(stop.notes), stop.question),
  type: 'tour',
  body: null,
  year: null,
});

/** Everything of a record that stands at an address of its own: itself, and the stops of a tour. */
export function placesOf(record: LibraryRecord): Place[] {
  const common = {
    address: record.address as string as Address,
    kind: record.kind,
    name: nameOfRecord(record),
    detail: detailOfRecord(record),
    holder: null,
    type: record.kind,
    body: null,
    year: null,
  };
  switch (record.kind) {
    case 'reference': {
      const [body = '', type = ''] = record.address.split('/');
      return [
        {
          ...common,
          title: record.title,
          names: [...tailsOf(record.name), record.title],
          text: plainText(record.text),
          type,
          body,
          year: yearOfReference(record),
        },
      ];
    }
    case 'body':
      return [
        {
          ...common,
          title: record.name,
          names: [record.name, ...record.short],
          text: join(
            ...[record.mandate, record.partInImt, record.before, record.after].map((text) =>
              text === null ? null : plainText(text),
            ),
          ),
          body: record.sector ?? slugOf(record.address),
        },
      ];
    case 'handbook':
      return [
        { ...common, title: record.title, names: [record.title], text: plainText(record.lead) },
      ];
    case 'chapter':
      return [
        {
          ...common,
          title: record.title,
          holder: record.handbook,
          names: [record.title],
          text: plainText(record.text),
          type: 'handbook',
        },
      ];
    case 'tour':
      return [
        { ...common, title: record.title, names: [record.title], text: plainText(record.lead) },
        ...record.stops.map((stop, at) => stopPlace(record.address, stop, at)),
      ];
    case 'term':
      return [
        {
          ...common,
          title: record.term,
          names: [
            ...(record.abbreviation === null ? [] : [record.abbreviation]),
            record.term,
            ...record.synonyms,
          ],
          text: plainText(record.definition),
        },
      ];
    case 'meeting': {
      const when = [record.from, record.to].filter((date) => date !== null).join(' to ');
      return [
        {
          ...common,
          title: record.name,
          names: [record.name],
          text: join(`${record.place}, ${record.year}`, when),
          body: record.body,
          year: record.year,
        },
      ];
    }
    case 'topic':
      return [
        { ...common, title: record.title, names: [record.title], text: plainText(record.lead) },
      ];
  }
}

/** Letters and digits alone: "SG 13" and "SG13" are one name, as are "Y.3101" and "y3101". */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Kinds of records whose names are names: a term or a topic is called by words that provisions use too. */
const namedKinds = new Set<Place['kind']>([
  'reference',
  'body',
  'meeting',
  'handbook',
  'chapter',
  'tour',
]);

/** The names by which somebody means a place and nothing else, folded. A number alone names no work. */
export function properNamesOf(place: Place): string[] {
  if (!namedKinds.has(place.kind)) return [];
  const names = place.names.map(foldName).filter((name) => /\p{L}/u.test(name));
  return [...new Set(names)];
}
