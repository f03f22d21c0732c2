import type { Statement } from 'better-sqlite3';
import type { Connection } from './opening.ts';

type Results = (...parameters: unknown[]) => unknown;

/** As much of a statement as reading needs; it is compiled when it is first run. */
interface LateStatement {
  readonly all: Results;
  readonly get: Results;
  readonly iterate: Results;
  readonly run: Results;
  pluck(): LateStatement;
  raw(): LateStatement;
}

/** Which connection an error came from: the error itself does not say. */
const sources = new WeakMap<object, Connection>();

export const sourceOf = (error: unknown): Connection | undefined =>
  typeof error === 'object' && error !== null ? sources.get(error) : undefined;

function late(connection: Connection, compile: () => Statement<unknown[]>): LateStatement {
  let compiled: Statement<unknown[]> | undefined;
  const doing =
    (name: 'all' | 'get' | 'iterate' | 'run'): Results =>
    (...parameters) => {
      try {
        compiled ??= compile();
        return compiled[name](...parameters);
      } catch (error) {
        if (typeof error === 'object' && error !== null) sources.set(error, connection);
        throw error;
      }
    };
  return {
    all: doing('all'),
    get: doing('get'),
    iterate: doing('iterate'),
    run: doing('run'),
    pluck: () => late(connection, () => compile().pluck()),
    raw: () => late(connection, () => compile().raw()),
  };
}

/**
 * The same connection for reading, whose statements are compiled when they are first run: reading has a hundred of them,
 * of which a question needs a few.
 */
export function compilingLate(connection: Connection): Connection {
  return Object.create(connection, {
    prepare: { value: (sql: string) => late(connection, () => connection.prepare(sql)) },
  }) as Connection;
}
