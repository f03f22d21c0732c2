import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Failure, Result } from '../../main/contract/failure.ts';
import type { DataPlace, Health } from '../../main/contract/machine.ts';

/** What a person sees and changes of this machine: where their data is, and whether the library is whole. */
export interface Machine {
  /** Null until they were asked for. */
  readonly place: ReadonlySignal<DataPlace | null>;
  readonly health: ReadonlySignal<Health | null>;
  readonly doing: ReadonlySignal<'nothing' | 'moving' | 'repairing'>;
  readonly done: ReadonlySignal<'moved' | 'repaired' | null>;
  /** Why the last thing that was asked for did not work. */
  readonly failure: ReadonlySignal<Failure | null>;
  /** Where the data is to go; null until it was chosen. */
  readonly wanted: ReadonlySignal<string | null>;
  pickFolder(): Promise<void>;
  move(): Promise<void>;
  repair(): Promise<void>;
  reveal(what: 'data' | 'log' | 'library'): Promise<void>;
  /** Asks for both, and for the health again while it is being checked or brought up to date, until the answer is called. */
  watch(): () => void;
}

type Needed = Pick<Api, 'dataPlace' | 'moveData' | 'health' | 'repair' | 'reveal' | 'pickFolder'>;

/** How often it is asked whether the check has ended, in milliseconds. */
const every = 1000;

export function createMachine(api: Needed): Machine {
  const place = signal<DataPlace | null>(null);
  const health = signal<Health | null>(null);
  const doing = signal<'nothing' | 'moving' | 'repairing'>('nothing');
  const deed = signal<'moved' | 'repaired' | null>(null);
  const failure = signal<Failure | null>(null);
  const wanted = signal<string | null>(null);

  async function lookAtPlace(): Promise<void> {
    const reply = await api.dataPlace({});
    if (reply.ok) place.value = reply.value;
  }

  async function lookAtHealth(): Promise<void> {
    const reply = await api.health({});
    if (reply.ok && doing.peek() !== 'repairing') health.value = reply.value;
  }

  async function act<Answer>(
    what: 'moving' | 'repairing',
    ask: () => Promise<Result<Answer>>,
    then: (answer: Answer) => void,
  ): Promise<void> {
    if (doing.peek() !== 'nothing') return;
    batch(() => {
      doing.value = what;
      deed.value = null;
      failure.value = null;
    });
    const reply = await ask();
    batch(() => {
      doing.value = 'nothing';
      if (reply.ok) then(reply.value);
      else failure.value = reply.error;
    });
  }

  /** What is only looked at changes nothing here; why it cannot be is said. */
  async function asked<Answer>(reply: Promise<Result<Answer>>): Promise<Answer | null> {
    failure.value = null;
    const result = await reply;
    if (result.ok) return result.value;
    failure.value = result.error;
    return null;
  }

  return {
    place,
    health,
    doing,
    done: deed,
    failure,
    wanted,
    async pickFolder() {
      const picked = await asked(api.pickFolder({}));
      if (picked !== null && picked.folder !== null) wanted.value = picked.folder;
    },
    async move() {
      const to = wanted.peek();
      if (to === null) return;
      await act(
        'moving',
        () => api.moveData({ to }),
        (now) => {
          place.value = now;
          wanted.value = null;
          deed.value = 'moved';
        },
      );
    },
    repair: () =>
      act(
        'repairing',
        () => api.repair({}),
        (now) => {
          health.value = now;
          deed.value = now.state === 'damaged' ? null : 'repaired';
        },
      ),
    async reveal(what) {
      await asked(api.reveal({ what }));
    },
    watch() {
      void lookAtPlace();
      void lookAtHealth();
      const timer = setInterval(() => {
        const now = health.peek();
        const isBusy = now?.state === 'checking' || now?.own.isUpgrading === true;
        if (!document.hidden && isBusy) void lookAtHealth();
      }, every);
      return () => {
        clearInterval(timer);
        deed.value = null;
        failure.value = null;
      };
    },
  };
}
