import { encodePostings } from '../impacts/index.ts';
import type { Connection } from '../opening.ts';
import type { TermPostings } from './collect-terms.ts';

/** Bytes of a pack. A row for each term would waste most of a page on the many that are rare. */
const packSize = 32_768;

/**
 * Writes the postings of every term, several to a pack in the order of the terms; one that is larger than a pack alone.
 */
export function writePacks(connection: Connection, postings: Iterable<TermPostings>): void {
  const insertPack = connection.prepare<[number, Buffer]>(
    'INSERT INTO packs (id, data) VALUES (?, ?)',
  );
  const insertTerm = connection.prepare<[string, number, number, number]>(
    'INSERT INTO terms (term, pack, start, length) VALUES (?, ?, ?, ?)',
  );
  let pack = 1;
  let size = 0;
  let parts: Uint8Array[] = [];
  const flush = (): void => {
    if (size === 0) return;
    insertPack.run(pack, Buffer.concat(parts));
    pack += 1;
    size = 0;
    parts = [];
  };
  for (const { term, entries, weights } of postings) {
    const bytes = encodePostings(entries, weights);
    if (size + bytes.length > packSize) flush();
    insertTerm.run(term, pack, size, bytes.length);
    parts.push(bytes);
    size += bytes.length;
  }
  flush();
}
