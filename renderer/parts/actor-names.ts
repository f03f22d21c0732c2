import type { ActorId } from '../../main/contract/ids.ts';
import type { ActorNames } from '../state/duties.ts';
import { words } from '../words/index.ts';

/** Who is spoken to, by name. An assembly that resolves something itself is an actor too. */
export function actorName(actor: ActorId): string {
  const isBody =
    Object.hasOwn(words.names.bodies, actor) && !Object.hasOwn(words.names.actors, actor);
  const name = isBody ? words.body(actor) : words.actor(actor);
  return name.charAt(0).toLocaleUpperCase(words.language) + name.slice(1);
}

/** Names of actors and their order, in the language that is spoken now. */
export function namesOfActors(): ActorNames {
  const collator = new Intl.Collator(words.language, { numeric: true });
  return { nameOf: actorName, compare: (one, other) => collator.compare(one, other) };
}
