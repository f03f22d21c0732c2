import type { Statement } from 'better-sqlite3';
import type { Connection } from './opening.ts';

const known = new WeakMap<Connection, Map<string, Statement<(string | number | null)[]>>>();

/** A statement, prepared once a connection: a library is written in a few statements, each run many times. */
export function prepared(
  connection: Connection,
  sql: string,
): Statement<(string | number | null)[]> {
  const statements =
    known.get(connection) ?? new Map<string, Statement<(string | number | null)[]>>();
  known.set(connection, statements);
  const statement = statements.get(sql) ?? connection.prepare<(string | number | null)[]>(sql);
  statements.set(sql, statement);
  return statement;
}
