import * as v from 'valibot';
import {
  isWorkId,
  parseAddress,
  parseRecordAddress,
  type ActorId,
  type Address,
  type EditionId,
  type RecordPrefix,
  type WorkId,
} from '../../contract/ids.ts';
import type { Prose, Run } from '../../contract/prose.ts';
import { editionStatuses, type LibraryRecord } from '../../contract/records.ts';

/** What a record of a pack must be before it is read or written: the same as what the content's YAML makes. */

const text = v.string('is not a text');
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema, 'is not a list');
const flag = v.boolean('is neither true nor false');
const whole = v.pipe(
  v.number('is not a number'),
  v.check((number) => Number.isSafeInteger(number) && number >= 0, 'is not a whole number'),
);

const isAddress = (one: string): one is Address =>
  one === one.trim().toLowerCase() && (parseRecordAddress(one) !== null || parseAddress(one).ok);

const address = v.pipe(text, v.guard(isAddress, 'is no address'));
const work = v.pipe(
  text,
  v.guard((id: string): id is WorkId => isWorkId(id), 'is no work'),
);
const edition = v.pipe(
  text,
  v.guard((one: string): one is EditionId => isAddress(one) && one.includes('@'), 'is no edition'),
);
const slug = v.pipe(text, v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is no name of a record'));
const actor = v.pipe(
  slug,
  v.guard((_id: string): _id is ActorId => true),
);

/** The address of a record of one kind, or of a part of one. */
const recordAt = (prefix: RecordPrefix, isPart = false) =>
  v.pipe(
    text,
    v.guard((one: string): one is Address => {
      const parts = isAddress(one) ? parseRecordAddress(one) : null;
      return parts?.prefix === prefix && (parts.part !== undefined) === isPart;
    }, `is not at ${prefix}/`),
  );

const run: v.GenericSchema<unknown, Run> = v.strictObject({
  text,
  to: v.exactOptional(address),
  style: v.exactOptional(v.picklist(['emphasis', 'strong'], 'is no style')),
});

const prose: v.GenericSchema<unknown, Prose> = list(
  v.variant(
    'kind',
    [
      v.strictObject({ kind: v.literal('paragraph'), runs: list(run) }),
      v.strictObject({ kind: v.literal('heading'), runs: list(run) }),
      v.strictObject({ kind: v.literal('list'), isOrdered: flag, items: list(list(run)) }),
      v.strictObject({ kind: v.literal('quotation'), runs: list(run), from: address }),
    ],
    'is no paragraph, heading, list or quotation',
  ),
);

/** A page opens these on the network when a person clicks; nothing else may stand behind a click. */
const isPage = (url: string): boolean => /^https?:\/\/[^\s]+$/.test(url) && URL.canParse(url);

const common = {
  topics: list(slug),
  sources: list(
    v.strictObject({
      id: text,
      title: text,
      url: v.nullable(v.pipe(text, v.check(isPage, 'is no page of the network'))),
      address: v.nullable(address),
    }),
  ),
};

const exhibit = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('address'), address }),
    v.strictObject({
      kind: v.literal('comparison'),
      from: edition,
      to: edition,
      at: v.nullable(address),
    }),
  ],
  'is neither an address nor a comparison',
);

export const recordRule: v.GenericSchema<unknown, LibraryRecord> = v.variant(
  'kind',
  [
    v.strictObject({
      kind: v.literal('reference'),
      address: work,
      name: text,
      title: text,
      editions: v.pipe(
        list(
          v.strictObject({
            edition: text,
            approved: v.nullable(text),
            published: v.nullable(text),
            status: v.picklist(editionStatuses, 'is no status'),
          }),
        ),
        v.minLength(1, 'is empty'),
      ),
      responsible: slug,
      replaces: list(work),
      replacedBy: list(work),
      where: text,
      text: prose,
      isDigest: flag,
      ...common,
    }),
    v.strictObject({
      kind: v.literal('body'),
      address: recordAt('body'),
      name: text,
      short: list(text),
      sector: v.nullable(v.picklist(['itu-t', 'itu-r', 'itu-d'], 'is no Sector')),
      period: v.nullable(text),
      before: v.nullable(prose),
      after: v.nullable(prose),
      mandate: prose,
      partInImt: prose,
      publications: list(address),
      actors: list(actor),
      groups: list(actor),
      ...common,
    }),
    v.strictObject({
      kind: v.literal('handbook'),
      address: recordAt('handbook'),
      title: text,
      lead: prose,
      chapters: list(v.strictObject({ address: recordAt('handbook', true), title: text })),
      ...common,
    }),
    v.strictObject({
      kind: v.literal('chapter'),
      address: recordAt('handbook', true),
      handbook: recordAt('handbook'),
      title: text,
      text: prose,
      ...common,
    }),
    v.strictObject({
      kind: v.literal('tour'),
      address: recordAt('tour'),
      language: v.pipe(text, v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'is no language')),
      title: text,
      lead: prose,
      stops: list(
        v.strictObject({
          address: recordAt('tour', true),
          title: text,
          minutes: whole,
          show: list(exhibit),
          notes: prose,
          question: text,
          answers: list(text),
        }),
      ),
      ...common,
    }),
    v.strictObject({
      kind: v.literal('term'),
      address: recordAt('term'),
      term: text,
      abbreviation: v.nullable(text),
      synonyms: list(text),
      definition: prose,
      see: list(address),
      ...common,
    }),
    v.strictObject({
      kind: v.literal('meeting'),
      address: recordAt('meeting'),
      name: text,
      body: slug,
      place: text,
      year: whole,
      from: v.nullable(text),
      to: v.nullable(text),
      ...common,
    }),
    v.strictObject({
      kind: v.literal('topic'),
      address: recordAt('topic'),
      title: text,
      lead: prose,
      provisions: list(address),
      ...common,
    }),
  ],
  'is no kind of record',
);
