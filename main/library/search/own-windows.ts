import type { Connection } from '../opening.ts';

/** Entries from one number to another, both included: FTS5 cannot be interrupted, so it is asked for so many at a time. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Entries of a window: what FTS5 does with the worst query in well under a millisecond. */
const windowSize = 1024;

/** The entries of a library as it is now. */
export interface Windows {
  all(): Generator<void, readonly Window[]>;
  /** A number that is another once somebody has changed the file. */
  version(): number;
}

/** Parts the entries of a library into windows, in the order of their numbers, which is that of their importance. */
export function createWindows(connection: Connection): Windows {
  const version = connection.prepare<[], number>('PRAGMA data_version').pluck();
  const lastOfWindow = connection
    .prepare<[number], number>(
      `SELECT max(id) FROM (SELECT id FROM entries WHERE id > ? ORDER BY id LIMIT ${windowSize})`,
    )
    .pluck();
  let known: { readonly version: number; readonly windows: readonly Window[] } | null = null;

  return {
    version: () => version.get() ?? 0,
    *all() {
      const now = version.get() ?? 0;
      if (known?.version === now) return known.windows;
      const windows: Window[] = [];
      for (let last = 0; ;) {
        const to = lastOfWindow.get(last) ?? null;
        if (to === null) break;
        windows.push({ from: last + 1, to });
        last = to;
        yield;
      }
      known = { version: now, windows };
      return windows;
    },
  };
}
