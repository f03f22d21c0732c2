import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Duty, DutyEdition } from '../../main/contract/duties.ts';
import type { ActorId } from '../../main/contract/ids.ts';
import type { BodyRecord } from '../../main/contract/records.ts';

/** The assembly or conference that opens the study periods of a Sector. */
const assemblies: Readonly<Record<string, string>> = {
  'itu-t': 'wtsa',
  'itu-r': 'ra',
  'itu-d': 'wtdc',
};

/** What a body was asked in the time that one assembly of its Sector opened. */
export interface StudyPeriod {
  readonly assembly: RecordSummary;
  /** Null: it is the last one that is known. */
  readonly next: RecordSummary | null;
  /** Of the period that the body's summary speaks of, as it is called: "2025-2028". */
  readonly named: string | null;
  /** Texts that the assembly adopted and that speak to the body. */
  readonly asked: readonly {
    readonly edition: DutyEdition;
    /** By which name. */
    readonly actor: ActorId;
    readonly provisions: number;
  }[];
}

/**
 * The study periods of a body that has any, oldest first: from the first one in which a text speaks to it, or from that of
 * its summary, to the last one that is known.
 */
export function studyPeriodsOf(
  { sector, period }: Pick<BodyRecord, 'sector' | 'period'>,
  meetings: readonly RecordSummary[],
  duties: readonly Duty[],
  editions: readonly DutyEdition[],
): readonly StudyPeriod[] {
  if (period === null || sector === null) return [];
  const sittings = meetings
    .filter(({ body, year }) => body === assemblies[sector] && year !== null)
    .toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
  const first = Number(period.slice(0, 4));
  // The assembly that opens a period sits in its first year or in the one before.
  const opening = sittings.findLast(({ year }) => (year ?? 0) <= first);
  const periods = sittings.map((assembly, at) => ({
    assembly,
    next: sittings[at + 1] ?? null,
    named: assembly === opening ? period : null,
    asked: editions.flatMap((edition) => {
      if (edition.meeting !== assembly.name) return [];
      const own = duties.filter((duty) => duty.edition === edition.edition && duty.fate !== 'gone');
      return own.slice(0, 1).map(({ actor }) => ({
        edition,
        actor,
        provisions: new Set(own.map(({ address }) => address)).size,
      }));
    }),
  }));
  return periods.slice(
    Math.max(
      0,
      periods.findIndex(({ named, asked }) => named !== null || asked.length > 0),
    ),
  );
}
