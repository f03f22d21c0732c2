import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { EditionSummary } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { ComparisonRow } from '../../main/contract/comparison.ts';
import type { EditionId } from '../../main/contract/ids.ts';

/** The same provision in another edition. `at` is where it stands there; null: that edition has none. */
export interface Counterpart {
  readonly edition: EditionSummary;
  readonly status: 'same' | 'amended' | 'moved' | 'absent';
  readonly at: string | null;
}

/** Finds a section or provision of an edition in the other editions of its work, by its name within the edition. */
export type CounterpartsAt = (target: string) => readonly Counterpart[];

export interface Counterparts {
  /** The editions that an edition is compared with: those next to it, in their own order. */
  editionsBeside(
    edition: EditionId,
    editions: readonly EditionSummary[],
  ): readonly EditionSummary[];
  /** Asks once. Null until it is known; what cannot be compared is left out. */
  of(
    edition: EditionId,
    editions: readonly EditionSummary[],
  ): ReadonlySignal<CounterpartsAt | null>;
}

/** With how many editions a text is compared unasked: those that stand next to it. */
const mostCompared = 4;

export function createCounterparts(api: Api): Counterparts {
  const known = new Map<EditionId, ReadonlySignal<CounterpartsAt | null>>();

  async function compareWith(edition: EditionId, other: EditionSummary) {
    const reply = await api.compare({ from: other.edition, to: edition });
    if (!reply.ok) return null;
    const { rows, sections } = reply.value;
    const byPlace = new Map([...sections, ...rows].map((row) => [row.to, row]));
    return { other, byPlace };
  }

  async function compareWithAll(
    edition: EditionId,
    others: readonly EditionSummary[],
    found: Signal<CounterpartsAt | null>,
  ): Promise<void> {
    const compared = await Promise.all(others.map((other) => compareWith(edition, other)));
    found.value = (target) =>
      compared.flatMap((one) => {
        const row = one?.byPlace.get(target);
        return one === null || row === undefined ? [] : [counterpartOf(one.other, row)];
      });
    // What failed is asked for again by the next who opens the text.
    if (compared.includes(null)) known.delete(edition);
  }

  return {
    editionsBeside: nearestTo,
    of(edition, editions) {
      const kept = known.get(edition);
      if (kept !== undefined) return kept;
      const found = signal<CounterpartsAt | null>(null);
      known.set(edition, found);
      void compareWithAll(edition, nearestTo(edition, editions), found);
      return found;
    },
  };
}

function counterpartOf(edition: EditionSummary, { status, from }: ComparisonRow): Counterpart {
  if (from === null || status === 'new' || status === 'removed')
    return { edition, status: 'absent', at: null };
  return { edition, status, at: from };
}

function nearestTo(edition: EditionId, editions: readonly EditionSummary[]): EditionSummary[] {
  const own = editions.findIndex((one) => one.edition === edition);
  return editions.filter((_, at) => at !== own && Math.abs(at - own) <= mostCompared / 2);
}
