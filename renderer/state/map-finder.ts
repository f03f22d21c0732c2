import { signal, type ReadonlySignal } from '@preact/signals';
import type { Suggestion } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { isWorkId, type WorkId } from '../../main/contract/ids.ts';

/** A work of the library by its name: "Report ITU-R M.2078: …". */
export interface FoundWork {
  readonly work: WorkId;
  readonly name: string;
}

/** What was found for which words. */
interface Found {
  readonly typed: string;
  readonly works: readonly FoundWork[];
}

/** Finds works of the whole library, since a map shows a part of them. */
export interface MapFinder {
  /** Null until anything was found out. */
  readonly found: ReadonlySignal<Found | null>;
  seek(typed: string): void;
}

/** As long as the contract takes. */
const longest = 200;

export function createMapFinder(api: Api): MapFinder {
  const found = signal<Found | null>(null);
  let sought = '';

  async function seek(typed: string): Promise<void> {
    sought = typed;
    if (typed.trim() === '') return;
    const reply = await api.suggest({ prefix: typed.slice(0, longest), limit: 20 });
    // More may have been typed meanwhile.
    if (sought === typed)
      found.value = { typed, works: reply.ok ? worksOf(reply.value.items) : [] };
  }

  return { found, seek: (typed) => void seek(typed) };
}

/** A work once, whether by its record or by texts of it. */
function worksOf(items: readonly Suggestion[]): readonly FoundWork[] {
  const works = new Map<WorkId, FoundWork>();
  for (const { kind, address, text } of items) {
    const work = address.replace(/@.*/, '');
    const isWork = kind === 'work' || kind === 'reference' || kind === 'edition';
    if (isWork && isWorkId(work) && !works.has(work)) works.set(work, { work, name: text });
  }
  return [...works.values()];
}
