import * as v from 'valibot';
import type { Citation, Provision, Reference } from '../../contract/document.ts';
import { isWorkId, type ActorId, type WorkId } from '../../contract/ids.ts';
import type { NewEdition } from '../new-edition.ts';

/** What an edition of a pack must be before it is read or written: the same as what the parser makes. */

const text = v.string('is not a text');
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema, 'is not a list');
const flag = v.boolean('is neither true nor false');
const wholeFrom = (least: number) =>
  v.pipe(
    v.number('is not a number'),
    v.check((number) => Number.isSafeInteger(number) && number >= least, 'is not a whole number'),
  );
const work = v.pipe(
  text,
  v.guard((id: string): id is WorkId => isWorkId(id), 'is not a work such as wtsa/resolution/92'),
);
const actor = v.pipe(
  text,
  v.guard(
    (id: string): id is ActorId => /^[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u.test(id),
    'is not an actor such as itu-t-sg-13',
  ),
);

const within = {
  start: wholeFrom(0),
  end: wholeFrom(0),
  text,
};

const citation = v.strictObject({ ...within, work, edition: v.nullable(text) });
const reference = v.strictObject({ ...within, address: text });

/** Whether mentions are places of the text that they stand in. */
const stand = (whole: string, mentions: readonly (Citation | Reference)[]): boolean =>
  mentions.every(({ start, end }) => start <= end && end <= whole.length);

const misplaced = 'has a citation that stands outside of its text';

const cell = v.strictObject({
  text,
  isHeader: flag,
  columns: wholeFrom(1),
  rows: wholeFrom(1),
});

const provision: v.GenericSchema<unknown, Provision> = v.pipe(
  v.strictObject({
    address: text,
    path: text,
    label: text,
    text,
    footnotes: list(v.strictObject({ mark: text, text, at: wholeFrom(0) })),
    citations: list(citation),
    references: v.exactOptional(list(reference)),
    table: v.exactOptional(v.strictObject({ caption: text, rows: list(list(cell)) })),
    figure: v.exactOptional(v.strictObject({ caption: text })),
    provisions: list(v.lazy(() => provision)),
  }),
  v.check(
    (one) => stand(one.text, one.citations) && stand(one.text, one.references ?? []),
    misplaced,
  ),
);

const section = v.strictObject({
  address: text,
  kind: text,
  heading: text,
  actors: list(actor),
  collaborators: list(actor),
  provisions: list(provision),
});

const language = v.pipe(text, v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/, 'is no language'));

export const editionRule: v.GenericSchema<unknown, NewEdition> = v.strictObject({
  document: v.strictObject({
    form: v.picklist(['resolution', 'clauses', 'plain'], 'is no form of a document'),
    language,
    direction: v.picklist(['ltr', 'rtl'], 'is neither ltr nor rtl'),
    identity: v.strictObject({
      work,
      edition: v.pipe(text, v.regex(/^[0-9a-z-]{1,40}$/, 'is no edition')),
      body: text,
      type: text,
      number: text,
      place: v.nullable(text),
      year: v.nullable(wholeFrom(0)),
      title: text,
    }),
    history: list(v.strictObject({ place: text, year: wholeFrom(0) })),
    preface: list(
      v.pipe(
        v.strictObject({ text, citations: list(citation) }),
        v.check((one) => stand(one.text, one.citations), misplaced),
      ),
    ),
    formula: text,
    sections: list(section),
    annexes: list(v.strictObject({ address: text, heading: text, provisions: list(provision) })),
    terms: list(
      v.strictObject({
        term: text,
        abbreviation: v.nullable(text),
        definition: text,
        address: text,
      }),
    ),
    warnings: list(v.strictObject({ code: text, message: text, line: v.nullable(wholeFrom(0)) })),
  }),
  name: text,
  meeting: text,
  meetingFrom: text,
  meetingTo: text,
  provenance: v.strictObject({ source: text, rights: text, sha256: text }),
});
