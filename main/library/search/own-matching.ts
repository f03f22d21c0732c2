import type { Connection } from '../opening.ts';
import { around, conditionFor, type Values } from './narrowing.ts';
import type { Filter, Need, Plan, PlannedBranch } from './need.ts';
import { branchExpression, isHeavy, needExpression, partsOfNeed } from './own-expressions.ts';
import type { Window, Windows } from './own-windows.ts';

/** Most entries that are counted: the most important ones. */
export const mostCounted = 5000;

type Narrow = (ids: readonly number[]) => readonly number[];

/** Finds entries of an own library, window by window, and pauses after each. Numbers of entries come ascending. */
export function createOwnMatching(connection: Connection, windows: Windows) {
  // A number is bound as a real one, and FTS5 passes over a bound that is no integer: it would look at every entry.
  const inWindow = 'rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)';
  const matching = connection
    .prepare<[string, number, number], number>(
      `SELECT rowid FROM stream WHERE stream MATCH ? AND ${inWindow} ORDER BY rowid`,
    )
    .pluck();
  const counting = connection
    .prepare<[string, number, number], number>(
      `SELECT count(*) FROM stream WHERE stream MATCH ? AND ${inWindow}`,
    )
    .pluck();
  const everything = connection
    .prepare<[number, number], number>(
      'SELECT id FROM entries WHERE id BETWEEN ? AND ? ORDER BY id',
    )
    .pluck();
  // What an edition has of one rank stands together; see `rowInOrder`.
  const placesOf = connection.prepare<[string], Window>(
    `SELECT min(id) AS "from", max(id) AS "to" FROM entries
     WHERE edition_id IN (SELECT value FROM json_each(?)) GROUP BY edition_id, id >> 32`,
  );

  /** What stands through all filters, and in no edition that is hidden. */
  const narrowing = (filters: readonly Filter[], hidden: readonly number[]): Narrow => {
    if (filters.length === 0 && hidden.length === 0) return (ids) => ids;
    const { condition, values } = conditionFor(filters, 'f');
    const keep = connection
      .prepare<[Values], number>(
        `SELECT e.id FROM entries e ${around}
         WHERE e.id IN (SELECT value FROM json_each(@ids)) AND ${condition}
           AND e.edition_id NOT IN (SELECT value FROM json_each(@hidden)) ORDER BY e.id`,
      )
      .pluck();
    const without = JSON.stringify(hidden);
    return (ids) =>
      ids.length === 0 ? [] : keep.all({ ...values, ids: JSON.stringify(ids), hidden: without });
  };

  /** What meets any of these needs. */
  function* meeting(needs: readonly Need[], { from, to }: Window): Generator<void, Set<number>> {
    const found = new Set<number>();
    for (const expression of needs.flatMap(partsOfNeed)) {
      for (const id of matching.all(expression, from, to)) found.add(id);
      yield;
    }
    return found;
  }

  function* inBranch(branch: PlannedBranch, window: Window): Generator<void, readonly number[]> {
    const { wanted, atLeast, unwanted } = branch;
    const isAllOrAny = atLeast >= wanted.length || atLeast <= 1;
    if (wanted.length > 0 && isAllOrAny && !isHeavy(branch))
      return matching.all(branchExpression(branch), window.from, window.to);
    const times = new Map<number, number>();
    if (wanted.length === 0)
      for (const id of everything.all(window.from, window.to)) times.set(id, 0);
    for (const need of wanted)
      for (const id of yield* meeting([need], window)) times.set(id, (times.get(id) ?? 0) + 1);
    const left = yield* meeting(unwanted, window);
    return [...times]
      .filter(([id, count]) => count >= Math.min(atLeast, wanted.length) && !left.has(id))
      .map(([id]) => id)
      .toSorted((a, b) => a - b);
  }

  return {
    narrowing,
    /** In how many entries a need is met, those of hidden editions left out. */
    *count(need: Need, hidden: readonly number[]): Generator<void, number> {
      if (need.ways.length === 0) return 0;
      const expression = isHeavy({ wanted: [need], unwanted: [] }) ? null : needExpression(need);
      const all = yield* windows.all();
      const without = hidden.length === 0 ? [] : placesOf.all(JSON.stringify(hidden));
      let sum = 0;
      for (const [at, window] of [...all, ...without].entries()) {
        const here =
          expression === null
            ? (yield* meeting([need], window)).size
            : (counting.get(expression, window.from, window.to) ?? 0);
        sum += at < all.length ? here : -here;
        yield;
      }
      return sum;
    },
    /** What a plan finds by its words, the most important ones, and whether there may be more. */
    *match(
      { branches, filters }: Pick<Plan, 'branches' | 'filters'>,
      hidden: readonly number[],
    ): Generator<void, { readonly ids: number[]; readonly isBounded: boolean }> {
      const ids: number[] = [];
      const narrow = narrowing(filters, hidden);
      const each = branches.map((branch) => ({ branch, keep: narrowing(branch.filters, []) }));
      for (const window of yield* windows.all()) {
        const found = new Set<number>();
        for (const { branch, keep } of each) {
          for (const id of keep(yield* inBranch(branch, window))) found.add(id);
          yield;
        }
        const here = branches.length < 2 ? [...found] : [...found].toSorted((a, b) => a - b);
        ids.push(...narrow(here));
        if (ids.length > mostCounted) return { ids: ids.slice(0, mostCounted), isBounded: true };
        yield;
      }
      return { ids, isBounded: false };
    },
  };
}
