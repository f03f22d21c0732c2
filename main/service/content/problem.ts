/** Something in the content that does not fit. `line` counts from 1; null where it concerns the whole file. */
export interface Problem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** A problem as one line: `file:line: what`. */
export const formatProblem = ({ file, line, message }: Problem): string =>
  line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`;
