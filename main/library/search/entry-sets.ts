import type { Columns } from '../indexing/columns.ts';
import {
  entryAt,
  findMatches,
  forEachPlace,
  windowSize,
  windowWords,
  type Clause,
  type Matches,
} from '../impacts/index.ts';
import type { Connection } from '../opening.ts';
import type { EntryKind } from '../indexing/entries.ts';
import { addTo, isIn, removeFrom, type EntrySet } from './entry-set.ts';
import { createNamedRows } from './named-rows.ts';
import type { Filter, Named } from './need.ts';
import type { Pace } from './pace.ts';
import type { openProfiles } from './profiles.ts';

/** Of a set, what passes every test. Pauses now and then. */
function* keepFitting(
  bits: EntrySet,
  tests: readonly ((entry: number) => boolean)[],
): Generator<void, Matches> {
  const kept = bits.slice();
  let total = 0;
  for (let window = 0; window * windowWords < bits.length; window += 1) {
    forEachPlace(bits, window * windowWords, (place) => {
      const entry = entryAt(window, place);
      if (tests.every((test) => test(entry))) total += 1;
      else removeFrom(kept, entry);
    });
    yield;
  }
  return { bits: kept, total };
}

/** Sets of the entries of a compiled library: by filters, by addresses, and what else is done with sets. */
export function createEntrySets(
  connection: Connection,
  columns: Columns,
  profiles: ReturnType<typeof openProfiles>,
) {
  const entries = columns.sources.length;
  const words = Math.ceil(entries / windowSize) * windowWords;
  const { titles, provisions } = columns.counts;

  const editionsOf = {
    work: connection
      .prepare<[string], number>(
        'SELECT d.id FROM editions d JOIN works w ON w.id = d.work_id WHERE w.work = ?',
      )
      .pluck(),
    edition: connection
      .prepare<{ value: string }, number>(
        'SELECT id FROM editions WHERE address = @value OR edition = @value',
      )
      .pluck(),
  };
  const placesAt = connection
    .prepare<[string], number>('SELECT id FROM record_places WHERE address = ?')
    .pluck();
  const namedRows = createNamedRows(connection);
  /** Of each row of one kind, its entry; made when it is first asked for. */
  const entriesByRow = (from: number, to: number) => {
    let known: Uint32Array | null = null;
    return (row: number): number[] => {
      if (known === null) {
        const sources = columns.sources.subarray(from, to);
        known = new Uint32Array(sources.reduce((most, source) => Math.max(most, source), 0) + 1);
        for (const [at, source] of sources.entries()) known[source] = from + at + 1;
      }
      const entry = known[row] ?? 0;
      return entry === 0 ? [] : [entry];
    };
  };
  const entriesOf = {
    title: entriesByRow(0, titles),
    provision: entriesByRow(titles, titles + provisions),
    place: entriesByRow(titles + provisions, entries),
  } satisfies Record<EntryKind, unknown>;

  /** Whether each entry fits, by what its profile says or by its edition. */
  const fits = ({ field, value, isWanted }: Filter): ((entry: number) => boolean) => {
    const fitting = profiles.fitting(field, value);
    if (fitting !== null)
      return (entry) => (fitting[columns.profiles[entry - 1] ?? 0] === 1) === isWanted;
    const rows = new Set(
      field === 'work' ? editionsOf.work.all(value) : editionsOf.edition.all({ value }),
    );
    // The record of a work is of the work, too.
    const place = field === 'work' ? placesAt.get(value) : undefined;
    const [record] = place === undefined ? [] : entriesOf.place(place);
    return (entry) => (rows.has(columns.editions[entry - 1] ?? 0) || entry === record) === isWanted;
  };

  function* all(unwanted: readonly Clause[]): Generator<void, Matches> {
    const bits = new Uint32Array(words);
    for (let entry = 1; entry <= entries; entry += 1) addTo(bits, entry);
    yield;
    if (unwanted.length === 0) return { bits, total: entries };
    const { bits: left } = yield* findMatches(
      { clauses: unwanted, atLeast: 1, unwanted: [] },
      entries,
    );
    for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) & ~(left[word] ?? 0);
    return { bits, total: entries };
  }

  return {
    none: (): EntrySet => new Uint32Array(words),
    /** How many references, without their text here, are in a set. */
    references: (set: EntrySet): number => {
      let count = 0;
      for (let entry = titles + provisions + 1; entry <= entries; entry += 1)
        if (isIn(set, entry) && profiles.isBareReference(columns.profiles[entry - 1] ?? 0))
          count += 1;
      return count;
    },
    /** Every entry but those that have one of the clauses. */
    all,
    addAll: (set: EntrySet, { bits }: Matches): void => {
      for (let word = 0; word < words; word += 1) set[word] = (set[word] ?? 0) | (bits[word] ?? 0);
    },
    /** Of a set, what fits every filter; it is left as it is where there is none. */
    keep: async (matches: Matches, filters: readonly Filter[], pace: Pace): Promise<Matches> =>
      filters.length === 0 ? matches : pace.run(keepFitting(matches.bits, filters.map(fits))),
    /** What a query names, best first, and what speaks of that, the most important first. */
    named: (named: Named | null): { readonly things: number[]; readonly citing: number[] } => {
      if (named === null) return { things: [], citing: [] };
      const things = [
        ...new Set(namedRows.things(named).flatMap(({ kind, row }) => entriesOf[kind](row))),
      ];
      const citing = [...new Set(namedRows.citing(named).flatMap(entriesOf.provision))]
        .filter((entry) => !things.includes(entry))
        .toSorted((a, b) => a - b);
      return { things, citing };
    },
  };
}
