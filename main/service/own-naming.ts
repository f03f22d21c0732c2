import type { WorkId } from '../contract/ids.ts';
import { nameOfWork } from '../documents/index.ts';
import type { Naming, NewEdition } from '../library/index.ts';
import { namesOfActor } from './names-of-actor.ts';

/** How things are called in a library of one's own. */
export interface OwnNaming extends Naming {
  /** Before an edition is added: what is no work of the Union's is called what it calls itself. */
  meet(edition: Pick<NewEdition, 'document' | 'name'>): void;
}

export function createOwnNaming(): OwnNaming {
  const own = new Map<WorkId, string>();
  return {
    meet: ({ document: { identity }, name }) => {
      if (identity.body === 'own') own.set(identity.work, name);
    },
    nameOfWork: (work, edition) => own.get(work) ?? nameOfWork(work, edition),
    namesOfActor,
  };
}
