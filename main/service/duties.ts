import { setImmediate as breathe } from 'node:timers/promises';
import type { EditionSummary } from '../contract/answers.ts';
import type { Api } from '../contract/api.ts';
import type { Duties, Duty, DutyEdition } from '../contract/duties.ts';
import { done } from '../contract/failure.ts';
import type { WorkId } from '../contract/ids.ts';
import type { LibraryReader } from '../library/index.ts';
import { dutiesSince, firstDuties, type AskingEdition } from './fates.ts';

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
 * Errors: none of its own; what the library does not know is asked nothing.
 */
export function createDuties(library: LibraryReader): Api['duties'] {
  let known: { readonly state: string | null; readonly reckoned: Promise<Reckoned> } | null = null;

  function reckoned(): Promise<Reckoned> {
    const state = library.state();
    if (known === null || state === null || known.state !== state) {
      const own = { state, reckoned: reckon(library) };
      known = own;
      // What went wrong is tried again.
      own.reckoned.catch(() => {
        if (known === own) known = null;
      });
    }
    return known.reckoned;
  }

  return async ({ work, actors }) => {
    const { editions, duties } = await reckoned();
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

async function reckon(library: LibraryReader): Promise<Reckoned> {
  const works = Map.groupBy(library.editions(), ({ work }) => work);
  const editions: DutyEdition[] = [];
  const duties: (readonly [WorkId, Duty])[] = [];
  for (const [work, newestFirst] of works) {
    const asked: { readonly edition: DutyEdition; readonly duties: readonly Duty[] }[] = [];
    let before: AskingEdition | null = null;
    for (const summary of newestFirst.toReversed()) {
      await breathe();
      const now = readAsking(library, summary, newestFirst.length > 1);
      if (now === null) continue;
      const own = before === null ? firstDuties(now) : await since(work, before, now);
      const edition = { ...summary, before: before?.edition ?? null };
      if (own.length > 0) asked.unshift({ edition, duties: own });
      before = now;
    }
    editions.push(...asked.map(({ edition }) => edition));
    duties.push(...asked.flatMap((one) => one.duties.map((duty) => [work, duty] as const)));
  }
  return { editions, duties };
}

/** Null: it was taken away meanwhile. */
function readAsking(
  library: LibraryReader,
  { edition }: EditionSummary,
  isCompared: boolean,
): AskingEdition | null {
  return library.inOneView(() => {
    const stored = library.edition(edition);
    if (stored === null) return null;
    const actions = library.actions({ actors: null, editions: [edition] });
    const structure = isCompared ? library.structure(stored.row) : { sections: [], annexes: [] };
    return { edition, actions, ...structure };
  });
}

async function since(work: WorkId, before: AskingEdition, now: AskingEdition) {
  await breathe();
  const { compareDocuments } = await import('../documents/compare/index.ts');
  const comparable = ({ sections, annexes }: AskingEdition) => ({
    identity: { work },
    sections,
    annexes,
  });
  const { rows } = compareDocuments(comparable(before), comparable(now));
  return dutiesSince(before, now, rows);
}
