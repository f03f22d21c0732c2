import type { Provenance } from '../contract/answers.ts';
import type { StructuredDocument } from '../contract/document.ts';
import type { ActorId, WorkId } from '../contract/ids.ts';

/** An edition to be stored: its structure, and what is known of it beside its text. Dates are ISO 8601 days. */
export interface NewEdition {
  readonly document: StructuredDocument;
  /** Printed name: "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
  readonly meeting: string;
  readonly meetingFrom: string;
  readonly meetingTo: string;
  readonly provenance: Provenance;
}

/** How things are called in print. The library knows ids only, so whoever writes one says what they are called. */
export interface Naming {
  nameOfWork(work: WorkId, edition: string | null): string;
  /** Every way in which people write an actor, the fullest first: "ITU-T Study Group 13", "SG13". */
  namesOfActor(actor: ActorId): readonly [string, ...string[]];
}
