import type {
  Explanation,
  Hit,
  NothingFound,
  SearchAnswer,
  SearchNote,
} from '../../contract/answers.ts';
import type { Call, SearchRequest } from '../../contract/api.ts';
import { rarityOf } from '../indexing/bm25.ts';
import { printQuery, type Query } from '../query/index.ts';
import { addCounts, noFacets, type Counts } from './facets.ts';
import { createMarker, type Marker } from './marker.ts';
import type { FeedbackTerm } from './feedback.ts';
import type { Named, Need, Plan, PlannedBranch } from './need.ts';
import {
  firstOf,
  matchAll,
  withOthers,
  type Candidate,
  type Outcome,
  type Searched,
} from './outcome.ts';
import { createPace, type Pace } from './pace.ts';
import { readRequest } from './read-request.ts';
import { findFor } from './relax.ts';
import { speakAlike } from './speak-alike.ts';
import { createUnderstander, filtersOf, type Understander } from './understand.ts';

export type { Searched } from './outcome.ts';

/** An answer without the time it took, which is for whoever holds a clock. */
export type FoundInLibrary = Omit<SearchAnswer, 'ms'>;

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

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** The hits of a page: those of `first`, then those of the outcome that are none of them. */
async function pageOf(
  { first, outcome }: { readonly first: readonly Candidate[]; readonly outcome: Outcome },
  besides: readonly FeedbackTerm[],
  { limit, offset }: Page,
  marker: Marker,
  pace: Pace,
): Promise<Hit[]> {
  const found = await firstOf(outcome, limit + offset + first.length, besides);
  const hits: Hit[] = [];
  for (const { hit, of } of withOthers(first, found).slice(offset, offset + limit)) {
    hits.push(...of.describe(hit, marker));
    await pace.rest();
  }
  return hits;
}

/**
 * Who names words looks for the provision that has them, before what a handbook or a note says of it. A question may be
 * answered by either, so there a provision is ahead by a little only (records lose more than half when they are indexed).
 */
const besideRecords = 0.6;

/** Words of a question count a little less each time that they are said again (BM25's k3, as Terrier has it). */
const k3 = 8;
const weightOfTimes = (times: number): number => ((k3 + 1) * times) / (k3 + times);

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
  try {
    return await searchAt(pace, libraries, request, named);
  } finally {
    pace.end();
  }
}

async function searchAt(
  pace: Pace,
  libraries: readonly Searched[],
  request: SearchRequest,
  named: Named | null,
): Promise<FoundInLibrary> {
  const isNamed = named !== null && request.words !== 'any';
  const { query, remarks, isSentence } = readRequest(request, isNamed);
  await pace.rest();
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
  const understander = createUnderstander(sources, countOf, pace, {
    isSentence,
    without: request.without ?? [],
  });
  let branches: readonly PlannedBranch[] = isForAll
    ? [{ wanted: [], atLeast: 0, unwanted: [], filters: [] }]
    : understander.branches(query);
  await pace.rest();
  let counts = await countNeeds(branches, countOf);
  // What is named is meant as it is.
  if (request.asTyped !== true && !isNamed) {
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
  const terms = request.asTyped === true || isNamed ? [] : understander.termsCalled(query);
  let entries = 0;
  for (const { source, standing } of libraries) entries += await source.entries(standing, pace);
  const plan: Plan = {
    branches,
    filters,
    rarities: new Map(
      [...counts].map(([need, count]) => [
        need,
        rarityOf(entries, count) * weightOfTimes(need.times),
      ]),
    ),
    order: request.sort ?? 'relevance',
    named: terms.length === 0 ? (isNamed ? named : null) : { things: terms, works: [], actors: [] },
    besideRecords: isSentence ? besideRecords : 1,
    apart: [],
  };

  const { outcome, first, whole } = await findFor(
    libraries,
    { query, words: request.words, isSentence },
    plan,
    pace,
  );
  if (whole !== null && outcome.total > 0)
    notes.push({
      code: 'relaxed',
      detail: request.query.slice(0, 100),
      to: wordsIn(branches).flatMap((need) => (counts.get(need) === 0 ? [need.typed] : [])),
      whole,
    });
  if (outcome.found.some(({ bounded }) => bounded.length > 0) || understander.shortened.length > 0)
    notes.push({ code: 'bounded', detail: request.query.slice(0, 100), to: [] });

  const page = {
    limit: Math.min(Math.max(request.limit ?? defaultLimit, 1), maxLimit),
    offset: Math.max(request.offset ?? 0, 0),
  };
  const wordsHere = wordsIn(branches).filter((need) => (counts.get(need) ?? 0) > 0).length;
  const besides =
    request.words === 'any' && plan.order === 'relevance'
      ? await speakAlike(wordsHere, outcome.found, pace)
      : [];
  const hits = await pageOf(
    { first, outcome },
    besides,
    page,
    createMarker(wordsIn(branches)),
    pace,
  );
  const found: Counts[] = [];
  for (const each of outcome.found) found.push(await each.counts());
  return {
    query: request.query,
    ...addCounts(found),
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
