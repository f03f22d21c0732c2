import { rm } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { LibraryCounts } from '../../contract/answers.ts';
import type { Warning } from '../../contract/document.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { nameOfWork } from '../../documents/index.ts';
import type { NewEdition } from '../../library/index.ts';
import { createLibrary } from '../../library/writers.ts';
import { namesOfActor } from '../names-of-actor.ts';
import { shippedNoteOf } from '../packs/shipped.ts';
import { formatProblem } from './problem.ts';
import { readabilityOf, type Readability } from './readability.ts';
import { readContent } from './read-content.ts';
import type { CheckedSource } from './kinds/resolutions.ts';

/** What `recital build` prints. `ms` is the time the whole took. */
export interface BuildReport {
  readonly library: string;
  readonly sha256: string;
  readonly counts: LibraryCounts;
  /** What the parser found odd; `file` is relative to the content folder. */
  readonly warnings: readonly (Warning & { readonly file: string })[];
  /** How hard each text of the library's own is to read. */
  readonly readability: readonly Readability[];
  readonly ms: number;
}

export interface CompileRequest {
  readonly contentFolder: string;
  /** The library file to write; one that stands there is replaced once the new one is whole. */
  readonly out: string;
}

function toEdition({ metadata, document, name }: CheckedSource): NewEdition {
  const { source, dates } = metadata;
  return {
    document,
    name,
    meeting: metadata.meeting,
    meetingFrom: dates.from,
    meetingTo: dates.to,
    provenance: { source: source.provenance, rights: metadata.rights, sha256: source.sha256 },
  };
}

/** One line for one problem or many: a failure is one line. */
function summarise(problems: readonly string[]): string {
  const [first = ''] = problems;
  const others = problems.length - 1;
  if (others === 0) return first;
  return `${first} (and ${others} more ${others === 1 ? 'problem' : 'problems'})`;
}

/**
 * Checks a content folder and compiles it to a library file. The same content gives the same bytes.
 *
 * Errors: `content-invalid` (`file:line: what` of the first problem, and how many more), `not-writable`.
 */
export async function compileLibrary(request: CompileRequest): Promise<Result<BuildReport>> {
  const started = performance.now();
  const content = await readContent(request.contentFolder);
  if (content.problems.length > 0) {
    return failed('content-invalid', summarise(content.problems.map(formatProblem)));
  }

  const created = createLibrary(request.out, { nameOfWork, namesOfActor });
  if (!created.ok) return created;
  // What is noted beside it is of another library from now on.
  await rm(shippedNoteOf(request.out), { force: true }).catch(() => {});
  const writer = created.value;
  try {
    for (const source of content.sources) writer.addEdition(toEdition(source));
    for (const { record } of content.records) writer.addRecord(record);
  } catch (error) {
    writer.abandon();
    throw error;
  }
  const finished = await writer.finish();
  if (!finished.ok) return finished;

  return done({
    library: resolve(request.out),
    ...finished.value,
    warnings: content.sources.flatMap(({ file, document }) =>
      document.warnings.map((warning) => ({
        file: relative(request.contentFolder, file).replaceAll('\\', '/'),
        ...warning,
      })),
    ),
    readability: readabilityOf(content.records),
    ms: Math.round(performance.now() - started),
  });
}
