import { fates, type Duty, type DutyEdition, type Fate } from '../../main/contract/duties.ts';
import type { ActorId, EditionId, WorkId } from '../../main/contract/ids.ts';
import type { DutiesPlace } from './places/index.ts';

/** What a person reads for an actor, and how such names are put in order. */
export interface ActorNames {
  nameOf(actor: ActorId): string;
  compare(one: string, other: string): number;
}

/** The work that an edition is one of. */
export const workOf = (edition: EditionId): WorkId => edition.split('@', 1)[0] as string as WorkId;

/** What is left of all duties when a person narrows them. */
export function narrowDuties(
  duties: readonly Duty[],
  { work, edition, actor, verb, fate, words }: DutiesPlace,
  nameOf: ActorNames['nameOf'],
): readonly Duty[] {
  const sought = folded(words).split(/\s+/).filter(Boolean);
  return duties.filter(
    (duty) =>
      (work === null || workOf(duty.edition) === work) &&
      (edition === null || duty.edition === edition) &&
      (actor === null || duty.actor === actor) &&
      (verb === null || duty.verb === verb) &&
      (fate === null || duty.fate === fate) &&
      holds(duty, sought, nameOf),
  );
}

function holds(duty: Duty, sought: readonly string[], nameOf: ActorNames['nameOf']): boolean {
  if (sought.length === 0) return true;
  const text = folded(`${nameOf(duty.actor)} ${duty.heading} ${duty.text}`);
  return sought.every((word) => text.includes(word));
}

/** Without case and accents, and with one kind of hyphen and space, so that one finds what one cannot type. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .toLowerCase();

/** In the order that was asked for; what is equal by it stands as it came, which is as in the texts. */
export function inDutyOrder(
  duties: readonly Duty[],
  { order, isDown }: Pick<DutiesPlace, 'order' | 'isDown'>,
  { nameOf, compare }: ActorNames,
): readonly Duty[] {
  const turn = isDown ? -1 : 1;
  const ranked = {
    actor: (duty: Duty) => nameOf(duty.actor),
    verb: (duty: Duty) => duty.verb,
    // What is new comes first, what nothing can be said of last.
    became: (duty: Duty) => (duty.fate === null ? fates.length : fates.indexOf(duty.fate)),
  };
  if (order === 'text') return isDown ? duties.toReversed() : duties;
  const keys = new Map(duties.map((duty) => [duty, ranked[order](duty)]));
  return duties.toSorted((a, b) => {
    const [one, other] = [keys.get(a) ?? '', keys.get(b) ?? ''];
    const difference =
      typeof one === 'number' && typeof other === 'number'
        ? one - other
        : compare(String(one), String(other));
    return turn * difference;
  });
}

/** How many provisions of an edition speak to an actor, and what became of them; what is gone is not among them. */
export interface MatrixCell extends Readonly<Record<Fate, number>> {
  readonly provisions: number;
}

export interface MatrixColumn {
  readonly edition: DutyEdition;
  /** Of all actors together, each provision once. */
  readonly provisions: number;
}

export interface Matrix {
  /** Works, each with its editions, oldest first. */
  readonly works: readonly (readonly MatrixColumn[])[];
  /** A cell for each column; null: the edition neither asks anything of the actor nor leaves off asking. */
  readonly rows: readonly {
    readonly actor: ActorId;
    readonly cells: readonly (MatrixCell | null)[];
  }[];
  /** How many editions have no column, since no table could be read with more. */
  readonly leftOut: number;
}

/** More columns than these can be neither seen nor heard as one table. */
const mostColumns = 40;

/** Actors by editions. */
export function matrixOf(
  duties: readonly Duty[],
  editions: readonly DutyEdition[],
  { nameOf, compare }: ActorNames,
): Matrix {
  const byEdition = Map.groupBy(duties, ({ edition }) => edition);
  const asked = editions.filter(({ edition }) => byEdition.has(edition));
  const works = [...Map.groupBy(asked.slice(0, mostColumns), ({ work }) => work).values()].map(
    (own) =>
      own.toReversed().map((edition) => ({
        edition,
        provisions: new Set(
          byEdition
            .get(edition.edition)
            ?.flatMap(({ fate, address }) => (fate === 'gone' ? [] : [address])),
        ).size,
      })),
  );
  const columns = works.flat().map(({ edition }) => edition.edition);
  const byActor = Map.groupBy(duties, ({ actor }) => actor);
  return {
    works,
    rows: [...byActor]
      .toSorted(([a], [b]) => compare(nameOf(a), nameOf(b)))
      .map(([actor, own]) => {
        const inEdition = Map.groupBy(own, ({ edition }) => edition);
        return { actor, cells: columns.map((edition) => cellOf(inEdition.get(edition))) };
      }),
    leftOut: Math.max(0, asked.length - mostColumns),
  };
}

function cellOf(duties: readonly Duty[] | undefined): MatrixCell | null {
  if (duties === undefined) return null;
  const cell = { provisions: 0, added: 0, kept: 0, changed: 0, gone: 0 };
  for (const { fate } of duties) {
    if (fate !== null) cell[fate] += 1;
    if (fate !== 'gone') cell.provisions += 1;
  }
  return cell;
}
