import type { Address, EditionId, WorkId } from './ids.ts';
import type { EditionStatus } from './records.ts';

export interface NetworkRequest {
  /** The id of a work that must be among them, with those around it. */
  readonly focus?: string | undefined;
  /** How many works, the most cited; 1 to 1000, 300 unless told. Those around `focus` come beside them, as many again. */
  readonly limit?: number | undefined;
  /** Whether what a work's record names counts too, and works that have no more than a record. */
  readonly records?: boolean | undefined;
}

/** Which works cite which: the texts that are here, and what they cite. */
export interface Network {
  /** Most cited first. */
  readonly works: readonly NetworkWork[];
  /** Between these works, each pair and kind once. */
  readonly links: readonly NetworkLink[];
  /** Of how many works these are a part. */
  readonly total: number;
}

export interface NetworkWork {
  readonly work: WorkId;
  /** Printed name without an edition: "Report ITU-R M.2078". */
  readonly name: string;
  /** The title of its record, or else of the newest text here; empty where neither is here. */
  readonly title: string;
  /** What sort of publication: "resolution". */
  readonly type: string;
  readonly hasText: boolean;
  /** In how many places other works cite it, and in how many it cites others, in all their editions. */
  readonly citedBy: number;
  readonly cites: number;
}

/**
 * `cites`: the texts of `from` cite `to` in `count` places. `names`: the record of `from` leads to `to`, or to `count`
 * places of it.
 */
export interface NetworkLink {
  readonly from: WorkId;
  readonly to: WorkId;
  readonly kind: 'cites' | 'names';
  readonly count: number;
}

/** The assemblies and conferences that the library knows, and what each adopted; newest first. */
export interface Timeline {
  readonly meetings: readonly TimelineMeeting[];
}

export interface TimelineMeeting {
  readonly address: Address;
  /** "WTSA-24". */
  readonly name: string;
  /** Slug of the body that met: "wtsa". */
  readonly body: string;
  readonly place: string;
  readonly year: number;
  /** ISO 8601 dates of its first and last day; null where not known. */
  readonly from: string | null;
  readonly to: string | null;
  /** By number; those whose text is here and those that only a record knows. */
  readonly editions: readonly TimelineEdition[];
}

export interface TimelineEdition {
  readonly edition: EditionId;
  /** "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
  readonly title: string;
  readonly hasText: boolean;
  /** Null where it has no record. */
  readonly status: EditionStatus | null;
}
