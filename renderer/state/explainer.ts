import { signal, type ReadonlySignal } from '@preact/signals';
import type { Explanation } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/failure.ts';
import type { SearchPlace } from './places/index.ts';
import { requestOf } from './search-request.ts';

/** How a search was answered; null while that is on its way, or where it could not be told. */
export interface Explained {
  readonly search: SearchPlace;
  readonly explanation: Explanation | null;
  readonly failure: Failure | null;
}

/** Tells how a search was answered, which is asked for only when a person wants to know. */
export interface Explainer {
  readonly explained: ReadonlySignal<Explained | null>;
  ask(search: SearchPlace): void;
}

export function createExplainer(api: Api): Explainer {
  const explained = signal<Explained | null>(null);

  async function ask(search: SearchPlace): Promise<void> {
    const known = explained.value;
    if (known?.search === search && known.failure === null) return;
    explained.value = { search, explanation: null, failure: null };
    const reply = await api.search({ ...requestOf(search), offset: 0, limit: 1, explain: true });
    // Another search may have been asked about meanwhile.
    if (explained.value.search !== search) return;
    explained.value = reply.ok
      ? { search, explanation: reply.value.explanation, failure: null }
      : { search, explanation: null, failure: reply.error };
  }

  return { explained, ask: (search) => void ask(search) };
}
