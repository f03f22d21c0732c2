import type { Suggestion } from '../contract/answers.ts';
import { normalize } from './normalize.ts';
import type { Connection } from './opening.ts';

export type Suggest = (prefix: string, limit: number) => Promise<readonly Suggestion[]>;

/** How many of the index's findings are looked at before the best are chosen. */
const considered = 200;

/** As the index folds and parts words: "ITU\u2011T" and "itu t" are the same beginning. */
const fold = (text: string): string =>
  normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Suggestions from a library. FlexSearch and its index are loaded at the first call, since most runs of the
 * command never suggest. What has a name that begins with the very words typed comes
 * first; then counts how early the words stand.
 */
export function createSuggest(connection: Connection): Suggest {
  const load = async () => {
    const { createSuggestionIndex } = await import('./suggestion-index.ts');
    const index = createSuggestionIndex();
    const parts = connection
      .prepare<[], { part: string; data: string }>(
        'SELECT part, data FROM suggestion_parts ORDER BY part',
      )
      .all();
    for (const { part, data } of parts) index.import(part, data);
    return index;
  };
  let loading: ReturnType<typeof load> | undefined;

  const byIds = connection.prepare<[string], Suggestion & { id: number; aliases: string }>(
    `SELECT id, text, kind, address, aliases FROM suggestions
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );

  return async (prefix, limit) => {
    loading ??= load();
    const index = await loading;
    const typed = fold(prefix);
    if (typed === '') return [];
    const ids = index.search(typed, { limit: considered }).map(Number);
    const places = new Map(ids.map((id, place) => [id, place]));
    return byIds
      .all(JSON.stringify(ids))
      .map(({ id, aliases, ...item }) => {
        const beginsSo = [item.text, ...aliases.split('\n')].some((name) =>
          fold(name).startsWith(typed),
        );
        return { item, rank: (beginsSo ? 0 : considered) + (places.get(id) ?? considered) };
      })
      .toSorted((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ item }) => item);
  };
}
