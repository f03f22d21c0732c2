import { facetNames } from '../../../main/contract/answers.ts';
import type { SearchOrder } from '../../../main/contract/api.ts';
import type { Address } from '../../../main/contract/ids.ts';
import { readAddress } from './addresses.ts';

/**
 * A search as the address bar holds it. `from` is how many hits are passed over; `asTyped` takes the words as they are,
 * none corrected, none searched besides; `without` are the words of the query of which that is so. `hasAll`: nothing is
 * found that lacks a word. `at` is the hit that is seen beside the list.
 */
export interface SearchPlace {
  readonly query: string;
  readonly filters: Filters;
  readonly from: number;
  readonly sort: SearchOrder;
  readonly asTyped: boolean;
  readonly without: readonly string[];
  readonly hasAll: boolean;
  readonly at: Address | null;
}

export const filterNames = [...facetNames, 'work', 'edition'] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Readonly<Record<FilterName, string>>>;

const searchOrders = ['relevance', 'date', 'document'] as const satisfies readonly SearchOrder[];

/** As many as may be asked for. */
const mostWithout = 24;

/** A search for words alone. */
export const searchFor = (query: string): SearchPlace => ({
  query,
  filters: {},
  from: 0,
  sort: 'relevance',
  asTyped: false,
  without: [],
  hasAll: false,
  at: null,
});

/** The same search with something else about it, from its first result on. */
export const changed = (search: SearchPlace, change: Partial<SearchPlace>): SearchPlace => ({
  ...search,
  from: 0,
  at: null,
  ...change,
});

export function searchHref(search: SearchPlace): string {
  const { query, filters, from, sort, asTyped, without, hasAll, at } = search;
  const parts = new URLSearchParams({ q: query });
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined) parts.set(name, value);
  }
  if (sort !== 'relevance') parts.set('sort', sort);
  if (asTyped) parts.set('as', 'typed');
  for (const word of without) parts.append('without', word);
  if (hasAll) parts.set('words', 'all');
  if (from > 0) parts.set('from', String(from));
  if (at !== null) parts.set('at', at);
  return `#/search?${parts}`;
}

export function readSearch(parts: URLSearchParams): SearchPlace {
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
    without: parts
      .getAll('without')
      .filter((word) => word !== '')
      .slice(0, mostWithout),
    hasAll: parts.get('words') === 'all',
    at: readAddress(parts.get('at') ?? ''),
  };
}
