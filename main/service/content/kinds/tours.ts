import { join } from 'node:path';
import * as v from 'valibot';
import { isOwnTourAddress, type Address, type EditionId } from '../../../contract/ids.ts';
import type { Exhibit, Stop, TourRecord } from '../../../contract/records.ts';
import { Draft } from '../draft.ts';
import { address, editionAddress, listOf, sources, text, topics } from '../fields.ts';
import { lengths, minutesOfStop, misfitOf, stopsOfTour } from '../lengths.ts';
import type { PlacedRecord } from '../placed.ts';
import { openRecord, type Reading } from '../reading.ts';
import { yamlFilesIn } from '../yaml-folder.ts';

const comparison = v.strictObject({
  compare: v.strictObject({
    from: editionAddress,
    to: editionAddress,
    at: v.optional(address),
  }),
});

const exhibit = v.lazy((value) => (typeof value === 'string' ? address : comparison));

const stop = v.strictObject({
  title: text,
  minutes: v.pipe(v.number('is not a number'), v.integer('is not a whole number')),
  show: v.pipe(v.array(exhibit), v.minLength(1, 'is empty')),
  notes: text,
  question: v.pipe(text, v.regex(/\?$/, 'does not end with a question mark')),
  answers: v.optional(
    v.pipe(listOf(text), v.minLength(2, 'offers no choice'), v.maxLength(8, 'offers more than 8')),
  ),
});

const schema = v.strictObject({
  title: text,
  lead: text,
  topics,
  sources,
  stops: v.array(stop),
});

function toExhibit(
  draft: Draft,
  value: v.InferOutput<typeof exhibit>,
  path: readonly (string | number)[],
  at: Address,
): Exhibit {
  if (typeof value === 'string') {
    draft.link(path, value, at);
    return { kind: 'address', address: value };
  }
  const { from, to, at: place = null } = value.compare;
  draft.link([...path, 'compare', 'from'], from, at);
  draft.link([...path, 'compare', 'to'], to, at);
  if (place !== null) {
    draft.link([...path, 'compare', 'at'], place, at);
    if (!place.startsWith(`${to}#`))
      draft.problem([...path, 'compare', 'at'], `is no place in ${to}`);
  }
  if (from.split('@')[0] !== to.split('@')[0])
    draft.problem([...path, 'compare'], 'compares two works, not two editions of one');
  return { kind: 'comparison', from: from as EditionId, to: to as EditionId, at: place };
}

function toStop(
  draft: Draft,
  tour: Address,
  value: v.InferOutput<typeof stop>,
  index: number,
): Stop {
  const place = `${tour}#${index + 1}` as Address;
  const misfit = misfitOf(value.minutes, minutesOfStop, 'minutes');
  if (misfit !== null) draft.problem(['stops', index, 'minutes'], misfit);
  return {
    address: place,
    title: draft.line(['stops', index, 'title'], value.title, place),
    minutes: value.minutes,
    show: value.show.map((each, at) => toExhibit(draft, each, ['stops', index, 'show', at], place)),
    notes: draft.prose(['stops', index, 'notes'], lengths.notes, place),
    question: draft.line(['stops', index, 'question'], value.question, place),
    answers: (value.answers ?? []).map((answer, at) =>
      draft.line(['stops', index, 'answers', at], answer, place),
    ),
  };
}

/** Reads `tours/`. */
export async function readTours(reading: Reading): Promise<PlacedRecord<TourRecord>[]> {
  const { contentFolder, problems, unfit } = reading;
  const records: PlacedRecord<TourRecord>[] = [];
  for (const { file, id } of await yamlFilesIn(join(contentFolder, 'tours'), problems)) {
    const place = `tour/${id}` as Address;
    if (isOwnTourAddress(place))
      problems.push({
        file,
        line: 1,
        message: 'the name of a bundled tour does not begin with own-',
      });
    const opened = await openRecord(file, schema, 'a tour', problems);
    if (opened === null) {
      unfit.add(place);
      continue;
    }
    const { yaml, value } = opened;
    const draft = new Draft(yaml, [], place, problems);
    const misfit = misfitOf(value.stops.length, stopsOfTour, 'stops');
    if (misfit !== null) draft.problem(['stops'], misfit);
    const record: TourRecord = {
      kind: 'tour',
      address: place,
      language: 'en',
      title: draft.line(['title'], value.title),
      lead: draft.prose(['lead'], lengths['lead of a tour']),
      stops: value.stops.map((each, index) => toStop(draft, place, each, index)),
      topics: draft.topics(value.topics),
      sources: draft.sources(value.sources, reading.sources),
    };
    records.push(draft.finish(record));
  }
  return records;
}
