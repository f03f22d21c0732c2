import { signal, type ReadonlySignal } from '@preact/signals';
import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { createTermFinder, type TermFinder } from './term-finder.ts';

/** The card with the definition of a term. `id` names the place in the page that it was opened at. */
export interface Definition {
  readonly id: string;
  readonly term: RecordSummary;
}

/** The terms of the glossary in the texts, and the one whose definition is open. */
export interface Definitions {
  /** Null until the glossary is here. */
  readonly find: ReadonlySignal<TermFinder | null>;
  readonly open: ReadonlySignal<Definition | null>;
  /** Asks for the glossary, once. */
  load(): void;
  /** The pointer came upon a term: opens after a moment, unless it only passes. */
  hover(definition: Definition): void;
  /** Opens at once. */
  show(definition: Definition): void;
  /** The pointer left the term or the card: closes, unless it goes from the one to the other. */
  leave(): void;
  /** The pointer is on the card. */
  stay(): void;
  close(): void;
}

/** How long the pointer rests on a term before its definition opens, in milliseconds. */
const openAfter = 300;

/** How long the pointer may take from the term to the card, in milliseconds. */
const closeAfter = 250;

export function createDefinitions(api: Api): Definitions {
  const find = signal<TermFinder | null>(null);
  const open = signal<Definition | null>(null);
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What is meant last is what happens. */
  function later(act: () => void, after: number): void {
    clearTimeout(timer);
    timer = setTimeout(act, after);
  }

  function show(definition: Definition | null): void {
    clearTimeout(timer);
    open.value = definition;
  }

  async function load(): Promise<void> {
    if (asked) return;
    asked = true;
    const reply = await api.records({ kind: 'term' });
    // Without the glossary a text is still a text: the next one asks again.
    if (reply.ok) find.value = createTermFinder(reply.value.records);
    else asked = false;
  }

  return {
    find,
    open,
    load: () => void load(),
    hover(definition) {
      if (open.value?.id === definition.id) clearTimeout(timer);
      else later(() => show(definition), openAfter);
    },
    show,
    leave: () => later(() => show(null), closeAfter),
    stay: () => clearTimeout(timer),
    close: () => show(null),
  };
}
