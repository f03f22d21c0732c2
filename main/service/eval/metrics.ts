/**
 * The measures of a ranking, as trec_eval 9 defines them (github.com/usnistgov/trec_eval). A ranking is documents, best first,
 * each once. Judged are the documents with a grade; a grade above 0 is relevant, and what has no grade is not.
 */
export type Grades = ReadonlyMap<string, number>;

const isRelevant = (grades: Grades, document: string): boolean => (grades.get(document) ?? 0) > 0;

const countRelevant = (grades: Grades): number =>
  [...grades.values()].filter((grade) => grade > 0).length;

const countFound = (ranking: readonly string[], grades: Grades, depth: number): number =>
  ranking.slice(0, depth).filter((document) => isRelevant(grades, document)).length;

/**
 * `map` of one query: the mean, over all relevant documents, of the precision at the rank of each; one that is not in the
 * ranking counts 0. 0 where none is relevant.
 *
 * @example averagePrecision(['a', 'x', 'b'], new Map([['a', 1], ['b', 1]])) // => (1/1 + 2/3) / 2
 */
export function averagePrecision(ranking: readonly string[], grades: Grades): number {
  let found = 0;
  let sum = 0;
  for (const [at, document] of ranking.entries()) {
    if (!isRelevant(grades, document)) continue;
    found += 1;
    sum += found / (at + 1);
  }
  return found === 0 ? 0 : sum / countRelevant(grades);
}

/** `P_k`: how many of the first `depth` are relevant, out of `depth` even where fewer were found. */
export const precisionAt = (depth: number, ranking: readonly string[], grades: Grades): number =>
  countFound(ranking, grades, depth) / depth;

/** `recall_k`: which part of all relevant documents is among the first `depth`. 0 where none is relevant. */
export function recallAt(depth: number, ranking: readonly string[], grades: Grades): number {
  const found = countFound(ranking, grades, depth);
  return found === 0 ? 0 : found / countRelevant(grades);
}

const gainOf = (grade: number | undefined): number => Math.max(0, grade ?? 0);

/** The gain of the document at rank `at + 1`, discounted by the binary logarithm of that rank and one. */
const sumOfGains = (gains: readonly number[]): number =>
  gains.reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0);

/**
 * `ndcg_cut_k`: the discounted gain of the first `depth`, as a part of that of the best ranking of all judged documents. The gain
 * is the grade itself; a grade below 0 gains nothing. 0 where none is relevant.
 *
 * K. Järvelin and J. Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002, with the discount from rank 1 on.
 */
export function ndcgAt(depth: number, ranking: readonly string[], grades: Grades): number {
  const gains = ranking.slice(0, depth).map((document) => gainOf(grades.get(document)));
  const ideal = [...grades.values()].map(gainOf).toSorted((a, b) => b - a);
  const best = sumOfGains(ideal.slice(0, depth));
  return best === 0 ? 0 : sumOfGains(gains) / best;
}
