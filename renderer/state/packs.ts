import { batch, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { Failure, Result } from '../../main/contract/failure.ts';
import type { InstalledPack, Publisher } from '../../main/contract/packs.ts';

/** What was done with a pack or a publisher last. */
export type PackDeed =
  | { readonly kind: 'on' | 'off' | 'removed'; readonly title: string }
  | { readonly kind: 'back'; readonly title: string; readonly version: string }
  | { readonly kind: 'forgotten'; readonly title: string };

/** What a person does with the packs that are here. */
export interface Packs {
  /** The identity of the pack, or the key of the publisher, with which something is being done. */
  readonly busy: ReadonlySignal<string | null>;
  readonly done: ReadonlySignal<PackDeed | null>;
  /** Why the last thing that was asked for did not work. */
  readonly failure: ReadonlySignal<Failure | null>;
  switchOn(pack: InstalledPack, isOn: boolean): Promise<void>;
  rollBack(pack: InstalledPack): Promise<void>;
  remove(pack: InstalledPack): Promise<void>;
  forget(publisher: Publisher): Promise<void>;
  /** Forgets what was said. */
  rest(): void;
}

/** @param reload shows the open list anew */
export function createPacks(
  api: Pick<Api, 'switchPack' | 'rollBackPack' | 'removePack' | 'forgetPublisher'>,
  reload: () => void,
): Packs {
  const busy = signal<string | null>(null);
  const deed = signal<PackDeed | null>(null);
  const failure = signal<Failure | null>(null);

  /** One thing at a time: what comes meanwhile is left undone. */
  async function act<Answer>(
    whose: string,
    ask: () => Promise<Result<Answer>>,
    said: (answer: Answer) => PackDeed,
  ): Promise<void> {
    if (busy.peek() !== null) return;
    batch(() => {
      busy.value = whose;
      deed.value = null;
      failure.value = null;
    });
    const reply = await ask();
    batch(() => {
      busy.value = null;
      if (reply.ok) deed.value = said(reply.value);
      else failure.value = reply.error;
    });
    // What could not be done may have changed what is here, too.
    reload();
  }

  return {
    busy,
    done: deed,
    failure,
    switchOn: ({ identity, title }, isOn) =>
      act(
        identity,
        () => api.switchPack({ identity, isOn }),
        () => ({ kind: isOn ? 'on' : 'off', title }),
      ),
    rollBack: ({ identity, title }) =>
      act(
        identity,
        () => api.rollBackPack({ identity }),
        ({ version }) => ({ kind: 'back', title, version }),
      ),
    remove: ({ identity, title }) =>
      act(
        identity,
        () => api.removePack({ identity }),
        () => ({ kind: 'removed', title }),
      ),
    forget: ({ key, name }) =>
      act(
        key,
        () => api.forgetPublisher({ key }),
        () => ({ kind: 'forgotten', title: name }),
      ),
    rest() {
      deed.value = null;
      failure.value = null;
    },
  };
}
