import type { Identity } from '../../contract/document.ts';
import type { WorkId } from '../../contract/ids.ts';
import { foldPlace, slug } from '../cite/fold.ts';
import type { Warnings } from '../read/warn.ts';
import type { Found } from './number-line.ts';

/** What a metadata file beside the source says. It is taken as given where the text says nothing or otherwise. */
export interface GivenIdentity {
  readonly work: WorkId;
  readonly edition: string;
  readonly number: string;
  readonly place: string;
  readonly year: number;
  readonly title: string;
}

/**
 * Who a document is: what its text says, reconciled with what is given. Every part that does not stand in the text,
 * and every contradiction, is a warning. Without metadata a missing number is sought in the file's name.
 */
export function reconcile(
  name: string,
  found: Found,
  given: GivenIdentity | undefined,
  warnings: Warnings,
): Identity {
  return given === undefined
    ? identityFromText(name, found, warnings)
    : identityFromBoth(found, given, warnings);
}

/** Two ways to print the same words: case, white space, accents and kinds of hyphen do not count. */
const isSame = (a: string, b: string): boolean => foldPlace(a) === foldPlace(b);

function identityFromBoth(found: Found, given: GivenIdentity, warnings: Warnings): Identity {
  const [body = '', type = ''] = given.work.split('/');
  const parts = [
    ['body', found.body, body],
    ['type', found.type, type],
    ['number', found.number, given.number],
    ['place', found.place, given.place],
    ['year', found.year?.toString(), given.year.toString()],
    ['title', found.title, given.title],
  ] as const;
  const missing = parts.filter(([, inText]) => inText === undefined);
  const stated = parts.filter(([, inText]) => inText !== undefined);
  if (missing.length > 0) {
    const taken = missing.map(([part, , value]) => `${part} "${value}"`);
    warnings.add(
      'identity-from-metadata',
      `Taken from the metadata: ${taken.join(', ')}. ` +
        `Found in the text: ${stated.map(([part]) => part).join(', ') || 'nothing'}.`,
      null,
    );
  }
  for (const [part, inText, value] of stated) {
    if (inText !== undefined && !isSame(inText, value)) {
      warnings.add(
        'identity-differs',
        `The text gives the ${part} "${inText}", the metadata "${value}"; the metadata is taken.`,
        null,
      );
    }
  }
  const title =
    found.title !== undefined && isSame(found.title, given.title) ? found.title : given.title;
  return {
    work: given.work,
    edition: given.edition,
    body,
    type,
    number: given.number,
    place: given.place,
    year: given.year,
    title,
  };
}

/** "78/132" becomes `78-132`; the point of "m.2083" is part of the number. */
const numberSlug = (number: string): string => number.split('.').map(slug).join('.');

const inFileName =
  /(?<![\p{L}\p{N}])(?<type>resolution|decision|opinion|recommendation)[-_ ](?<number>\d{1,4}[a-z]?)(?![\p{L}\p{N}])/iu;

function identityFromText(name: string, found: Found, warnings: Warnings): Identity {
  const fromName = inFileName.exec(name)?.groups ?? {};
  const type = found.type ?? fromName['type']?.toLowerCase() ?? 'resolution';
  const number = found.number ?? fromName['number']?.toLowerCase() ?? 'unnumbered';
  const body = found.body ?? 'unknown';
  if (found.number === undefined) {
    warnings.add(
      fromName['number'] === undefined ? 'number-missing' : 'number-from-file-name',
      fromName['number'] === undefined
        ? 'The text does not state its number.'
        : `The text does not state its number; ${number} is taken from the file's name.`,
      null,
    );
  }
  if (found.body === undefined) {
    warnings.add('body-missing', 'The text does not say which body adopted it.', null);
  }
  if (found.year === undefined) {
    warnings.add('year-missing', 'The text does not say when it was adopted.', null);
  }
  return {
    work: `${body}/${type}/${numberSlug(number)}` as WorkId,
    edition: found.revision ?? found.year?.toString() ?? 'undated',
    body,
    type,
    number,
    place: found.place ?? null,
    year: found.year ?? null,
    title: found.title ?? '',
  };
}
