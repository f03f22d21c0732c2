import { join } from 'node:path';
import * as v from 'valibot';
import { done, failed, type Result } from '../../contract/failure.ts';
import { readJsonLines } from './json-lines.ts';
import type { Grades } from './metrics.ts';

/** A document of a judged collection. */
export interface JudgedDocument {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** A query with its judgments, at least one of which is relevant. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly grades: Grades;
}

// Collections number their documents and queries, and some write the numbers bare.
const id = v.union(
  [v.pipe(v.string(), v.nonEmpty()), v.pipe(v.number(), v.transform(String))],
  'must be a string that is not empty, or a number',
);
const text = v.string('must be a string');
const row = <Entries extends v.ObjectEntries>(entries: Entries) =>
  v.object(entries, (issue) =>
    issue.expected === 'Object' ? 'must be an object' : `${issue.expected} is missing`,
  );

const documentRow = row({ id, title: v.nullish(text, ''), text });
const queryRow = row({ id, text });
const judgmentRow = row({
  query: id,
  doc: id,
  grade: v.pipe(v.number('must be a number'), v.finite('must be a number')),
});

/**
 * Hands each document of `docs.jsonl` to `take`, in order. A title may be missing; an id may stand once only.
 *
 * Errors: as `readJsonLines`.
 */
export async function readDocuments(
  folder: string,
  take: (document: JudgedDocument) => void,
): Promise<Result<void>> {
  const seen = new Set<string>();
  return readJsonLines(join(folder, 'docs.jsonl'), documentRow, (document) => {
    if (seen.has(document.id)) return `a document ${document.id} stands before`;
    seen.add(document.id);
    take(document);
    return null;
  });
}

/** Judgments by query. Where a document is judged twice for a query, the higher grade counts. */
async function readJudgments(folder: string): Promise<Result<Map<string, Map<string, number>>>> {
  const judgments = new Map<string, Map<string, number>>();
  const read = await readJsonLines(
    join(folder, 'qrels.jsonl'),
    judgmentRow,
    ({ query, doc, grade }) => {
      const grades = judgments.get(query) ?? new Map<string, number>();
      judgments.set(query, grades);
      grades.set(doc, Math.max(grade, grades.get(doc) ?? grade));
      return null;
    },
  );
  return read.ok ? done(judgments) : read;
}

/**
 * The queries of `queries.jsonl` with their judgments from `qrels.jsonl`, in order. A query for which nothing is relevant is left
 * out, since nothing can be found for it; judgments of a query that is not there are passed over.
 *
 * Errors: as `readJsonLines`; `content-invalid` too where no query is left.
 */
export async function readQueries(folder: string): Promise<Result<JudgedQuery[]>> {
  const judgments = await readJudgments(folder);
  if (!judgments.ok) return judgments;
  const queries = new Map<string, JudgedQuery>();
  const read = await readJsonLines(join(folder, 'queries.jsonl'), queryRow, (query) => {
    if (queries.has(query.id)) return `a query ${query.id} stands before`;
    queries.set(query.id, { ...query, grades: judgments.value.get(query.id) ?? new Map() });
    return null;
  });
  if (!read.ok) return read;
  const judged = [...queries.values()].filter(({ grades }) =>
    [...grades.values()].some((grade) => grade > 0),
  );
  return judged.length > 0
    ? done(judged)
    : failed('content-invalid', `No query of ${folder} has a relevant document in qrels.jsonl.`);
}
