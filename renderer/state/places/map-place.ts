import type { WorkId } from '../../../main/contract/ids.ts';

/** The map of citations as the address bar holds it. */
export interface MapPlace {
  /** The work in the middle of attention. */
  readonly focus: WorkId | null;
  /** The kinds of works that are shown ("resolution"); none: all of them. */
  readonly kinds: readonly string[];
  /** How many steps from the focus are shown in full; the rest is faint. */
  readonly depth: MapDepth;
  readonly as: MapForm;
  /** Whether what records name is drawn beside what texts cite. */
  readonly withRecords: boolean;
  readonly sort: MapSort;
  /** Whether the table stands from its end. */
  readonly isReversed: boolean;
}

export const mapDepths = [1, 2, 'all'] as const;
export type MapDepth = (typeof mapDepths)[number];

export const mapForms = ['picture', 'table'] as const;
export type MapForm = (typeof mapForms)[number];

export const mapSorts = ['cited', 'cites', 'work', 'kind', 'text'] as const;
export type MapSort = (typeof mapSorts)[number];

const unasked: MapPlace = {
  focus: null,
  kinds: [],
  depth: 1,
  as: 'picture',
  withRecords: false,
  sort: 'cited',
  isReversed: false,
};

/**
 * The link to the map.
 *
 * @example mapHref({ focus: work, kinds: ['report', 'resolution'] })
 * // => '#/map?focus=wtsa/resolution/92&kind=report,resolution'
 */
export function mapHref(asked: Partial<MapPlace> = {}): string {
  const { focus, kinds, depth, as, withRecords, sort, isReversed } = { ...unasked, ...asked };
  const parts = new URLSearchParams();
  if (focus !== null) parts.set('focus', focus);
  if (kinds.length > 0) parts.set('kind', [...new Set(kinds)].toSorted().join(','));
  if (depth !== unasked.depth) parts.set('depth', String(depth));
  if (as !== unasked.as) parts.set('as', as);
  if (withRecords) parts.set('with', 'records');
  if (sort !== unasked.sort || isReversed) parts.set('sort', `${isReversed ? '-' : ''}${sort}`);
  // Both stand in a query as they are, and people read addresses.
  const query = parts.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return query === '' ? '#/map' : `#/map?${query}`;
}

export function readMap(parts: URLSearchParams): MapPlace {
  const order = parts.get('sort') ?? '';
  const isReversed = order.startsWith('-');
  const sort = mapSorts.find((each) => each === order.slice(isReversed ? 1 : 0));
  return {
    focus: (parts.get('focus') || null) as WorkId | null,
    kinds: [
      ...new Set((parts.get('kind') ?? '').split(',').filter((kind) => kind !== '')),
    ].toSorted(),
    depth: mapDepths.find((depth) => String(depth) === parts.get('depth')) ?? unasked.depth,
    as: mapForms.find((form) => form === parts.get('as')) ?? unasked.as,
    withRecords: parts.get('with') === 'records',
    sort: sort ?? unasked.sort,
    isReversed: sort !== undefined && isReversed,
  };
}
