import { join } from 'node:path';
import * as v from 'valibot';
import type { Address } from '../../../contract/ids.ts';
import type { TopicRecord } from '../../../contract/records.ts';
import { Draft } from '../draft.ts';
import { address, listOf, sources, text } from '../fields.ts';
import { lengths } from '../lengths.ts';
import type { PlacedRecord } from '../placed.ts';
import { openEntries, type Reading } from '../reading.ts';

const schema = v.strictObject({
  title: text,
  lead: text,
  provisions: v.optional(listOf(address), []),
  sources,
});

/** Reads `topics.yaml`. */
export async function readTopics(reading: Reading): Promise<PlacedRecord<TopicRecord>[]> {
  const file = join(reading.contentFolder, 'topics.yaml');
  const opened = await openEntries(file, schema, 'a topic', reading.problems);
  if (opened === null) return [];
  return opened.entries.flatMap(({ id, value }) => {
    const place = `topic/${id}` as Address;
    if (value === null) {
      reading.unfit.add(place);
      return [];
    }
    const draft = new Draft(opened.yaml, [id], place, reading.problems);
    return draft.finish({
      kind: 'topic',
      address: place,
      title: draft.line(['title'], value.title),
      lead: draft.prose(['lead'], lengths['lead of a topic']),
      provisions: draft.list('provisions', value.provisions),
      topics: [],
      sources: draft.sources(value.sources, reading.sources),
    });
  });
}
