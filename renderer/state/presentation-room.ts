import { effect, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Stage } from '../../main/contract/room.ts';

/** Hands what is presented on to the room. */
export interface RoomSender {
  /** Null: nothing is presented any more. */
  send(stage: Stage | null): void;
}

/**
 * One call at a time, and of what came in the meantime only the newest. A room that cannot be told disturbs nobody; once the line
 * to it holds again it is told where the presenter is.
 */
export function createRoomSender(
  api: Pick<Api, 'present'>,
  isTrainer: ReadonlySignal<boolean>,
  isJoined: ReadonlySignal<boolean>,
): RoomSender {
  let wanted: Stage | null | undefined;
  let isBusy = false;
  let isTold = true;

  async function work(): Promise<void> {
    if (isBusy || isTold || wanted === undefined || !isTrainer.peek()) return;
    isBusy = true;
    isTold = true;
    const { ok } = await api.present({ stage: wanted }).catch(() => ({ ok: false }));
    isBusy = false;
    if (!ok) {
      // Told again by the next step, or when the line is back.
      isTold = false;
      return;
    }
    await work();
  }

  effect(() => {
    if (!isJoined.value || !isTrainer.value) return;
    isTold = wanted === undefined;
    void work();
  });
  return {
    send(stage) {
      wanted = stage;
      isTold = false;
      void work();
    },
  };
}
