import { signal, type ReadonlySignal } from '@preact/signals';
import type { CitedEdition, ShownWork } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/failure.ts';
import type { EditionId, WorkId } from '../../main/contract/ids.ts';

/** A citation that a card can be opened for. `id` names its link in the page; `from` is the provision that cites. */
export interface Cited {
  readonly id: string;
  readonly from: string;
  readonly work: WorkId;
  readonly edition: string | null;
  readonly name: string;
  /** The edition to open: the cited one, or else the newest that is here; null where no text is here. */
  readonly opens: EditionId | null;
  /** What the library's record says of the cited edition. */
  readonly known: CitedEdition | null;
}

/** An open card. `work` is null while what is known of the cited work is still on its way. */
export interface Card {
  readonly cited: Cited;
  readonly work: ShownWork | null;
  readonly failure: Failure | null;
}

export interface Cards {
  readonly card: ReadonlySignal<Card | null>;
  /** A citation is likely to be opened: a pointer or the focus is on it. */
  prepare(cited: Cited): void;
  open(cited: Cited): void;
  close(): void;
}

/** How long a card waits for its data before it opens with what is known, in milliseconds. */
const openAfter = 600;

export function createCards(api: Api): Cards {
  const card = signal<Card | null>(null);
  const works = new Map<WorkId, Promise<ShownWork | Failure>>();
  let wanted: Cited | null = null;

  function ask(id: WorkId): Promise<ShownWork | Failure> {
    const kept = works.get(id);
    if (kept !== undefined) return kept;
    const asked = api.show({ address: id }).then((reply): ShownWork | Failure => {
      if (reply.ok && reply.value.kind === 'work') return reply.value;
      works.delete(id);
      return reply.ok ? { code: 'unknown-work', message: '' } : reply.error;
    });
    works.set(id, asked);
    return asked;
  }

  async function open(cited: Cited): Promise<void> {
    wanted = cited;
    const early = setTimeout(() => {
      if (wanted === cited) card.value = { cited, work: null, failure: null };
    }, openAfter);
    const answer = await ask(cited.work);
    clearTimeout(early);
    if (wanted !== cited) return;
    card.value =
      'code' in answer
        ? { cited, work: null, failure: answer }
        : { cited, work: answer, failure: null };
  }

  return {
    card,
    prepare: (cited) => void ask(cited.work),
    open: (cited) => void open(cited),
    close() {
      wanted = null;
      card.value = null;
    },
  };
}
