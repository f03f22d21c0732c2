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

function late(compile: () => Statement<unknown[]>): LateStatement {
  let compiled: Statement<unknown[]> | undefined;
  const statement = (): Statement<unknown[]> => (compiled ??= compile());
  return {
    all: (...parameters) => statement().all(...parameters),
    get: (...parameters) => statement().get(...parameters),
    iterate: (...parameters) => statement().iterate(...parameters),
    run: (...parameters) => statement().run(...parameters),
    pluck: () => late(() => compile().pluck()),
    raw: () => late(() => compile().raw()),
  };
}

/**
 * The same connection for reading, whose statements are compiled when they are first run: reading has a hundred of them,
 * of which a question needs a few.
 */
export function compilingLate(connection: Connection): Connection {
  return Object.create(connection, {
    prepare: { value: (sql: string) => late(() => connection.prepare(sql)) },
  }) as Connection;
}
