import type { Result } from './failure.ts';
import type { Address, EditionId } from './ids.ts';

/**
 * What a tour of one's own may be, wherever it comes from: the wire, the disk, a file from somebody else. Far more than
 * anybody presents, and little enough that no file fills a memory. Lengths in UTF-16 units.
 */
export const tourLimits = {
  stops: 200,
  exhibits: 20,
  answers: 8,
  minutes: 600,
  title: 300,
  text: 20_000,
  question: 1000,
  answer: 200,
  quotation: 4000,
  address: 400,
  /** Of the one file that a tour is carried in. */
  file: 20_000_000,
} as const;

/**
 * The words at a place, by which it is found again once its address leads to others (as the Web Annotation model's
 * TextQuoteSelector does). `prefix` and `suffix` are what stands before and after them, perhaps empty.
 */
export interface Quotation {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What a stop of one's own shows. `quotation` null: it has no words of its own, or they have not been noted yet. */
export type OwnExhibit =
  | { readonly kind: 'address'; readonly address: Address; readonly quotation: Quotation | null }
  | {
      readonly kind: 'comparison';
      readonly from: EditionId;
      readonly to: EditionId;
      /** A provision or section of `to`; null: the whole. */
      readonly at: Address | null;
      readonly quotation: Quotation | null;
    };

export interface OwnStop {
  /** Stays with the stop wherever it is moved: lower-case letters and digits. */
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly show: readonly OwnExhibit[];
  /** What the presenter says, in the marks of the library's own texts (a subset of Markdown). */
  readonly notes: string;
  readonly question: string;
  /** What the room chooses between; none: the question is an open one. */
  readonly answers: readonly string[];
}

/** A tour that a person made. */
export interface OwnTour {
  /** `tour/own-…` */
  readonly address: Address;
  readonly title: string;
  /** In the marks of the library's own texts. */
  readonly lead: string;
  /** BCP 47: the language that it is written in. */
  readonly language: string;
  /** The tour that it was copied from. */
  readonly basedOn: Address | null;
  readonly stops: readonly OwnStop[];
}

/**
 * An exhibit whose address no longer leads to the words that were chosen. `moved`: they stand elsewhere, at `found`, and
 * that is what is shown; `changed`: other words stand there now; `gone`: nothing stands there.
 */
export interface Attention {
  /** The stop's id. */
  readonly stop: string;
  /** Which of its exhibits, from 0. */
  readonly exhibit: number;
  readonly why: 'moved' | 'changed' | 'gone';
  readonly was: Quotation;
  /** What stands at the address now; empty where nothing does. */
  readonly now: string;
  readonly found: Address | null;
}

export interface KeptTour {
  readonly tour: OwnTour;
  readonly attention: readonly Attention[];
}

/** The name and the text of the one file that a tour is carried in. */
export interface TourFile {
  readonly name: string;
  readonly text: string;
}

/** The tours that a person makes. None of it exists in the room. */
export interface OwnToursApi {
  /** Errors: `unknown-record`, `file-unreadable`. */
  ownTour(request: { readonly address: string }): Promise<Result<KeptTour>>;
  /**
   * A new tour, empty or a copy of another. Errors: `unknown-record` (the one to copy), `not-writable`, `disk-full`.
   */
  newTour(request: {
    readonly from?: string | undefined;
    /** Of an empty one. */
    readonly title?: string | undefined;
    readonly language?: string | undefined;
  }): Promise<Result<KeptTour>>;
  /**
   * Keeps a tour as it now is, whole: after a crash it is the one before or this one. Notes the words of exhibits that have
   * none noted. Errors: `not-writable`, `disk-full`.
   */
  keepTour(request: { readonly tour: OwnTour }): Promise<Result<KeptTour>>;
  /** Puts a tour away; `keepTour` brings it back. Errors: `unknown-record`, `not-writable`. */
  dropTour(request: { readonly address: string }): Promise<Result<null>>;
  /** A tour as one file, to be carried to another machine. */
  tourFile(request: { readonly address: string }): Promise<Result<TourFile>>;
  /**
   * Takes such a file in, as a new tour: its text, or where it lies on this machine. Errors: `content-invalid`, `too-large`,
   * `file-missing`, `file-unreadable`, `not-writable`, `disk-full`.
   */
  takeTour(
    request: { readonly text: string } | { readonly path: string },
  ): Promise<Result<KeptTour>>;
}
