import type { Columns } from '../indexing/columns.ts';
import { entryAt, forEachPlace, windowWords } from '../impacts/index.ts';
import type { EntrySet } from './entry-set.ts';

/** Records come after all documents. */
const afterEditions = 2 ** 20;

/** The first `limit` entries of a set: newest first, or in the order of the documents. Pauses now and then. */
export function* firstInOrder(
  set: EntrySet,
  order: 'date' | 'document',
  limit: number,
  { editions, sources, counts: { titles } }: Columns,
  yearOf: (entry: number) => number,
): Generator<void, number[]> {
  const keyOf = (entry: number): number => {
    if (order === 'date') return -yearOf(entry);
    const edition = editions.at(entry - 1);
    const row = sources.at(entry - 1);
    // A title stands before all that is in its edition.
    return (edition === 0 ? afterEditions : edition) * 2 ** 32 + (entry <= titles ? 0 : row);
  };
  let chosen: { entry: number; key: number }[] = [];
  let worst = Infinity;
  const tidy = (): void => {
    chosen.sort((a, b) => a.key - b.key || a.entry - b.entry);
    chosen = chosen.slice(0, limit);
    worst = chosen.length === limit ? (chosen.at(-1)?.key ?? Infinity) : Infinity;
  };
  for (let window = 0; window * windowWords < set.length; window += 1) {
    forEachPlace(set, window * windowWords, (place) => {
      const entry = entryAt(window, place);
      const key = keyOf(entry);
      // At equal key the lower number is first, and numbers come in order.
      if (key >= worst) return;
      chosen.push({ entry, key });
      if (chosen.length >= 2 * limit + 100) tidy();
    });
    yield;
  }
  tidy();
  return chosen.map(({ entry }) => entry);
}
