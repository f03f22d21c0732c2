import type { Connection } from '../opening.ts';
import { foldParts, followersIn, readFoldPart, type Fold, type FoldPart } from './folds.ts';
import {
  openColumn,
  partReader,
  wholeNumbers,
  writeParts,
  type Column,
  type WritePart,
} from './parts.ts';
import { readRunPart, runParts, type RunPart } from './run-parts.ts';

/**
 * What search knows of every entry. It is kept in parts of some thousand entries each, so that of a large library only
 * what a search comes upon is read. Numbers are little-endian, as on every machine that Recital runs on, of four bytes, or
 * of two where all of a column fit.
 *
 * - `sources`: of each entry the row of the edition, provision or place that it is.
 * - `editions`: of each entry the row of its edition; 0 for what is of records.
 * - `provisions`: of each row of a provision, from 0, its entry.
 * - `profiles`: the profiles of entries, as runs (`run-parts.ts`).
 * - `folds`, `followers`, `otherFolds`: which entries say the same as one of a newer edition (`folds.ts`).
 * - `profileValues`: of each profile the number of what is counted of its edition, and that of its section.
 * - `profilePlaces`: of each profile its place, as its number in `profileStrings`.
 * - `editionValues`, `sectionValues`: of what is counted of an edition or a section what stands in each of the fields, as its
 *   number in `profileStrings`.
 */
const numberColumns = [
  'sources',
  'editions',
  'provisions',
  'otherFolds',
  'profileValues',
  'profilePlaces',
  'editionValues',
  'sectionValues',
] as const;
type ColumnName = (typeof numberColumns)[number];

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

/**
 * What is counted of an entry is of its edition or of its section. Few combinations of either are in a library, of both
 * together a hundred times as many: each is numbered, and counted, by itself.
 */
export const editionFields = ['type', 'body', 'year', 'topic', 'lang'] as const;
export const sectionFields = ['section', 'actor', 'has'] as const;
/** Fields of which an entry may have several values, parted by spaces. */
export const setFields: ReadonlySet<keyof Profile> = new Set(['actor', 'topic', 'has']);

/** More entries than a library will ever have; their numbers share a word with eight bits. */
export const mostEntries = 2 ** 24 - 1;

/** What is known of all entries together. */
export interface AboutColumns {
  readonly counts: EntryCounts;
  /** How many numbers each column has. */
  readonly lengths: Readonly<Record<ColumnName, number>>;
  readonly profileStrings: readonly string[];
  /** Of the texts, each once. */
  readonly languages: readonly string[];
}

export const entriesOf = ({ counts: { titles, provisions, places } }: AboutColumns): number =>
  titles + provisions + places;

/** The columns of a library in the making. */
export interface WrittenColumns
  extends Omit<AboutColumns, 'lengths'>, Record<Exclude<ColumnName, 'otherFolds'>, Uint32Array> {
  readonly profiles: Uint32Array;
  readonly folds: readonly Fold[];
}

export function writeColumns(connection: Connection, columns: WrittenColumns): void {
  const insert = connection.prepare<[string, number, Buffer]>(
    'INSERT INTO columns (name, part, data) VALUES (?, ?, ?)',
  );
  const write: WritePart = (name, part, { buffer, byteOffset, byteLength }) => {
    insert.run(name, part, Buffer.from(buffer, byteOffset, byteLength));
  };
  const { counts, profileStrings, languages, profiles } = columns;
  for (const [part, numbers] of runParts(profiles).entries()) write('profiles', part, numbers);
  const { folds, followers, otherFolds } = foldParts(columns.folds, profiles.length);
  for (const [part, numbers] of folds.entries()) write('folds', part, numbers);
  for (const [part, numbers] of followers.entries()) write('followers', part, numbers);
  const all = { ...columns, otherFolds };
  for (const name of numberColumns) writeParts(name, all[name], write);
  const lengths = Object.fromEntries(numberColumns.map((name) => [name, all[name].length]));
  const about = { counts, lengths, profileStrings, languages };
  insert.run('about', 0, Buffer.from(JSON.stringify(about)));
}

/** Throws a SyntaxError where that is damaged. */
export const readAboutColumns = (connection: Connection): AboutColumns =>
  JSON.parse(partReader(connection)('about', 0).toString()) as AboutColumns;

export interface Columns extends AboutColumns, Readonly<Record<ColumnName, Column>> {
  profilesOf(part: number): RunPart;
  foldsOf(part: number): FoldPart;
  /** The entries that say what an entry of a newer edition says. */
  followersOf(leader: number): number[];
}

/** Opens the columns of a library. What they hold is read, and found damaged, later: it then throws a SyntaxError. */
export function openColumns(connection: Connection, about: AboutColumns): Columns {
  if (about.lengths.sources !== entriesOf(about))
    throw new SyntaxError('The columns are not as long as they say.');
  const read = partReader(connection);
  const column = (name: ColumnName): Column => openColumn(name, about.lengths[name], read);
  return {
    ...about,
    sources: column('sources'),
    editions: column('editions'),
    provisions: column('provisions'),
    otherFolds: column('otherFolds'),
    profileValues: column('profileValues'),
    profilePlaces: column('profilePlaces'),
    editionValues: column('editionValues'),
    sectionValues: column('sectionValues'),
    profilesOf: (part) => readRunPart(wholeNumbers('profiles', read('profiles', part))),
    foldsOf: (part) => readFoldPart(wholeNumbers('folds', read('folds', part))),
    followersOf: followersIn((part) => wholeNumbers('followers', read('followers', part))),
  };
}
