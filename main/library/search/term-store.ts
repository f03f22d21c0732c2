import { openPostings, type Postings } from '../impacts/index.ts';
import type { Connection } from '../opening.ts';

/** Bytes of postings that are kept for the next query. */
const mostKept = 32 * 1024 * 1024;

/** What a term that stands nowhere takes, about. */
const costOfNothing = 64;

/** Reads the postings of terms, and keeps those that were asked for last. */
export function createTermStore(connection: Connection): (term: string) => Postings | null {
  const read = connection
    .prepare<[string], Buffer>(
      `SELECT substr(p.data, t.start + 1, t.length) FROM terms t JOIN packs p ON p.id = t.pack WHERE t.term = ?`,
    )
    .pluck();
  const kept = new Map<string, { readonly postings: Postings | null; readonly cost: number }>();
  let cost = 0;
  return (term) => {
    const known = kept.get(term);
    if (known !== undefined) {
      // The one that was asked for longest ago is the first.
      kept.delete(term);
      kept.set(term, known);
      return known.postings;
    }
    const bytes = read.get(term);
    const fresh = {
      postings: bytes === undefined ? null : openPostings(bytes),
      cost: costOfNothing + 2 * (bytes?.length ?? 0),
    };
    kept.set(term, fresh);
    cost += fresh.cost;
    for (const [oldest, { cost: each }] of kept) {
      if (cost <= mostKept) break;
      kept.delete(oldest);
      cost -= each;
    }
    return fresh.postings;
  };
}
