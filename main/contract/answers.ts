import type { Citation, Provision, StructuredDocument, Section } from './document.ts';
import type { Failure } from './failure.ts';
import type { ActorId, Address, EditionId, WorkId } from './ids.ts';
import type {
  BodyRecord,
  ChapterRecord,
  EditionStatus,
  HandbookRecord,
  MeetingRecord,
  RecordKind,
  ReferenceRecord,
  TermRecord,
  TopicRecord,
  TourRecord,
} from './records.ts';

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
  /** What the library's record says; null where it has none. */
  readonly known: CitedEdition | null;
}

/**
 * What is known of the edition that a citation means, the newest one where it names none. `newest` is the newest known
 * edition of the work, so that a citation of an older one can say so.
 */
export interface CitedEdition {
  readonly status: EditionStatus;
  readonly newest: string;
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

/** A place in the library by its name, as lists show it. `detail` is a further line, perhaps empty. */
export interface NamedAddress {
  readonly address: Address;
  readonly kind: RecordKind | 'stop' | 'work' | 'edition' | 'section' | 'provision';
  readonly name: string;
  readonly detail: string;
  /** Of a place in a text, what its name is made of. */
  readonly inText?: InText;
}

/** "Resolution 92 (Rev. New Delhi, 2024)", "considering", "s)"; the label is empty where it has none. */
export interface InText {
  readonly document: string;
  readonly section: string;
  readonly label: string;
}

/** A record, or a stop of a tour, that leads to the thing shown; `to` is the very place that it leads to. */
export interface IncomingLink extends NamedAddress {
  readonly to: Address;
}

interface WithLinks {
  /** What of the library leads here, or to a part of what is shown: tours, chapters, bodies, topics, references. */
  readonly linkedFrom: readonly IncomingLink[];
}

interface WithCitations extends WithLinks {
  readonly citations: readonly OutgoingCitation[];
  readonly citedBy: readonly IncomingCitation[];
}

/** What an operative provision asks of somebody. */
export interface Action {
  readonly actor: ActorId;
  /** The opening verb phrase of its section: "instructs", "resolves to invite". */
  readonly verb: string;
  readonly address: Address;
  /** The provision's words, those of provisions under it included. */
  readonly text: string;
  readonly label: string;
  readonly heading: string;
  /** Those together with whom it is to act. */
  readonly collaborators: readonly ActorId[];
  readonly edition: EditionId;
  /** Printed name of the edition: "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
  readonly year: number;
}

/** Newest edition first within a work, then in document order. */
export interface Actions {
  readonly actions: readonly Action[];
}

export type ListedKind = Exclude<RecordKind, 'chapter'>;

/** A record as lists show it. What a kind does not have is null. */
export interface RecordSummary extends NamedAddress {
  readonly kind: ListedKind;
  /** The long form: the title of a reference, the full name of a body, what an abbreviation stands for. */
  readonly title: string;
  /** The first lines: a definition, a lead, the beginning of a note. */
  readonly lead: string;
  /** Of a reference, who issued it ("itu-t"); of a body, its sector; of a meeting, who met. */
  readonly body: string | null;
  readonly year: number | null;
  /** Of the newest edition of a reference. */
  readonly status: EditionStatus | null;
  /** Whether the text of a reference is here. */
  readonly hasText: boolean;
  readonly topics: readonly string[];
  /** How many stops a tour has, or chapters a handbook. */
  readonly parts: number | null;
  /** How long a tour takes. */
  readonly minutes: number | null;
}

/** In the order in which people look things up: by number, by name, by date. */
export interface Records {
  readonly records: readonly RecordSummary[];
}

export interface ShownWork extends WithCitations {
  readonly kind: 'work';
  readonly address: WorkId;
  /** Printed name without an edition: "Report ITU-R M.2078". */
  readonly name: string;
  /** The newest title in the library, or else that of its record; null where neither is here. */
  readonly title: string | null;
  readonly hasText: boolean;
  readonly editions: readonly EditionSummary[];
  /** Null: the work is cited or its text is here, and the library knows no more of it. */
  readonly record: ReferenceRecord | null;
  /** Names of what the record leads to: bodies, works, topics. */
  readonly links: readonly NamedAddress[];
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

/** A record and the names of everything that it leads to. */
interface ShownRecord<Record> extends WithLinks {
  readonly address: Address;
  readonly record: Record;
  readonly links: readonly NamedAddress[];
}

export interface ShownBody extends ShownRecord<BodyRecord> {
  readonly kind: 'body';
  /** What resolutions ask of it, alone or as one of several, newest edition first. */
  readonly actions: readonly Action[];
  /** The references that it answers for. */
  readonly responsibleFor: readonly NamedAddress[];
}

export interface ShownHandbook extends ShownRecord<HandbookRecord> {
  readonly kind: 'handbook';
}

export interface ShownChapter extends ShownRecord<ChapterRecord> {
  readonly kind: 'chapter';
  readonly handbook: HandbookRecord;
}

/** `stop` is the address of the stop that was asked for; null: the tour as a whole. */
export interface ShownTour extends ShownRecord<TourRecord> {
  readonly kind: 'tour';
  readonly stop: Address | null;
}

export interface ShownTerm extends ShownRecord<TermRecord> {
  readonly kind: 'term';
}

export interface ShownMeeting extends ShownRecord<MeetingRecord> {
  readonly kind: 'meeting';
  /** Editions that it adopted and whose text is here. */
  readonly editions: readonly EditionSummary[];
}

/** What belongs to it is in `links` (provisions) and `linkedFrom` (records). */
export interface ShownTopic extends ShownRecord<TopicRecord> {
  readonly kind: 'topic';
}

export type Shown =
  | ShownWork
  | ShownEdition
  | ShownSection
  | ShownProvision
  | ShownBody
  | ShownHandbook
  | ShownChapter
  | ShownTour
  | ShownTerm
  | ShownMeeting
  | ShownTopic;

/** Half-open UTF-16 range of a word to mark. */
export type Mark = readonly [start: number, end: number];

/** Near-identical words of another edition, folded into a hit. */
export interface Twin {
  readonly address: Address;
  /** Printed name of its edition. */
  readonly name: string;
  readonly year: number;
}

export interface Hit {
  readonly address: Address;
  readonly kind: 'edition' | 'provision' | 'stop' | RecordKind;
  /** Printed name of the edition or record: "Resolution 92 (Rev. New Delhi, 2024)", "Recommendation ITU-T Y.3101". */
  readonly name: string;
  /** Title of the edition or record. */
  readonly title: string;
  /**
   * Heading of the section: "instructs Study Group 13 of …"; of a chapter or stop, the title of its handbook or tour.
   * Empty for a hit on a title or on another record.
   */
  readonly heading: string;
  readonly label: string;
  /** Plain text around the best match. `marks` are the matched words in it. */
  readonly snippet: string;
  readonly marks: readonly Mark[];
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** Whether it stands in a document that the person imported. */
  readonly isOwn: boolean;
  /** BCP 47, of the words in `snippet`. */
  readonly language: string;
  /** Whether the query names this very thing ("Res 92", "M.2083"), or the hit cites what the query names. */
  readonly because: 'named' | 'cites' | 'words';
  /** The same provision in other editions, newest first: "also in 2016". */
  readonly also: readonly Twin[];
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
}

/** What results are counted by, in the order in which the counts are shown. */
export const facetNames = [
  'type',
  'body',
  'year',
  'section',
  'actor',
  'topic',
  'lang',
  'has',
] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * Something a person should know about how the query was read. The interface owns the words. `detail` is the part of
 * the query that it is about; `to` is what was searched instead or besides.
 *
 * - `corrected`: a word that is nowhere here was taken as the nearest one that is.
 * - `also-searched`: besides what was typed, what the texts say for it.
 * - `relaxed`: hardly anything has all words; what has most of them, or any, follows.
 * - `bounded`: the query matches so much that only the most important part was looked at.
 */
export interface SearchNote {
  readonly code:
    | 'read-as-plain-words'
    | 'no-words'
    | 'query-shortened'
    | 'corrected'
    | 'also-searched'
    | 'relaxed'
    | 'bounded';
  readonly detail: string;
  readonly to: readonly string[];
  /** Of `relaxed`: how many hits have all words; they come first. `to` are the words that are nowhere. */
  readonly whole?: number | undefined;
}

/** A word of a query that found nothing. `nearest` are words that are here, the most alike first. */
export interface BlamedWord {
  readonly word: string;
  /** In how many entries it stands alone, whatever else was asked. */
  readonly count: number;
  readonly nearest: readonly string[];
}

/** Why nothing was found. */
export interface NothingFound {
  readonly words: readonly BlamedWord[];
  /** How many entries there would be without the filters. */
  readonly withoutFilters: number;
  /** References whose text is not on this machine and whose record has the words. */
  readonly references: number;
}

/** How a query was answered, for whoever wants to know: as understood, as planned, as bounded. One line each. */
export interface Explanation {
  readonly understood: string;
  readonly plan: readonly string[];
  readonly bounded: readonly string[];
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
  /** Null where something was found, or nothing was asked. */
  readonly nothing: NothingFound | null;
  /** Null where none was asked for. */
  readonly explanation: Explanation | null;
}

export type SuggestionKind =
  | 'edition'
  | 'work'
  | 'section'
  | 'provision'
  | 'actor'
  | 'stop'
  | 'field'
  | RecordKind;

/**
 * Something that what is typed may be the beginning of. A `field` leads nowhere: its `text` is the whole query as it
 * would stand with its last piece completed ("slicing body:wtsa", or "slicing body:" where a value is yet to come), to be
 * typed on or searched for, and its `address` is empty.
 */
export interface Suggestion {
  readonly text: string;
  readonly kind: SuggestionKind;
  readonly address: Address;
}

export interface SuggestAnswer {
  readonly ms: number;
  readonly items: readonly Suggestion[];
}
