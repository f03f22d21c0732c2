import type { Api } from '../contract/api.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import { editionId, parseAddress, type EditionId } from '../contract/ids.ts';
import type { LibraryReader } from '../library/index.ts';
import { inNumberOrder } from './in-number-order.ts';
import { listed } from './show/listed.ts';
import { unknownEdition, unknownWork } from './show/unknown.ts';

/** The editions that an address stands for: one, or all of a work. */
function editionsAt(library: LibraryReader, address: string): Result<EditionId[]> {
  const parsed = parseAddress(address);
  if (!parsed.ok) return parsed;
  const { work, edition, section } = parsed.value;
  if (section !== undefined) {
    return failed(
      'malformed-address',
      `"${address.slice(0, 80)}" is part of an edition; an edition looks like wtsa/resolution/92@2024`,
    );
  }
  if (edition !== undefined) {
    const found = library.edition(editionId(work, edition));
    return found === null ? unknownEdition(library, work, edition) : done([found.summary.edition]);
  }
  const editions = library.editionsOf(work).map((each) => each.edition);
  if (editions.length > 0) return done(editions);
  const name = library.nameOfWork(work);
  return name === null
    ? unknownWork(library, work)
    : failed('unknown-edition', `The text of ${name} is not here, and so not what it asks for.`);
}

/** Whoever a document speaks to, adopts one, or has a record; and what its record says that it is called. */
function actorsKnown(library: LibraryReader): string[] {
  const ofBodies = library.recordsOf('body').flatMap(({ address, actors, groups }) => {
    const slug: string = address.slice(address.indexOf('/') + 1);
    return [slug].concat(actors, groups);
  });
  return [...new Set([...library.knownActors(), ...ofBodies])].toSorted(inNumberOrder);
}

/**
 * Who must do what.
 *
 * Errors: `malformed-address`, `unknown-work` and `unknown-edition` of the edition, `unknown-record` of an actor that
 * the library has never heard of. One who is known and asked for nothing gives an empty list.
 */
export const createActions =
  (library: LibraryReader): Api['actions'] =>
  async (request) =>
    library.inOneView(() => {
      const editions =
        request.edition === undefined ? done(null) : editionsAt(library, request.edition);
      if (!editions.ok) return editions;
      const actor = request.actor?.trim().toLowerCase();
      const actors = actor === undefined ? null : [actor];
      const actions = library.actions({ actors, editions: editions.value });
      if (actions.length > 0 || actor === undefined) return done({ actions });
      const known = actorsKnown(library);
      if (known.includes(actor)) return done({ actions });
      return failed(
        'unknown-record',
        `The library knows no actor ${JSON.stringify(actor.slice(0, 80))}; it knows ${listed(known)}.`,
      );
    });
