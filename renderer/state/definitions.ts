import { signal, type ReadonlySignal } from '@preact/signals';
import type { RecordSummary } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { createPeeks, type Peekable, type Peeks } from './peek.ts';
import { createTermFinder, type TermFinder } from './term-finder.ts';

/** The card with the definition of a term. */
export interface Definition extends Peekable {
  readonly term: RecordSummary;
}

/** The terms of the glossary in the texts, and the one whose definition is open. */
export interface Definitions extends Peeks<Definition> {
  /** Null until the glossary is here. */
  readonly find: ReadonlySignal<TermFinder | null>;
  /** Asks for the glossary, once. */
  load(): void;
}

export function createDefinitions(api: Api): Definitions {
  const find = signal<TermFinder | null>(null);
  let asked = false;

  async function load(): Promise<void> {
    if (asked) return;
    asked = true;
    const reply = await api.records({ kind: 'term' });
    // Without the glossary a text is still a text: the next one asks again.
    if (reply.ok) find.value = createTermFinder(reply.value.records);
    else asked = false;
  }

  return { ...createPeeks<Definition>(), find, load: () => void load() };
}
