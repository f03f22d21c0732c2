import type { Suggestion } from '../../contract/answers.ts';
import type { Connection } from '../opening.ts';
import type { Pace } from '../search/pace.ts';
import { bestFit, type Fit } from './names.ts';
import type { TypedWord } from './words.ts';

/** A suggestion and how well it fits; comparable between libraries. */
export interface RankedSuggestion {
  readonly item: Suggestion;
  readonly fit: Fit;
  /** Its place among those of its library that fit equally well; the first is 0. */
  readonly place: number;
  /** Whether what was typed had to be taken for something else. */
  readonly isCorrected: boolean;
}

/** Gives what fits, best first, a bounded number; `limit` is how many will be shown. */
export type Suggest = (
  typed: string,
  limit: number,
  pace: Pace,
) => Promise<readonly RankedSuggestion[]>;

/** How many more are looked at than will be shown: their names may fit better, and some are what another library has. */
const lookedAtBesides = 10;

export const numberLookedAt = (limit: number): number => limit + lookedAtBesides;

interface SuggestionRow extends Suggestion {
  readonly id: number;
  readonly aliases: string;
}

/** Prepares the order of what was found. */
export function createOrdering(connection: Connection, isCompiled: boolean) {
  const things = `SELECT id, text, kind, address, aliases FROM suggestions
    WHERE id IN (SELECT value FROM json_each(@ids))`;
  // Sections are many, and what is suggested of them stands in the library already.
  const sections = `SELECT g.id, s.heading || ', ' || d.name, 'section', d.address || '#' || s.address, ''
    FROM suggestion_sections g JOIN sections s ON s.id = g.section_id JOIN editions d ON d.id = s.edition_id
    WHERE g.id IN (SELECT value FROM json_each(@ids))`;
  const byIds = connection.prepare<{ ids: string }, SuggestionRow>(
    isCompiled ? `${things} UNION ALL ${sections}` : things,
  );
  /**
   * `ids`, best first. What is called just what was typed comes first, then what has a name that begins with the words
   * typed; then counts the order in which they were found.
   */
  return (
    ids: readonly number[],
    typed: readonly TypedWord[],
    isCorrected = false,
  ): RankedSuggestion[] => {
    const places = new Map(ids.map((id, place) => [id, place]));
    return byIds
      .all({ ids: JSON.stringify(ids) })
      .map(({ id, aliases, ...item }) => ({
        item,
        fit: bestFit([item.text, ...aliases.split('\n')], typed),
        place: places.get(id) ?? ids.length,
        isCorrected,
      }))
      .toSorted((a, b) => a.fit - b.fit || a.place - b.place);
  };
}

/** One of each in turn, so that every way of reading a misspelt word is shown. */
export function inTurn(lists: readonly (readonly number[])[], limit: number): number[] {
  const chosen = new Set<number>();
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  for (let at = 0; at < longest && chosen.size < limit; at += 1)
    for (const list of lists) {
      const id = list[at];
      if (id !== undefined) chosen.add(id);
    }
  return [...chosen].slice(0, limit);
}
