import { editionStatuses, type EditionStatus } from '../../../main/contract/records.ts';

/**
 * The library as the address bar holds it: what narrows it, each null where it narrows nothing, and its order. `filter`
 * is what was typed.
 */
export interface LibraryPlace {
  readonly kind: string | null;
  readonly body: string | null;
  readonly topic: string | null;
  readonly year: string | null;
  readonly meeting: string | null;
  readonly status: EditionStatus | null;
  readonly here: (typeof whetherHere)[number] | null;
  readonly own: 'yes' | null;
  readonly sort: LibraryOrder;
  readonly filter: string;
}

/** Whether a text is on this machine; what was written for the library is no text of anybody's. */
export const whetherHere = ['yes', 'no', 'written'] as const;

export const libraryOrders = ['body', 'name', 'number', 'year'] as const;
export type LibraryOrder = (typeof libraryOrders)[number];

/** What narrows the library besides words, in the order in which it is offered. */
export const libraryFacets = [
  'here',
  'own',
  'kind',
  'body',
  'topic',
  'meeting',
  'status',
  'year',
] as const satisfies readonly (keyof LibraryPlace)[];
export type LibraryFacet = (typeof libraryFacets)[number];

export const wholeLibrary: LibraryPlace = {
  kind: null,
  body: null,
  topic: null,
  year: null,
  meeting: null,
  status: null,
  here: null,
  own: null,
  sort: 'body',
  filter: '',
};

/**
 * The link to a part of the library.
 *
 * @example libraryHref({ body: 'wtsa', here: 'yes' })
 * // => '#/library?body=wtsa&here=yes'
 */
export function libraryHref(asked: Partial<LibraryPlace>): string {
  const place = { ...wholeLibrary, ...asked };
  const parts = new URLSearchParams();
  for (const name of [
    'kind',
    'body',
    'topic',
    'year',
    'meeting',
    'status',
    'here',
    'own',
  ] as const) {
    const value = place[name];
    if (value !== null) parts.set(name, value);
  }
  if (place.sort !== wholeLibrary.sort) parts.set('sort', place.sort);
  if (place.filter !== '') parts.set('filter', place.filter);
  return parts.size === 0 ? '#/library' : `#/library?${parts}`;
}

export function readLibrary(parts: URLSearchParams): LibraryPlace {
  const given = (name: string): string | null => parts.get(name) || null;
  return {
    kind: given('kind'),
    body: given('body'),
    topic: given('topic'),
    year: given('year'),
    meeting: given('meeting'),
    status: editionStatuses.find((status) => status === parts.get('status')) ?? null,
    here: whetherHere.find((one) => one === parts.get('here')) ?? null,
    own: parts.get('own') === 'yes' ? 'yes' : null,
    sort: libraryOrders.find((order) => order === parts.get('sort')) ?? wholeLibrary.sort,
    filter: parts.get('filter') ?? '',
  };
}

/** What the list of references was, at the address that it had: works, whether or not their text is here. */
export function readReferences(parts: URLSearchParams): LibraryPlace {
  return {
    ...readLibrary(new URLSearchParams({ here: 'no', filter: parts.get('filter') ?? '' })),
    status: editionStatuses.find((status) => status === parts.get('status')) ?? null,
    sort: parts.get('by') === 'year' ? 'year' : 'body',
  };
}
