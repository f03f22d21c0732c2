import { join } from 'node:path';
import * as v from 'valibot';
import type { ActorId, Address } from '../../../contract/ids.ts';
import type { BodyRecord } from '../../../contract/records.ts';
import { Draft } from '../draft.ts';
import { address, listOf, slug, sources, text, topics } from '../fields.ts';
import { lengths } from '../lengths.ts';
import type { PlacedRecord } from '../placed.ts';
import { openRecord, type Reading } from '../reading.ts';
import { yamlFilesIn } from '../yaml-folder.ts';

const schema = v.strictObject({
  name: text,
  short: v.pipe(listOf(text), v.minLength(1, 'is empty')),
  sector: v.optional(v.picklist(['itu-t', 'itu-r', 'itu-d'], 'is not one of itu-t, itu-r, itu-d')),
  period: v.optional(
    v.pipe(text, v.regex(/^\d{4}-\d{4}$/, 'is not a study period such as 2025-2028')),
  ),
  before: v.optional(text),
  after: v.optional(text),
  mandate: text,
  'part-in-imt': text,
  publications: v.optional(listOf(address), []),
  actors: v.optional(listOf(slug), []),
  groups: v.optional(listOf(slug), []),
  topics,
  sources,
});

/** Reads `bodies/`. */
export async function readBodies(reading: Reading): Promise<PlacedRecord<BodyRecord>[]> {
  const { contentFolder, problems, unfit } = reading;
  const records: PlacedRecord<BodyRecord>[] = [];
  for (const { file, id } of await yamlFilesIn(join(contentFolder, 'bodies'), problems)) {
    const place = `body/${id}` as Address;
    const opened = await openRecord(file, schema, 'a body', problems);
    if (opened === null) {
      unfit.add(place);
      continue;
    }
    const { yaml, value } = opened;
    const draft = new Draft(yaml, [], place, problems);
    const record: BodyRecord = {
      kind: 'body',
      address: place,
      name: value.name,
      short: value.short,
      sector: value.sector ?? null,
      period: value.period ?? null,
      before: value.before === undefined ? null : draft.prose(['before'], null),
      after: value.after === undefined ? null : draft.prose(['after'], null),
      mandate: draft.prose(['mandate'], lengths.mandate),
      partInImt: draft.prose(['part-in-imt'], lengths['part-in-imt']),
      publications: draft.list('publications', value.publications),
      actors: value.actors as string[] as ActorId[],
      groups: value.groups as string[] as ActorId[],
      topics: draft.topics(value.topics),
      sources: draft.sources(value.sources, reading.sources),
    };
    records.push(draft.finish(record));
  }
  return records;
}
