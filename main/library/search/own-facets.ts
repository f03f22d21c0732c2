import { facetNames } from '../../contract/answers.ts';
import type { Connection } from '../opening.ts';
import { addTo, noFacets, type Counts } from './facets.ts';
import { around, having } from './narrowing.ts';

interface FacetRow {
  readonly id: number;
  readonly type: string;
  readonly body: string;
  readonly year: string;
  readonly lang: string;
  readonly section: string;
  readonly actor: string;
  readonly has: string;
}

/** Entries that are looked at without a pause. */
const entriesAtATime = 200;

const hasSet = (['footnote', 'table', 'figure', 'citation', 'text'] as const)
  .map((name) => `CASE WHEN ${having[name]} THEN '${name},' ELSE '' END`)
  .join(' || ');

/** Counts by what the entries of an own library can be narrowed. */
export function createOwnFacets(connection: Connection) {
  const read = connection.prepare<[string], FacetRow>(
    `SELECT e.id, w.type, w.body, CAST(d.year AS TEXT) AS year, d.language AS lang,
            coalesce(s.kind, '') AS section,
            coalesce((SELECT group_concat(DISTINCT a.actor) FROM actors a
                      WHERE a.section_id = s.id AND a.is_addressee = 1), '') AS actor,
            ${hasSet} AS has
     FROM entries e ${around} WHERE e.id IN (SELECT value FROM json_each(?))`,
  );

  /**
   * Pauses now and then. `followers` are shown with another entry, which leads them: a value that only they have leads to
   * that one as well.
   */
  return function* count(
    ids: readonly number[],
    followers: ReadonlyMap<number, readonly number[]>,
  ): Generator<void, Counts> {
    const facets = noFacets();
    const leaderOf = new Map<number, number>();
    for (const [leader, all] of followers) for (const each of all) leaderOf.set(each, leader);
    /** What is counted already of entries that others are shown with. */
    const counted = new Map<number, Set<string>>();
    const all = [...ids, ...leaderOf.keys()];
    for (let from = 0; from < all.length; from += entriesAtATime) {
      for (const row of read.all(JSON.stringify(all.slice(from, from + entriesAtATime)))) {
        const leader = leaderOf.get(row.id) ?? row.id;
        let known = counted.get(leader);
        if (known === undefined && followers.has(leader)) {
          known = new Set();
          counted.set(leader, known);
        }
        for (const name of facetNames) {
          if (name === 'topic') continue;
          for (const value of row[name].split(',')) {
            const key = `${name} ${value}`;
            if (known?.has(key) === true) continue;
            known?.add(key);
            addTo(facets[name], value, 1);
          }
        }
      }
      yield;
    }
    return { total: ids.length, facets };
  };
}
