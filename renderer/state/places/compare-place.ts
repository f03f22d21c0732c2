import type { ActorId, EditionId } from '../../../main/contract/ids.ts';

/**
 * A comparison as the address bar holds it; without both editions, the choice of them. `at` is a section or provision
 * of the later edition, or, after a minus, one that only the earlier has: `considering.a`, `-considering.k`.
 */
export interface ComparePlace {
  readonly from: EditionId | null;
  readonly to: EditionId | null;
  /** Null: as the width of the window has room for. */
  readonly view: CompareView | null;
  readonly onlyChanges: boolean;
  readonly onlyOperative: boolean;
  readonly actor: ActorId | null;
  readonly at: string | null;
}

export const compareViews = ['side', 'merged'] as const;
export type CompareView = (typeof compareViews)[number];

const unasked: ComparePlace = {
  from: null,
  to: null,
  view: null,
  onlyChanges: false,
  onlyOperative: false,
  actor: null,
  at: null,
};

/**
 * The link to a comparison.
 *
 * @example compareHref({ from: older, to: newer, at: 'considering.a' })
 * // => '#/compare?from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024&at=considering.a'
 */
export function compareHref(asked: Partial<ComparePlace>): string {
  const place = { ...unasked, ...asked };
  const parts = new URLSearchParams();
  const set = (name: string, value: string | null | false): void => {
    if (value !== null && value !== false) parts.set(name, value);
  };
  set('from', place.from);
  set('to', place.to);
  set('view', place.view);
  set('only', place.onlyChanges && 'changes');
  set('part', place.onlyOperative && 'operative');
  set('actor', place.actor);
  set('at', place.at);
  // Both stand in a query as they are, and people read addresses.
  const query = parts.toString().replaceAll('%2F', '/').replaceAll('%40', '@');
  return query === '' ? '#/compare' : `#/compare?${query}`;
}

export function readCompare(parts: URLSearchParams): ComparePlace {
  const given = (name: string): string | null => parts.get(name) || null;
  return {
    from: given('from') as EditionId | null,
    to: given('to') as EditionId | null,
    view: compareViews.find((view) => view === parts.get('view')) ?? null,
    onlyChanges: parts.get('only') === 'changes',
    onlyOperative: parts.get('part') === 'operative',
    actor: given('actor') as ActorId | null,
    at: given('at'),
  };
}
