import type { Columns } from '../indexing/columns.ts';
import { findMatches, windowSize, wordsOfSet, type Clause } from '../impacts/index.ts';
import type { Connection } from '../opening.ts';
import type { EntryKind } from '../indexing/entries.ts';
import { addTo, isIn, type EntrySet } from './entry-set.ts';
import { createNamedRows } from './named-rows.ts';
import type { Filter, Hidden, Named } from './need.ts';
import type { Pace } from './pace.ts';
import type { Profiles } from './profiles.ts';

/**
 * Filters of which it is kept which entries pass: the next key press has the same, and a room has most values that a library
 * offers. Taken in turn, one more than are kept would find none kept.
 */
const mostFilters = 96;

/**
 * Sets that are kept to be lent again. Those of a large library are large: made anew for each search they would have memory
 * cleaned up every few dozen searches, which nobody is to wait for.
 */
const mostSpare = 16;

/** Sets of the entries of a compiled library: by filters, by addresses, and what else is done with sets. */
export function createEntrySets(connection: Connection, columns: Columns, profiles: Profiles) {
  const { sources, editions } = columns;
  const entries = sources.length;
  const words = wordsOfSet(entries);
  const spare: EntrySet[] = [];
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
  const placesOf = connection
    .prepare<[string], number>(
      'SELECT id FROM record_places WHERE record_id IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const namedRows = createNamedRows(connection);
  /** Of each row of a kind that has few, its entry; made when it is first asked for. */
  const entriesByRow = (from: number, to: number) => {
    let known: Map<number, number> | null = null;
    return (row: number): number[] => {
      known ??= new Map(
        Array.from({ length: to - from }, (_none, at) => [sources.at(from + at), from + at + 1]),
      );
      const entry = known.get(row);
      return entry === undefined ? [] : [entry];
    };
  };
  const entriesOf = {
    title: entriesByRow(0, titles),
    provision: (row: number): number[] => {
      const entry = columns.provisions.at(row);
      return entry === 0 ? [] : [entry];
    },
    place: entriesByRow(titles + provisions, entries),
  } satisfies Record<EntryKind, unknown>;

  /** Adds every entry of the editions of these rows. */
  function* addEditions(set: EntrySet, rows: Iterable<number>): Generator<void, void> {
    const wanted = new Set(rows);
    for (let at = 0; at < entries; at += 1) {
      if (wanted.has(editions.at(at))) addTo(set, at + 1);
      if (at % windowSize === 0) yield;
    }
  }

  /** Which entries have what a filter asks for, by what their profiles say or by their editions. */
  function* having({ field, value }: Filter): Generator<void, EntrySet> {
    const set: EntrySet = new Uint32Array(words);
    if ((yield* profiles.having(field, value, set)) !== null) return set;
    const rows = field === 'work' ? editionsOf.work.all(value) : editionsOf.edition.all({ value });
    yield* addEditions(set, rows);
    // The record of a work is of the work, too.
    const place = field === 'work' ? placesAt.get(value) : undefined;
    for (const record of place === undefined ? [] : entriesOf.place(place)) addTo(set, record);
    return set;
  }

  const known = new Map<string, EntrySet>();
  /** Takes out of a set what does not fit a filter. */
  function* keepFor(set: EntrySet, filter: Filter): Generator<void, void> {
    const key = `${filter.field} ${filter.value}`;
    let passing = known.get(key);
    if (passing === undefined) {
      passing = yield* having(filter);
      if (known.size >= mostFilters) known.clear();
      known.set(key, passing);
    }
    const turned = filter.isWanted ? 0 : -1;
    for (let word = 0; word < words; word += 1)
      set[word] = (set[word] ?? 0) & ((passing[word] ?? 0) ^ turned);
  }

  function* all(unwanted: readonly Clause[]): Generator<void, EntrySet> {
    const bits = new Uint32Array(words).fill(-1, 0, entries >>> 5);
    for (let entry = entries - (entries % 32) + 1; entry <= entries; entry += 1) addTo(bits, entry);
    yield;
    if (unwanted.length === 0) return bits;
    const { bits: left } = yield* findMatches(
      { clauses: unwanted, atLeast: 1, unwanted: [] },
      entries,
    );
    for (let word = 0; word < words; word += 1) bits[word] = (bits[word] ?? 0) & ~(left[word] ?? 0);
    return bits;
  }

  return {
    /** An empty set, for as long as a search takes. */
    lent: (pace: Pace): EntrySet => {
      const set = spare.pop()?.fill(0) ?? new Uint32Array(words);
      pace.atEnd(() => {
        if (spare.length < mostSpare) spare.push(set);
      });
      return set;
    },
    /** The entries of the editions of these rows. */
    *ofEditions(rows: Iterable<number>): Generator<void, EntrySet> {
      const set: EntrySet = new Uint32Array(words);
      yield* addEditions(set, rows);
      return set;
    },
    /** The entries of editions, and those of records and of their parts. */
    *ofHidden({ editions: rows, records }: Hidden): Generator<void, EntrySet> {
      const set: EntrySet = new Uint32Array(words);
      yield* addEditions(set, rows);
      for (const place of placesOf.all(JSON.stringify(records)))
        for (const entry of entriesOf.place(place)) addTo(set, entry);
      yield;
      return set;
    },
    /** The entry of the provision of a row. */
    ofProvision: (row: number): number | undefined => entriesOf.provision(row)[0],
    /** How many references, without their text here, are in a set. */
    references: (set: EntrySet): number => {
      let count = 0;
      for (let entry = titles + provisions + 1; entry <= entries; entry += 1)
        if (isIn(set, entry) && profiles.isBareReference(profiles.of(entry))) count += 1;
      return count;
    },
    /** Every entry but those that have one of the clauses. */
    all,
    addAll: (set: EntrySet, others: EntrySet): void => {
      for (let word = 0; word < words; word += 1)
        set[word] = (set[word] ?? 0) | (others[word] ?? 0);
    },
    /** Takes out of a set what does not fit every filter. */
    keep: async (set: EntrySet, filters: readonly Filter[], pace: Pace): Promise<void> => {
      for (const filter of filters) await pace.run(keepFor(set, filter));
    },
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
