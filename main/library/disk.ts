/** The code of a system's or SQLite's error; "unknown reason" where it has none. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';

/** Whether an error tells of the disk and its permissions rather than of a bug. */
export const isOfDisk = (error: unknown): boolean =>
  /^(?:E[A-Z]+|SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR).*)$/.test(codeOf(error));
