import type { SearchRequest } from '../../contract/api.ts';
import type { Query } from '../query/index.ts';
import {
  findsAny,
  firstOf,
  matchAll,
  withOthers,
  type Candidate,
  type Outcome,
  type Searched,
} from './outcome.ts';
import type { Plan } from './need.ts';
import type { Pace } from './pace.ts';

const requiring = (plan: Plan, howMany: (words: number) => number): Plan => ({
  ...plan,
  branches: plan.branches.map((branch) => ({
    ...branch,
    atLeast: Math.min(branch.wanted.length, howMany(branch.wanted.length)),
  })),
});

const most = (words: number): number => Math.ceil((words * 2) / 3);
const half = (words: number): number => Math.ceil(words / 2);
const any = (): number => 1;

/** All but one word, all but two, and so on to half of them. */
const stepsFromAll = (all: number): ((words: number) => number)[] =>
  Array.from(
    { length: Math.floor(all / 2) },
    (_none, at) => (words: number) => Math.max(words - at - 1, half(words)),
  );

/** What has most of the words, where that is something; else what has any. */
async function matchMost(libraries: readonly Searched[], plan: Plan, pace: Pace): Promise<Outcome> {
  const outcome = await matchAll(libraries, requiring(plan, most), pace);
  return outcome.total > 0 ? outcome : matchAll(libraries, requiring(plan, any), pace);
}

/** With fewer hits than this, what lacks a word follows, then what lacks two, but never what lacks more than half. */
const fewHits = 10;
const fewestWords = 3;

/** Whether a query is some words and no more: who writes a phrase or an `OR` says what has to be there. */
const isPlain = ({ branches: [parts = [], ...others] }: Query): boolean =>
  others.length === 0 &&
  parts.every(({ kind, of }) => of.kind === 'field' || (kind === 'wanted' && of.kind === 'word'));

/** What has all words, first, then what lacks one, and so on. */
interface Filled {
  readonly first: readonly Candidate[];
  readonly outcome: Outcome;
}

/** Where few hits have all words of a query, those that have most are taken too; each hit stays what it is. */
async function fillUp(
  libraries: readonly Searched[],
  query: Query,
  { plan, found, total }: Outcome,
  pace: Pace,
): Promise<Filled | null> {
  const words = Math.min(...plan.branches.map(({ wanted }) => wanted.length));
  if (total >= fewHits || words < fewestWords || !isPlain(query)) return null;
  let outcome: Outcome = { plan, found, total };
  let first: readonly Candidate[] = [];
  for (const howMany of total > 0 ? stepsFromAll(words) : [most, half]) {
    if (outcome.total >= fewHits) break;
    first = withOthers(first, await firstOf(outcome, outcome.total, []));
    const apart = libraries.map((_library, at) =>
      first.flatMap(({ hit, library }) => (library === at ? [hit.entry] : [])),
    );
    outcome = await matchAll(libraries, requiring(plan, howMany), pace, apart);
  }
  return outcome.total > total ? { first, outcome } : null;
}

/** What is found for a query. */
export interface FoundFor {
  readonly outcome: Outcome;
  /** Of it, what comes before all else. */
  readonly first: readonly Candidate[];
  /** How many have all words, where that is fewer than were found for their words; null where nothing was relaxed. */
  readonly whole: number | null;
}

/**
 * Finds what has all words of a query; where that is little, what has most of them too; where even that is nothing, what has
 * any. Who asks in sentences wants what answers best, whatever words it has: all of them count in the order.
 */
export async function findFor(
  libraries: readonly Searched[],
  {
    query,
    words,
    isSentence,
  }: {
    readonly query: Query;
    readonly words: SearchRequest['words'];
    readonly isSentence: boolean;
  },
  plan: Plan,
  pace: Pace,
): Promise<FoundFor> {
  if (words === 'all')
    return { outcome: await matchAll(libraries, plan, pace), first: [], whole: null };
  if (isSentence) {
    const outcome = await matchAll(libraries, requiring(plan, any), pace);
    const isRelaxed = words !== 'any' && !(await findsAny(libraries, plan, pace));
    return { outcome, first: [], whole: isRelaxed ? 0 : null };
  }
  const all = await matchAll(libraries, plan, pace);
  // Who names a thing wants that thing.
  const filled = plan.named === null ? await fillUp(libraries, query, all, pace) : null;
  if (filled !== null) return { ...filled, whole: all.total };
  const isOneWord = plan.branches.every(({ wanted }) => wanted.length < 2);
  if (all.total > 0 || isOneWord) return { outcome: all, first: [], whole: null };
  return { outcome: await matchMost(libraries, plan, pace), first: [], whole: 0 };
}
