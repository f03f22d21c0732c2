import type { Connection } from '../opening.ts';
import { addValues, forFacets, noFacets, type Counts, type FacetValues } from './facets.ts';
import { around, having } from './narrowing.ts';

interface FacetRow {
  readonly id: number;
  readonly edition: number;
  readonly type: string;
  readonly body: string;
  readonly year: string;
  readonly lang: string;
  readonly section: string;
  readonly actor: string;
  readonly has: string;
}

/** An entry that is not counted, but told by itself. */
export interface Told {
  readonly edition: number;
  readonly values: FacetValues;
}

/** Entries that are looked at without a pause. */
const entriesAtATime = 200;

const hasSet = (['footnote', 'table', 'figure', 'citation', 'text'] as const)
  .map((name) => `CASE WHEN ${having[name]} THEN '${name},' ELSE '' END`)
  .join(' || ');

/** Values of which an entry may have several are parted by commas; topics are of the compiled library. */
const valuesOf = (row: FacetRow): FacetValues =>
  forFacets((name) =>
    name === 'topic' ? [] : row[name].split(',').filter((value) => value !== ''),
  );

/** Counts by what the entries of an own library can be narrowed. */
export function createOwnFacets(connection: Connection) {
  const read = connection.prepare<[string], FacetRow>(
    `SELECT e.id, e.edition_id AS edition, w.type, w.body, CAST(d.year AS TEXT) AS year, d.language AS lang,
            coalesce(s.kind, '') AS section,
            coalesce((SELECT group_concat(DISTINCT a.actor) FROM actors a
                      WHERE a.section_id = s.id AND a.is_addressee = 1), '') AS actor,
            ${hasSet} AS has
     FROM entries e ${around} WHERE e.id IN (SELECT value FROM json_each(?))`,
  );

  /**
   * Pauses now and then. `followers` are shown with another entry, which leads them: a value that only they have leads to
   * that one as well. What stands in one of the editions of `shared` is not counted, but told by itself.
   */
  return function* count(
    ids: readonly number[],
    followers: ReadonlyMap<number, readonly number[]>,
    shared: { has(edition: number): boolean },
  ): Generator<void, { readonly counts: Counts; readonly told: ReadonlyMap<number, Told> }> {
    const facets = noFacets();
    const told = new Map<number, Told>();
    const leaderOf = new Map<number, number>();
    for (const [leader, all] of followers) for (const each of all) leaderOf.set(each, leader);
    /** What is counted already of entries that others are shown with. */
    const counted = new Map<number, Set<string>>();
    const all = [...ids, ...leaderOf.keys()];
    for (let from = 0; from < all.length; from += entriesAtATime) {
      for (const row of read.all(JSON.stringify(all.slice(from, from + entriesAtATime)))) {
        const { id, edition } = row;
        const values = valuesOf(row);
        if (shared.has(edition)) {
          told.set(id, { edition, values });
          continue;
        }
        const leader = leaderOf.get(id) ?? id;
        let known = counted.get(leader) ?? null;
        if (known === null && followers.has(leader)) {
          known = new Set();
          counted.set(leader, known);
        }
        addValues(facets, values, known);
      }
      yield;
    }
    return { counts: { total: ids.length - told.size, facets }, told };
  };
}
