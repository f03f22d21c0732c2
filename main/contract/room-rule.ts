import * as v from 'valibot';
import { parseAddress, type Address } from './ids.ts';
import { tourAddress } from './own-tour-rule.ts';
import { tourLimits } from './own-tours.ts';
import { longestRoomQuestion, type Message, type Stage } from './room.ts';

const orderOfStop = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(tourLimits.stops));

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));

const place = v.pipe(
  v.string(),
  v.maxLength(tourLimits.address),
  v.guard(
    (text): text is Address => parseAddress(text).ok,
    'Invalid value: Expected an address such as wtsa/resolution/92@2024#resolves.2',
  ),
);

export const stageRule: v.GenericSchema<unknown, Stage> = v.strictObject({
  tour: tourAddress,
  stop: orderOfStop,
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(tourLimits.exhibits + 1)),
  highlight: v.nullable(v.strictObject({ address: place, start: offset, end: offset })),
  isBlack: v.boolean(),
});

export const messageRule: v.GenericSchema<unknown, Message> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('question'),
    tour: tourAddress,
    stop: orderOfStop,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestRoomQuestion)),
  }),
  v.strictObject({
    kind: v.literal('answer'),
    tour: tourAddress,
    stop: orderOfStop,
    choice: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(tourLimits.answers - 1)),
  }),
]);
