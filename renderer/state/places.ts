import { facetNames, type ListedKind } from '../../main/contract/answers.ts';
import type { SearchOrder } from '../../main/contract/api.ts';
import {
  editionId,
  formatAddress,
  parseAddress,
  parseRecordAddress,
  recordPrefixes,
  type Address,
  type EditionId,
  type WorkId,
} from '../../main/contract/ids.ts';
import { editionStatuses, type EditionStatus } from '../../main/contract/records.ts';

/**
 * A search as the address bar holds it. `from` is how many hits are passed over; `asTyped` takes the words as they are,
 * none corrected, none searched besides.
 */
export interface SearchPlace {
  readonly query: string;
  readonly filters: Filters;
  readonly from: number;
  readonly sort: SearchOrder;
  readonly asTyped: boolean;
}

export const filterNames = [...facetNames, 'work', 'edition'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Readonly<Record<FilterName, string>>>;

/** The lists of the library's records, by the word that stands for each in the address bar. */
export const listNames = {
  references: 'reference',
  bodies: 'body',
  handbooks: 'handbook',
  tours: 'tour',
  glossary: 'term',
  meetings: 'meeting',
  topics: 'topic',
} as const satisfies Record<string, ListedKind>;
export type ListName = keyof typeof listNames;

/** A list as the address bar holds it. `filter` is what was typed to narrow it; `byYear` puts the newest first. */
export interface ListPlace {
  readonly list: ListName;
  readonly filter: string;
  readonly status: EditionStatus | null;
  readonly byYear: boolean;
}

/** A place of the application. `target` is a section or a provision in the edition: `considering.a`. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'search'; readonly search: SearchPlace }
  | { readonly kind: 'work'; readonly work: WorkId }
  | {
      readonly kind: 'edition';
      readonly edition: EditionId;
      readonly work: WorkId;
      readonly target: string | null;
    }
  | { readonly kind: 'record'; readonly address: Address }
  | { readonly kind: 'list'; readonly place: ListPlace }
  | { readonly kind: 'nowhere'; readonly text: string };

/**
 * The place that a hash names.
 *
 * @example readHash('#/wtsa/resolution/92@2024/considering.a')
 * // => { kind: 'edition', edition: 'wtsa/resolution/92@2024', work: 'wtsa/resolution/92', target: 'considering.a' }
 */
export function readHash(hash: string): Route {
  const [path = '', query = ''] = split(hash.replace(/^#\/?/, ''), '?');
  if (path === '') return { kind: 'home' };
  const parameters = new URLSearchParams(query);
  if (path === 'search') return { kind: 'search', search: readSearch(parameters) };
  if (isListName(path)) return { kind: 'list', place: readList(path, parameters) };
  return routeOfAddress(addressIn(decoded(path))) ?? { kind: 'nowhere', text: decoded(path) };
}

/** What a path without a leading slash says as an address: the slash before a part of the thing becomes a `#`. */
function addressIn(path: string): string {
  const words = path.split('/');
  const isRecord = recordPrefixes.some((prefix) => prefix === words[0]);
  const named = isRecord ? 2 : 3;
  const part = words.slice(named).join('/');
  return `${words.slice(0, named).join('/')}${part === '' ? '' : `#${part}`}`;
}

/** The place that an address names, or null where the text is not an address. */
export function routeOfAddress(text: string): Route | null {
  const address = readRecordAddress(text);
  if (address !== null) return { kind: 'record', address };
  const read = parseAddress(text);
  if (!read.ok) return null;
  const { work, edition, section, path } = read.value;
  if (edition === undefined) return { kind: 'work', work };
  const target = section === undefined ? null : path === undefined ? section : `${section}.${path}`;
  return { kind: 'edition', edition: editionId(work, edition), work, target };
}

/** An address as a person typed it, in the form that the library knows; null where the text is none. */
export function readAddress(text: string): Address | null {
  const record = readRecordAddress(text);
  if (record !== null) return record;
  const read = parseAddress(text);
  return read.ok ? formatAddress(read.value) : null;
}

function readRecordAddress(text: string): Address | null {
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

const searchOrders = ['relevance', 'date', 'document'] as const satisfies readonly SearchOrder[];

/** A search for words alone. */
export const searchFor = (query: string): SearchPlace => ({
  query,
  filters: {},
  from: 0,
  sort: 'relevance',
  asTyped: false,
});

export function searchHref({ query, filters, from, sort, asTyped }: SearchPlace): string {
  const parts = new URLSearchParams({ q: query });
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parts.set(name, value);
  }
  if (sort !== 'relevance') parts.set('sort', sort);
  if (asTyped) parts.set('as', 'typed');
  if (from > 0) parts.set('from', String(from));
  return `#/search?${parts}`;
}

export function listHref({ list, filter, status, byYear }: ListPlace): string {
  const parts = new URLSearchParams();
  if (filter !== '') parts.set('filter', filter);
  if (status !== null) parts.set('status', status);
  if (byYear) parts.set('by', 'year');
  return parts.size === 0 ? `#/${list}` : `#/${list}?${parts}`;
}

const isListName = (text: string): text is ListName => Object.hasOwn(listNames, text);

function readList(list: ListName, parts: URLSearchParams): ListPlace {
  return {
    list,
    filter: parts.get('filter') ?? '',
    status: editionStatuses.find((status) => status === parts.get('status')) ?? null,
    byYear: parts.get('by') === 'year',
  };
}

function readSearch(parts: URLSearchParams): SearchPlace {
  const filters: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = parts.get(name);
    if (value !== null && value !== '') filters[name] = value;
  }
  const from = Number(parts.get('from') ?? 0);
  return {
    query: parts.get('q') ?? '',
    filters,
    from: Number.isInteger(from) && from > 0 ? from : 0,
    sort: searchOrders.find((order) => order === parts.get('sort')) ?? 'relevance',
    asTyped: parts.get('as') === 'typed',
  };
}

function split(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

// A hash that people cut or mangled may hold a lone per cent sign.
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
