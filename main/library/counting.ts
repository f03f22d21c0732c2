import type { LibraryCounts } from '../contract/answers.ts';
import type { Connection } from './opening.ts';

/** What two libraries that are read as one cannot both be asked for a number of: which works they hold and cite. */
export interface Tally {
  readonly works: readonly string[];
  readonly references: readonly string[];
  readonly editions: number;
  readonly provisions: number;
  readonly citations: number;
}

const where = (column: string): string => `${column} NOT IN (SELECT value FROM json_each(?))`;

/** Counts but for the editions whose rows are `hidden`. */
export function tally(connection: Connection, hidden: readonly number[] = []): Tally {
  const rows = JSON.stringify(hidden);
  const count = (sql: string): number =>
    connection.prepare<[string], number>(sql).pluck().get(rows) ?? 0;
  const works = (table: string, column: string): string[] =>
    connection
      .prepare<[string], string>(
        `SELECT work FROM works WHERE id IN (SELECT work_id FROM ${table} WHERE ${where(column)})`,
      )
      .pluck()
      .all(rows);
  return {
    works: works('editions', 'id'),
    references: works('citations', 'edition_id'),
    editions: count(`SELECT count(*) FROM editions WHERE ${where('id')}`),
    provisions: count(
      `SELECT coalesce(sum(provision_count), 0) FROM editions WHERE ${where('id')}`,
    ),
    citations: count(`SELECT count(*) FROM citations WHERE ${where('edition_id')}`),
  };
}

/**
 * What several libraries hold as one. `works` are those whose text is here, `references` those that are cited, here or
 * not. Records of bodies, handbooks, tours, terms and meetings are not yet part of a library.
 */
export function addTallies(tallies: readonly Tally[]): LibraryCounts {
  const sum = (name: 'editions' | 'provisions' | 'citations'): number =>
    tallies.reduce((total, each) => total + each[name], 0);
  return {
    works: new Set(tallies.flatMap(({ works }) => works)).size,
    editions: sum('editions'),
    provisions: sum('provisions'),
    citations: sum('citations'),
    references: new Set(tallies.flatMap(({ references }) => references)).size,
    bodies: 0,
    handbooks: 0,
    tours: 0,
    terms: 0,
    meetings: 0,
  };
}
