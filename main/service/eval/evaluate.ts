import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Api } from '../../contract/api.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { now, openLibrary } from '../../library/index.ts';
import { elapsedSince } from '../elapsed.ts';
import { createSearch } from '../search.ts';
import { numberAt, writeCollection } from './as-library.ts';
import { readQueries, type JudgedQuery } from './collection.ts';
import { averagePrecision, ndcgAt, precisionAt, recallAt } from './metrics.ts';

/**
 * How well search ranks a judged collection: means over `queries` queries, those with a relevant document. `ms` is what the
 * whole took, indexing included.
 */
export interface Evaluation {
  readonly map: number;
  readonly ndcg10: number;
  readonly p10: number;
  readonly recall100: number;
  readonly queries: number;
  readonly ms: number;
}

/** As deep as trec_eval looks unless told; and the most hits that search gives at once. */
const depth = 1000;
const pageSize = 100;

/** Whether nothing further down a ranking can change a figure. */
function isKnown({ grades }: JudgedQuery, ranking: ReadonlySet<string>): boolean {
  if (ranking.size < pageSize) return false;
  for (const [document, grade] of grades) if (grade > 0 && !ranking.has(document)) return false;
  return true;
}

/** The documents that a query finds, best first, each once, as far down as a figure may depend on it. */
async function rankingOf(
  query: JudgedQuery,
  search: Api['search'],
  ids: readonly string[],
): Promise<Result<string[]>> {
  const ranking = new Set<string>();
  for (let offset = 0; offset < depth; offset += pageSize) {
    const answer = await search({ query: query.text, words: 'any', limit: pageSize, offset });
    if (!answer.ok) return answer;
    for (const { address } of answer.value.hits) {
      const id = ids[numberAt(address) ?? -1];
      if (id !== undefined) ranking.add(id);
    }
    if (answer.value.hits.length < pageSize || isKnown(query, ranking)) break;
  }
  return done([...ranking]);
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

async function measure(
  queries: readonly JudgedQuery[],
  search: Api['search'],
  ids: readonly string[],
): Promise<Result<Omit<Evaluation, 'queries' | 'ms'>>> {
  const sums = { map: 0, ndcg10: 0, p10: 0, recall100: 0 };
  for (const query of queries) {
    const ranked = await rankingOf(query, search, ids);
    if (!ranked.ok) return ranked;
    sums.map += averagePrecision(ranked.value, query.grades);
    sums.ndcg10 += ndcgAt(10, ranked.value, query.grades);
    sums.p10 += precisionAt(10, ranked.value, query.grades);
    sums.recall100 += recallAt(100, ranked.value, query.grades);
  }
  const mean = (sum: number): number => rounded(sum / queries.length);
  return done({
    map: mean(sums.map),
    ndcg10: mean(sums.ndcg10),
    p10: mean(sums.p10),
    recall100: mean(sums.recall100),
  });
}

async function evaluateIn(folder: string, libraryFile: string): Promise<Result<Evaluation>> {
  const started = now();
  const queries = await readQueries(folder);
  if (!queries.ok) return queries;
  const written = await writeCollection(folder, libraryFile);
  if (!written.ok) return written;
  const opened = openLibrary({ compiled: [libraryFile], own: null });
  if (!opened.ok) return opened;
  try {
    const measured = await measure(queries.value, createSearch(opened.value), written.value);
    if (!measured.ok) return measured;
    const ms = elapsedSince(started);
    return done({ ...measured.value, queries: queries.value.length, ms });
  } finally {
    opened.value.close();
  }
}

/**
 * Measures search on a folder with `docs.jsonl`, `queries.jsonl` and `qrels.jsonl`, in a library of its own that is gone
 * afterwards.
 *
 * Errors: `content-invalid` (`file:line: what`), `file-missing`, `file-unreadable`, `not-writable`.
 */
export async function evaluate(folder: string): Promise<Result<Evaluation>> {
  let temporary: string;
  try {
    temporary = mkdtempSync(join(tmpdir(), 'recital-eval-'));
  } catch {
    return failed('not-writable', `There is no room for a temporary library in ${tmpdir()}.`);
  }
  try {
    return await evaluateIn(folder, join(temporary, 'library.sqlite'));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
