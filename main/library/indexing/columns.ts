import type { Connection } from '../opening.ts';

/**
 * What search knows of every entry, a number an entry, each kind of number in one blob: read once, and then at hand
 * without asking the database. Numbers are little-endian, as on every machine that Recital runs on.
 *
 * - `sources`: the row of the edition, provision or place that the entry is.
 * - `editions`: the row of its edition; 0 for what is of records.
 * - `profiles`: the number of its profile, from 0.
 * - `folds`: of entries that say the same as one of a newer edition: their number, then that one's, and in the topmost
 *   eight bits in which of `facetNames` the two differ. In the order of the newer ones.
 * - `profileValues`: nine numbers a profile, each of a string in `profileStrings`.
 */
export const columnNames = ['sources', 'editions', 'profiles', 'folds', 'profileValues'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Entries are numbered by kind first: titles, provisions, places of records. */
export interface EntryCounts {
  readonly titles: number;
  readonly provisions: number;
  readonly places: number;
}

/** What filters and counts go by. Sets are their members in order, parted by spaces; empty where there is none. */
export interface Profile {
  readonly type: string;
  readonly body: string;
  readonly year: string;
  /** The kind of the section, and its address. */
  readonly section: string;
  readonly place: string;
  readonly actor: string;
  readonly topic: string;
  readonly lang: string;
  readonly has: string;
}

export const profileFields = [
  'type',
  'body',
  'year',
  'section',
  'place',
  'actor',
  'topic',
  'lang',
  'has',
] as const satisfies readonly (keyof Profile)[];

const bitsOfEntry = 24;
/** More entries than a library will ever have; their numbers share a word with eight bits. */
export const mostEntries = 2 ** bitsOfEntry - 1;
export const entryOfFold = (fold: number): number => fold & mostEntries;
export const differencesOf = (fold: number): number => fold >>> bitsOfEntry;
export const foldOf = (leader: number, differences: number): number =>
  (leader | (differences << bitsOfEntry)) >>> 0;

/** What is known of all entries together. */
export interface AboutColumns {
  readonly counts: EntryCounts;
  readonly profileStrings: readonly string[];
  /** Of the texts, each once. */
  readonly languages: readonly string[];
}

export interface Columns extends Record<ColumnName, Uint32Array>, AboutColumns {}

export const entriesOf = ({ counts: { titles, provisions, places } }: AboutColumns): number =>
  titles + provisions + places;

export function writeColumns(connection: Connection, columns: Columns): void {
  const insert = connection.prepare<[string, Buffer | string]>(
    'INSERT INTO columns (name, data) VALUES (?, ?)',
  );
  for (const name of columnNames) {
    const { buffer, byteOffset, byteLength } = columns[name];
    insert.run(name, Buffer.from(buffer, byteOffset, byteLength));
  }
  const { counts, profileStrings, languages } = columns;
  insert.run('about', Buffer.from(JSON.stringify({ counts, profileStrings, languages })));
}

function bytesOf(connection: Connection, name: string): Buffer {
  const bytes = connection
    .prepare<[string], Buffer>('SELECT data FROM columns WHERE name = ?')
    .pluck()
    .get(name);
  if (bytes === undefined) throw new SyntaxError(`There is no column ${name}.`);
  return bytes;
}

/** Throws a SyntaxError where that is damaged. */
export const readAboutColumns = (connection: Connection): AboutColumns =>
  JSON.parse(bytesOf(connection, 'about').toString()) as AboutColumns;

function readColumn(connection: Connection, name: ColumnName): Uint32Array {
  const bytes = bytesOf(connection, name);
  if (bytes.length % 4 !== 0) throw new SyntaxError(`The column ${name} holds no whole numbers.`);
  // Numbers must stand at a multiple of four bytes, where a large blob stands anyway.
  const { buffer, byteOffset, byteLength } =
    bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}

/**
 * Throws a SyntaxError where the stored columns are no columns: the library is damaged. Pauses after each. The editions,
 * which few searches ask for, are read when they are.
 */
export function* readColumns(
  connection: Connection,
  about: AboutColumns,
): Generator<void, Columns> {
  const sources = readColumn(connection, 'sources');
  if (sources.length !== entriesOf(about))
    throw new SyntaxError('The columns are not as long as they say.');
  yield;
  const profiles = readColumn(connection, 'profiles');
  yield;
  const folds = readColumn(connection, 'folds');
  yield;
  const profileValues = readColumn(connection, 'profileValues');
  yield;
  let editions: Uint32Array | null = null;
  return {
    ...about,
    sources,
    get editions() {
      return (editions ??= readColumn(connection, 'editions'));
    },
    profiles,
    folds,
    profileValues,
  };
}
