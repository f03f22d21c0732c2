import type { EditionId } from '../../contract/ids.ts';
import type { PackedEdition } from '../../contract/packs.ts';
import type { LibraryRecord } from '../../contract/records.ts';
import type { NewEdition } from '../new-edition.ts';
import { asEdition, asRecord, digestOf, NoContent, type WrittenContent } from './says.ts';

/**
 * What turns the library of one version into that of another, a line of JSON for each thing: first which records are gone,
 * then each edition that is new or says something else, in the library's order, then each such record with the one that it
 * follows. Editions that are gone need no line, since the manifest lists those that are there.
 */
interface FirstLine {
  readonly changes: 1;
  readonly removed: readonly string[];
}

/** A line longer than this is nobody's edition. */
const longestLine = 64 * 1024 * 1024;

/** The lines of what differs, each with its line end. */
export function* changesFrom(
  before: WrittenContent,
  earlier: readonly PackedEdition[],
  after: WrittenContent,
  later: readonly PackedEdition[],
): Generator<string> {
  const addresses = after.recordAddresses();
  const stay = new Set(addresses);
  const known = new Map(
    before.recordAddresses().map((address) => [address, digestOf(before.record(address))]),
  );
  const first: FirstLine = {
    changes: 1,
    removed: [...known.keys()].filter((address) => !stay.has(address)),
  };
  yield `${JSON.stringify(first)}\n`;
  const digests = new Map(earlier.map(({ edition, sha256 }) => [edition, sha256]));
  for (const { edition, sha256 } of later) {
    if (digests.get(edition) !== sha256) {
      yield `${JSON.stringify({ edition: after.edition(edition) })}\n`;
    }
  }
  const places = new Map([...known.keys()].map((address, place) => [address, place]));
  let last = -1;
  for (const [at, address] of addresses.entries()) {
    const record = after.record(address);
    const place = places.get(address) ?? -1;
    // One that stands before another that it stood behind has changed too.
    if (place > last && known.get(address) === digestOf(record)) last = place;
    else {
      yield `${JSON.stringify({ record, after: addresses[at - 1] ?? null })}\n`;
    }
  }
}

/** Changes, read line by line and held against their rules. Each method throws `NoContent` where what stands there is none. */
export interface Changes {
  readonly removed: ReadonlySet<string>;
  /** The next edition, where it is the one that is asked for; else null. */
  takeEdition(id: EditionId): NewEdition | null;
  /** What is left after the editions, with the addresses that they follow. Null: at the beginning. */
  takeRecords(): readonly { readonly record: LibraryRecord; readonly after: string | null }[];
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function readChanges(lines: Iterator<string>): Changes {
  const nextLine = (): Readonly<Record<string, unknown>> | null => {
    const { value, done } = lines.next();
    if (done === true) return null;
    try {
      const parsed: unknown = JSON.parse(value);
      if (isObject(parsed)) return parsed;
    } catch {
      // Told below, as what is no object is.
    }
    throw new NoContent('have a line that is no JSON object');
  };

  const first = nextLine();
  const removed = first?.['removed'];
  if (first?.['changes'] !== 1 || !Array.isArray(removed)) {
    throw new NoContent('do not begin as changes do');
  }
  let waiting = nextLine();
  return {
    removed: new Set(removed.map(String)),
    takeEdition: (id) => {
      if (waiting === null || waiting['edition'] === undefined) return null;
      const edition = asEdition(waiting['edition']);
      const { work, edition: year } = edition.document.identity;
      if (`${work}@${year}` !== id) return null;
      waiting = nextLine();
      return edition;
    },
    takeRecords: () => {
      const records: { record: LibraryRecord; after: string | null }[] = [];
      for (; waiting !== null; waiting = nextLine()) {
        if (waiting['record'] === undefined) {
          throw new NoContent('have an edition that the manifest does not list in that place');
        }
        const { after } = waiting;
        records.push({
          record: asRecord(waiting['record']),
          after: typeof after === 'string' ? after : null,
        });
      }
      return records;
    },
  };
}

/** Splits pieces of UTF-8 at their line ends. */
export function* linesOf(parts: Iterable<Buffer>): Generator<string> {
  let rest: Buffer[] = [];
  let length = 0;
  for (const part of parts) {
    let start = 0;
    for (let end = part.indexOf(10); end >= 0; end = part.indexOf(10, start)) {
      yield Buffer.concat([...rest, part.subarray(start, end)]).toString('utf8');
      rest = [];
      length = 0;
      start = end + 1;
    }
    if (start === part.length) continue;
    // The buffer that is read to is used again.
    rest.push(Buffer.from(part.subarray(start)));
    length += part.length - start;
    if (length > longestLine) throw new NoContent('have a line that does not end');
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8');
}

/** The records in their new order: each that came after the one that it follows, the others as they stood. */
export function* recordsAfter(
  before: WrittenContent,
  { removed, takeRecords }: Changes,
): Generator<LibraryRecord> {
  const came = takeRecords();
  const followers = new Map(came.map((each) => [each.after, each.record]));
  const replaced = new Set<string>(came.map(({ record }) => record.address));
  if (followers.size !== came.length || replaced.size !== came.length) {
    throw new NoContent('put two records in one place');
  }
  function* following(address: string | null): Generator<LibraryRecord> {
    for (
      let next = followers.get(address);
      next !== undefined;
      next = followers.get(next.address)
    ) {
      // Each stands once, whatever a hostile file says follows it.
      followers.delete(address);
      yield next;
      address = next.address;
    }
  }
  yield* following(null);
  for (const address of before.recordAddresses()) {
    if (removed.has(address)) continue;
    if (!replaced.has(address)) {
      yield before.record(address);
      yield* following(address);
    }
  }
}
