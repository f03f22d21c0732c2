import type { LibraryCounts } from '../contract/answers.ts';
import type { Connection } from './opening.ts';

/**
 * What a library holds. `works` are those whose text is here, `references` those that are cited, here or not.
 * Records of bodies, handbooks, tours, terms and meetings are not yet part of a library.
 */
export function countAll(connection: Connection): LibraryCounts {
  const count = (sql: string): number => connection.prepare<[], number>(sql).pluck().get() ?? 0;
  return {
    works: count('SELECT count(DISTINCT work_id) FROM editions'),
    editions: count('SELECT count(*) FROM editions'),
    provisions: count('SELECT count(*) FROM provisions'),
    citations: count('SELECT count(*) FROM citations'),
    references: count('SELECT count(DISTINCT work_id) FROM citations'),
    bodies: 0,
    handbooks: 0,
    tours: 0,
    terms: 0,
    meetings: 0,
  };
}
