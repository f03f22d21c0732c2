import * as v from 'valibot';
import { done, failed, type Result } from '../../contract/failure.ts';
import { ownTour } from '../../contract/own-tour-rule.ts';
import type { OwnTour, TourFile } from '../../contract/own-tours.ts';

/** Says what the file is and in which version of this form, so that a later program can read an earlier file. */
const format = 'recital-tour';
const version = 1;

const head = v.object({ format: v.literal(format), version: v.number() });
const body = v.object({ tour: ownTour });

export const tourText = (tour: OwnTour): string =>
  `${JSON.stringify({ format, version, tour }, null, 2)}\n`;

/** @returns `content-invalid` */
export function readTourText(text: string): Result<OwnTour> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return failed('content-invalid', 'This is not a tour: the file is not JSON.');
  }
  const known = v.safeParse(head, value);
  if (!known.success)
    return failed('content-invalid', 'This is not a tour that was saved with Recital.');
  if (known.output.version > version)
    return failed('content-invalid', 'This tour was saved with a newer Recital; update this one.');
  const read = v.safeParse(body, value);
  if (read.success) return done(read.output.tour);
  const [issue] = read.issues;
  const where = v.getDotPath(issue);
  return failed(
    'content-invalid',
    `The tour cannot be read: ${where === null ? '' : `${where}: `}${issue.message}`,
  );
}

/** Characters that some file system refuses in a name, or that would hide how it ends. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu;

/**
 * What a tour's file is called elsewhere.
 *
 * @example tourFile(tour).name // => 'Edge and slicing.tour.json'
 */
export function tourFile(tour: OwnTour): TourFile {
  const name = tour.title.replaceAll(unfit, ' ').replaceAll(/\s+/gu, ' ').trim().slice(0, 80);
  return { name: `${name.replace(/^\.+/u, '') || 'Tour'}.tour.json`, text: tourText(tour) };
}
