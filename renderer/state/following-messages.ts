import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import type { FailureCode } from '../../main/contract/failure.ts';
import type { Stage } from '../../main/contract/room.ts';
import { keep, kept } from './kept.ts';

type Place = Pick<Stage, 'tour' | 'stop'>;

/** How the last thing that was sent fared. */
export type Outcome =
  | { readonly kind: 'nothing' | 'sending' | 'sent' }
  | { readonly kind: 'failed'; readonly code: FailureCode };

/** What somebody in the room writes to the presenter. */
export interface Messages {
  /** What is being typed; it stays until it is sent. */
  readonly draft: ReadonlySignal<string>;
  /** The stop at which it was begun, which it is about however far the presenter has gone on; null: nothing is typed. */
  readonly about: ReadonlySignal<Place | null>;
  readonly question: ReadonlySignal<Outcome>;
  readonly answer: ReadonlySignal<Outcome>;
  /** The answer that this machine has given where the presenter is; null: none yet. */
  readonly given: ReadonlySignal<number | null>;
  type(text: string): void;
  ask(): Promise<void>;
  choose(choice: number): Promise<void>;
}

const keptAs = 'answers';
/** As many stops as are remembered. */
const mostKept = 200;

const nothing: Outcome = { kind: 'nothing' };
const keyOf = ({ tour, stop }: Place): string => `${tour}/${stop}`;

/** @param stage where the presenter is */
export function createMessages(
  api: Pick<Api, 'tell'>,
  stage: ReadonlySignal<Stage | null>,
  view: Window,
): Messages {
  const draft = signal('');
  const about = signal<Place | null>(null);
  const question = signal<Outcome>(nothing);
  const answer = signal<Outcome>(nothing);
  const answers = signal(readAnswers(view));
  const stop = computed(() => (stage.value === null ? null : keyOf(stage.value)));

  // What was said of another stop's poll is old.
  effect(() => {
    void stop.value;
    answer.value = nothing;
  });

  return {
    draft,
    about,
    question,
    answer,
    given: computed(() => (stop.value === null ? null : (answers.value.get(stop.value) ?? null))),
    type(text) {
      const here = stage.peek();
      if (text.trim() === '') about.value = null;
      // What was begun in a tour that is no longer presented is about where one is now.
      else if (here !== null && about.peek()?.tour !== here.tour)
        about.value = { tour: here.tour, stop: here.stop };
      draft.value = text;
      question.value = nothing;
    },
    async ask() {
      const place = stage.peek()?.tour === about.peek()?.tour ? about.peek() : stage.peek();
      const text = draft.peek().trim();
      if (place === null || text === '' || question.peek().kind === 'sending') return;
      question.value = { kind: 'sending' };
      const { tour, stop: order } = place;
      const reply = await api.tell({ kind: 'question', tour, stop: order, text });
      if (!reply.ok) {
        question.value = { kind: 'failed', code: reply.error.code };
        return;
      }
      draft.value = '';
      about.value = null;
      question.value = { kind: 'sent' };
    },
    async choose(choice) {
      const here = stage.peek();
      if (here === null || answer.peek().kind === 'sending') return;
      const key = keyOf(here);
      if (answers.peek().has(key)) return;
      answer.value = { kind: 'sending' };
      const { tour, stop: order } = here;
      const reply = await api.tell({ kind: 'answer', tour, stop: order, choice });
      if (reply.ok) {
        answers.value = new Map([...answers.peek(), [key, choice] as const].slice(-mostKept));
        keep(view, keptAs, JSON.stringify([...answers.peek()]));
      }
      // The presenter may have gone on in the meantime.
      if (key !== stop.peek()) return;
      answer.value = reply.ok ? { kind: 'sent' } : { kind: 'failed', code: reply.error.code };
    },
  };
}

/** Storage may hold anything: what is no answer is left out. */
function readAnswers(view: Window): ReadonlyMap<string, number> {
  try {
    const found: unknown = JSON.parse(kept(view, keptAs) ?? '[]');
    return new Map(Array.isArray(found) ? found.filter(isAnswer) : []);
  } catch {
    return new Map();
  }
}

const isAnswer = (one: unknown): one is [string, number] =>
  Array.isArray(one) && typeof one[0] === 'string' && Number.isInteger(one[1]);
