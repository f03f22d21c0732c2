import type { WorkId } from '../../contract/ids.ts';
import { bodyByName, type Sector } from './bodies.ts';
import { bodyThatMet, yearOfTag } from './meetings.ts';

export type Kind =
  | 'resolution'
  | 'decision'
  | 'opinion'
  | 'recommendation'
  | 'report'
  | 'question'
  | 'handbook';

/** What stands in brackets behind a number: a meeting by place and year or by tag, or a date alone. */
export interface EditionMark {
  readonly place?: string;
  readonly year?: number;
  /** A meeting's tag in parts: "WRC" and "15". */
  readonly tag?: readonly [body: string, digits: string];
}

/** One mention of a work as it was read, before it is known which work it is. */
export interface Mention {
  readonly kind: Kind;
  /** "56-3", "M.2083-0", "70/1", "1/1". */
  readonly designation: string;
  /** "ITU-R" before or after the type word. */
  readonly sector: Sector | null;
  /** A body before the type word ("WTSA Resolution 1") or after the bracket ("… of WTSA"), perhaps with a tag. */
  readonly body: { readonly id: string; readonly digits: string | null } | null;
  /** Followed by "of" and something that is no body this library knows. */
  readonly isOfSomethingElse: boolean;
  /** The type word begins with a capital letter. */
  readonly isNamed: boolean;
  readonly mark: EditionMark | null;
}

/** The work that a mention stands for, and the edition if it names one; null where that is not certain. */
export function resolveMention(
  mention: Mention,
): { readonly work: WorkId; readonly edition: string | null } | null {
  switch (mention.kind) {
    case 'resolution':
    case 'decision':
    case 'opinion':
      return resolveAct(mention);
    case 'recommendation':
      return mention.sector === 'itu-r' || mention.sector === 'itu-t'
        ? resolveSeries(mention, mention.sector)
        : resolveAct(mention);
    case 'report':
      return mention.sector === null ? null : resolveSeries(mention, mention.sector);
    case 'question':
      return resolveQuestion(mention);
    case 'handbook':
      return {
        work: `${mention.sector ?? 'itu'}/handbook/${mention.designation}` as WorkId,
        edition: null,
      };
    default:
      return mention.kind satisfies never;
  }
}

const assemblyOf = { 'itu-r': 'ra', 'itu-t': 'wtsa', 'itu-d': 'wtdc' } as const;

/** What a conference, an assembly or a council adopted: the body and the year of the meeting are its names. */
function resolveAct(mention: Mention) {
  const { mark, body, sector, designation } = mention;
  const isSession = designation.includes('/');
  const adopter = sector === null ? (body?.id ?? bodyOfMark(mark)) : assemblyOf[sector];
  // "70/1" is how the United Nations General Assembly numbers, by session; no body of the Union does.
  const isBareSession =
    isSession && mention.isNamed && adopter === null && !mention.isOfSomethingElse;
  const id = isBareSession ? 'unga' : adopter;
  if (id === null || isSession !== (id === 'unga')) return null;
  // "56-3": the number of the resolution and of its revision; editions of resolutions go by year.
  const number = isSession ? designation.replace('/', '-') : designation.replace(/-.*$/, '');
  return {
    work: `${id}/${mention.kind}/${number.toLowerCase()}` as WorkId,
    edition: yearOf(mark, body)?.toString() ?? null,
  };
}

function bodyOfMark(mark: EditionMark | null): string | null {
  if (mark?.tag !== undefined) return bodyByName(mark.tag[0]);
  return mark?.place === undefined || mark.year === undefined
    ? null
    : bodyThatMet(mark.place, mark.year);
}

function yearOf(mark: EditionMark | null, body: Mention['body']): number | null {
  if (mark?.year !== undefined) return mark.year;
  if (mark?.tag !== undefined) return yearOfTag(...mark.tag);
  return body === null || body.digits === null ? null : yearOfTag(body.id, body.digits);
}

/** "M.2083-0", "Y.3100": a letter series and a number; ITU-R counts revisions, ITU-T goes by date. */
function resolveSeries({ kind, designation, mark }: Mention, sector: Sector) {
  const [number = '', revision = null] = designation.toLowerCase().split('-');
  if (!number.includes('.')) return null;
  return {
    work: `${sector}/${kind}/${number}` as WorkId,
    edition: sector === 'itu-r' ? revision : (mark?.year?.toString() ?? null),
  };
}

/**
 * "Question 1/1": question and study group. ITU-D has the study groups 1 and 2 only and its Questions are cited
 * without the Sector; ITU-T has no group 1, and its other numbers no group of ITU-D.
 */
function resolveQuestion({ sector, designation, isNamed }: Mention) {
  if (sector === null && !isNamed) return null;
  const group = Number(designation.split('/')[1]);
  const owner = sector ?? (group <= 2 ? 'itu-d' : 'itu-t');
  const number = designation.replace(/-\d+\//, '/').replace('/', '-');
  return { work: `${owner}/question/${number}` as WorkId, edition: null };
}
