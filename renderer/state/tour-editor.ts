import { computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { NamedAddress } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { Attention, KeptTour, OwnTour } from '../../main/contract/own-tours.ts';
import { keep, kept as keptWord } from './kept.ts';
import { stillThere, withWordsOf } from './tour-editor-change.ts';
import { amended, beginHistory, redone, sealed, undone, withStep } from './tour-editor-history.ts';
import { namesFor } from './tour-editor-names.ts';
import { createSaving, type SavingState } from './tour-editor-saving.ts';

export type NamedPlace = Pick<NamedAddress, 'address' | 'name' | 'detail'>;

/** One tour that is being written. Every change goes to the disk at once. */
export interface TourEditor {
  readonly tour: ReadonlySignal<OwnTour>;
  readonly attention: ReadonlySignal<readonly Attention[]>;
  /** What the places that it shows are called. */
  readonly names: ReadonlySignal<readonly NamedPlace[]>;
  readonly saving: ReadonlySignal<SavingState>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** Whether it began with what an earlier page could not save. */
  readonly isRestored: boolean;
  /** @param field what is typed in; without one the change is a step of its own */
  change(next: (tour: OwnTour) => OwnTour, field?: string): void;
  /** What is typed next is a step of its own. */
  seal(): void;
  undo(): void;
  redo(): void;
}

export interface TourEditors {
  /** The editor of a tour: the one there was, unless the tour has become another on the disk. */
  open(kept: KeptTour, names: readonly NamedPlace[]): TourEditor;
  /** That of a tour with something to save; null: what is on the disk is all there is. */
  busy(address: Address): TourEditor | null;
  /** Tours of which something is not saved. */
  readonly unsaved: ReadonlySignal<readonly TourEditor[]>;
  /** Once nothing is on its way to the disk: what is read there then is what was typed, unless it could not be saved. */
  settled(): Promise<void>;
}

/** Tells the other pages of this machine that a tour was kept, and hears it from them. */
export interface TourChannel {
  tell(address: Address): void;
  hear(listener: (address: Address) => void): void;
}

export function createTourChannel(): TourChannel {
  const channel = new BroadcastChannel('recital.tours');
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin than the page's
    tell: (address) => channel.postMessage(address),
    hear(listener) {
      channel.addEventListener('message', ({ data }: MessageEvent<Address>) => listener(data));
    },
  };
}

type EditingApi = Pick<Api, 'keepTour' | 'ownTour' | 'show'>;

export function createTourEditors(
  api: EditingApi,
  view: Window,
  channel: TourChannel,
  now: () => number = Date.now,
): TourEditors {
  const editors = signal<ReadonlyMap<Address, EditorWithin>>(new Map());
  const unsaved = computed(() =>
    [...editors.value.values()].filter(({ saving }) => saving.value.kind !== 'saved'),
  );
  const busy = (address: Address): EditorWithin | null => {
    const editor = editors.peek().get(address);
    return editor === undefined || editor.saving.peek().kind === 'saved' ? null : editor;
  };
  channel.hear((address) => {
    if (busy(address) === null) void editors.peek().get(address)?.readAgain();
  });
  // A browser asks whether to leave, in its own words.
  view.addEventListener('beforeunload', (event) => {
    if (unsaved.peek().length > 0) event.preventDefault();
  });
  return {
    unsaved,
    busy,
    settled: () =>
      new Promise((resolve) => {
        const stop = effect(() => {
          if (unsaved.value.some(({ saving }) => saving.value.kind === 'saving')) return;
          resolve();
          // It may be so at once, before there is anything to stop.
          queueMicrotask(() => stop());
        });
      }),
    open(kept, names) {
      const { address } = kept.tour;
      const before = editors.peek().get(address);
      const isSame = JSON.stringify(before?.tour.peek()) === JSON.stringify(kept.tour);
      // What was done can then still be undone.
      const own =
        before !== undefined && (isSame || busy(address) !== null)
          ? before
          : createTourEditor({ api, view, channel, now }, kept, names);
      editors.value = new Map(editors.peek()).set(address, own);
      return own;
    },
  };
}

interface EditorWithin extends TourEditor {
  /** After another page kept the tour. */
  readAgain(): Promise<void>;
}

interface Around {
  readonly api: EditingApi;
  readonly view: Window;
  readonly channel: TourChannel;
  readonly now: () => number;
}

function createTourEditor(
  { api, view, channel, now }: Around,
  kept: KeptTour,
  firstNames: readonly NamedPlace[],
): EditorWithin {
  const { address } = kept.tour;
  // What is not saved is kept in the browser too: should Recital have ended, even a reload loses nothing.
  const draftName = `unsaved.${address}`;
  const draft = readDraft(keptWord(view, draftName), kept.tour);
  const history = signal(beginHistory(kept.tour));
  const found = signal(kept.attention);
  const names = signal(firstNames);
  const tour = computed(() => history.value.now);

  const saving = createSaving<OwnTour, KeptTour>(
    (next) => api.keepTour({ tour: next }),
    (answer, sent) => {
      const isNewest = history.peek().now === sent;
      history.value = amended(history.peek(), withWordsOf(history.peek().now, sent, answer.tour));
      found.value = answer.attention;
      if (isNewest) keep(view, draftName, null);
      channel.tell(address);
      void learn(answer);
    },
  );

  async function learn(answered: KeptTour): Promise<void> {
    const more = await namesFor(api, answered, names.peek());
    if (more.length > 0) names.value = [...names.peek(), ...more];
  }

  function save(): void {
    const { now: next } = history.peek();
    keep(view, draftName, JSON.stringify(next));
    saving.save(next);
  }

  function go(to: typeof undone): void {
    const before = history.peek();
    history.value = to(before);
    if (history.peek().now !== before.now) save();
  }

  void learn(kept);
  if (draft !== null) {
    history.value = withStep(history.peek(), draft);
    save();
  }
  return {
    tour,
    names,
    saving: saving.state,
    attention: computed(() => stillThere(tour.value, found.value)),
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    isRestored: draft !== null,
    change(next, field) {
      const before = history.peek();
      const typing = field === undefined ? null : { field, at: now() };
      history.value = withStep(before, next(before.now), typing);
      if (history.peek() !== before) save();
    },
    seal() {
      history.value = sealed(history.peek());
    },
    undo: () => go(undone),
    redo: () => go(redone),
    async readAgain() {
      const reply = await api.ownTour({ address });
      if (!reply.ok || saving.state.peek().kind !== 'saved') return;
      if (JSON.stringify(reply.value.tour) === JSON.stringify(history.peek().now)) return;
      history.value = withStep(history.peek(), reply.value.tour);
      found.value = reply.value.attention;
      void learn(reply.value);
    },
  };
}

/** What an earlier page could not save, unless it was saved after all. */
function readDraft(text: string | null, tour: OwnTour): OwnTour | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as OwnTour;
    const isOfThis = draft.address === tour.address && Array.isArray(draft.stops);
    return isOfThis && JSON.stringify(withWordsOf(draft, draft, tour)) !== JSON.stringify(tour)
      ? draft
      : null;
  } catch {
    return null;
  }
}
