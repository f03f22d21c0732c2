import type { EditionStatus, LibraryRecord } from '../../contract/records.ts';
import { linksOf } from '../../contract/records.ts';
import type { Naming } from '../new-edition.ts';
import type { Connection } from '../opening.ts';
import { placesOf, properNamesOf } from './places.ts';

/** What is stored of an edition that a reference knows, beside the record itself. */
export interface StoredKnownEdition {
  readonly edition: string;
  readonly status: EditionStatus;
  /** Printed name: "Recommendation ITU-T Y.3101 (2018)". */
  readonly name: string;
}

/** The editions that a record knows, newest first; none where it is no reference. */
const knownEditions = (record: LibraryRecord, naming: Naming): StoredKnownEdition[] =>
  record.kind === 'reference'
    ? record.editions.map(({ edition, status }) => ({
        edition,
        status,
        name: naming.nameOfWork(record.address, edition),
      }))
    : [];

/** Writes one record with its places, its names and its links. Each address may be written once. */
export function writeRecord(connection: Connection, record: LibraryRecord, naming: Naming): void {
  const insert = (sql: string, ...values: (string | number | null)[]): number =>
    Number(connection.prepare(sql).run(...values).lastInsertRowid);

  const row = insert(
    'INSERT INTO records (address, kind, editions, data) VALUES (?, ?, ?, ?)',
    record.address,
    record.kind,
    JSON.stringify(knownEditions(record, naming)),
    JSON.stringify(record),
  );
  const rows = new Map<string, number>();
  for (const place of placesOf(record)) {
    const placeRow = insert(
      `INSERT INTO record_places (record_id, address, kind, name, title, detail, holder, names, text, type, body, year)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      row,
      place.address,
      place.kind,
      place.name,
      place.title,
      place.detail,
      place.holder,
      place.names.join('\n'),
      place.text,
      place.type,
      place.body,
      place.year,
    );
    rows.set(place.address, placeRow);
    for (const name of properNamesOf(place))
      insert('INSERT INTO record_names (name, place_id) VALUES (?, ?)', name, placeRow);
  }
  for (const { from, to } of linksOf(record)) {
    const place = rows.get(from);
    if (place === undefined) throw new Error(`${from} is no place of ${record.address}`);
    insert('INSERT INTO links (place_id, target) VALUES (?, ?)', place, to);
  }
}
