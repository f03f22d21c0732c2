import type { ActorId, WorkId } from './ids.ts';

/** What a document is; every field but `title` follows from the naming rules. `null`: not known. */
export interface Identity {
  readonly work: WorkId;
  readonly edition: string;
  readonly body: string;
  readonly type: string;
  readonly number: string;
  readonly place: string | null;
  readonly year: number | null;
  readonly title: string;
}

/** One adoption or revision, as the history line under the title lists them; it may end with this very edition. */
export interface HistoryEntry {
  readonly place: string;
  readonly year: number;
}

/**
 * A mention of a work. `start` and `end` are UTF-16 offsets into the text that holds it, `end` exclusive, and
 * `text` is exactly that slice. `edition` is null where the mention names none.
 */
export interface Citation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly work: WorkId;
  readonly edition: string | null;
}

/** `at` is the UTF-16 offset in the provision's text after which the mark stands. */
export interface Footnote {
  readonly mark: string;
  readonly text: string;
  readonly at: number;
}

/** A run of the document's words outside any section: the foreword, the formula. */
export interface Paragraph {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/**
 * A mention of a place in the same document: "considering e)", "resolves 5", "this resolution". `address` is that of a
 * section or provision here, and empty where the whole document is meant. Offsets as in a citation.
 */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly address: string;
}

/** `columns` and `rows` are how many of them the cell spans, 1 as a rule. */
export interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

/** Rows from top to bottom, the cells of each in reading order; a spanned place has no cell of its own. */
export interface Table {
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** A figure is not kept, its caption is. */
export interface Figure {
  readonly caption: string;
}

/**
 * The smallest addressable piece. `address` is the section's address, a dot and `path`; `label` is printed as
 * the source has it (`a)`, `1`) and is empty for an unlabelled paragraph, whose path is `p1`, `p2`.
 */
export interface Provision {
  readonly address: string;
  readonly path: string;
  readonly label: string;
  readonly text: string;
  readonly footnotes: readonly Footnote[];
  readonly citations: readonly Citation[];
  /** Left out where there is none. */
  readonly references?: readonly Reference[];
  readonly table?: Table;
  readonly figure?: Figure;
  readonly provisions: readonly Provision[];
}

/**
 * One block under its opening words. `kind` is the opening verb phrase in lower case; `heading` is the whole
 * heading, run-on lines joined. `actors` are those it speaks to; `collaborators` are those they only act
 * together with ("in close collaboration with …").
 */
export interface Section {
  readonly address: string;
  readonly kind: string;
  readonly heading: string;
  readonly actors: readonly ActorId[];
  readonly collaborators: readonly ActorId[];
  readonly provisions: readonly Provision[];
}

export interface Annex {
  readonly address: string;
  readonly heading: string;
  readonly provisions: readonly Provision[];
}

/** Something odd in a source, and what was made of it. `line` counts from 1; null where no line is known. */
export interface Warning {
  readonly code: string;
  readonly message: string;
  readonly line: number | null;
}

/** A term or abbreviation that the document defines, and the provision that does. */
export interface Term {
  readonly term: string;
  /** "IMT" of "International Mobile Telecommunications"; null where there is none. */
  readonly abbreviation: string | null;
  readonly definition: string;
  readonly address: string;
}

/**
 * How a document is built: a *resolution* of sections under opening words, *clauses* under numbered headings, or
 * *plain* text under whatever headings it has. A clause is a section of kind "clause"; plain text stands in sections
 * of kind "heading".
 */
export type Form = 'resolution' | 'clauses' | 'plain';

/**
 * A document as structure. `preface` is what stands before the title (a foreword), `formula` the words that
 * name the adopting meeting ("The World … Assembly (New Delhi, 2024),"); both terms are Akoma Ntoso's.
 */
export interface StructuredDocument {
  readonly form: Form;
  /** BCP 47: `en`, `fr`, `es`, `ru`, `zh`, `ar`, or `und` where it cannot be told. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly identity: Identity;
  readonly history: readonly HistoryEntry[];
  readonly preface: readonly Paragraph[];
  readonly formula: string;
  readonly sections: readonly Section[];
  readonly annexes: readonly Annex[];
  readonly terms: readonly Term[];
  readonly warnings: readonly Warning[];
}

/** Whether a section decides, instructs or invites, rather than recalls or considers. */
export function isOperative(kind: string): boolean {
  return /^(?:\p{L}+ ){0,2}(?:resolves|decides|instructs|invites|encourages|urges|requests|calls|authorizes|appeals|recommends|agrees|directs|entrusts|approves|adopts|endorses|declares|commends|décide|charge|invite|encourage|prie|resuelve|encarga|invita|alienta|insta|pide|решает|поручает|предлагает|призывает|просит|يقرر|يكلف|يدعو|决定|责成|请)(?![\p{L}])/u.test(
    kind,
  );
}
