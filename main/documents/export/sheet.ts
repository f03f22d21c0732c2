import type { SheetWords } from './words.ts';

/** How words are set where it is not as the sheet's own are. */
export interface Tongue {
  /** BCP 47; `und` where it cannot be told. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/** A run of words. `to` is where it leads: an address with a scheme, or `#id` of a place in the sheet. */
export interface SheetRun {
  readonly text: string;
  readonly style?: 'emphasis' | 'strong' | 'added' | 'removed';
  readonly to?: string;
  /** A footnote whose mark stands after the words. */
  readonly note?: string;
}
export type SheetRuns = readonly SheetRun[];

/** A cell of a table; it spans so many columns and rows. */
export interface SheetCell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
}

interface Own {
  readonly tongue?: Tongue;
}

/** One thing after another on a printed page. An `id` is unique in its sheet. */
export type SheetBlock =
  | (Own & {
      readonly kind: 'heading';
      /** 1 is a part of the sheet, 2 a part of that. */
      readonly level: 1 | 2;
      readonly id: string;
      readonly runs: SheetRuns;
    })
  | (Own & {
      readonly kind: 'paragraph';
      /** `formula`: the words that name the meeting; `reference`: where words come from; `small`: about the sheet. */
      readonly look?: 'formula' | 'reference' | 'small' | 'caption';
      readonly runs: SheetRuns;
    })
  | (Own & {
      readonly kind: 'provision';
      readonly id: string | null;
      readonly label: string;
      /** How many provisions it stands under. */
      readonly depth: number;
      readonly runs: SheetRuns;
    })
  | (Own & {
      readonly kind: 'list';
      readonly isOrdered: boolean;
      readonly items: readonly SheetRuns[];
    })
  | (Own & {
      readonly kind: 'table';
      readonly caption: string;
      readonly rows: readonly (readonly SheetCell[])[];
    })
  /** Words of a document, and where they stand. */
  | (Own & {
      readonly kind: 'quotation';
      readonly blocks: readonly SheetBlock[];
      readonly from: SheetRuns;
      /** Of the words in `from`. */
      readonly fromTongue: Tongue;
      /** The address that a QR code leads to. */
      readonly link: string;
    })
  /** Something of the library in a few lines. */
  | (Own & {
      readonly kind: 'card';
      readonly name: string;
      readonly detail: string;
      readonly text: string;
      readonly link: string;
    })
  /** A question with its answers to tick, or with lines to write on. */
  | (Own & {
      readonly kind: 'question';
      readonly text: string;
      readonly answers: readonly string[];
      readonly lines: number;
    });

/**
 * Something to be printed, in any format. What it holds is made as it is asked for, so that a long document is never
 * made in one go.
 */
export interface Sheet extends Tongue {
  readonly title: string;
  /** What stands under the title: names, dates. */
  readonly lines: readonly string[];
  /** The parts that a table of contents lists; none: it has none. */
  readonly contents: readonly { readonly id: string; readonly text: string }[];
  readonly blocks: Iterable<SheetBlock>;
  /** What is said of the sheet and is no part of it, at its very end; null: nothing. */
  readonly colophon: { readonly title: string; readonly lines: readonly SheetRuns[] } | null;
  readonly words: SheetWords;
}

const fromTheRight = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** The tongue of words in a language. */
export function tongueOf(language: string): Tongue {
  const [primary = ''] = language.toLowerCase().split('-');
  return { language, direction: fromTheRight.has(primary) ? 'rtl' : 'ltr' };
}

/** Whether blocks in `tongue` are to be marked as such in a sheet of `around`. */
export const isForeign = (tongue: Tongue | undefined, around: Tongue): tongue is Tongue =>
  tongue !== undefined &&
  (tongue.language !== around.language || tongue.direction !== around.direction);
