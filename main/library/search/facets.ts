import { facetNames, type FacetName, type FacetValue } from '../../contract/answers.ts';

type FacetCounts = Record<FacetName, Map<string, number>>;

/** What a search found, in numbers. */
export interface Counts {
  readonly total: number;
  readonly facets: FacetCounts;
}

/** Something for each facet. */
export const forFacets = <Value>(make: (name: FacetName) => Value): Record<FacetName, Value> => ({
  type: make('type'),
  body: make('body'),
  year: make('year'),
  section: make('section'),
  actor: make('actor'),
  topic: make('topic'),
  lang: make('lang'),
  has: make('has'),
});

export const noFacets = (): FacetCounts => forFacets(() => new Map());

/** The same numbers, to be added to. */
export const copyOf = (counts: FacetCounts): FacetCounts =>
  forFacets((name) => new Map(counts[name]));

export function addTo(counts: Map<string, number>, value: string, count: number): void {
  if (value !== '') counts.set(value, (counts.get(value) ?? 0) + count);
}

/** By what an entry can be narrowed. */
export type FacetValues = Readonly<Record<FacetName, readonly string[]>>;

export const noValues: FacetValues = forFacets(() => []);

const keyOf = (name: FacetName, value: string): string => `${name} ${value}`;

export const keysOf = (values: FacetValues): string[] =>
  facetNames.flatMap((name) => values[name].map((value) => keyOf(name, value)));

/** Counts what an entry has. `counted` holds what is counted already of those that it is shown with; null: it is not. */
export function addValues(
  counts: FacetCounts,
  values: FacetValues,
  counted: Set<string> | null,
): void {
  for (const name of facetNames)
    for (const value of values[name]) {
      if (counted !== null) {
        const key = keyOf(name, value);
        if (counted.has(key)) continue;
        counted.add(key);
      }
      addTo(counts[name], value, 1);
    }
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
    facets: forFacets((name) => mostFrequentFirst(sum[name])),
  };
}
