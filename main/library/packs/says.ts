import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import * as v from 'valibot';
import type { LibraryCounts } from '../../contract/answers.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import type { EditionId } from '../../contract/ids.ts';
import type { PackedEdition, PackedRecord } from '../../contract/packs.ts';
import { nameOfRecord, type LibraryRecord } from '../../contract/records.ts';
import { addTallies, tally } from '../counting.ts';
import { readEditions } from '../editions.ts';
import type { NewEdition } from '../new-edition.ts';
import { failureOfDamage, openConnection, type Connection } from '../opening.ts';
import { readBack } from '../read-back.ts';
import { schemaVersion } from '../schema.ts';
import { readStructure } from '../structure.ts';
import { canonicalJson } from './canonical.ts';
import { editionRule } from './document-rule.ts';
import { describeIssue } from './issue.ts';
import { recordRule } from './record-rule.ts';

/** What a compiled library holds, as manifests list it. */
export interface LibrarySays {
  readonly schema: number;
  readonly bytes: number;
  /** Those of its editions and tours, in order. */
  readonly languages: readonly string[];
  /** In the order in which the library was written. */
  readonly editions: readonly PackedEdition[];
  readonly records: readonly PackedRecord[];
  readonly counts: LibraryCounts;
  /** SHA-256 of everything that it says, however it is laid out. */
  readonly contents: string;
}

/** A compiled library as what it was written from. Each throws `NoContent` where what stands there is none. */
export interface WrittenContent {
  editionIds(): readonly EditionId[];
  edition(id: EditionId): NewEdition;
  recordAddresses(): readonly string[];
  record(address: string): LibraryRecord;
  counts(): LibraryCounts;
  readonly connection: Connection;
}

/** What stands where content should is none. The message goes on "the library in it …" or "its changes …". */
export class NoContent extends Error {
  override readonly name = 'NoContent';
}

/** The value itself and not a copy of it: a library is written with the keys of its JSON in the order that they have. */
export function asEdition(value: unknown): NewEdition {
  const parsed = v.safeParse(editionRule, value, { abortEarly: true });
  if (parsed.success) return value as NewEdition;
  throw new NoContent(`have an edition that ${describeIssue(parsed.issues[0], [])}`);
}

export function asRecord(value: unknown): LibraryRecord {
  const parsed = v.safeParse(recordRule, value, { abortEarly: true });
  if (parsed.success) return value as LibraryRecord;
  throw new NoContent(`have a record that ${describeIssue(parsed.issues[0], [])}`);
}

export const digestOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

function readContent(connection: Connection): WrittenContent {
  const library = {
    ...readEditions(connection, false),
    ...readStructure(connection),
    inOneView: <T>(read: () => T): T => read(),
  };
  const ids = connection.prepare<[], EditionId>('SELECT address FROM editions ORDER BY id').pluck();
  const addresses = connection
    .prepare<[], string>('SELECT address FROM records ORDER BY id')
    .pluck();
  const dataOf = connection
    .prepare<[string], string>('SELECT data FROM records WHERE address = ?')
    .pluck();
  return {
    editionIds: () => ids.all(),
    edition: (id) => {
      const found = asEdition(readBack(library, id));
      const { work, edition } = found.document.identity;
      if (`${work}@${edition}` === id) return found;
      throw new NoContent(`have ${work}@${edition} at ${id}`);
    },
    recordAddresses: () => addresses.all(),
    record: (address) => {
      const record = asRecord(JSON.parse(dataOf.get(address) ?? 'null'));
      if (record.address === address) return record;
      throw new NoContent(`have the record ${record.address} at ${address}`);
    },
    counts: () => addTallies([tally(connection, null)]),
    connection,
  };
}

/**
 * Opens a compiled library, lets `use` read what it was written from, and closes it. `called` begins a failure's sentence.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`.
 */
export function withContent<T>(
  file: string,
  use: (content: WrittenContent) => Result<T>,
): Result<T> {
  const opened = openConnection(file, 'compiled');
  if (!opened.ok) return opened;
  const connection = opened.value;
  try {
    return use(readContent(connection));
  } catch (error) {
    if (error instanceof NoContent) {
      return failed(
        'library-damaged',
        `The library ${file} cannot be read: its texts ${error.message}.`,
      );
    }
    // Provisions within provisions without end.
    if (error instanceof RangeError) {
      return failed(
        'library-damaged',
        `The library ${file} cannot be read: its texts have no end.`,
      );
    }
    const failure = failureOfDamage(file, 'compiled', error);
    if (failure !== null) return { ok: false, error: failure };
    throw error;
  } finally {
    connection.close();
  }
}

/** Called once an edition or record, of how many. */
export type Counted = (done: number, total: number) => void;

/** What an open library says; every edition and record of it is held against its rule. */
export function sayingOf(content: WrittenContent, bytes: number, counted?: Counted): LibrarySays {
  const hash = createHash('sha256');
  const languages = new Set<string>();
  const editions: PackedEdition[] = [];
  const records: PackedRecord[] = [];
  const ids = content.editionIds();
  const addresses = content.recordAddresses();
  const total = ids.length + addresses.length;
  for (const [at, id] of ids.entries()) {
    const edition = content.edition(id);
    const sha256 = digestOf(edition);
    const { language } = edition.document;
    hash.update(`edition ${id} ${sha256}\n`);
    languages.add(language);
    editions.push({ edition: id, name: edition.name, language, sha256 });
    counted?.(at + 1, total);
  }
  for (const [at, address] of addresses.entries()) {
    const record = content.record(address);
    if (record.kind === 'tour') languages.add(record.language);
    const sha256 = digestOf(record);
    hash.update(`record ${address} ${sha256}\n`);
    records.push({ address: record.address, name: nameOfRecord(record), sha256 });
    counted?.(ids.length + at + 1, total);
  }
  return {
    schema: schemaVersion,
    bytes,
    languages: [...languages].toSorted(),
    editions,
    records,
    counts: content.counts(),
    contents: hash.digest('hex'),
  };
}

/**
 * What a compiled library holds. Takes as long as reading all of it, at one stretch: for a thread, or a command.
 *
 * Errors: those of `withContent`.
 */
export const describeLibrary = (file: string, counted?: Counted): Result<LibrarySays> =>
  withContent(file, (content) => done(sayingOf(content, statSync(file).size, counted)));
