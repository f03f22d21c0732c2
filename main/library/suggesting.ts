import type { Suggestion } from '../contract/answers.ts';
import { normalize } from './normalize.ts';
import type { Connection } from './opening.ts';

/** A suggestion and how well it fits, the least number best; comparable between libraries. */
export interface RankedSuggestion {
  readonly item: Suggestion;
  readonly rank: number;
}

/** Gives what fits, best first, a bounded number. */
export type Suggest = (prefix: string) => Promise<readonly RankedSuggestion[]>;

/** How many of the index's findings are looked at before the best are chosen. */
const considered = 200;

/** Most words that are looked up in a full-text index; nobody waits for suggestions after more. */
const maxWords = 12;

/** As the index folds and parts words: "ITU\u2011T" and "itu t" are the same beginning. */
const fold = (text: string): string =>
  normalize(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

interface SuggestionRow extends Suggestion {
  readonly id: number;
  readonly aliases: string;
}

/** Prepares the ranking of what an index found: `ids`, best first. */
function createRanking(connection: Connection) {
  const byIds = connection.prepare<[string], SuggestionRow>(
    `SELECT id, text, kind, address, aliases FROM suggestions
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
  );
  /**
   * What is called just what was typed comes first, then what has a name that begins with the very words typed; then
   * counts the index's order.
   */
  return (ids: readonly number[], typed: string): RankedSuggestion[] => {
    const places = new Map(ids.map((id, place) => [id, place]));
    return byIds
      .all(JSON.stringify(ids))
      .map(({ id, aliases, ...item }) => {
        const names = [item.text, ...aliases.split('\n')].map(fold);
        const isCalledSo = names.includes(typed);
        const beginsSo = names.some((name) => name.startsWith(typed));
        const tier = isCalledSo ? 0 : considered + (beginsSo ? 0 : considered);
        return { item, rank: tier + (places.get(id) ?? considered) };
      })
      .toSorted((a, b) => a.rank - b.rank);
  };
}

/**
 * Suggestions from a compiled library. FlexSearch and its index are loaded at the first call, since most runs of the
 * command never suggest; it ranks by how early the words stand.
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
  const rank = createRanking(connection);

  return async (prefix) => {
    loading ??= load();
    const index = await loading;
    const typed = fold(prefix);
    if (typed === '') return [];
    return rank(index.search(typed, { limit: considered }).map(Number), typed);
  };
}

/**
 * Suggestions from a library that grows, whose words stand in a full-text index: first what begins with the words
 * typed, then what holds, for each of them, a word that begins with it.
 */
export function createOwnSuggest(connection: Connection): Suggest {
  const find = connection
    .prepare<[string, number], number>(
      'SELECT rowid FROM suggestion_words WHERE suggestion_words MATCH ? ORDER BY rowid LIMIT ?',
    )
    .pluck();
  const rank = createRanking(connection);

  return async (prefix) => {
    const typed = fold(prefix);
    if (typed === '') return [];
    const words = typed.split(' ').slice(0, maxWords);
    const beginning = find.all(`text : ^ "${words.join(' ')}" *`, considered);
    const holding = find.all(words.map((word) => `"${word}" *`).join(' AND '), considered);
    return rank([...new Set([...beginning, ...holding])].slice(0, considered), typed);
  };
}
