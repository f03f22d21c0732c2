import { facetNames, type FacetName, type FacetValue } from '../../contract/answers.ts';

type FacetCounts = Record<FacetName, Map<string, number>>;

/** What a search found, in numbers. */
export interface Counts {
  readonly total: number;
  readonly facets: FacetCounts;
}

export const noFacets = (): FacetCounts => ({
  type: new Map(),
  body: new Map(),
  year: new Map(),
  section: new Map(),
  actor: new Map(),
  topic: new Map(),
  lang: new Map(),
  has: new Map(),
});

export function addTo(counts: Map<string, number>, value: string, count: number): void {
  if (value !== '') counts.set(value, (counts.get(value) ?? 0) + count);
}

const mostFrequentFirst = (counts: ReadonlyMap<string, number>): FacetValue[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

/** The counts of several libraries as those of one. */
export function addCounts(all: readonly Counts[]): {
  readonly total: number;
  readonly facets: Record<FacetName, FacetValue[]>;
} {
  const sum = noFacets();
  for (const { facets } of all)
    for (const name of facetNames)
      for (const [value, count] of facets[name]) addTo(sum[name], value, count);
  return {
    total: all.reduce((total, each) => total + each.total, 0),
    facets: {
      type: mostFrequentFirst(sum.type),
      body: mostFrequentFirst(sum.body),
      year: mostFrequentFirst(sum.year),
      section: mostFrequentFirst(sum.section),
      actor: mostFrequentFirst(sum.actor),
      topic: mostFrequentFirst(sum.topic),
      lang: mostFrequentFirst(sum.lang),
      has: mostFrequentFirst(sum.has),
    },
  };
}
