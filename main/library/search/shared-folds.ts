import type { Steps } from '../../contract/steps.ts';
import { findFolds, type Foldable } from '../indexing/find-folds.ts';
import { createNumbering } from '../indexing/numbering.ts';
import type { EditionOf, EntryOf, SharedFold } from './shared-work.ts';

/** What editions of a work say alike, whichever library each is in; newest first. Pauses after each provision. */
export function* findSharedFolds(editions: readonly EditionOf[]): Steps<readonly SharedFold[]> {
  const numbersOf = createNumbering();
  const places: EntryOf[] = [];
  const provisions: Foldable[][] = [];
  for (const { library, source, row } of editions) {
    const { language, said } = yield* source.provisionsOf(row);
    const foldable: Foldable[] = [];
    for (const { entry, section, label, text } of said) {
      const words = numbersOf(text, language);
      foldable.push({ entry: places.length, section, label, words });
      places.push({ library, entry });
      yield;
    }
    provisions.push(foldable);
  }
  return (yield* findFolds(provisions)).flatMap(([follower, leader]) => {
    const [one, other] = [places[follower], places[leader]];
    return one === undefined || other === undefined ? [] : [{ follower: one, leader: other }];
  });
}
