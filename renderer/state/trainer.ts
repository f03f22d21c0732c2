import { signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';

/** Whether this page may change anything: it is the trainer's own, and not one of the room. */
export interface Trainer {
  readonly isHere: ReadonlySignal<boolean>;
  /** Known to be a page of the room; false until it is known. */
  readonly isGuest: ReadonlySignal<boolean>;
  /** Resolves once one of the two is known; rejects where a trainer's tools cannot be had. */
  readonly known: Promise<void>;
}

/**
 * Asked of the other end of the wire, which knows what it carries. Nobody is the trainer until it has answered.
 *
 * @param bringTools brings what only a trainer needs, which is there before anything is shown of it
 */
export function createTrainer(
  api: Pick<Api, 'roomStatus'>,
  bringTools: () => Promise<void> = async () => {},
): Trainer {
  const isHere = signal(false);
  const isGuest = signal(false);
  async function ask(): Promise<void> {
    const { ok } = await api.roomStatus({});
    if (ok) await bringTools();
    isHere.value = ok;
    isGuest.value = !ok;
  }
  return { isHere, isGuest, known: ask() };
}
