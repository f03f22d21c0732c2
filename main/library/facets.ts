import type { FacetName, FacetValue, SearchAnswer } from '../contract/answers.ts';
import type { Narrowing, Values } from './narrowing.ts';
import type { Connection } from './opening.ts';

export type Counted = Pick<SearchAnswer, 'total' | 'facets'>;

interface GroupRow {
  readonly type: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly section: number | null;
  readonly kind: string | null;
  readonly count: number;
}

const mostFrequentFirst = (counts: ReadonlyMap<string, number>): FacetValue[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/** The counts of several libraries as those of one. */
export function addCounts(all: readonly Counted[]): Counted {
  const [first] = all;
  if (first !== undefined && all.length === 1) return first;
  const sum = (facet: FacetName): FacetValue[] => {
    const counts = new Map<string, number>();
    for (const { value, count } of all.flatMap(({ facets }) => facets[facet]))
      counts.set(value, (counts.get(value) ?? 0) + count);
    return mostFrequentFirst(counts);
  };
  return {
    total: all.reduce((total, each) => total + each.total, 0),
    facets: {
      type: sum('type'),
      body: sum('body'),
      year: sum('year'),
      section: sum('section'),
      actor: sum('actor'),
    },
  };
}

/** Prepares counting: the total and all facets come from one pass over the matches, grouped by section. */
export function createCounter(connection: Connection) {
  const actorsOfSections = connection.prepare<[string], { section_id: number; actor: string }>(
    `SELECT section_id, actor FROM actors
     WHERE is_addressee = 1 AND section_id IN (SELECT value FROM json_each(?))`,
  );

  return ({ from, values }: Narrowing): Counted => {
    const groups = connection
      .prepare<[Values], GroupRow>(
        `SELECT coalesce(w.type, r.type) AS type, coalesce(w.body, r.body) AS body,
                coalesce(d.year, r.year) AS year, e.section_id AS section, s.kind, count(*) AS count
         FROM ${from} GROUP BY d.id, e.section_id, e.place_id`,
      )
      .all(values);
    const sections = groups.flatMap(({ section }) => (section === null ? [] : [section]));
    const actors = Map.groupBy(
      actorsOfSections.all(JSON.stringify(sections)),
      (row) => row.section_id,
    );
    const counts = {
      type: new Map<string, number>(),
      body: new Map<string, number>(),
      year: new Map<string, number>(),
      section: new Map<string, number>(),
      actor: new Map<string, number>(),
    } satisfies Record<FacetName, Map<string, number>>;
    const add = (facet: FacetName, value: string, count: number) =>
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + count);
    for (const group of groups) {
      add('type', group.type, group.count);
      if (group.body !== null) add('body', group.body, group.count);
      if (group.year !== null) add('year', String(group.year), group.count);
      if (group.kind !== null) add('section', group.kind, group.count);
      for (const { actor } of actors.get(group.section ?? -1) ?? [])
        add('actor', actor, group.count);
    }
    return {
      total: groups.reduce((sum, group) => sum + group.count, 0),
      facets: {
        type: mostFrequentFirst(counts.type),
        body: mostFrequentFirst(counts.body),
        year: mostFrequentFirst(counts.year),
        section: mostFrequentFirst(counts.section),
        actor: mostFrequentFirst(counts.actor),
      },
    };
  };
}
