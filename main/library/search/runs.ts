import { encodePostings, openPostings, type Postings } from '../impacts/index.ts';
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

/** Entries that a first stretch looks at; later ones are as long as time allows. */
const firstStretch = 4096;
const longestStretch = 65_536;
/** Milliseconds that a stretch should take. */
const wantedTime = 2;

/**
 * Finds the entries, of those numbered up to `last`, in which words stand in a given order or close together. FTS5
 * cannot be interrupted, so it is asked for a stretch of numbers at a time, short enough for others to go between.
 */
export function createRunFinder(connection: Connection) {
  const find = connection
    .prepare<[string, number, number], number>(
      'SELECT rowid FROM stream WHERE stream MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid',
    )
    .pluck();
  return async (expression: string, last: number, pace: Pace): Promise<Uint32Array> => {
    const found: number[] = [];
    let stretch = firstStretch;
    for (let from = 1; from <= last;) {
      const to = Math.min(from + stretch - 1, last);
      const started = performance.now();
      for (const entry of find.all(expression, from, to)) found.push(entry);
      const time = performance.now() - started;
      const ratio = Math.min(4, Math.max(0.25, wantedTime / Math.max(time, 0.01)));
      stretch = Math.max(256, Math.min(longestStretch, Math.round(stretch * ratio)));
      from = to + 1;
      await pace.rest();
    }
    return Uint32Array.from(found);
  };
}

/** What stands in these entries, as postings that say the same in each. */
export const postingsOf = (entries: Uint32Array): Postings | null =>
  entries.length === 0
    ? null
    : openPostings(encodePostings(entries, new Float32Array(entries.length).fill(1)));
