import type { DutyEdition } from '../../../main/contract/duties.ts';
import type { ActorNames } from '../../state/duties.ts';
import type { DutiesPlace } from '../../state/places/index.ts';
import { words } from '../../words/index.ts';
import { workName } from './work-name.ts';

/** What narrows the table and the matrix now, each choice as a person reads it. */
export function chosenIn(
  { work, edition, actor, verb, fate, words: typed }: DutiesPlace,
  editions: readonly DutyEdition[],
  { nameOf }: ActorNames,
): readonly string[] {
  const ofEdition = editions.find((one) => one.edition === edition);
  const ofWork = editions.find((one) => one.work === work);
  return [
    edition === null
      ? work && (ofWork === undefined ? work : workName(ofWork))
      : (ofEdition?.name ?? edition),
    actor && nameOf(actor),
    verb,
    fate && words.dutiesScreen.fates[fate],
    typed.trim(),
  ].filter((choice): choice is string => Boolean(choice));
}
