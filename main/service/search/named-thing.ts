import type { Address, WorkId } from '../../contract/ids.ts';

/** A thing that a query names. */
export interface NamedThing {
  readonly address: Address;
  readonly kind: 'work' | 'edition' | 'section' | 'provision' | 'record';
  /** The work that it is or belongs to; null for a record of another kind. */
  readonly work: WorkId | null;
}

export interface Named {
  /** Best first; never empty. */
  readonly things: readonly NamedThing[];
  /** What was typed beside an address; else empty. */
  readonly rest: string;
}

export const at = (address: string): Address => address as Address;
export const workThing = (work: WorkId): NamedThing => ({ address: at(work), kind: 'work', work });
export const recordThing = (address: Address): NamedThing => ({
  address,
  kind: 'record',
  work: null,
});
