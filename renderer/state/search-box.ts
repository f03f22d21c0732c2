import { signal, type ReadonlySignal } from '@preact/signals';
import type { Suggestion } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/failure.ts';
import { hrefOf, readAddress, searchFor, searchHref } from './places/index.ts';

/** The search box: what is being typed, and what is suggested for it. */
export interface SearchBox {
  readonly text: ReadonlySignal<string>;
  readonly items: ReadonlySignal<readonly Suggestion[]>;
  readonly isOpen: ReadonlySignal<boolean>;
  /** Index of the suggestion under the arrow keys; -1 marks none. */
  readonly active: ReadonlySignal<number>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** The text changed under a person's hands: suggest. */
  type(text: string): void;
  /** The text follows a place that was reached otherwise: do not suggest. */
  set(text: string): void;
  move(step: 1 | -1): void;
  choose(index: number): void;
  /** Goes to the suggestion under the arrow keys, else to the address typed, else to the results. */
  submit(): void;
  close(): void;
}

export function createSearchBox(api: Api, go: (href: string) => void): SearchBox {
  const text = signal('');
  const items = signal<readonly Suggestion[]>([]);
  const isOpen = signal(false);
  const active = signal(-1);
  const failure = signal<Failure | null>(null);
  // Counts what was typed: an answer to anything but the newest is stale.
  let serial = 0;

  async function suggest(prefix: string): Promise<void> {
    const own = serial;
    const reply = await api.suggest({ prefix });
    if (own !== serial) return;
    // An answer may come after a person began to choose: what they chose stays chosen while it is suggested.
    const chosen = items.value[active.value];
    failure.value = reply.ok ? null : reply.error;
    items.value = reply.ok ? reply.value.items : [];
    active.value = items.value.findIndex(
      (item) => item.address === chosen?.address && item.text === chosen.text,
    );
    isOpen.value = items.value.length > 0 || failure.value !== null;
  }

  function close(): void {
    serial += 1;
    isOpen.value = false;
    active.value = -1;
  }

  function set(next: string): void {
    close();
    text.value = next;
    items.value = [];
  }

  function choose(index: number): void {
    const item = items.value[index];
    if (item === undefined) return;
    // A part of a query leads nowhere yet: it is typed for the person, who goes on.
    if (item.kind === 'field') {
      active.value = -1;
      type(item.text.endsWith(':') ? item.text : `${item.text} `);
      return;
    }
    set('');
    go(hrefOf(item.address));
  }

  function type(next: string): void {
    serial += 1;
    text.value = next;
    // Longer prefixes suggest nothing and the contract refuses them.
    if (next.trim() === '' || next.length > 200) close();
    else void suggest(next);
  }

  return {
    text,
    items,
    isOpen,
    active,
    failure,
    set,
    choose,
    close,
    type,
    move(step) {
      const count = items.value.length;
      if (count === 0) return;
      if (!isOpen.value) isOpen.value = true;
      // One place more than there are items: beyond the last stands the text itself (-1).
      active.value = ((active.value + 1 + step + count + 1) % (count + 1)) - 1;
    },
    submit() {
      if (isOpen.value && active.value >= 0) return choose(active.value);
      const query = text.value.trim();
      if (query === '') return;
      close();
      const address = readAddress(query);
      go(address === null ? searchHref(searchFor(query)) : hrefOf(address));
    },
  };
}
