import { encodePostings, openPostings, type Postings } from '../impacts/index.ts';
import { now } from '../clock.ts';
import type { Connection } from '../opening.ts';
import { partsOf, type Way, type WordTerm } from './need.ts';
import type { Pace } from './pace.ts';

/** A string of FTS5's query language: within it only the quotation mark means anything, and no part holds one. */
const quoted = (words: readonly WordTerm[]): string => `"${partsOf(words).join(' ')}"`;

/** The expression of one way. */
export function expressionOf(way: Way): string {
  switch (way.kind) {
    case 'term':
      return quoted([way.word]);
    case 'run':
      return quoted(way.words);
    case 'near':
      // FTS5 counts what stands between the first and the last; each but those two is between as well.
      return `NEAR(${way.runs.map(quoted).join(' ')}, ${
        way.distance * (way.runs.length - 1) + partsOf(way.runs.slice(1, -1).flat()).length
      })`;
  }
}

/** With fewer steps than this, from entry to entry of its rarest word and to each other word there, a phrase is looked for in one go. */
const fewSteps = 4096;
/** As many steps are asked for at first; then by how long they took, at most so many entries and at least so many. */
const firstSteps = 1024;
const longestStretch = 20_000;
const shortestStretch = 50;
/** Milliseconds that a stretch should take. */
const wantedTime = 1;

/** What is looked for, among which entries. */
export interface RunSearch {
  readonly way: Way;
  /** A part that all candidates hold, and how many entries do. */
  readonly rarest: { readonly part: string; readonly count: number };
  /** How many words it has. */
  readonly words: number;
  /** Numbers of the entries that have all of them, ascending. */
  readonly candidates: Uint32Array;
}

/**
 * Finds in which entries words stand in a given order or close together. FTS5 cannot be interrupted, and a phrase that
 * stands nowhere would keep it looking to the very end. So where there are many candidates it is asked for those that
 * hold the rarest word and not the phrase, a number of them at a time: whatever else is a candidate holds it.
 */
export function createRunFinder(connection: Connection) {
  // A number is bound as a real one, and FTS5 passes over a bound that is no integer: it would look at every entry.
  const find = connection
    .prepare<[string, number, number], number>(
      'SELECT rowid FROM stream WHERE stream MATCH ? AND rowid >= CAST(? AS INTEGER) ORDER BY rowid LIMIT ?',
    )
    .pluck();
  return async (
    { way, rarest, words, candidates }: RunSearch,
    pace: Pace,
  ): Promise<Uint32Array> => {
    const last = candidates.at(-1) ?? 0;
    const expression = expressionOf(way);
    await pace.rest();
    if (rarest.count * words < fewSteps) {
      const found = find.all(expression, 1, -1);
      return Uint32Array.from(found.filter((entry) => entry <= last));
    }
    const without = new Set<number>();
    let stretch = Math.max(shortestStretch, Math.round(firstSteps / words));
    for (let from = 1; from <= last;) {
      const started = now();
      const found = find.all(`"${rarest.part}" NOT ${expression}`, from, stretch);
      for (const entry of found) without.add(entry);
      const time = now() - started;
      from = found.length < stretch ? last + 1 : (found.at(-1) ?? last) + 1;
      const ratio = Math.min(2, Math.max(0.25, wantedTime / Math.max(time, 0.01)));
      stretch = Math.max(shortestStretch, Math.min(longestStretch, Math.round(stretch * ratio)));
      await pace.rest();
    }
    return candidates.filter((entry) => !without.has(entry));
  };
}

/** What stands in these entries, as postings that say the same in each. */
export const postingsOf = (entries: Uint32Array): Postings | null =>
  entries.length === 0
    ? null
    : openPostings(encodePostings(entries, new Float32Array(entries.length).fill(1)));
