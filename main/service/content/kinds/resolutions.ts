import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { StructuredDocument } from '../../../contract/document.ts';
import { readDocument } from '../../../documents/index.ts';
import { printedName } from '../../printed-name.ts';
import { checkSource } from '../checks/source.ts';
import { readOrReport } from '../folder.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import type { Problem } from '../problem.ts';

/** A source that fits its metadata, read. `file` is its path, for messages. */
export interface CheckedSource {
  readonly file: string;
  readonly metadata: Metadata;
  readonly document: StructuredDocument;
  /** Printed name: "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
}

interface Resolutions {
  /** How many source files were looked at. */
  readonly checked: number;
  /** By work, then by edition. */
  readonly sources: readonly CheckedSource[];
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
      work: metadata.work,
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
  const isRevision =
    metadata.revised ||
    document.value.history.some((entry) => entry.year < Number(metadata.edition));
  const printed = printedName(document.value.identity, isRevision);
  return { file: sourceFile, metadata, document: document.value, name: printed };
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

/** Reads and checks `resolutions/`. Finding nothing to check is a problem too. */
export async function readResolutions(
  contentFolder: string,
  problems: Problem[],
): Promise<Resolutions> {
  const folder = join(contentFolder, 'resolutions');
  let files: string[];
  try {
    files = await readdir(folder);
  } catch {
    problems.push({ file: folder, line: null, message: 'is missing or is not a folder' });
    return { checked: 0, sources: [] };
  }

  const names = new Set(
    files
      .filter((file) => /\.(?:txt|yaml)$/.test(file))
      .map((file) => file.replace(/\.[a-z]+$/, '')),
  );
  problems.push(...findStrangers(folder, files));
  const sources: CheckedSource[] = [];
  for (const name of [...names].toSorted()) {
    const source = await readSource(folder, name, problems);
    if (source !== null) sources.push(source);
  }
  problems.push(...findDoubles(sources));
  if (names.size === 0) problems.push({ file: folder, line: null, message: 'holds no source' });
  return {
    checked: names.size,
    sources: sources.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  };
}
