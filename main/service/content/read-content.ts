import type { RecordKind } from '../../contract/records.ts';
import { checkRecords } from './checks/records.ts';
import { nameOfPlace, placesOf } from './checks/document-places.ts';
import type { PlacedRecord } from './placed.ts';
import type { Problem } from './problem.ts';
import { recordKinds } from './kinds/record-kinds.ts';
import { readResolutions, type CheckedSource } from './kinds/resolutions.ts';
import { findStrangers } from './strangers.ts';
import { readSources } from './kinds/sources.ts';
import { officialNamesOf } from './checks/titles.ts';

export interface Content {
  /** How many source files were looked at. */
  readonly checked: number;
  /** By file, then by line. */
  readonly problems: readonly Problem[];
  /** By work, then by edition. Complete only where there is no problem, as the records are. */
  readonly sources: readonly CheckedSource[];
  /** By kind, then by address. */
  readonly records: readonly PlacedRecord[];
  /** Official titles and names, whose words are spelled as they are. */
  readonly names: readonly string[];
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  problems.toSorted(
    (a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)) || (a.line ?? 0) - (b.line ?? 0),
  );

const kinds: readonly RecordKind[] = [
  'reference',
  'body',
  'handbook',
  'chapter',
  'tour',
  'term',
  'meeting',
  'topic',
];

const inLibraryOrder = (records: readonly PlacedRecord[]): PlacedRecord[] =>
  records.toSorted(
    ({ record: a }, { record: b }) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.address < b.address ? -1 : 1),
  );

/** Reads and checks everything under a content folder. Finding no source to check is a problem too. */
export async function readContent(contentFolder: string): Promise<Content> {
  const problems: Problem[] = [];
  const { checked, sources } = await readResolutions(contentFolder, problems);
  problems.push(...(await findStrangers(contentFolder)));
  const documents = placesOf(sources);
  const list = await readSources(
    contentFolder,
    (address) => nameOfPlace(documents, address),
    problems,
  );
  const unfit = new Set<string>();
  const reading = { contentFolder, sources: list, problems, unfit };
  const records: PlacedRecord[] = [];
  for (const read of recordKinds) records.push(...(await read(reading)));
  problems.push(...list.unnamed(), ...checkRecords({ sources, documents, records, unfit }));
  const names = [
    ...list.titles,
    ...sources.flatMap(({ metadata: { title, place, meeting } }) => [title, place, meeting]),
    ...records.flatMap(({ record }) => officialNamesOf(record)),
  ];
  return { checked, problems: inOrder(problems), sources, records: inLibraryOrder(records), names };
}
