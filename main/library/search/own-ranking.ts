import { weightOfField } from '../indexing/bm25.ts';
import type { Connection } from '../opening.ts';
import type { Need, Plan } from './need.ts';
import { weighedBy } from './own-expressions.ts';

/** Most entries that are ranked by their words: the most important ones. The others follow in the order of importance. */
const mostRanked = 2000;

/** Entries that FTS5 weighs at a time. */
const entriesAtATime = 400;

const score = `-bm25(stream, ${weightOfField.text}.0, ${weightOfField.heading}.0, ${weightOfField.notes})`;

/** How much a word says, as FTS5 reckons it (sqlite.org/fts5.html, section 5.1.1). */
const rarityInFts5 = (entries: number, holding: number): number =>
  Math.max(1e-6, Math.log((entries - holding + 0.5) / (holding + 0.5)));

export interface RankRow {
  readonly id: number;
  readonly year: number;
  readonly weight: number;
  readonly edition: number;
  readonly position: number;
}

/** Weighs entries of an own library. Pauses now and then. */
export function createOwnRanking(
  connection: Connection,
  countOf: (need: Need) => Generator<void, number>,
) {
  // The sign before "rowid" keeps FTS5 from being asked anew for each entry, and from weighing its words by all others each time.
  const scored = connection
    .prepare<[string, number, number, string], [id: number, score: number]>(
      `SELECT rowid, ${score} FROM stream
       WHERE stream MATCH ? AND rowid BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)
         AND +rowid IN (SELECT value FROM json_each(?))`,
    )
    .raw();
  const read = connection.prepare<[string], RankRow>(
    `SELECT e.id, d.year, e.weight, e.edition_id AS edition, e.position
     FROM entries e JOIN editions d ON d.id = e.edition_id WHERE e.id IN (SELECT value FROM json_each(?))`,
  );

  return {
    *rows(ids: readonly number[]): Generator<void, RankRow[]> {
      const rows: RankRow[] = [];
      for (let from = 0; from < ids.length; from += entriesAtATime) {
        rows.push(...read.all(JSON.stringify(ids.slice(from, from + entriesAtATime))));
        yield;
      }
      return rows;
    },
    /** Scores of the most important of these, as if the words weighed here what they weigh in all libraries together. */
    *scores(
      ids: readonly number[],
      { branches, rarities }: Plan,
      entries: number,
    ): Generator<void, Map<number, number>> {
      const scores = new Map<number, number>();
      for (const need of new Set(branches.flatMap(({ wanted }) => wanted))) {
        const count = yield* countOf(need);
        if (count === 0) continue;
        const { expressions, isByWords } = weighedBy(need);
        const factor = isByWords ? 1 : (rarities.get(need) ?? 0) / rarityInFts5(entries, count);
        for (const expression of expressions)
          for (let from = 0; from < Math.min(ids.length, mostRanked); from += entriesAtATime) {
            const some = ids.slice(from, Math.min(from + entriesAtATime, mostRanked));
            const [first = 0, last = 0] = [some[0], some.at(-1)];
            for (const [id, value] of scored.all(expression, first, last, JSON.stringify(some)))
              scores.set(id, (scores.get(id) ?? 0) + value * factor);
            yield;
          }
      }
      return scores;
    },
  };
}
