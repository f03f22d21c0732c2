import type {
  Explanation,
  Hit,
  NothingFound,
  SearchAnswer,
  SearchNote,
} from '../../contract/answers.ts';
import type { Call, SearchRequest } from '../../contract/api.ts';
import { rarityOf } from '../indexing/bm25.ts';
import { isNaturalLanguage, printQuery, readQuery, type Query } from '../query/index.ts';
import { addCounts, noFacets } from './facets.ts';
import { createMarker, type Marker } from './marker.ts';
import type { Found, Matched, Named, Need, Plan, PlannedBranch, Source, Standing } from './need.ts';
import { createPace, type Pace } from './pace.ts';
import { createUnderstander, filtersOf, type Understander } from './understand.ts';

/** An answer without the time it took, which is for whoever holds a clock. */
export type FoundInLibrary = Omit<SearchAnswer, 'ms'>;

/** A library to be searched, how its editions stand beside those of the others, and what of it a query names. */
export interface Searched {
  readonly source: Source;
  readonly standing: Standing;
}

const defaultLimit = 20;
const maxLimit = 100;

const emptyCounts = { total: 0, facets: noFacets() };

type Count = (need: Need) => Promise<number>;

/** Counts in how many entries of all libraries a need is met, each need once. */
function createCount(libraries: readonly Searched[], pace: Pace): Count {
  const known = new Map<Need, number>();
  return async (need) => {
    const found = known.get(need);
    if (found !== undefined) return found;
    let sum = 0;
    for (const { source, standing } of libraries) sum += await source.count(need, standing, pace);
    known.set(need, sum);
    return sum;
  };
}

async function countNeeds(
  branches: readonly PlannedBranch[],
  countOf: Count,
): Promise<Map<Need, number>> {
  const counts = new Map<Need, number>();
  for (const need of branches.flatMap(({ wanted, unwanted }) => [...wanted, ...unwanted]))
    counts.set(need, await countOf(need));
  return counts;
}

interface Outcome {
  readonly plan: Plan;
  readonly found: readonly Matched[];
  readonly total: number;
}

async function matchAll(libraries: readonly Searched[], plan: Plan, pace: Pace): Promise<Outcome> {
  const found: Matched[] = [];
  for (const { source, standing } of libraries)
    found.push(await source.match(plan, standing, pace));
  return { plan, found, total: found.reduce((sum, { counts }) => sum + counts.total, 0) };
}

/** How many of so many words must be there, step by step. */
const stepsFrom = (words: number): number[] => [
  ...new Set([words, Math.max(1, Math.ceil((words * 2) / 3)), 1]),
];

const relaxed = (plan: Plan, step: number): Plan => ({
  ...plan,
  branches: plan.branches.map((branch) => ({
    ...branch,
    atLeast: stepsFrom(branch.wanted.length)[step] ?? 1,
  })),
});

/** The hits of a page of what several libraries found, at equal rank those of the first one first. */
async function pageOf(
  { plan, found }: Outcome,
  { limit, offset }: { readonly limit: number; readonly offset: number },
  marker: Marker,
): Promise<Hit[]> {
  const candidates: { readonly hit: Found; readonly of: Matched }[] = [];
  for (const of of found)
    for (const hit of await of.best(limit + offset)) candidates.push({ hit, of });
  const byRank = (a: { hit: Found }, b: { hit: Found }): number =>
    plan.order === 'date' ? b.hit.year - a.hit.year : b.hit.score - a.hit.score;
  // Sorting is stable: each library's own order, and that of the libraries, decide between equals.
  const chosen =
    plan.order === 'document' || found.length < 2 ? candidates : candidates.toSorted(byRank);
  return chosen.slice(offset, offset + limit).flatMap(({ hit, of }) => of.describe([hit], marker));
}

const wordsIn = (branches: readonly PlannedBranch[]): Need[] => [
  ...new Set(branches.flatMap(({ wanted }) => wanted)),
];

function explain(
  query: Query,
  { plan, found }: Outcome,
  counts: ReadonlyMap<Need, number>,
  shortened: readonly string[],
): Explanation {
  const line = (need: Need): string => {
    const ways = need.ways.length > 1 ? `, ${need.ways.length} ways to say it` : '';
    return `${need.typed}: ${counts.get(need) ?? 0}${ways}`;
  };
  const lines = plan.branches.flatMap(({ wanted, atLeast, unwanted, filters }) => {
    const how =
      atLeast >= wanted.length ? 'all of' : atLeast === 1 ? 'any of' : `at least ${atLeast} of`;
    // In the order in which they are taken: the rarest leaves the least for the others to do.
    const inOrder = wanted.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
    return [
      ...(wanted.length === 0
        ? ['everything']
        : [`${how} ${wanted.length}: ${inOrder.map(line).join('; ')}`]),
      ...unwanted.map((need) => `without ${line(need)}`),
      ...filters.map(
        ({ field, value, isWanted }) => `${isWanted ? 'only' : 'without'} ${field} ${value}`,
      ),
    ];
  });
  return {
    understood: printQuery(query),
    plan: [
      ...lines,
      ...plan.filters.map(({ field, value }) => `only ${field} ${value}`),
      `in the order of ${plan.order}`,
    ],
    bounded: [
      ...shortened.map((start) => `"${start}*": only its most frequent words were looked for`),
      ...found.flatMap(({ bounded }) => bounded),
    ],
  };
}

async function blame(
  libraries: readonly Searched[],
  plan: Plan,
  counts: ReadonlyMap<Need, number>,
  understander: Understander,
  pace: Pace,
): Promise<NothingFound> {
  const needs = wordsIn(plan.branches);
  const countOf = (need: Need): number => counts.get(need) ?? 0;
  const nearestTo = await understander.nearest(
    needs.filter((need) => countOf(need) === 0).map(({ typed }) => typed),
  );
  const words = needs.map((need) => ({
    word: need.typed,
    count: countOf(need),
    nearest: countOf(need) > 0 ? [] : nearestTo(need.typed),
  }));
  const branches = plan.branches.map((branch) => ({ ...branch, filters: [] }));
  const unfiltered = await matchAll(libraries, { ...plan, branches, filters: [] }, pace);
  return {
    words,
    withoutFilters: unfiltered.total,
    references: unfiltered.found.reduce((sum, each) => sum + each.references(), 0),
  };
}

/**
 * Answers any string from one library or several as one: totals and facets are of the whole result, hits come in one
 * order, which pages keep. Without a word in the query the filters alone choose, in document order; without filters
 * either, nothing is found and a note says why. Rejects with `CalledOff` once `signal` is aborted.
 */
export async function search(
  libraries: readonly Searched[],
  request: SearchRequest,
  named: Named | null,
  signal: Call | undefined,
): Promise<FoundInLibrary> {
  const pace = createPace(signal);
  const { query, remarks } = readQuery(request.query);
  const filters = filtersOf(request);
  // A query of nothing but marks asks for something that is nowhere, not for all that the filters let through.
  const isForAll = request.query.trim() === '' && filters.length > 0;
  const notes = remarks
    .filter((code) => code !== 'no-words' || !isForAll)
    .map((code): SearchNote => ({ code, detail: request.query.slice(0, 100), to: [] }));
  if (query.branches.length === 0 && !isForAll) {
    const { total, facets } = addCounts([emptyCounts]);
    return {
      query: request.query,
      total,
      facets,
      hits: [],
      notes,
      nothing: null,
      explanation: request.explain === true ? { understood: '', plan: [], bounded: [] } : null,
    };
  }

  const sources = libraries.map(({ source }) => source);
  const countOf = createCount(libraries, pace);
  const understander = createUnderstander(sources, countOf, pace);
  let branches: readonly PlannedBranch[] = isForAll
    ? [{ wanted: [], atLeast: 0, unwanted: [], filters: [] }]
    : understander.branches(query);
  let counts = await countNeeds(branches, countOf);
  // What is named is meant as it is.
  if (request.asTyped !== true && named === null) {
    for (const step of [
      () => understander.addNames(query, branches),
      () => understander.correct(branches, counts),
    ]) {
      const { branches: changed, notes: added } = await step();
      if (added.length === 0) continue;
      notes.push(...added);
      branches = changed;
      counts = await countNeeds(branches, countOf);
    }
  }
  const terms = request.asTyped === true || named !== null ? [] : understander.termsCalled(query);
  const entries = sources.reduce((sum, source) => sum + source.entries(), 0);
  const plan: Plan = {
    branches,
    filters,
    rarities: new Map([...counts].map(([need, count]) => [need, rarityOf(entries, count)])),
    order: request.sort ?? 'relevance',
    named: terms.length === 0 ? named : { things: terms, works: [], actors: [] },
  };

  let outcome = await matchAll(libraries, plan, pace);
  const most = Math.max(...branches.map(({ wanted }) => wanted.length));
  const isAsked = named === null && isNaturalLanguage(query);
  const steps = stepsFrom(most).length;
  const hasAll = outcome.total > 0;
  // Who asks in sentences wants what answers best, whatever words it has; all of them count in the order.
  if (isAsked && steps > 1) outcome = await matchAll(libraries, relaxed(plan, steps - 1), pace);
  for (let step = 1; step < steps && outcome.total === 0; step += 1)
    outcome = await matchAll(libraries, relaxed(plan, step), pace);
  if (!hasAll && outcome.total > 0)
    notes.push({ code: 'relaxed', detail: request.query.slice(0, 100), to: [] });
  if (outcome.found.some(({ bounded }) => bounded.length > 0) || understander.shortened.length > 0)
    notes.push({ code: 'bounded', detail: request.query.slice(0, 100), to: [] });

  const page = {
    limit: Math.min(Math.max(request.limit ?? defaultLimit, 1), maxLimit),
    offset: Math.max(request.offset ?? 0, 0),
  };
  const hits = await pageOf(outcome, page, createMarker(wordsIn(branches)));
  return {
    query: request.query,
    ...addCounts(outcome.found.map((each) => each.counts)),
    hits,
    notes,
    nothing:
      outcome.total === 0 && !isForAll
        ? await blame(libraries, plan, counts, understander, pace)
        : null,
    explanation:
      request.explain === true ? explain(query, outcome, counts, understander.shortened) : null,
  };
}
