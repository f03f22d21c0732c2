import type { ListedKind } from './answers.ts';
import type { Address, WorkId } from './ids.ts';
import type { EditionStatus } from './records.ts';

/** An edition whose text is here, or a record, in the few words by which a list of everything tells it. */
export interface ListingEntry {
  readonly address: Address;
  readonly kind: 'edition' | ListedKind;
  /** The work of an edition; null for a record, a reference being one at the id of its work. */
  readonly work: WorkId | null;
  readonly name: string;
  readonly title: string;
  /** What people say instead, or in short: "SG13", "5G". */
  readonly also: readonly string[];
  /** What sort of publication, or else of record: "resolution", "report", "body". */
  readonly type: string;
  /** Who issued it; of a body, its Sector; of a meeting, who met. */
  readonly body: string | null;
  readonly year: number | null;
  /** The meeting that adopted an edition, by its name: "WTSA-24"; of a meeting, its own. */
  readonly meeting: string | null;
  /** Of an edition; of a reference, of its newest one. */
  readonly status: EditionStatus | null;
  /** Whether the person imported it. */
  readonly isOwn: boolean;
  /** BCP 47, of its name and title. */
  readonly language: string;
  readonly topics: readonly string[];
}

/** A part of the list of everything, in no order that a person would look things up in. */
export interface Listing {
  readonly entries: readonly ListingEntry[];
  /** What to ask for next; null after the last part. */
  readonly next: string | null;
  /** Another text once the list may have changed; null where that cannot be told. */
  readonly state: string | null;
}
