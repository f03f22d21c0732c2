import type { LibraryCounts } from '../contract/answers.ts';
import type { RecordKind } from '../contract/records.ts';
import type { Connection } from './opening.ts';
import type { Hidden } from './search/index.ts';

/** What a library holds, which works by name: of these several that are read as one may hold the same. */
export interface Tally {
  readonly works: readonly string[];
  readonly editions: number;
  readonly provisions: number;
  readonly citations: number;
  readonly records: ReadonlyMap<RecordKind, number>;
}

const where = (column: string): string => `${column} NOT IN (SELECT value FROM json_each(?))`;

/** Counts but for the editions and records whose rows are `hidden`. */
export function tally(connection: Connection, hidden: Hidden | null): Tally {
  const rows = JSON.stringify(hidden?.editions ?? []);
  const count = (sql: string): number =>
    connection.prepare<[string], number>(sql).pluck().get(rows) ?? 0;
  const works = connection
    .prepare<[string], string>(
      `SELECT work FROM works WHERE id IN (SELECT work_id FROM editions WHERE ${where('id')})`,
    )
    .pluck()
    .all(rows);
  const kinds = connection
    .prepare<[string], { kind: RecordKind; count: number }>(
      `SELECT kind, count(*) AS count FROM records WHERE ${where('id')} GROUP BY kind`,
    )
    .all(JSON.stringify(hidden?.records ?? []));
  return {
    works,
    records: new Map(kinds.map(({ kind, count: many }) => [kind, many])),
    editions: count(`SELECT count(*) FROM editions WHERE ${where('id')}`),
    provisions: count(
      `SELECT coalesce(sum(provision_count), 0) FROM editions WHERE ${where('id')}`,
    ),
    citations: count(`SELECT count(*) FROM citations WHERE ${where('edition_id')}`),
  };
}

/** What several libraries hold as one. `works` are those whose text is here, `references` those with a record. */
export function addTallies(tallies: readonly Tally[]): LibraryCounts {
  const sum = (name: 'editions' | 'provisions' | 'citations'): number =>
    tallies.reduce((total, each) => total + each[name], 0);
  const records = (kind: RecordKind): number =>
    tallies.reduce((total, each) => total + (each.records.get(kind) ?? 0), 0);
  return {
    works: new Set(tallies.flatMap(({ works }) => works)).size,
    editions: sum('editions'),
    provisions: sum('provisions'),
    citations: sum('citations'),
    references: records('reference'),
    bodies: records('body'),
    handbooks: records('handbook'),
    tours: records('tour'),
    terms: records('term'),
    meetings: records('meeting'),
  };
}
