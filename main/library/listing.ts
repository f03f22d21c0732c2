import type { ListingEntry } from '../contract/listing.ts';
import type { Address, WorkId } from '../contract/ids.ts';
import type { EditionStatus } from '../contract/records.ts';
import type { Connection } from './opening.ts';

/** How far a list of everything has come: which library, which of its two kinds of rows, and the last row given. */
export interface ListingPlace {
  readonly shelf: number;
  readonly of: 'editions' | 'records';
  readonly row: number;
}

export const listingStart: ListingPlace = { shelf: 0, of: 'editions', row: 0 };

/** An entry and its row. */
export interface ListingRow {
  readonly row: number;
  readonly entry: ListingEntry;
}

interface EditionRow {
  readonly row: number;
  readonly address: Address;
  readonly work: WorkId;
  readonly name: string;
  readonly title: string;
  readonly type: string;
  readonly body: string;
  readonly year: number;
  readonly meeting: string;
  readonly language: string;
}

interface RecordRow {
  readonly row: number;
  readonly address: Address;
  readonly kind: Exclude<ListingEntry['kind'], 'edition'>;
  readonly name: string;
  readonly title: string;
  readonly also: string;
  readonly type: string;
  readonly body: string | null;
  readonly year: number | null;
  readonly status: EditionStatus | null;
  readonly topics: string;
}

/** Reads what a list of everything shows of one library, some rows at a time, in the order of their rows. */
export function readListing(connection: Connection, isOwn: boolean) {
  const editions = connection.prepare<[number, number], EditionRow>(
    `SELECT d.id AS row, d.address, w.work, d.name, d.title, w.type, w.body, d.year, d.meeting, d.language
     FROM editions d JOIN works w ON w.id = d.work_id
     WHERE d.id > ? ORDER BY d.id LIMIT ?`,
  );
  // Of most records the other names are parts of the name.
  const records = connection.prepare<[number, number], RecordRow>(
    `SELECT p.id AS row, p.address, p.kind, p.name, p.type, p.body, p.year,
       CASE p.kind WHEN 'meeting' THEN p.detail ELSE p.title END AS title,
       CASE WHEN p.kind IN ('body', 'term') THEN p.names ELSE '' END AS also,
       json_extract(r.editions, '$[0].status') AS status,
       json_extract(r.data, '$.topics') AS topics
     FROM record_places p JOIN records r ON r.id = p.record_id
     WHERE p.id > ? AND p.kind NOT IN ('chapter', 'stop') ORDER BY p.id LIMIT ?`,
  );

  return {
    /** At most so many editions after a row. What their records say of them is not known here. */
    listedEditions: (after: number, most: number): ListingRow[] =>
      editions.all(after, most).map(({ row, meeting, ...edition }) => ({
        row,
        entry: {
          ...edition,
          kind: 'edition',
          also: [],
          meeting: meeting === '' ? null : meeting,
          status: null,
          isOwn,
          topics: [],
        },
      })),
    /** At most so many records after a row; parts of records are none. */
    listedRecords: (after: number, most: number): ListingRow[] =>
      records.all(after, most).map(({ row, also, topics, ...record }) => ({
        row,
        entry: {
          ...record,
          work: null,
          also: also.split('\n').filter((name) => name !== '' && name !== record.name),
          meeting: record.kind === 'meeting' ? record.name : null,
          isOwn,
          language: 'en',
          topics: JSON.parse(topics) as string[],
        },
      })),
  };
}
