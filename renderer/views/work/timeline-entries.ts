import type {
  EditionSummary,
  IncomingCitation,
  RecordSummary,
  ShownWork,
} from '../../../main/contract/answers.ts';
import type { EditionStatus, KnownEdition } from '../../../main/contract/records.ts';
import { isOlder } from '../../parts/edition-age.ts';

/** One edition of a work, known by its text here, by its record, or by both. */
export interface TimelineEntry {
  /** What follows the `@`. */
  readonly edition: string;
  readonly text: EditionSummary | null;
  readonly known: KnownEdition | null;
  /** The meeting that adopted it; null where the library knows of none. */
  readonly meeting: RecordSummary | null;
  readonly status: EditionStatus | null;
  readonly cites: number;
  /** The next older edition whose text is here, where this one's is. */
  readonly before: EditionSummary | null;
}

/** The editions of a work, newest first, each at the meeting that adopted it. */
export function timelineOf(
  { address, editions, record, citedBy }: ShownWork,
  meetings: readonly RecordSummary[],
): readonly TimelineEntry[] {
  const [body = ''] = address.split('/');
  const texts = new Map(editions.map((one) => [one.edition.slice(address.length + 1), one]));
  const known = new Map((record?.editions ?? []).map((one) => [one.edition, one]));
  const all = [...new Set([...texts.keys(), ...known.keys()])].toSorted((a, b) =>
    isOlder(a, b) ? 1 : isOlder(b, a) ? -1 : 0,
  );
  return all.map((edition, order) => {
    const text = texts.get(edition) ?? null;
    const before = all.slice(order + 1).find((older) => texts.has(older));
    return {
      edition,
      text,
      known: known.get(edition) ?? null,
      meeting: meetingOf(body, text, edition, meetings),
      status: known.get(edition)?.status ?? null,
      cites: citesOf(citedBy, edition),
      before: text === null || before === undefined ? null : (texts.get(before) ?? null),
    };
  });
}

/** By the name that the text has for it, else as the one meeting of the body in that year. */
function meetingOf(
  body: string,
  text: EditionSummary | null,
  edition: string,
  meetings: readonly RecordSummary[],
): RecordSummary | null {
  const named = meetings.find(({ name }) => name === text?.meeting);
  const [sole, ...others] = meetings.filter(
    (meeting) => meeting.body === body && String(meeting.year) === edition.slice(0, 4),
  );
  return named ?? (others.length === 0 ? (sole ?? null) : null);
}

const citesOf = (citedBy: readonly IncomingCitation[], edition: string): number =>
  citedBy.filter((citation) => citation.edition === edition).length;
