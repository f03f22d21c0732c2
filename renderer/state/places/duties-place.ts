import { fates, type Fate } from '../../../main/contract/duties.ts';
import type { ActorId, EditionId, WorkId } from '../../../main/contract/ids.ts';

/** Who must do what as the address bar holds it: what narrows it, in which order it stands, and how it is seen. */
export interface DutiesPlace {
  readonly work: WorkId | null;
  readonly edition: EditionId | null;
  readonly actor: ActorId | null;
  /** "resolves to invite". */
  readonly verb: string | null;
  readonly fate: Fate | null;
  /** What was typed to narrow it. */
  readonly words: string;
  readonly order: DutyOrder;
  readonly isDown: boolean;
  readonly view: DutiesView;
}

/** By who must act, by what the text does with them, as in the texts, by what became of it. */
export const dutyOrders = ['actor', 'verb', 'text', 'became'] as const;
export type DutyOrder = (typeof dutyOrders)[number];

export const dutiesViews = ['table', 'matrix'] as const;
export type DutiesView = (typeof dutiesViews)[number];

/** Everything, as it stands when nobody has chosen anything. */
export const allDuties: DutiesPlace = {
  work: null,
  edition: null,
  actor: null,
  verb: null,
  fate: null,
  words: '',
  order: 'actor',
  isDown: false,
  view: 'table',
};

/**
 * The link to who must do what.
 *
 * @example dutiesHref({ actor: 'itu-t-sg-13', view: 'matrix' })
 * // => '#/actions?actor=itu-t-sg-13&as=matrix'
 */
export function dutiesHref(asked: Partial<DutiesPlace>): string {
  const place = { ...allDuties, ...asked };
  const parts = new URLSearchParams();
  const set = (name: string, value: string | null): void => {
    if (value !== null && value !== '') parts.set(name, value);
  };
  set('work', place.work);
  set('edition', place.edition);
  set('actor', place.actor);
  set('verb', place.verb);
  set('became', place.fate);
  set('words', place.words);
  set('by', place.order === allDuties.order ? null : place.order);
  set('order', place.isDown ? 'down' : null);
  set('as', place.view === allDuties.view ? null : place.view);
  // Both stand in a query as they are, and people read addresses.
  const query = parts.toString().replaceAll('%2F', '/').replaceAll('%40', '@');
  return query === '' ? '#/actions' : `#/actions?${query}`;
}

export function readDuties(parts: URLSearchParams): DutiesPlace {
  const given = (name: string): string | null => parts.get(name) || null;
  return {
    work: given('work') as WorkId | null,
    edition: given('edition') as EditionId | null,
    actor: given('actor') as ActorId | null,
    verb: given('verb'),
    fate: fates.find((fate) => fate === parts.get('became')) ?? null,
    words: parts.get('words') ?? '',
    order: dutyOrders.find((order) => order === parts.get('by')) ?? allDuties.order,
    isDown: parts.get('order') === 'down',
    view: dutiesViews.find((view) => view === parts.get('as')) ?? allDuties.view,
  };
}
