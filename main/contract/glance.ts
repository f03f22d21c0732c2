import type { EditionSummary, IncomingCitation } from './answers.ts';
import type { WorkId } from './ids.ts';

/** What a card says of a work: little, whatever the work. */
export interface Glance {
  readonly address: WorkId;
  /** Printed name without an edition: "Report ITU-R M.2078". */
  readonly name: string;
  /** The title of its record, or else the newest in the library; null where neither is here. */
  readonly title: string | null;
  /** The first words of its record; empty where it has none. */
  readonly lead: string;
  /** Those whose text is here, the newest ones, newest first. */
  readonly editions: readonly Pick<EditionSummary, 'edition' | 'name'>[];
  /** In how many places it is cited, the one that asks left out. */
  readonly places: number;
  /** The first of them, newest citing edition first; of a long text only what stands about the citation. */
  readonly citedBy: readonly IncomingCitation[];
}
