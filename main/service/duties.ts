import type { EditionSummary } from '../contract/answers.ts';
import type { Api, Call } from '../contract/api.ts';
import type { Duties, Duty, DutyEdition } from '../contract/duties.ts';
import { done } from '../contract/failure.ts';
import type { WorkId } from '../contract/ids.ts';
import { createPace, type LibraryReader, type Pace } from '../library/index.ts';
import { dutiesSince, firstDuties, type AskingEdition } from './fates.ts';
import { createReckonings } from './reckonings.ts';

/** More than these are not told at once: a megabyte or two, and more than anybody reads without narrowing it. */
const mostDuties = 4000;

/** What the whole library asks; each duty with the work that asks it. */
interface Reckoned {
  readonly editions: readonly DutyEdition[];
  readonly duties: readonly (readonly [WorkId, Duty])[];
}

/**
 * Who must do what, and what became of it from edition to edition. The whole library is reckoned once for each state of
 * it, a text at a time, so that others are answered in between.
 *
 * Errors: `called-off`, where nobody waits for the answer any more; what the library does not know is asked nothing.
 */
export function createDuties(library: LibraryReader): Api['duties'] {
  const reckonings = createReckonings<Reckoned>(1);
  return async ({ work, actors }, call) => {
    const reckoned = await reckonings(library.state(), call, (forAll) => reckon(library, forAll));
    if (!reckoned.ok) return reckoned;
    const { editions, duties } = reckoned.value;
    const wanted = duties.flatMap(([from, duty]) =>
      (work === undefined || from === work) && (actors === undefined || actors.includes(duty.actor))
        ? [duty]
        : [],
    );
    return done({
      editions,
      actors: [...new Set(duties.map(([, { actor }]) => actor))].toSorted(),
      duties: wanted.slice(0, mostDuties),
      total: wanted.length,
    } satisfies Duties);
  };
}

async function reckon(library: LibraryReader, call: Call): Promise<Reckoned> {
  const pace = createPace(call);
  const works = Map.groupBy(library.editions(), ({ work }) => work);
  const editions: DutyEdition[] = [];
  const duties: (readonly [WorkId, Duty])[] = [];
  for (const [work, newestFirst] of works) {
    const asked: { readonly edition: DutyEdition; readonly duties: readonly Duty[] }[] = [];
    let before: AskingEdition | null = null;
    for (const summary of newestFirst.toReversed()) {
      await pace.rest();
      const now = await readAsking(library, summary, newestFirst.length > 1, pace);
      if (now === null) continue;
      await pace.rest();
      const own = before === null ? firstDuties(now) : await since(work, before, now, pace);
      const edition = { ...summary, before: before?.edition ?? null };
      if (own.length > 0) asked.unshift({ edition, duties: own });
      before = now;
    }
    editions.push(...asked.map(({ edition }) => edition));
    duties.push(...asked.flatMap((one) => one.duties.map((duty) => [work, duty] as const)));
  }
  return { editions, duties };
}

/** Null: it was taken away meanwhile. Each half of a long text takes a while. */
async function readAsking(
  library: LibraryReader,
  { edition }: EditionSummary,
  isCompared: boolean,
  pace: Pace,
): Promise<AskingEdition | null> {
  const actions = library.actions({ actors: null, editions: [edition] });
  if (!isCompared) return { edition, actions, sections: [], annexes: [] };
  await pace.rest();
  return library.inOneView(() => {
    const stored = library.edition(edition);
    return stored === null ? null : { edition, actions, ...library.structure(stored.row) };
  });
}

async function since(work: WorkId, before: AskingEdition, now: AskingEdition, pace: Pace) {
  const { comparing } = await import('../documents/compare/index.ts');
  const comparable = ({ sections, annexes }: AskingEdition) => ({
    identity: { work },
    sections,
    annexes,
  });
  const { rows } = await pace.run(comparing(comparable(before), comparable(now)));
  await pace.rest();
  return dutiesSince(before, now, rows);
}
