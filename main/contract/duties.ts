import type { Action, EditionSummary } from './answers.ts';
import type { ActorId, EditionId } from './ids.ts';

/**
 * What became of something that is asked of somebody, against the edition before: *added* was not asked of them then,
 * *kept* was in the same words, *changed* was in other words or with another verb or other partners, *gone* is asked of
 * them no more.
 */
export const fates = ['added', 'kept', 'changed', 'gone'] as const;
export type Fate = (typeof fates)[number];

/**
 * One operative provision and one of those it speaks to. Of one that is gone, `address`, `text` and all else are those
 * of the edition before, and `edition` is the one that has it no more.
 */
export interface Duty extends Omit<Action, 'name' | 'year'> {
  /** Null: the library has no earlier edition. */
  readonly fate: Fate | null;
}

/** An edition that asks something of somebody. */
export interface DutyEdition extends EditionSummary {
  /** The edition that it is compared with; null: the library has no earlier one. */
  readonly before: EditionId | null;
}

export interface DutiesRequest {
  readonly work?: string | undefined;
  readonly actors?: readonly string[] | undefined;
}

/** Who must do what, in every edition, and what became of it. */
export interface Duties {
  /** Works by body and number, newest first within a work; those of the whole library, whatever was asked for. */
  readonly editions: readonly DutyEdition[];
  /** Everybody whom some edition speaks to, or spoke to. */
  readonly actors: readonly ActorId[];
  /** Edition by edition, in document order, what is gone last. The first of them where there are very many. */
  readonly duties: readonly Duty[];
  /** How many there are of what was asked for. */
  readonly total: number;
}
