import { readFileSync } from 'node:fs';
import type { Hit } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { averagePrecision, ndcgAt, type Grades } from '../../main/service/eval/metrics.ts';

/** A query over the bundled library and what it should find: grades by full address. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly grades: Grades;
}

/** What a query is an example of, by the first letter of its id. */
export const kinds = {
  r: 'references',
  w: 'words',
  q: 'questions',
  p: 'what people say',
  h: 'who must do what',
  s: 'misspellings',
  f: 'fields',
  v: 'vague words',
  x: 'operators',
} as const;
export type Kind = keyof typeof kinds;

const rowsOf = <Row>(file: string): Row[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);

export const judgments = (): { query: string; doc: string; grade: number }[] =>
  rowsOf('qrels.jsonl');

export function judgedQueries(): JudgedQuery[] {
  const ofQuery = Map.groupBy(judgments(), ({ query }) => query);
  return rowsOf<{ id: string; text: string }>('queries.jsonl').map(({ id, text }) => ({
    id,
    text,
    grades: new Map((ofQuery.get(id) ?? []).map(({ doc, grade }) => [doc, grade])),
  }));
}

/** The addresses that a hit shows, its own first, then those of the editions that say the same. */
const addressesOf = ({ address, also = [] }: Pick<Hit, 'address' | 'also'>): string[] => [
  address,
  ...also.map((twin) => twin.address),
];

/** The addresses that a query finds, best first: the first 100 hits. */
export async function rankingOf(api: Pick<Api, 'search'>, query: string): Promise<string[]> {
  const answer = await api.search({ query, limit: 100 });
  if (!answer.ok) throw new Error(answer.error.message);
  return [...new Set(answer.value.hits.flatMap(addressesOf))];
}

export interface Figures {
  readonly map: number;
  readonly ndcg10: number;
  /** In how many queries of all the first hit has the highest grade of its judgments. */
  readonly success1: number;
}

const isBest = ([first]: readonly string[], grades: Grades): boolean =>
  first !== undefined && grades.get(first) === Math.max(...grades.values());

/** Means over queries, each with its ranking. */
export function figuresOf(ranked: readonly (readonly [JudgedQuery, readonly string[]])[]): Figures {
  const mean = (value: (query: JudgedQuery, ranking: readonly string[]) => number): number =>
    ranked.reduce((sum, [query, ranking]) => sum + value(query, ranking), 0) / ranked.length;
  return {
    map: mean(({ grades }, ranking) => averagePrecision(ranking, grades)),
    ndcg10: mean(({ grades }, ranking) => ndcgAt(10, ranking, grades)),
    success1: mean(({ grades }, ranking) => (isBest(ranking, grades) ? 1 : 0)),
  };
}
