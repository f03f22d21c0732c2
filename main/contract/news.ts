import type { EditionSummary } from './answers.ts';
import type { ComparisonStatus } from './comparison.ts';
import type { Address } from './ids.ts';

/** A provision that an edition has and the one before it had not. */
export interface NewProvision {
  readonly address: Address;
  readonly heading: string;
  readonly label: string;
  /** Its first words. */
  readonly text: string;
}

/** What became of the provisions of a work in its newest edition. */
export interface EditionNews {
  readonly edition: EditionSummary;
  /** The edition before it, of which the text is here too. */
  readonly before: EditionSummary;
  readonly figures: Readonly<Record<ComparisonStatus, number>>;
  /** Some of the new ones, those that ask something of somebody first. */
  readonly added: readonly NewProvision[];
}

/** The works that were revised last, the latest first; only a few, however many are here. */
export interface News {
  readonly editions: readonly EditionNews[];
}
