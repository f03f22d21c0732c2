import type { ListingEntry } from '../../main/contract/listing.ts';
import { folded } from './narrowing.ts';
import type { LibraryOrder } from './places/index.ts';

/** What people come for first: their own texts, the decisions of conferences, then what the Sectors publish. */
const bodies = [
  'own',
  'pp',
  'wtsa',
  'wtdc',
  'ra',
  'wrc',
  'council',
  'itu-t',
  'itu-r',
  'itu-d',
  'rr',
  'cs',
  'cv',
];

/** Publications by their weight, a sort that is not named here after them, and records last. */
const publications = [
  'resolution',
  'decision',
  'recommendation',
  'opinion',
  'report',
  'supplement',
  'technical-report',
  'question',
  'article',
  'provision',
  'document',
];
const records = ['handbook', 'tour', 'body', 'meeting', 'topic', 'term'];

const two = (rank: number): string => String(rank).padStart(2, '0');

/** Where a body stands among others; whatever no body issued comes last. */
export function bodyRank(body: string): number {
  const rank = bodies.indexOf(body);
  if (rank >= 0) return rank;
  return body === '' ? 99 : bodies.length;
}

export function typeRank(type: string): number {
  const rank = publications.indexOf(type);
  if (rank >= 0) return rank;
  return records.includes(type) ? 50 + records.indexOf(type) : 49;
}

/** The number of a work in its address; what is no work goes by its name. */
const numberOf = ({ address, work, kind, name }: ListingEntry): string =>
  work !== null || kind === 'reference' ? ((work ?? address).split('/')[2] ?? '') : name;

/** A text that sorts by its characters as people count: Y.900 before Y.3101. */
const counting = (text: string): string =>
  folded(text).replaceAll(/\d+/g, (digits) => digits.padStart(8, '0'));

const newestFirst = ({ year }: ListingEntry): string => String(9999 - (year ?? 0)).padStart(4, '0');

/** What an entry is sorted by, made once: comparing by the rules of a language is slow for tens of thousands. */
export function orderKey(entry: ListingEntry, order: Exclude<LibraryOrder, 'year'>): string {
  const body = entry.body ?? '';
  const number = `${counting(numberOf(entry))} ${newestFirst(entry)}`;
  switch (order) {
    case 'body':
      return `${two(bodyRank(body))} ${body} ${two(typeRank(entry.type))} ${entry.type} ${number}`;
    case 'number':
      return `${two(typeRank(entry.type))} ${entry.type} ${number} ${two(bodyRank(body))}`;
    case 'name':
      return `${counting(entry.name)} ${newestFirst(entry)}`;
  }
}

/** The series of a work whose number begins with letters and a point: "Y" of Y.3101; else null. */
export function seriesOf(entry: ListingEntry): string | null {
  if (entry.work === null && entry.kind !== 'reference') return null;
  return /^(?<letters>[a-z]+)\./.exec(numberOf(entry))?.groups?.['letters']?.toUpperCase() ?? null;
}

/** What stands over the entries of one group in an order; figures are one letter. */
export function groupOf(entry: ListingEntry, order: LibraryOrder): string {
  switch (order) {
    case 'body':
      return entry.body ?? '';
    case 'number':
      return `${entry.type} ${seriesOf(entry) ?? ''}`;
    case 'name': {
      const [first = ''] = folded(entry.name).toUpperCase();
      return /\d/.test(first) ? '0' : first;
    }
    case 'year':
      return entry.year === null ? '' : String(entry.year);
  }
}
