import Database from 'better-sqlite3';
import {
  entryOfFold,
  readAboutColumns,
  readColumns,
} from '../../../main/library/indexing/columns.ts';

/** An entry that says what one of a newer edition says, and that one, by their addresses. */
export type Fold = readonly [follower: string, leader: string];

/** What a library folds. */
export function foldsOf(library: string): Fold[] {
  const connection = new Database(library, { readonly: true });
  try {
    const about = readAboutColumns(connection);
    const reading = readColumns(connection, about);
    let step = reading.next();
    while (step.done !== true) step = reading.next();
    const { sources, folds, counts } = step.value;
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
      (entry <= counts.titles ? title : provision).get(sources[entry - 1] ?? 0) ?? '';
    return Array.from({ length: folds.length / 2 }, (_none, at) => [
      addressOf(folds[at * 2] ?? 0),
      addressOf(entryOfFold(folds[at * 2 + 1] ?? 0)),
    ]);
  } finally {
    connection.close();
  }
}
