import Database from 'better-sqlite3';
import { openColumns, readAboutColumns } from '../../../main/library/indexing/columns.ts';

/** An entry that says what one of a newer edition says, and that one, by their addresses. */
export type Fold = readonly [follower: string, leader: string];

/** What a library folds. */
export function foldsOf(library: string): Fold[] {
  const connection = new Database(library, { readonly: true });
  try {
    const { sources, followersOf, counts } = openColumns(connection, readAboutColumns(connection));
    const title = connection
      .prepare<[number], string>('SELECT address FROM editions WHERE id = ?')
      .pluck();
    const provision = connection
      .prepare<[number], string>(
        `SELECT d.address || '#' || s.address || '.' || p.path
         FROM provisions p JOIN sections s ON s.id = p.section_id JOIN editions d ON d.id = s.edition_id
         WHERE p.id = ?`,
      )
      .pluck();
    const addressOf = (entry: number): string =>
      (entry <= counts.titles ? title : provision).get(sources.at(entry - 1)) ?? '';
    return Array.from({ length: sources.length }, (_none, at) => at + 1).flatMap((leader) =>
      followersOf(leader).map((follower): Fold => [addressOf(follower), addressOf(leader)]),
    );
  } finally {
    connection.close();
  }
}
