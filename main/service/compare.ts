import type { Api, Call } from '../contract/api.ts';
import type { Comparison } from '../contract/comparison.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import { editionId, parseAddress, type EditionId, type WorkId } from '../contract/ids.ts';
import { createPace, type LibraryReader } from '../library/index.ts';
import { createReckonings } from './reckonings.ts';
import { unknownEdition } from './show/unknown.ts';

/** How many comparisons are kept: going back and forth between a few editions needs no second reckoning. */
const mostKept = 8;

interface EditionOfWork {
  readonly id: EditionId;
  readonly work: WorkId;
  readonly edition: string;
}

/**
 * Two editions, of one work or of two, provision by provision: reckoned once for each state of the library, in short
 * stretches, so that others are answered in between.
 *
 * Errors: those of `show`; `malformed-address` too for the address of something else than an edition; `called-off`,
 * where nobody waits for the answer any more.
 */
export function createCompare(library: LibraryReader, show: Api['show']): Api['compare'] {
  const reckonings = createReckonings<Result<Comparison>>(mostKept);

  async function reckon(
    from: EditionOfWork,
    to: EditionOfWork,
    call: Call,
  ): Promise<Result<Comparison>> {
    const pace = createPace(call);
    const ours = readText(library, from);
    if (!ours.ok) return ours;
    await pace.rest();
    const theirs = readText(library, to);
    if (!theirs.ok) return theirs;
    await pace.rest();
    const { comparing } = await import('../documents/compare/index.ts');
    const compared = await pace.run(comparing(ours.value, theirs.value));
    return done({ from: from.id, to: to.id, ...compared });
  }

  return async (request, call) => {
    const from = await readAddress(show, request.from);
    if (!from.ok) return from;
    const to = await readAddress(show, request.to);
    if (!to.ok) return to;
    const state = library.state();
    const key = state === null ? null : `${state} ${from.value.id} ${to.value.id}`;
    const compared = await reckonings(key, call, (forAll) => reckon(from.value, to.value, forAll));
    return compared.ok ? compared.value : compared;
  };
}

async function readAddress(show: Api['show'], address: string): Promise<Result<EditionOfWork>> {
  const parsed = parseAddress(address);
  if (parsed.ok) {
    const { work, edition, section } = parsed.value;
    if (edition !== undefined && section === undefined)
      return done({ id: editionId(work, edition), work, edition });
  }
  // What is no address at all is told as everywhere else.
  const shown = await show({ address });
  if (!shown.ok) return shown;
  return failed(
    'malformed-address',
    `${shown.value.address} is no edition; an edition looks like wtsa/resolution/92@2024`,
  );
}

function readText(library: LibraryReader, { id, work, edition }: EditionOfWork) {
  return library.inOneView(() => {
    const stored = library.edition(id);
    if (stored === null) return unknownEdition(library, work, edition);
    return done({ identity: { work }, ...library.structure(stored.row) });
  });
}
