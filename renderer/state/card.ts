import { signal, type ReadonlySignal } from '@preact/signals';
import type { CitedEdition } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Failure } from '../../main/contract/failure.ts';
import type { Glance } from '../../main/contract/glance.ts';
import type { EditionId, WorkId } from '../../main/contract/ids.ts';
import type { Peekable } from './peek.ts';

/** A citation that a card can be opened for. `id` names its link in the page; `from` is the provision that cites. */
export interface Cited extends Peekable {
  readonly from: string;
  readonly work: WorkId;
  readonly edition: string | null;
  readonly name: string;
  /** The edition to open: the cited one, or else the newest that is here; null where no text is here. */
  readonly opens: EditionId | null;
  /** What the library's record says of the cited edition. */
  readonly known: CitedEdition | null;
}

/**
 * An open card: a *preview* while the pointer or the focus is on the citation, the *whole* of it once it was asked for.
 * `work` is null while what is known of the cited work is still on its way.
 */
export interface Card {
  readonly as: 'preview' | 'whole';
  readonly cited: Cited;
  readonly work: Glance | null;
  readonly failure: Failure | null;
}

export interface Cards {
  readonly card: ReadonlySignal<Card | null>;
  /** The pointer or the focus came upon a citation: its preview opens after a moment, unless they only pass. */
  hover(cited: Cited): void;
  /** They left the citation or the preview, which closes, unless they go from the one to the other. */
  leave(): void;
  /** The focus went from the citation, whose preview closes at once: it could lie over what has the focus now. */
  goOn(): void;
  /** The pointer is on the preview. */
  stay(): void;
  open(cited: Cited): void;
  /** What was closed stays so until the citation is left. */
  close(): void;
}

/** How long a card waits for its data before it opens with what is known, in milliseconds. */
const openAfter = 600;

/** How long the pointer or the focus rests on a citation before its preview opens, in milliseconds. */
const previewAfter = 350;

/** How long the pointer may take from the citation to the preview, in milliseconds. */
const closeAfter = 250;

export function createCards(api: Api): Cards {
  const card = signal<Card | null>(null);
  const works = new Map<string, Promise<Glance | Failure>>();
  /** What is open or on its way. */
  let wanted: { readonly cited: Cited; readonly as: Card['as'] } | null = null;
  let dismissed: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What is meant last is what happens. */
  function later(act: () => void, after: number): void {
    clearTimeout(timer);
    timer = setTimeout(act, after);
  }

  function ask({ work, from }: Cited): Promise<Glance | Failure> {
    const key = `${work} ${from}`;
    const kept = works.get(key);
    if (kept !== undefined) return kept;
    const asked = api.glance({ address: work, except: from }).then((reply): Glance | Failure => {
      if (reply.ok) return reply.value;
      works.delete(key);
      return reply.error;
    });
    works.set(key, asked);
    return asked;
  }

  async function open(cited: Cited, as: Card['as']): Promise<void> {
    clearTimeout(timer);
    const own = { cited, as };
    wanted = own;
    const early = setTimeout(() => {
      if (wanted === own) card.value = { as, cited, work: null, failure: null };
    }, openAfter);
    const answer = await ask(cited);
    clearTimeout(early);
    if (wanted !== own) return;
    card.value =
      'code' in answer
        ? { as, cited, work: null, failure: answer }
        : { as, cited, work: answer, failure: null };
  }

  function drop(): void {
    clearTimeout(timer);
    wanted = null;
    card.value = null;
  }

  /** Leaves what is previewed; what is open as a whole has the focus to itself. */
  function leave(after: number): void {
    if (wanted?.as === 'whole') return;
    dismissed = null;
    if (after === 0) drop();
    else later(drop, after);
  }

  return {
    card,
    hover(cited) {
      if (wanted?.as === 'whole' || dismissed === cited.id) return;
      void ask(cited);
      if (card.value?.cited.id === cited.id) clearTimeout(timer);
      else later(() => void open(cited, 'preview'), previewAfter);
    },
    leave: () => leave(closeAfter),
    goOn: () => leave(0),
    stay: () => clearTimeout(timer),
    open: (cited) => void open(cited, 'whole'),
    close() {
      dismissed = card.value?.cited.id ?? null;
      drop();
    },
  };
}
