import { join } from 'node:path';
import * as v from 'valibot';
import type { Address } from '../../../contract/ids.ts';
import type { MeetingRecord } from '../../../contract/records.ts';
import { Draft } from '../draft.ts';
import { day, slug, sources, text, topics } from '../fields.ts';
import type { PlacedRecord } from '../placed.ts';
import { openEntries, type Reading } from '../reading.ts';

const schema = v.strictObject({
  name: text,
  body: slug,
  place: text,
  year: v.pipe(v.number('is not a number'), v.integer('is not a whole number')),
  from: v.optional(day),
  to: v.optional(day),
  topics,
  sources,
});

/** Reads `meetings.yaml`. */
export async function readMeetings(reading: Reading): Promise<PlacedRecord<MeetingRecord>[]> {
  const file = join(reading.contentFolder, 'meetings.yaml');
  const opened = await openEntries(file, schema, 'a meeting', reading.problems);
  if (opened === null) return [];
  return opened.entries.flatMap(({ id, value }) => {
    const place = `meeting/${id}` as Address;
    if (value === null) {
      reading.unfit.add(place);
      return [];
    }
    const draft = new Draft(opened.yaml, [id], place, reading.problems);
    draft.link(['body'], `body/${value.body}`);
    return draft.finish({
      kind: 'meeting',
      address: place,
      name: value.name,
      body: value.body,
      place: value.place,
      year: value.year,
      from: value.from ?? null,
      to: value.to ?? null,
      topics: draft.topics(value.topics),
      sources: draft.sources(value.sources, reading.sources),
    });
  });
}
