import type { Result } from '../contract/failure.ts';
import type { BuildReport, CompileRequest } from './content/compile-library.ts';
import type { Problem } from './content/metadata.ts';

export { openService, type Service } from './open-service.ts';
export { cite } from './cite.ts';
export { dataFolder } from './data-folder.ts';
export { parse } from './parse.ts';
export type { BuildReport };

export interface ContentCheck {
  /** How many sources were looked at; none is a problem in itself. */
  readonly checked: number;
  readonly problems: readonly Problem[];
  /** The problems as lines: `file:line: what`. */
  readonly lines: readonly string[];
}

// What compiles and checks content carries a YAML reader, a validator and the parser: it is loaded on demand, so
// that opening a library does not wait for it.

/**
 * Checks a content folder and compiles it to a library file. The same content gives the same bytes.
 *
 * Errors: `content-invalid`, `not-writable`.
 */
export async function compileLibrary(request: CompileRequest): Promise<Result<BuildReport>> {
  const compile = await import('./content/compile-library.ts');
  return compile.compileLibrary(request);
}

/** Checks a content folder without writing anything: all problems at once. */
export async function checkContent(contentFolder: string): Promise<ContentCheck> {
  const { formatProblem, readContent } = await import('./content/read-content.ts');
  const { checked, problems } = await readContent(contentFolder);
  return { checked, problems, lines: problems.map(formatProblem) };
}
