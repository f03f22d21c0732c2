import type { Twin } from '../../contract/answers.ts';
import { toTheEnd, type Steps } from '../../contract/steps.ts';
import { importance } from '../indexing/bm25.ts';
import { mostExpansions } from '../indexing/write-words.ts';
import type { Connection } from '../opening.ts';
import { createDescriber } from './describe.ts';
import { createNamedRows } from './named-rows.ts';
import { addValues, copyOf, noValues } from './facets.ts';
import type { Found, Matched, Named, Need, Plan, Source, Standing, WordCount } from './need.ts';
import { createOwnFacets } from './own-facets.ts';
import { createOwnFolding } from './own-folding.ts';
import { createOwnMatching, mostCounted } from './own-matching.ts';
import { createOwnRanking } from './own-ranking.ts';
import { createWindows } from './own-windows.ts';
import type { Pace } from './pace.ts';
import { createSaidReader } from './said-provisions.ts';
import { createWordPages } from './word-pages.ts';

/** Scores of what a query names stand above all others, and of what cites that above the rest. */
const scoreOfNamed = 2000;
const scoreOfCiting = 1000;

/** Entries of an edition that are read without a pause. */
const entriesAtATime = 500;

/** How often an answer is begun anew since an import changed the library, before it is given in one stretch. */
const mostBeginnings = 3;

/** What of an own library a query names: entries, best first. */
interface NamedEntries {
  readonly things: readonly number[];
  readonly citing: readonly number[];
}

/** It has no records. */
const hiddenIn = ({ hidden }: Standing): readonly number[] => hidden?.editions ?? [];

/** A person's own library, which grows: FTS5 finds and ranks in it, within bounds. */
export function createOwnSource(connection: Connection): Source {
  const describer = createDescriber(connection, true);
  const countEntries = connection.prepare<[], number>('SELECT count(*) FROM entries').pluck();
  const countHidden = connection
    .prepare<[string], number>(
      'SELECT count(*) FROM entries WHERE edition_id IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const languages = connection
    .prepare<[], string>('SELECT DISTINCT language FROM editions ORDER BY language')
    .pluck();
  const wordsBetween = connection.prepare<[string, string, number], WordCount>(
    'SELECT word, count FROM words WHERE word >= ? AND word < ? ORDER BY count DESC, word LIMIT ?',
  );
  const keyOf = connection.prepare<[number], { provision: number | null; edition: number }>(
    'SELECT provision_id AS provision, edition_id AS edition FROM entries WHERE id = ?',
  );
  const namedRows = createNamedRows(connection);
  const entryOfTitle = connection
    .prepare<[number], number>(
      'SELECT id FROM entries WHERE edition_id = ? AND provision_id IS NULL',
    )
    .pluck();
  const entryOfProvision = connection
    .prepare<[number], number>(
      `SELECT e.id FROM provisions p JOIN sections s ON s.id = p.section_id
       JOIN entries e ON e.edition_id = s.edition_id AND e.provision_id = p.id WHERE p.id = ?`,
    )
    .pluck();

  const readSaid = createSaidReader(connection);
  const provisionEntries = connection
    .prepare<[number, number], [entry: number, provision: number]>(
      `SELECT id, provision_id FROM entries
       WHERE edition_id = ? AND id > ? AND provision_id IS NOT NULL ORDER BY id LIMIT ${entriesAtATime}`,
    )
    .raw();
  function* entriesOfProvisions(edition: number): Steps<(provision: number) => number | undefined> {
    const entries = new Map<number, number>();
    for (let last = 0; ;) {
      const rows = provisionEntries.all(edition, last);
      for (const [entry, provision] of rows) entries.set(provision, entry);
      yield;
      if (rows.length < entriesAtATime) return (provision) => entries.get(provision);
      last = rows.at(-1)?.[0] ?? 0;
    }
  }

  const windows = createWindows(connection);
  const matching = createOwnMatching(connection, windows);
  const counts = new WeakMap<Need, { readonly version: number; readonly count: number }>();
  /** In how many entries a need is met; counted once, as long as the library stays as it is. */
  function* countOf(need: Need): Generator<void, number> {
    const version = windows.version();
    const known = counts.get(need);
    if (known?.version === version) return known.count;
    const count = yield* matching.count(need, []);
    counts.set(need, { version, count });
    return count;
  }
  const ranking = createOwnRanking(connection, countOf);
  const countFacets = createOwnFacets(connection);
  const fold = createOwnFolding(connection);

  /** Does work in short stretches on the library as it is at one moment, whatever is imported meanwhile. */
  const inOneView = async <T>(work: () => Generator<void, T>, pace: Pace): Promise<T> => {
    for (let beginning = 0; beginning < mostBeginnings; beginning += 1) {
      const version = windows.version();
      const result = await pace.run(work());
      if (windows.version() === version) return result;
    }
    return connection.transaction(() => toTheEnd(work()))();
  };

  const namedEntries = (named: Named | null): NamedEntries => {
    if (named === null) return { things: [], citing: [] };
    const things = namedRows
      .things(named)
      .flatMap(({ kind, row }) =>
        kind === 'title' ? entryOfTitle.all(row) : entryOfProvision.all(row),
      );
    const citing = namedRows
      .citing(named)
      .flatMap((row) => entryOfProvision.all(row))
      .filter((id) => !things.includes(id));
    return { things, citing: citing.toSorted((a, b) => a - b) };
  };

  /** What is named, and what cites that, in the order of a plan that ranks; then the rest. */
  function* inOrder(
    ids: readonly number[],
    plan: Plan,
    { superseded }: Standing,
    { things, citing }: NamedEntries,
  ): Generator<void, Found[]> {
    const isRanked =
      plan.order === 'relevance' &&
      (things.length > 0 || plan.branches.some(({ wanted }) => wanted.length > 0));
    const scores = isRanked
      ? yield* ranking.scores(ids, plan, countEntries.get() ?? 0)
      : new Map<number, number>();
    const outdated = new Set(superseded);
    const places = {
      named: new Map(things.map((id, at) => [id, at])),
      cites: new Map(citing.map((id, at) => [id, at])),
    };
    const all = (yield* ranking.rows(ids)).map(({ id, year, weight, edition, position }) => {
      const [named, cites] = [places.named.get(id), places.cites.get(id)];
      const because: Found['because'] =
        named !== undefined ? 'named' : cites !== undefined ? 'cites' : 'words';
      let score =
        (scores.get(id) ?? 0) *
        plan.besideRecords *
        (weight - (outdated.has(edition) ? importance.newest : 0));
      if (isRanked && named !== undefined) score = scoreOfNamed - named / 1000;
      else if (isRanked && cites !== undefined) score = scoreOfCiting - cites / 1000;
      return { entry: id, score, year, because, position };
    });
    return all.toSorted((a, b) => {
      if (isRanked) return b.score - a.score || a.entry - b.entry;
      if (plan.order === 'date') return b.year - a.year || a.entry - b.entry;
      return a.position - b.position;
    });
  }

  const twin = (entry: number): Twin[] => describer.twin(keyOf.get(entry)?.provision ?? 0);

  function* match(plan: Plan, standing: Standing): Generator<void, Matched> {
    const named = namedEntries(plan.named);
    const shown = [...named.things, ...named.citing];
    const found = yield* matching.match(plan, hiddenIn(standing));
    const ids =
      shown.length === 0
        ? found.ids
        : [
            ...new Set([
              ...found.ids,
              ...matching.narrowing(plan.filters, hiddenIn(standing))(shown),
            ]),
          ].toSorted((a, b) => a - b);
    const { shared } = standing;
    const apart = new Set([...shown, ...plan.apart]);
    const folded = yield* fold(ids, apart, [...shared.keys()]);
    const ordered = yield* inOrder(folded.ids, plan, standing, named);
    const { counts: counted, told } = yield* countFacets(folded.ids, folded.followers, shared);
    const dropped = new Set<number>();
    const isHere = (entry: number): boolean => !dropped.has(entry);
    return {
      get total() {
        return ordered.length - dropped.size;
      },
      counts: async () => {
        const facets = copyOf(counted.facets);
        for (const [entry, { values }] of told) if (isHere(entry)) addValues(facets, values, null);
        return { total: ordered.length - dropped.size, facets };
      },
      bounded: found.isBounded
        ? [`your own documents: only the ${mostCounted} most important entries were counted`]
        : [],
      references: () => 0,
      termsOf: () => null,
      best: async (limit) =>
        (dropped.size === 0 ? ordered : ordered.filter(({ entry }) => isHere(entry))).slice(
          0,
          limit,
        ),
      describe: (hit, marker) => {
        const key = keyOf.get(hit.entry);
        if (key === undefined) return [];
        const kind = key.provision === null ? 'title' : 'provision';
        const also = (folded.followers.get(hit.entry) ?? [])
          .flatMap(twin)
          .toSorted((a, b) => b.year - a.year);
        return describer.hit({ kind, row: key.provision ?? key.edition }, hit, marker, also);
      },
      shared: async () =>
        [...told].flatMap(([entry, { edition }]) => {
          const work = shared.get(edition);
          return work === undefined ? [] : [{ entry, work, isApart: apart.has(entry) }];
        }),
      drop: (entries) => {
        for (const entry of entries) dropped.add(entry);
      },
      valuesOf: (entry) => told.get(entry)?.values ?? noValues,
      twin,
    };
  }

  function* finds(plan: Plan, standing: Standing): Generator<void, boolean> {
    const hidden = hiddenIn(standing);
    const { things, citing } = namedEntries(plan.named);
    const shown = [...things, ...citing];
    if (shown.length > 0 && matching.narrowing(plan.filters, hidden)(shown).length > 0) return true;
    return (yield* matching.match(plan, hidden)).ids.length > 0;
  }

  return {
    entries: async (standing) =>
      (countEntries.get() ?? 0) - (countHidden.get(JSON.stringify(hiddenIn(standing))) ?? 0),
    languages: () => languages.all(),
    wordsFrom: (start) => wordsBetween.all(start, `${start}\u{10ffff}`, mostExpansions),
    words: createWordPages(connection, true),
    names: () => [],
    count: (need, standing, pace) =>
      inOneView(
        () =>
          standing.hidden === null ? countOf(need) : matching.count(need, standing.hidden.editions),
        pace,
      ),
    finds: (plan, standing, pace) => inOneView(() => finds(plan, standing), pace),
    match: (plan, standing, pace) => inOneView(() => match(plan, standing), pace),
    *provisionsOf(edition) {
      return yield* readSaid(edition, yield* entriesOfProvisions(edition));
    },
  };
}
