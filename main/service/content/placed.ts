import type { Address } from '../../contract/ids.ts';
import type { LibraryRecord } from '../../contract/records.ts';
import type { Passage } from './read-prose.ts';
import type { LineOf } from './yaml-file.ts';

/** One text of a record, with its place. `key` says which: "note", "stops.2.notes", "text". */
export interface PlacedText {
  readonly file: string;
  readonly line: number;
  readonly key: string;
  /** The record, or the stop or chapter of it, that the text belongs to. */
  readonly address: Address;
  /** Whether it is one line without marks: a title, a question. */
  readonly isLine: boolean;
  readonly passages: readonly Passage[];
}

/** An address that a file names, and where it does. */
export interface PlacedLink {
  readonly file: string;
  readonly line: number;
  /** The key that names it; empty for a link in a text. */
  readonly key: string;
  readonly from: Address;
  readonly to: Address;
}

/** A record with everything of it that can be wrong, in its place. */
export interface PlacedRecord<Kind extends LibraryRecord = LibraryRecord> {
  readonly record: Kind;
  readonly file: string;
  readonly line: number;
  /** The line of a key of the record. */
  readonly lineOf: LineOf;
  readonly texts: readonly PlacedText[];
  readonly links: readonly PlacedLink[];
}
