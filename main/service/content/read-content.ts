import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { StructuredDocument } from '../../contract/document.ts';
import type { WorkId } from '../../contract/ids.ts';
import { readDocument } from '../../documents/index.ts';
import { checkSource } from './check-source.ts';
import { readMetadata, type Metadata, type Problem } from './metadata.ts';

/** A source that fits its metadata, read. `file` is its path, for messages. */
export interface CheckedSource {
  readonly file: string;
  readonly metadata: Metadata;
  readonly document: StructuredDocument;
}

export interface Content {
  /** How many source files were looked at. */
  readonly checked: number;
  readonly problems: readonly Problem[];
  /** By work, then by edition. Complete only where there is no problem. */
  readonly sources: readonly CheckedSource[];
}

/** Null: it cannot be read, and `problems` now says why. */
async function readOrReport(file: string, problems: Problem[]): Promise<Uint8Array | null> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT' ? 'is missing' : `cannot be read (${code ?? 'unknown reason'})`;
    problems.push({ file, line: null, message });
    return null;
  }
}

async function readSource(
  folder: string,
  name: string,
  problems: Problem[],
): Promise<CheckedSource | null> {
  const metadataFile = join(folder, `${name}.yaml`);
  const sourceFile = join(folder, `${name}.txt`);
  const [yaml, bytes] = [
    await readOrReport(metadataFile, problems),
    await readOrReport(sourceFile, problems),
  ];
  if (yaml === null) return null;
  const read = readMetadata(metadataFile, new TextDecoder().decode(yaml));
  problems.push(...read.problems);
  const { metadata, lineOf } = read;
  if (metadata === null || bytes === null) return null;

  if (metadata.source.file !== basename(sourceFile)) {
    const message = `source.file is not ${basename(sourceFile)}, the text of the same name`;
    problems.push({ file: metadataFile, line: lineOf(['source', 'file']), message });
    return null;
  }
  const misfits = checkSource({ metadataFile, sourceFile, metadata, lineOf, bytes });
  problems.push(...misfits);
  if (misfits.length > 0) return null;

  const document = await readDocument({
    name: basename(sourceFile),
    bytes,
    given: {
      work: metadata.work as WorkId,
      edition: metadata.edition,
      number: metadata.number,
      place: metadata.place,
      year: Number(metadata.edition),
      title: metadata.title,
    },
  });
  if (!document.ok) {
    problems.push({ file: sourceFile, line: 1, message: document.error.message });
    return null;
  }
  return { file: sourceFile, metadata, document: document.value };
}

/** Files that would be passed over in silence: `.yml`, a stray copy. */
function findStrangers(folder: string, files: readonly string[]): Problem[] {
  return files
    .filter((file) => !/^\.|^README\.md$|\.(?:txt|yaml)$/.test(file))
    .map((file) => ({
      file: join(folder, file),
      line: null,
      message: 'is neither a source (.txt) nor the metadata of one (.yaml)',
    }));
}

/** Two sources that claim to be the same edition. */
function findDoubles(sources: readonly CheckedSource[]): Problem[] {
  const byEdition = Map.groupBy(sources, ({ metadata }) => `${metadata.work}@${metadata.edition}`);
  return [...byEdition].flatMap(([edition, claims]) =>
    claims.slice(1).map(({ file }) => ({
      file,
      line: null,
      message: `is ${edition}, as ${claims[0]?.file ?? 'another file'} is`,
    })),
  );
}

const keyOf = ({ metadata }: CheckedSource): string => `${metadata.work}@${metadata.edition}`;

/** Reads and checks everything under a content folder. Finding nothing to check is a problem too. */
export async function readContent(contentFolder: string): Promise<Content> {
  const folder = join(contentFolder, 'resolutions');
  let files: string[];
  try {
    files = await readdir(folder);
  } catch {
    const problem = { file: folder, line: null, message: 'is missing or is not a folder' };
    return { checked: 0, problems: [problem], sources: [] };
  }

  const names = new Set(
    files
      .filter((file) => /\.(?:txt|yaml)$/.test(file))
      .map((file) => file.replace(/\.[a-z]+$/, '')),
  );
  const problems = findStrangers(folder, files);
  const sources: CheckedSource[] = [];
  for (const name of [...names].toSorted()) {
    const source = await readSource(folder, name, problems);
    if (source !== null) sources.push(source);
  }
  problems.push(...findDoubles(sources));
  if (names.size === 0) problems.push({ file: folder, line: null, message: 'holds no source' });
  return {
    checked: names.size,
    problems,
    sources: sources.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}

/** A problem as one line: `file:line: what`. */
export const formatProblem = ({ file, line, message }: Problem): string =>
  line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`;
