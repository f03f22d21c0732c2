import type { EditionId } from './ids.ts';

/**
 * What became of a provision. *same* has the same words at the same place, whatever its label is now; *moved* the same
 * words at another place; *amended* other words; *new* and *removed* stand on one side only.
 */
export type ComparisonStatus = 'same' | 'amended' | 'moved' | 'new' | 'removed';

/** A run of the text that both sides share, or that one of them has. `same` and `removed` give the older text, joined. */
export interface DiffPart {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One provision of either side, or a pair of them. */
export interface ComparisonRow {
  readonly status: ComparisonStatus;
  /** Section and path without the edition: "considering.a". Null where this side has none. */
  readonly from: string | null;
  readonly to: string | null;
  /** 0 to 1: the share of words that stand in both, in one order; 0 for a provision without a partner. */
  readonly similarity: number;
  readonly diff: readonly DiffPart[];
  /** Only on a row that is amended and moved. */
  readonly moved?: true;
}

export interface Comparison {
  readonly from: EditionId;
  readonly to: EditionId;
  /** In the order of the later text; what is gone stands where it stood. */
  readonly rows: readonly ComparisonRow[];
  /** The same of sections and annexes; the marks are those of their headings. */
  readonly sections: readonly ComparisonRow[];
}
