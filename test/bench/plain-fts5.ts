import Database from 'better-sqlite3';
import type { BenchCollection } from './relevance-collections.ts';

/** As deep as trec_eval looks unless told. */
const depth = 1000;

/**
 * What search is measured against: SQLite's full-text index as it comes, with Porter stemming, any of the words, ordered by its own
 * BM25. Answers what ranks the documents for a query, best first.
 */
export function plainFts5({ docs }: BenchCollection): (query: string) => string[] {
  const connection = new Database(':memory:');
  connection.exec(
    `CREATE VIRTUAL TABLE texts USING fts5 (title, text, tokenize = 'porter unicode61')`,
  );
  const insert = connection.prepare('INSERT INTO texts (rowid, title, text) VALUES (?, ?, ?)');
  for (const [at, { title, text }] of docs.entries()) insert.run(at, title, text);
  const find = connection
    .prepare<[string], number>(
      `SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ${depth}`,
    )
    .pluck();
  return (query) => {
    const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const rows = find.all(words.map((word) => `"${word}"`).join(' OR '));
    return rows.flatMap((row) => docs[row]?.id ?? []);
  };
}
