import type { Result } from '../contract/failure.ts';
import type { BuildReport, CompileRequest } from './content/compile-library.ts';
import type { Problem } from './content/problem.ts';
import type { Evaluation } from './eval/evaluate.ts';

export { openService, type Service } from './open-service.ts';
export { openMended } from './open-mended.ts';
export { cite } from './cite.ts';
export {
  dataFolder,
  dataPlace,
  missingDataFolder,
  movedNote,
  noteDataFolder,
  portableMarker,
  packsIn,
  windowFolder,
} from './data-folder.ts';
export type { StartProcess } from './import/hosts.ts';
export type { Shell } from './machine/shell.ts';
export { parse } from './parse.ts';
export {
  findNetworks,
  type Door,
  type DoorRequest,
  type NewsSource,
  type OpenDoor,
} from './room/index.ts';
export { writeWhole } from './write-whole.ts';
export type { BuildReport };

export interface ContentCheck {
  /** How many sources were looked at, none is a problem in itself; and how many records fit their shape. */
  readonly checked: number;
  readonly records: number;
  readonly problems: readonly Problem[];
  /** The problems as lines: `file:line: what`. */
  readonly lines: readonly string[];
  /** Every stretch of the library's own texts, and the official titles and names: for a check of spelling. */
  readonly texts: readonly WrittenText[];
  readonly names: readonly string[];
}

/** A stretch of a text, and the line of its file on which each offset into it stands. */
export interface WrittenText {
  readonly file: string;
  readonly text: string;
  lineAt(offset: number): number;
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

/**
 * Writes beside a library that was compiled of a content folder what it is shipped with: the note that it is checked
 * against and listed by, and the original that it is put back from.
 *
 * Errors: `content-invalid`, and those of opening a library.
 */
export async function shipContent(
  contentFolder: string,
  libraryFile: string,
): Promise<Result<unknown>> {
  const ship = await import('./packs/ship-content.ts');
  return ship.shipContent(contentFolder, libraryFile);
}

/** Checks a content folder without writing anything: all problems at once. */
export async function checkContent(contentFolder: string): Promise<ContentCheck> {
  const { readContent } = await import('./content/read-content.ts');
  const { formatProblem } = await import('./content/problem.ts');
  const { checked, problems, records, names } = await readContent(contentFolder);
  const texts = records.flatMap((record) =>
    record.texts.flatMap(({ file, passages }) =>
      passages.map(({ text, lineAt }) => ({ file, text, lineAt })),
    ),
  );
  return {
    checked,
    records: records.length,
    problems,
    lines: problems.map(formatProblem),
    texts,
    names,
  };
}

/**
 * Measures search on a folder with a judged collection: `docs.jsonl`, `queries.jsonl`, `qrels.jsonl`.
 *
 * Errors: `content-invalid` (`file:line: what`), `file-missing`, `file-unreadable`, `not-writable`.
 */
export async function evaluate(folder: string): Promise<Result<Evaluation>> {
  const evaluation = await import('./eval/evaluate.ts');
  return evaluation.evaluate(folder);
}

/** What makes and checks packs, for whoever makes them. */
export const packAuthor = (): Promise<typeof import('./packs/author/index.ts')> =>
  import('./packs/author/index.ts');
