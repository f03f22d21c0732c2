import * as v from 'valibot';
import { isWorkId, parseAddress, parseRecordAddress, type Address } from '../../contract/ids.ts';

/** The kinds of values that the keys of content files hold. Each message follows the key in a problem's line. */

const isRealDay = (date: string): boolean => {
  const time = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
};

export const text = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

export const workId = v.pipe(text, v.guard(isWorkId, 'is not a work such as wtsa/resolution/92'));

export const slug = v.pipe(
  text,
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a name such as itu-t-sg-13'),
);

export const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, 'is not a date such as 2024-10-15'),
  v.check(isRealDay, 'is not a day of the calendar'),
);

/** A year, a month or a day. */
export const date = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/,
    "is not a date such as '2018', '2018-01' or '2018-01-29'",
  ),
  v.check((value) => value.length < 10 || isRealDay(value), 'is not a day of the calendar'),
);

/** Whether a text is an address, of a document or of a record, written as addresses are. */
export function isAddress(value: string): value is Address {
  if (parseRecordAddress(value) !== null) return value === value.trim().toLowerCase();
  return parseAddress(value).ok && value === value.trim().toLowerCase();
}

export const address = v.pipe(
  text,
  v.guard(isAddress, 'is not an address such as wtsa/resolution/92@2024#considering.a'),
);

export const editionAddress = v.pipe(
  text,
  v.check((value) => {
    const parsed = parseAddress(value);
    return parsed.ok && parsed.value.edition !== undefined && parsed.value.section === undefined;
  }, 'is not an edition such as wtsa/resolution/92@2024'),
);

/** A list of such values, each once. */
export const listOf = <Schema extends v.GenericSchema<unknown, string>>(schema: Schema) =>
  v.pipe(
    v.array(schema),
    v.check((list) => new Set(list).size === list.length, 'names one thing twice'),
  );

export const topics = v.optional(listOf(slug), []);

export const sources = v.pipe(v.array(text), v.minLength(1, 'is empty'));
