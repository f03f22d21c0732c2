import type { CitedEdition, IncomingLink, NamedAddress } from '../../contract/answers.ts';
import type { Address, WorkId } from '../../contract/ids.ts';
import type { LibraryRecord, RecordKind } from '../../contract/records.ts';
import type { Connection } from '../opening.ts';
import type { StoredKnownEdition } from './write-record.ts';

/** A place as lists show it; a chapter and a stop say what they belong to. */
const place = `r.address, r.kind, r.name, coalesce(h.title, r.detail) AS detail`;
const withHolder = `LEFT JOIN record_places h ON h.address = r.holder`;

/** What is under an address begins with it and one of these: an edition of a work, a part of an edition or record, a provision. */
const markUnder = (address: string): string => {
  if (address.includes('#')) return '.';
  return address.includes('@') || address.split('/').length === 2 ? '#' : '@';
};

/** The character that comes after another. */
const after = (mark: string): string => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 1);

/** What a library knows of a work's editions, whether their text is here or not. */
export interface KnownEditions {
  readonly work: WorkId;
  /** Newest first. */
  readonly editions: readonly StoredKnownEdition[];
}

/** Reads records and the links between them. */
export function readRecords(connection: Connection) {
  const one = connection
    .prepare<[string], string>('SELECT data FROM records WHERE address = ?')
    .pluck();
  const ofKind = connection
    .prepare<[string], string>('SELECT data FROM records WHERE kind = ? ORDER BY id')
    .pluck();
  const addressesOfKind = connection
    .prepare<[string], Address>('SELECT address FROM records WHERE kind = ? ORDER BY id')
    .pluck();
  const placesAt = connection.prepare<[string], NamedAddress>(
    `SELECT ${place} FROM record_places r ${withHolder} WHERE r.address IN (SELECT value FROM json_each(?))`,
  );
  const editionsOfWorks = connection.prepare<[string], { work: WorkId; editions: string }>(
    `SELECT address AS work, editions FROM records
     WHERE kind = 'reference' AND address IN (SELECT value FROM json_each(?))`,
  );
  const from = connection
    .prepare<[string], Address>(
      `SELECT l.target FROM records o
       JOIN record_places r ON r.record_id = o.id
       JOIN links l ON l.place_id = r.id
       WHERE o.address = ? GROUP BY l.target ORDER BY min(l.id)`,
    )
    .pluck();
  const to = connection.prepare<{ address: string; from: string; to: string }, IncomingLink>(
    `SELECT ${place}, l.target AS "to"
     FROM links l JOIN record_places r ON r.id = l.place_id ${withHolder}
     WHERE l.target = @address OR (l.target >= @from AND l.target < @to)
     ORDER BY l.id`,
  );

  return {
    record: (address: string): LibraryRecord | null => {
      const data = one.get(address);
      return data === undefined ? null : (JSON.parse(data) as LibraryRecord);
    },
    /** Every record of a kind, in the order in which they were written. */
    recordsOf: <K extends RecordKind>(kind: K): Extract<LibraryRecord, { kind: K }>[] =>
      ofKind.all(kind).map((data) => JSON.parse(data) as Extract<LibraryRecord, { kind: K }>),
    recordAddresses: (kind: RecordKind): Address[] => addressesOfKind.all(kind),
    /** Names of records and stops; addresses of anything else are passed over. */
    namesOfRecords: (addresses: readonly string[]): NamedAddress[] =>
      placesAt.all(JSON.stringify(addresses)),
    knownEditions: (works: readonly WorkId[]): KnownEditions[] =>
      editionsOfWorks.all(JSON.stringify(works)).map(({ work, editions }) => ({
        work,
        editions: JSON.parse(editions) as StoredKnownEdition[],
      })),
    /** Everything that a record and its stops lead to, each place once, in the record's order. */
    linksFrom: (record: string): Address[] => from.all(record),
    /** What leads to an address or to anything under it. */
    linksTo: (address: string): IncomingLink[] => {
      const mark = markUnder(address);
      return to.all({ address, from: `${address}${mark}`, to: `${address}${after(mark)}` });
    },
  };
}

/** What a citation of a work says of the edition that it means: the one it names, or else the newest. */
export function citedEdition(
  { editions }: KnownEditions,
  cited: string | null,
): CitedEdition | null {
  const [newest] = editions;
  if (newest === undefined) return null;
  const meant = cited === null ? newest : editions.find(({ edition }) => edition === cited);
  return { status: meant?.status ?? 'unknown', newest: newest.edition };
}
