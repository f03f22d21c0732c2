import * as v from 'valibot';
import {
  isTourAddress,
  isOwnTourAddress,
  parseAddress,
  parseRecordAddress,
  type Address,
  type EditionId,
} from './ids.ts';
import { tourLimits, type OwnTour } from './own-tours.ts';

const { address: longestAddress, quotation: longestQuotation, text: longestText } = tourLimits;

const upTo = (length: number) => v.pipe(v.string(), v.maxLength(length));

const isAddress = (text: string): text is Address =>
  text === text.trim().toLowerCase() &&
  (parseRecordAddress(text) !== null || parseAddress(text).ok);

function isEdition(text: string): text is EditionId {
  const parsed = parseAddress(text);
  return parsed.ok && parsed.value.edition !== undefined && parsed.value.section === undefined;
}

const address = v.pipe(
  upTo(longestAddress),
  v.guard(
    isAddress,
    'Invalid value: Expected an address such as wtsa/resolution/92@2024#resolves.2',
  ),
);
const edition = v.pipe(
  upTo(longestAddress),
  v.guard(isEdition, 'Invalid value: Expected an edition such as wtsa/resolution/92@2024'),
);

export const tourAddress = v.pipe(
  upTo(100),
  v.guard(isTourAddress, 'Invalid value: Expected a tour such as tour/resolution-92'),
);

const quotation = v.nullable(
  v.strictObject({
    exact: upTo(longestQuotation),
    prefix: upTo(longestText),
    suffix: upTo(longestText),
  }),
);

const stop = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9]{1,20}$/u, 'Invalid value: Expected letters and digits'),
  ),
  title: upTo(tourLimits.title),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(tourLimits.minutes)),
  show: v.pipe(
    v.array(
      v.variant('kind', [
        v.strictObject({ kind: v.literal('address'), address, quotation }),
        v.strictObject({
          kind: v.literal('comparison'),
          from: edition,
          to: edition,
          at: v.nullable(address),
          quotation,
        }),
      ]),
    ),
    v.maxLength(tourLimits.exhibits),
  ),
  notes: upTo(longestText),
  question: upTo(tourLimits.question),
  answers: v.pipe(v.array(upTo(tourLimits.answer)), v.maxLength(tourLimits.answers)),
});

export const ownTour: v.GenericSchema<unknown, OwnTour> = v.strictObject({
  address: v.pipe(
    upTo(100),
    v.guard(
      isOwnTourAddress,
      'Invalid value: Expected a tour of one\u2019s own such as tour/own-2',
    ),
  ),
  title: upTo(tourLimits.title),
  lead: upTo(longestText),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u)),
  basedOn: v.nullable(tourAddress),
  stops: v.pipe(
    v.array(stop),
    v.maxLength(tourLimits.stops),
    v.check(
      (stops) => new Set(stops.map(({ id }) => id)).size === stops.length,
      'Invalid value: two stops have one id',
    ),
  ),
});
