import { join } from 'node:path';
import * as v from 'valibot';
import type { Address } from '../../../contract/ids.ts';
import type { TermRecord } from '../../../contract/records.ts';
import { Draft } from '../draft.ts';
import { address, listOf, sources, text, topics } from '../fields.ts';
import { lengths } from '../lengths.ts';
import type { PlacedRecord } from '../placed.ts';
import { openEntries, type Reading } from '../reading.ts';

const schema = v.strictObject({
  term: text,
  abbreviation: v.optional(text),
  synonyms: v.optional(listOf(text), []),
  definition: text,
  see: v.optional(listOf(address), []),
  topics,
  sources,
});

/** Reads `glossary.yaml`. */
export async function readGlossary(reading: Reading): Promise<PlacedRecord<TermRecord>[]> {
  const file = join(reading.contentFolder, 'glossary.yaml');
  const opened = await openEntries(file, schema, 'a term', reading.problems);
  if (opened === null) return [];
  return opened.entries.flatMap(({ id, value }) => {
    const place = `term/${id}` as Address;
    if (value === null) {
      reading.unfit.add(place);
      return [];
    }
    const draft = new Draft(opened.yaml, [id], place, reading.problems);
    return draft.finish({
      kind: 'term',
      address: place,
      term: value.term,
      abbreviation: value.abbreviation ?? null,
      synonyms: value.synonyms,
      definition: draft.prose(['definition'], lengths.definition),
      see: draft.list('see', value.see),
      topics: draft.topics(value.topics),
      sources: draft.sources(value.sources, reading.sources),
    });
  });
}
