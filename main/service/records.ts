import type { ListedKind, RecordSummary } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import type { Address } from '../contract/ids.ts';
import { plainText, type Prose } from '../contract/prose.ts';
import {
  detailOfRecord,
  nameOfRecord,
  yearOfReference,
  type LibraryRecord,
  type TourRecord,
} from '../contract/records.ts';
import type { LibraryReader } from '../library/index.ts';
import { inNumberOrder } from './in-number-order.ts';
import type { OwnTours } from './own-tours/index.ts';

type Listed = Extract<LibraryRecord, { kind: ListedKind }>;

/** UTF-16 units of a long text that a list shows. */
const longestLead = 320;

/** The beginning of a long text, cut between words. */
function beginningOf(text: Prose): string {
  const [first = ''] = plainText(text.filter(({ kind }) => kind === 'paragraph')).split('\n');
  if (first.length <= longestLead) return first;
  const space = first.lastIndexOf(' ', longestLead);
  return `${first.slice(0, space > 0 ? space : longestLead)}\u2026`;
}

const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

const minutesOf = ({ stops }: TourRecord): number =>
  stops.reduce((sum, { minutes }) => sum + minutes, 0);

/** "12 stops, 38 minutes". */
const lengthOf = (tour: TourRecord): string =>
  `${count(tour.stops.length, 'stop')}, ${count(minutesOf(tour), 'minute')}`;

function summaryOf(record: Listed, withText: ReadonlySet<string>): RecordSummary {
  const common = {
    address: record.address as string as Address,
    name: nameOfRecord(record),
    title: nameOfRecord(record),
    detail: detailOfRecord(record),
    body: null,
    year: null,
    status: null,
    hasText: false,
    topics: record.topics,
    parts: null,
    minutes: null,
  };
  switch (record.kind) {
    case 'reference':
      return {
        ...common,
        kind: 'reference',
        title: record.title,
        lead: beginningOf(record.text),
        body: record.address.split('/')[0] ?? null,
        year: yearOfReference(record),
        status: record.editions[0]?.status ?? null,
        hasText: withText.has(record.address),
      };
    case 'body':
      return {
        ...common,
        kind: 'body',
        lead: beginningOf(record.mandate),
        body: record.sector,
      };
    case 'term':
      return {
        ...common,
        kind: 'term',
        title: record.term,
        // What people say instead: who looks for "5G" in the glossary means IMT-2020.
        detail: record.synonyms.join(', '),
        lead: plainText(record.definition),
      };
    case 'meeting':
      return {
        ...common,
        kind: 'meeting',
        lead: '',
        body: record.body,
        year: record.year,
      };
    case 'tour':
      return {
        ...common,
        kind: 'tour',
        detail: lengthOf(record),
        lead: plainText(record.lead),
        parts: record.stops.length,
        minutes: minutesOf(record),
      };
    case 'handbook':
      return {
        ...common,
        kind: 'handbook',
        lead: plainText(record.lead),
        parts: record.chapters.length,
      };
    case 'topic':
      return { ...common, kind: 'topic', lead: plainText(record.lead) };
  }
}

/** The Sectors, then the conferences; whoever else issues texts comes after them. */
const issuers = ['itu-t', 'itu-r', 'itu-d', 'pp', 'wtsa', 'ra', 'wrc', 'wtdc'];

function placeOfIssuer(address: string): number {
  const place = issuers.indexOf(address.split('/')[0] ?? '');
  return place < 0 ? issuers.length : place;
}

const byIssuer = (a: RecordSummary, b: RecordSummary): number =>
  placeOfIssuer(a.address) - placeOfIssuer(b.address) || inNumberOrder(a.address, b.address);

/** References by who issued them and by number, meetings from the last to the first, everything else by name. */
function inOrder(kind: ListedKind): (a: RecordSummary, b: RecordSummary) => number {
  if (kind === 'reference') return byIssuer;
  if (kind === 'meeting')
    return (a, b) => (b.year ?? 0) - (a.year ?? 0) || inNumberOrder(a.name, b.name);
  return (a, b) => inNumberOrder(a.name, b.name);
}

/** Every record of a kind as a list shows it: a person's own tours before the others, the one changed last first. */
export const createRecords =
  (library: LibraryReader, ownTours: () => Promise<OwnTours>): Api['records'] =>
  async ({ kind }) => {
    const own = kind === 'tour' ? await (await ownTours()).records() : [];
    return library.inOneView(() => {
      const withText = new Set<string>(
        kind === 'reference' ? library.editions().map(({ work }) => work) : [],
      );
      const summaries = (records: readonly Listed[]): RecordSummary[] =>
        records.map((record) => summaryOf(record, withText));
      const records = summaries(library.recordsOf(kind)).toSorted(inOrder(kind));
      return done({ records: [...summaries(own), ...records] });
    });
  };
