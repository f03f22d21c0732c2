import { batch, computed, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { FailureCode, Result } from '../../main/contract/failure.ts';
import type { EditionId } from '../../main/contract/ids.ts';
import type { RoomStatus } from '../../main/contract/room.ts';

/** The room as the trainer has it. */
export interface TrainerRoom {
  /** Null until it was asked for. */
  readonly status: ReadonlySignal<RoomStatus | null>;
  readonly doing: ReadonlySignal<'nothing' | 'opening' | 'closing'>;
  /** Whether the trainer has closed the room here, which is then said. */
  readonly hasClosed: ReadonlySignal<boolean>;
  /** Why the last thing that was asked for did not work. */
  readonly failure: ReadonlySignal<FailureCode | null>;
  /** The network that is chosen, by its address here: the one that is shared on, else the likeliest; null: there is none. */
  readonly host: ReadonlySignal<string | null>;
  /** The address that is shared on; null: the room is closed. */
  readonly openHost: ReadonlySignal<string | null>;
  /** The documents of one's own that the room may read. */
  readonly own: ReadonlySignal<ReadonlySet<EditionId>>;
  chooseHost(host: string): void;
  choose(edition: EditionId, isShared: boolean): void;
  open(): Promise<void>;
  close(): Promise<void>;
  openInbox(isOpen: boolean): Promise<void>;
  /** Keeps the status new, until the answer is called. */
  watch(): () => void;
}

/** How often it is looked how the room is, in milliseconds. */
const every = 2000;

export function createTrainerRoom(
  api: Pick<Api, 'roomStatus' | 'openRoom' | 'closeRoom' | 'openInbox'>,
): TrainerRoom {
  const status = signal<RoomStatus | null>(null);
  const doing = signal<'nothing' | 'opening' | 'closing'>('nothing');
  const hasClosed = signal(false);
  const failure = signal<FailureCode | null>(null);
  const wished = signal<string | null>(null);
  const chosen = signal<ReadonlySet<EditionId>>(new Set());
  const openHost = computed(() => {
    const open = status.value?.open ?? null;
    return open === null ? null : new URL(open.url).hostname;
  });
  const host = computed(() => {
    const networks = status.value?.networks ?? [];
    const isThere = (one: string | null): boolean => networks.some(({ host: at }) => at === one);
    if (isThere(wished.value)) return wished.value;
    if (isThere(openHost.value)) return openHost.value;
    return (networks.find(({ kind }) => kind !== 'virtual') ?? networks[0])?.host ?? null;
  });
  const own = computed(() => {
    const open = status.value?.open ?? null;
    return open === null ? chosen.value : new Set(open.shared);
  });
  /** An answer to an earlier question is dropped. */
  let serial = 0;

  async function asked(reply: Promise<Result<RoomStatus>>, isDeed: boolean): Promise<void> {
    serial += 1;
    const at = serial;
    const result = await reply;
    if (at !== serial && !isDeed) return;
    batch(() => {
      if (result.ok) status.value = result.value;
      if (isDeed) failure.value = result.ok ? null : result.error.code;
    });
  }

  async function doIt(what: 'opening' | 'closing', reply: Promise<Result<RoomStatus>>) {
    doing.value = what;
    await asked(reply, true);
    batch(() => {
      doing.value = 'nothing';
      hasClosed.value = what === 'closing' && status.peek()?.open === null;
    });
  }

  function look(): void {
    if (!document.hidden && doing.peek() === 'nothing') void asked(api.roomStatus({}), false);
  }

  return {
    status,
    doing,
    hasClosed,
    failure,
    host,
    openHost,
    own,
    chooseHost(next) {
      wished.value = next;
    },
    choose(edition, isShared) {
      const next = new Set(chosen.peek());
      if (isShared) next.add(edition);
      else next.delete(edition);
      chosen.value = next;
    },
    async open() {
      const at = host.peek();
      if (at === null || doing.peek() !== 'nothing') return;
      await doIt('opening', api.openRoom({ host: at, own: [...own.peek()] }));
    },
    async close() {
      if (doing.peek() !== 'nothing') return;
      // As they were chosen, should the room be opened again.
      chosen.value = own.peek();
      await doIt('closing', api.closeRoom({}));
    },
    openInbox: (isOpen) => asked(api.openInbox({ isOpen }), true),
    watch() {
      look();
      const timer = setInterval(look, every);
      return () => {
        clearInterval(timer);
        hasClosed.value = false;
        failure.value = null;
      };
    },
  };
}
