import type { ActorId, Address, EditionId, WorkId } from './ids.ts';
import { linksInProse, type Prose } from './prose.ts';

/**
 * What the library knows beside the documents' own words. Each record stands at an address: a reference at the id of
 * its work, the others at `kind/slug` (`body/itu-t-sg-13`, `term/imt-2020`), a chapter of a handbook and a stop of a
 * tour at a part of it (`handbook/reading-a-resolution#verbs`, `tour/resolution-92#3`).
 */
export type LibraryRecord =
  | ReferenceRecord
  | BodyRecord
  | HandbookRecord
  | ChapterRecord
  | TourRecord
  | TermRecord
  | MeetingRecord
  | TopicRecord;

export type RecordKind = LibraryRecord['kind'];

/** Where a fact comes from: a data set or page with its address on the network, or a place in this library. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly address: Address | null;
}

interface Common {
  /** Slugs of topics. */
  readonly topics: readonly string[];
  readonly sources: readonly Source[];
}

export const editionStatuses = ['in-force', 'superseded', 'withdrawn', 'unknown'] as const;
export type EditionStatus = (typeof editionStatuses)[number];

/**
 * One edition of a work as far as it is known. `edition` is what follows the `@`. The dates are ISO 8601, as exact as
 * known: a year, a month or a day. `approved` is when it was approved or adopted, `published` when it was issued.
 */
export interface KnownEdition {
  readonly edition: string;
  readonly approved: string | null;
  readonly published: string | null;
  readonly status: EditionStatus;
}

/** The library's record of a work, whether or not its text is here. */
export interface ReferenceRecord extends Common {
  readonly kind: 'reference';
  readonly address: WorkId;
  /** Printed name: "Recommendation ITU-T Y.3101". */
  readonly name: string;
  readonly title: string;
  /** Newest first; never empty. */
  readonly editions: readonly KnownEdition[];
  /** Slug of the body that answers for it. */
  readonly responsible: string;
  readonly replaces: readonly WorkId[];
  readonly replacedBy: readonly WorkId[];
  /** Where it can be had. */
  readonly where: string;
  /** A note of some lines, or a digest of a page. */
  readonly text: Prose;
  readonly isDigest: boolean;
}

/** A body of the Union or a partner. */
export interface BodyRecord extends Common {
  readonly kind: 'body';
  readonly address: Address;
  readonly name: string;
  /** Short names, the usual one first: "SG13". */
  readonly short: readonly string[];
  /** Null: it stands above the Sectors, or outside the Union. */
  readonly sector: 'itu-t' | 'itu-r' | 'itu-d' | null;
  /** The study period that the summary speaks of: "2025-2028". Null for a body without one. */
  readonly period: string | null;
  /** What came before it and after it, in words. Null: not known, or nothing. */
  readonly before: Prose | null;
  readonly after: Prose | null;
  readonly mandate: Prose;
  readonly partInImt: Prose;
  readonly publications: readonly Address[];
  /** Under which names resolutions speak to it alone ("itu-t-sg-13"), and as one of several ("itu-t-study-groups"). */
  readonly actors: readonly ActorId[];
  readonly groups: readonly ActorId[];
}

/** A handbook of this library. */
export interface HandbookRecord extends Common {
  readonly kind: 'handbook';
  readonly address: Address;
  readonly title: string;
  readonly lead: Prose;
  readonly chapters: readonly { readonly address: Address; readonly title: string }[];
}

export interface ChapterRecord extends Common {
  readonly kind: 'chapter';
  readonly address: Address;
  readonly handbook: Address;
  readonly title: string;
  readonly text: Prose;
}

/** What a stop shows: what stands at an address, or what changed from one edition to another, perhaps at one place. */
export type Exhibit =
  | { readonly kind: 'address'; readonly address: Address }
  | {
      readonly kind: 'comparison';
      readonly from: EditionId;
      readonly to: EditionId;
      /** A provision or section of `to`; null: the whole. */
      readonly at: Address | null;
    };

export interface Stop {
  readonly address: Address;
  readonly title: string;
  readonly minutes: number;
  readonly show: readonly Exhibit[];
  /** What the presenter says. */
  readonly notes: Prose;
  /** What the presenter asks the room. */
  readonly question: string;
  /** What the room chooses between; none: the question is an open one. */
  readonly answers: readonly string[];
}

export interface TourRecord extends Common {
  readonly kind: 'tour';
  readonly address: Address;
  /** BCP 47: the language that it is written in. */
  readonly language: string;
  readonly title: string;
  readonly lead: Prose;
  readonly stops: readonly Stop[];
}

/** A term of the glossary. `synonyms` are what people say instead: "5G" for IMT-2020. */
export interface TermRecord extends Common {
  readonly kind: 'term';
  readonly address: Address;
  readonly term: string;
  readonly abbreviation: string | null;
  readonly synonyms: readonly string[];
  readonly definition: Prose;
  readonly see: readonly Address[];
}

/** One sitting of an assembly or conference. The dates are its first and last day, ISO 8601; null where not known. */
export interface MeetingRecord extends Common {
  readonly kind: 'meeting';
  readonly address: Address;
  /** "WTSA-24". */
  readonly name: string;
  /** Slug of the body that met. */
  readonly body: string;
  readonly place: string;
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
}

export interface TopicRecord extends Common {
  readonly kind: 'topic';
  readonly address: Address;
  readonly title: string;
  readonly lead: Prose;
  /** Provisions and sections that belong to it; references, bodies and others name the topic themselves. */
  readonly provisions: readonly Address[];
}

/** What a person reads as the name of a record. */
export function nameOfRecord(record: LibraryRecord): string {
  switch (record.kind) {
    case 'reference':
    case 'body':
    case 'meeting':
      return record.name;
    case 'handbook':
    case 'chapter':
    case 'tour':
    case 'topic':
      return record.title;
    case 'term':
      return record.abbreviation ?? record.term;
  }
}

/** A further line beside the name, perhaps empty. That of a chapter is the title of its handbook, which it cannot say. */
export function detailOfRecord(record: LibraryRecord): string {
  switch (record.kind) {
    case 'reference':
      return record.title;
    case 'body':
      return record.short[0] ?? '';
    case 'term':
      return record.abbreviation === null ? '' : record.term;
    case 'meeting':
      return `${record.place}, ${record.year}`;
    case 'handbook':
    case 'chapter':
    case 'tour':
    case 'topic':
      return '';
  }
}

/** The year that a date or the name of an edition begins with. */
const yearIn = (date: string | null): number | null =>
  date !== null && /^\d{4}(?:-|$)/.test(date) ? Number(date.slice(0, 4)) : null;

/** The year of the newest edition of a work; null where nothing tells it. */
export function yearOfReference({ editions: [newest] }: ReferenceRecord): number | null {
  if (newest === undefined) return null;
  return yearIn(newest.approved) ?? yearIn(newest.published) ?? yearIn(newest.edition);
}

/** A link of the library: `from` a record, or a stop of one, `to` a place in a document or another record. */
export interface Link {
  readonly from: Address;
  readonly to: Address;
}

const addressesOf = (exhibit: Exhibit): Address[] =>
  exhibit.kind === 'address'
    ? [exhibit.address]
    : [exhibit.from, exhibit.to, ...(exhibit.at === null ? [] : [exhibit.at])].map(
        (each) => each as string as Address,
      );

const bodyAddress = (slug: string): Address => `body/${slug}` as Address;

/** Everything that a record leads to, each place once, in the record's order. */
export function linksOf(record: LibraryRecord): Link[] {
  const from = record.address as string as Address;
  const links: Link[] = [];
  const add = (targets: readonly string[], origin: Address = from): void => {
    for (const to of targets as readonly Address[])
      if (!links.some((link) => link.from === origin && link.to === to))
        links.push({ from: origin, to });
  };
  switch (record.kind) {
    case 'reference':
      add([bodyAddress(record.responsible), ...record.replaces, ...record.replacedBy]);
      add(linksInProse(record.text));
      break;
    case 'body':
      for (const text of [record.before, record.after, record.mandate, record.partInImt])
        if (text !== null) add(linksInProse(text));
      add(record.publications);
      break;
    case 'handbook':
      add(linksInProse(record.lead));
      break;
    case 'chapter':
      add(linksInProse(record.text));
      break;
    case 'tour':
      add(linksInProse(record.lead));
      for (const stop of record.stops) {
        add(stop.show.flatMap(addressesOf), stop.address);
        add(linksInProse(stop.notes), stop.address);
      }
      break;
    case 'term':
      add(linksInProse(record.definition));
      add(record.see);
      break;
    case 'meeting':
      add([bodyAddress(record.body)]);
      break;
    case 'topic':
      add(linksInProse(record.lead));
      add(record.provisions);
      break;
  }
  add(record.topics.map((topic) => `topic/${topic}`));
  return links;
}
