/** One of the best entries that a query found: how well it fits, and how often each term that tells something stands in it. */
export interface Example {
  readonly score: number;
  readonly frequencies: ReadonlyMap<string, number>;
}

/** A term that the best entries have in common. `weight` is how much it counts beside a word of the query, which is 1. */
export interface FeedbackTerm {
  readonly term: string;
  readonly weight: number;
}

/** From so many of the best entries, so many terms, the first of which counts so much. More gained nothing. */
export const mostExamples = 8;
const mostTerms = 10;
const share = 0.3;

/**
 * What the best entries speak of, beyond the words that were typed: pseudo-relevance feedback by a relevance model (RM3: N. Abdul-Jaleel
 * and others, UMass at TREC 2004). Each term counts by how much of an entry it is, each entry by its score. The terms may move
 * what was found, not add to it: whoever searches sees a word of theirs in every hit.
 *
 * The work is bounded by the texts of eight entries.
 */
export function feedbackTerms(best: readonly Example[]): FeedbackTerm[] {
  const examples = best.slice(0, mostExamples);
  const total = examples.reduce((sum, { score }) => sum + score, 0);
  const shares = new Map<string, number>();
  for (const { score, frequencies } of examples) {
    let length = 0;
    for (const frequency of frequencies.values()) length += frequency;
    const ofEntry = total > 0 && length > 0 ? score / total / length : 0;
    for (const [term, frequency] of frequencies)
      shares.set(term, (shares.get(term) ?? 0) + frequency * ofEntry);
  }
  const chosen = [...shares]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, mostTerms);
  const most = chosen[0]?.[1] ?? 0;
  return most === 0 ? [] : chosen.map(([term, sum]) => ({ term, weight: (share * sum) / most }));
}
