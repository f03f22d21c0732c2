import type { FeedbackTerm } from './feedback.ts';
import { foldAcross } from './fold-across.ts';
import type { Found, Matched, Plan, Source, Standing } from './need.ts';
import type { Pace } from './pace.ts';

/** A library to be searched, how its editions stand beside those of the others, and what of it a query names. */
export interface Searched {
  readonly source: Source;
  readonly standing: Standing;
}

/** What a plan found in each of several libraries. */
export interface Outcome {
  readonly plan: Plan;
  readonly found: readonly Matched[];
  readonly total: number;
}

/** `apart` are entries of each library that stay hits of their own, whatever says nearly the same. */
export async function matchAll(
  libraries: readonly Searched[],
  plan: Plan,
  pace: Pace,
  apart: readonly (readonly number[])[] = [],
): Promise<Outcome> {
  const matched: Matched[] = [];
  for (const [at, { source, standing }] of libraries.entries())
    matched.push(await source.match({ ...plan, apart: apart[at] ?? [] }, standing, pace));
  const found = await foldAcross(matched, pace);
  return { plan, found, total: found.reduce((sum, each) => sum + each.total, 0) };
}

/** Whether any of several libraries holds what a plan asks for. */
export async function findsAny(
  libraries: readonly Searched[],
  plan: Plan,
  pace: Pace,
): Promise<boolean> {
  for (const { source, standing } of libraries)
    if (await source.finds(plan, standing, pace)) return true;
  return false;
}

/** A hit, the library that found it, and what it is to be described by. */
export interface Candidate {
  readonly hit: Found;
  readonly library: number;
  readonly of: Matched;
}

/** The first of what several libraries found, at equal rank those of the first one first. */
export async function firstOf(
  { plan, found }: Outcome,
  limit: number,
  besides: readonly FeedbackTerm[],
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const [library, of] of found.entries())
    for (const hit of await of.best(limit, besides)) candidates.push({ hit, of, library });
  if (plan.order === 'document' || found.length < 2) return candidates;
  const byRank = (a: Candidate, b: Candidate): number =>
    plan.order === 'date' ? b.hit.year - a.hit.year : b.hit.score - a.hit.score;
  // Sorting is stable: each library's own order, and that of the libraries, decide between equals.
  return candidates.toSorted(byRank);
}

const keyOf = ({ library, hit }: Candidate): string => `${library} ${hit.entry}`;

/** The first, and then the others that are none of them. */
export function withOthers(
  first: readonly Candidate[],
  others: readonly Candidate[],
): readonly Candidate[] {
  if (first.length === 0) return others;
  const known = new Set(first.map(keyOf));
  return [...first, ...others.filter((each) => !known.has(keyOf(each)))];
}
