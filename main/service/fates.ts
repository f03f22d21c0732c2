import type { Action } from '../contract/answers.ts';
import type { ComparisonRow } from '../contract/comparison.ts';
import type { Annex, Provision, Section } from '../contract/document.ts';
import type { Duty } from '../contract/duties.ts';
import type { ActorId, EditionId } from '../contract/ids.ts';

/** One edition: its provisions, and what the operative ones ask of whom. */
export interface AskingEdition {
  readonly edition: EditionId;
  readonly sections: readonly Section[];
  readonly annexes: readonly Annex[];
  readonly actions: readonly Action[];
}

type Rows = readonly Pick<ComparisonRow, 'status' | 'from' | 'to'>[];

/** What an edition asks, where there is none before it. */
export const firstDuties = ({ actions }: AskingEdition): readonly Duty[] =>
  actions.map((action) => dutyOf(action, null));

/**
 * What an edition asks, and what became of it since the edition before. A provision that found its way to somebody else
 * is gone for the one and added for the other, whether or not its words are the same.
 */
export function dutiesSince(
  before: AskingEdition,
  now: AskingEdition,
  rows: Rows,
): readonly Duty[] {
  const partnerThen = new Map(rows.flatMap(({ to, ...row }) => (to === null ? [] : [[to, row]])));
  const partnerNow = new Map(rows.flatMap(({ from, to }) => (from === null ? [] : [[from, to]])));
  const [then, today] = [treeOf(before), treeOf(now)];
  const [askedThen, askedNow] = [askedIn(before), askedIn(now)];

  const isKept = (action: Action, former: Action): boolean => {
    const place = placeIn(action.address);
    const own = today.under.get(place) ?? [];
    const theirs = new Set(then.under.get(placeIn(former.address)));
    return (
      action.verb === former.verb &&
      sameNames(action.collaborators, former.collaborators) &&
      partnerThen.get(place)?.from === placeIn(former.address) &&
      own.length === theirs.size &&
      own.every((each) => {
        const row = partnerThen.get(each);
        return row !== undefined && row.status !== 'amended' && theirs.has(row.from ?? '');
      })
    );
  };
  const present = now.actions.map((action) => {
    const partner = partnerThen.get(placeIn(action.address))?.from ?? null;
    const former = askedThen(then.rootOf(partner), action.actor);
    if (former === null) return dutyOf(action, 'added');
    return dutyOf(action, isKept(action, former) ? 'kept' : 'changed');
  });
  const gone = before.actions.flatMap((action) => {
    const partner = partnerNow.get(placeIn(action.address)) ?? null;
    if (askedNow(today.rootOf(partner), action.actor) !== null) return [];
    return [{ ...dutyOf(action, 'gone'), edition: now.edition }];
  });
  return [...present, ...gone];
}

function dutyOf({ name: _name, year: _year, ...action }: Action, fate: Duty['fate']): Duty {
  return { ...action, fate };
}

/** A place within its edition: `resolves.2`. */
const placeIn = (address: string): string => address.slice(address.indexOf('#') + 1);

const sameNames = (one: readonly ActorId[], other: readonly ActorId[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));

/** What an edition asks of an actor at a place, as it was told. */
function askedIn({ actions }: AskingEdition) {
  const asked = new Map(
    actions.map((action) => [`${placeIn(action.address)} ${action.actor}`, action]),
  );
  return (place: string | null, actor: ActorId): Action | null =>
    asked.get(`${place ?? ''} ${actor}`) ?? null;
}

/** Which provision of a section each one stands under, and each with all that stands under it. */
function treeOf({ sections, annexes }: AskingEdition) {
  const roots = new Map<string, string>();
  const under = new Map<string, string[]>();
  const walk = (root: string, { address, provisions }: Provision): void => {
    roots.set(address, root);
    const all = under.get(root) ?? [];
    under.set(root, all);
    all.push(address);
    for (const inner of provisions) walk(root, inner);
  };
  for (const { provisions } of [...sections, ...annexes])
    for (const provision of provisions) walk(provision.address, provision);
  return {
    under,
    rootOf: (place: string | null): string | null =>
      place === null ? null : (roots.get(place) ?? null),
  };
}
