import type { WorkId } from '../../contract/ids.ts';
import { bodyByName, sectorOf, type Sector } from './bodies.ts';
import { foldPlace } from './fold.ts';
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

/** What a document tells about the short mentions in it: "Resolution 15 of this conference", "Resolution 92". */
export interface Context {
  readonly body: string;
  readonly place: string | null;
  readonly year: number | null;
  /** The work that a type and number stand for in this document ("resolution/130"); null where there are several. */
  readonly known: ReadonlyMap<string, WorkId | null>;
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
  /** Followed by "of this conference" or assembly. */
  readonly isOfThisMeeting: boolean;
  /** The type word begins with a capital letter. */
  readonly isNamed: boolean;
  readonly mark: EditionMark | null;
}

/** The work that a mention stands for, and the edition if it names one; null where that is not certain. */
export function resolveMention(
  mention: Mention,
  context: Context | null,
): { readonly work: WorkId; readonly edition: string | null } | null {
  switch (mention.kind) {
    case 'resolution':
    case 'decision':
    case 'opinion':
      return resolveAct(mention, context);
    case 'recommendation':
      return mention.sector === null
        ? resolveAct(mention, context)
        : resolveSeries(mention, mention.sector);
    case 'report':
      return mention.sector === null ? null : resolveSeries(mention, mention.sector);
    case 'question':
      return resolveQuestion(mention, context);
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

/** The General Assembly numbers by session since its 31st; the year of a session is not the year of each text. */
const isSession = (designation: string): boolean => /^\d{2,3}\/\d{1,4}$/.test(designation);

/** What a conference, an assembly or a council adopted: the body and the year of the meeting are its names. */
function resolveAct(mention: Mention, context: Context | null) {
  const { mark, body, sector, designation } = mention;
  const hasSession = designation.includes('/');
  const adopter = sector === null ? (body?.id ?? bodyOfMark(mark, context)) : assemblyOf[sector];
  const id = adopter ?? adopterOfShort(mention, context);
  if (id === null || hasSession !== (id === 'unga')) return null;
  // "56-3": the number of the resolution and of its revision; editions of resolutions go by year.
  const number = hasSession ? designation.replace('/', '-') : designation.replace(/-.*$/, '');
  return {
    work: `${id}/${mention.kind}/${number.toLowerCase()}` as WorkId,
    edition: yearOf(mark, body)?.toString() ?? null,
  };
}

/** Bodies whose own texts are cited there by their number alone. */
const ownBodies = new Set(['wtsa', 'wtdc', 'pp', 'wrc']);

/** Who adopted what is named by its number alone; null where that is not certain. */
function adopterOfShort(mention: Mention, context: Context | null): string | null {
  const { designation, kind, isNamed, isOfSomethingElse, isOfThisMeeting, mark } = mention;
  if (designation.includes('/')) {
    // "70/1" is how the United Nations General Assembly numbers, by session; no body of the Union does.
    const isCertain =
      isNamed || context?.body === 'unga' || (isSession(designation) && mark?.year !== undefined);
    return isCertain && !isOfSomethingElse && isSession(designation) ? 'unga' : null;
  }
  if (kind === 'decision' && isNamed && !isOfThisMeeting && !isOfSomethingElse && mark === null) {
    return adopterOfDecision(Number.parseInt(designation, 10));
  }
  if (context === null || !isNamed) return null;
  if (isOfThisMeeting) return context.body === 'unknown' ? null : context.body;
  if (isOfSomethingElse || mark?.place !== undefined || mark?.tag !== undefined) return null;
  const known = context.known.get(`${kind}/${designation.toLowerCase()}`);
  if (known !== undefined) return known === null ? null : (known.split('/')[0] ?? null);
  // The Council's own numbers begin where those of the conferences that it quotes end.
  const isOwn =
    ownBodies.has(context.body) ||
    (context.body === 'council' && Number.parseInt(designation, 10) > 999);
  return isOwn && mark === null ? context.body : null;
}

/** Only the Plenipotentiary Conference and the Council adopt decisions, and their numbers lie far apart. */
function adopterOfDecision(number: number): string | null {
  if (number < 100) return 'pp';
  return number >= 300 ? 'council' : null;
}

function bodyOfMark(mark: EditionMark | null, context: Context | null): string | null {
  if (mark?.tag !== undefined) {
    return /mob|orb/i.test(mark.tag[0]) ? 'wrc' : bodyByName(mark.tag[0]);
  }
  if (mark?.place === undefined || mark.year === undefined) return null;
  const met = bodyThatMet(mark.place, mark.year);
  if (met !== null || context === null || context.place === null) return met;
  // A meeting that the table does not know yet: the document's own.
  const isOwn = context.year === mark.year && foldPlace(context.place) === foldPlace(mark.place);
  return isOwn && context.body !== 'unknown' ? context.body : null;
}

function yearOf(mark: EditionMark | null, body: Mention['body']): number | null {
  if (mark?.year !== undefined) return mark.year;
  if (mark?.tag !== undefined) return yearOfTag(...mark.tag);
  return body === null || body.digits === null ? null : yearOfTag(body.id, body.digits);
}

/** "M.2083-0", "Y.3100": a letter series and a number; ITU-R counts revisions, ITU-T goes by date. ITU-D numbers only. */
function resolveSeries({ kind, designation, mark }: Mention, sector: Sector) {
  const [number = '', revision = null] = designation.toLowerCase().split('-');
  if (!number.includes('.') && (sector !== 'itu-d' || kind !== 'recommendation')) return null;
  return {
    work: `${sector}/${kind}/${number}` as WorkId,
    edition: sector === 'itu-r' ? revision : (mark?.year?.toString() ?? null),
  };
}

/**
 * "Question 1/1": question and study group. ITU-D has the study groups 1 and 2 only and its Questions are cited
 * without the Sector; ITU-T has no group 1, and its other numbers no group of ITU-D. In a text of another Sector's
 * assembly they are that Sector's.
 */
function resolveQuestion({ sector, designation, isNamed }: Mention, context: Context | null) {
  if (sector === null && !isNamed) return null;
  const group = Number(designation.split('/')[1]);
  const home = context === null ? null : sectorOf(context.body);
  const usual: Sector = group <= 2 ? 'itu-d' : 'itu-t';
  const owner = sector ?? (home === null || home === 'itu-d' ? usual : home);
  const number = designation.replace(/-\d+\//, '/').replace('/', '-');
  return { work: `${owner}/question/${number}` as WorkId, edition: null };
}
