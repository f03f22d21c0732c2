import { join } from 'node:path';
import * as v from 'valibot';
import { isWorkId, type WorkId } from '../../../contract/ids.ts';
import { editionStatuses, type ReferenceRecord } from '../../../contract/records.ts';
import { nameOfWork } from '../../../documents/index.ts';
import { Draft } from '../draft.ts';
import { date, listOf, slug, sources, text, topics, workId } from '../fields.ts';
import { filesUnder, isAside } from '../folder.ts';
import { lengths } from '../lengths.ts';
import type { PlacedRecord } from '../placed.ts';
import { openRecord, type Reading } from '../reading.ts';

const edition = v.pipe(
  v.strictObject({
    edition: v.pipe(
      text,
      v.regex(/^[0-9a-z]+(?:-[0-9a-z]+)*$/, "is not an edition such as '2018'"),
    ),
    approved: v.optional(date),
    published: v.optional(date),
    status: v.picklist(editionStatuses, `is not one of ${editionStatuses.join(', ')}`),
  }),
  v.check(
    ({ approved, published }) => approved !== undefined || published !== undefined,
    'has neither approved nor published',
  ),
);

const schema = v.pipe(
  v.strictObject({
    title: text,
    editions: v.pipe(v.array(edition), v.minLength(1, 'is empty')),
    responsible: slug,
    replaces: v.optional(listOf(workId), []),
    'replaced-by': v.optional(listOf(workId), []),
    topics,
    where: text,
    note: v.optional(text),
    digest: v.optional(text),
    sources,
  }),
  v.check(
    ({ note, digest }) => (note === undefined) !== (digest === undefined),
    'has not one of note and digest, but none or both',
  ),
);

async function readReference(
  { sources: list, problems, unfit }: Reading,
  file: string,
  address: WorkId,
): Promise<PlacedRecord<ReferenceRecord> | null> {
  const opened = await openRecord(file, schema, 'a reference', problems);
  if (opened === null) {
    unfit.add(address);
    return null;
  }
  const { yaml, value } = opened;
  const draft = new Draft(yaml, [], address, problems);
  const isDigest = value.digest !== undefined;
  draft.link(['responsible'], `body/${value.responsible}`);
  return draft.finish({
    kind: 'reference',
    address,
    name: nameOfWork(address),
    title: value.title,
    editions: value.editions.map(({ edition: name, approved, published, status }) => ({
      edition: name,
      approved: approved ?? null,
      published: published ?? null,
      status,
    })),
    responsible: value.responsible,
    replaces: draft.list('replaces', value.replaces),
    replacedBy: draft.list('replaced-by', value['replaced-by']),
    where: draft.line(['where'], value.where),
    text: draft.prose([isDigest ? 'digest' : 'note'], isDigest ? lengths.digest : lengths.note),
    isDigest,
    topics: draft.topics(value.topics),
    sources: draft.sources(value.sources, list),
  });
}

/** Reads `references/`: a file's path is the id of its work. */
export async function readReferences(reading: Reading): Promise<PlacedRecord<ReferenceRecord>[]> {
  const folder = join(reading.contentFolder, 'references');
  const records: PlacedRecord<ReferenceRecord>[] = [];
  for (const name of (await filesUnder(folder)) ?? []) {
    const file = join(folder, name);
    if (isAside(name)) continue;
    const address = name.replace(/\.yaml$/, '');
    if (address === name || !isWorkId(address)) {
      const message =
        'is no reference: its path is not that of a work, such as itu-t/recommendation/y.3101.yaml';
      reading.problems.push({ file, line: null, message });
      continue;
    }
    const record = await readReference(reading, file, address);
    if (record !== null) records.push(record);
  }
  return records;
}
