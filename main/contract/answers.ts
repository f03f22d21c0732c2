import type { Citation, Provision, StructuredDocument, Section } from './document.ts';
import type { Failure } from './failure.ts';
import type { Address, EditionId, WorkId } from './ids.ts';

export interface LibraryCounts {
  readonly works: number;
  readonly editions: number;
  readonly provisions: number;
  readonly citations: number;
  readonly references: number;
  readonly bodies: number;
  readonly handbooks: number;
  readonly tours: number;
  readonly terms: number;
  readonly meetings: number;
}

export interface About {
  readonly version: string;
  readonly counts: LibraryCounts;
  /** Why the person's own library is there and yet left out of every answer; null where all is well. */
  readonly ownLibraryTrouble: Failure | null;
}

/** An edition whose text is in the library, as lists show it. */
export interface EditionSummary {
  readonly edition: EditionId;
  readonly work: WorkId;
  /** Printed name: "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
  readonly title: string;
  readonly body: string;
  readonly type: string;
  readonly number: string;
  readonly place: string;
  readonly year: number;
  /** The meeting that adopted it: "WTSA-24". */
  readonly meeting: string;
  /** ISO 8601 dates of the meeting's first and last day. */
  readonly meetingFrom: string;
  readonly meetingTo: string;
  readonly language: string;
  readonly provisionCount: number;
  /** Whether the person imported it; else it came with Recital. */
  readonly isOwn: boolean;
}

/** Newest first within a work; works by body, then by number. */
export interface Catalogue {
  readonly editions: readonly EditionSummary[];
}

/** A citation and where it stands, with what the library knows of the cited work. */
export interface OutgoingCitation extends Citation {
  /** The provision that cites, in full. */
  readonly from: Address;
  /** Printed name of what is cited: "Resolution ITU-R 56 (2023)". */
  readonly name: string;
  /** Whether the text of the cited work is in the library, and the edition to open, cited or else newest. */
  readonly opens: EditionId | null;
}

/** A provision somewhere in the library that cites the thing shown. */
export interface IncomingCitation {
  readonly from: Address;
  readonly fromName: string;
  readonly heading: string;
  readonly label: string;
  /** The provision's text, and where in it the citation stands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The edition that the citation names; null where it names none. */
  readonly edition: string | null;
}

interface WithCitations {
  readonly citations: readonly OutgoingCitation[];
  readonly citedBy: readonly IncomingCitation[];
}

export interface ShownWork extends WithCitations {
  readonly kind: 'work';
  readonly address: WorkId;
  /** Printed name without an edition: "Report ITU-R M.2078". */
  readonly name: string;
  /** The newest title in the library; null where the text is not here. */
  readonly title: string | null;
  readonly hasText: boolean;
  readonly editions: readonly EditionSummary[];
}

/** Where a text came from and on what terms it stands here. */
export interface Provenance {
  /** How the text came to the project, in one sentence. */
  readonly source: string;
  readonly rights: string;
  readonly sha256: string;
}

export interface ShownEdition extends WithCitations, Omit<StructuredDocument, 'identity'> {
  readonly kind: 'edition';
  readonly address: EditionId;
  readonly summary: EditionSummary;
  readonly provenance: Provenance;
  /** Every edition of the same work that is here, newest first, this one among them. */
  readonly editions: readonly EditionSummary[];
}

export interface ShownSection extends WithCitations {
  readonly kind: 'section';
  readonly address: Address;
  readonly summary: EditionSummary;
  readonly section: Section;
}

export interface ShownProvision extends WithCitations {
  readonly kind: 'provision';
  readonly address: Address;
  readonly summary: EditionSummary;
  readonly section: Omit<Section, 'provisions'>;
  readonly provision: Provision;
}

export type Shown = ShownWork | ShownEdition | ShownSection | ShownProvision;

/** Half-open UTF-16 range of a word to mark. */
export type Mark = readonly [start: number, end: number];

export interface Hit {
  readonly address: Address;
  /** Printed name of the edition: "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
  /** Title of the edition. */
  readonly title: string;
  /** Heading of the section: "instructs Study Group 13 of …". Empty for a hit on a title. */
  readonly heading: string;
  readonly label: string;
  /** Plain text around the best match. `marks` are the matched words in it. */
  readonly snippet: string;
  readonly marks: readonly Mark[];
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Whether it stands in a document that the person imported. */
  readonly isOwn: boolean;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

export type FacetName = 'type' | 'body' | 'year' | 'section' | 'actor';

/** Something a person should know about how the query was read. The interface owns the words. */
export interface SearchNote {
  readonly code: 'read-as-plain-words' | 'no-words' | 'query-shortened';
  readonly detail: string;
}

export interface SearchAnswer {
  readonly query: string;
  /** All matches, not only those in `hits`. */
  readonly total: number;
  readonly ms: number;
  readonly hits: readonly Hit[];
  /** Counts over all matches, most frequent first. */
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly notes: readonly SearchNote[];
}

export type SuggestionKind = 'edition' | 'work' | 'section' | 'actor';

export interface Suggestion {
  readonly text: string;
  readonly kind: SuggestionKind;
  readonly address: Address;
}

export interface SuggestAnswer {
  readonly ms: number;
  readonly items: readonly Suggestion[];
}
