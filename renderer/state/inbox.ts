import { signal, type ReadonlySignal } from '@preact/signals';
import type { Api } from '../../main/contract/api.ts';
import { isOwnTourAddress, type Address } from '../../main/contract/ids.ts';
import type { TourRecord } from '../../main/contract/records.ts';
import type { Inbox, RoomQuestion } from '../../main/contract/room.ts';

/** What came in at one stop. */
export interface InboxStop {
  readonly id: string;
  /** From 1; null: the stop is no longer in the tour. */
  readonly order: number | null;
  readonly title: string;
  readonly questions: readonly RoomQuestion[];
  /** The answers that the room can give, and how often each was given. */
  readonly answers: readonly { readonly text: string; readonly count: number }[];
  readonly total: number;
}

/** What came in for a tour, at the stops where something did. */
export interface TourInbox {
  readonly tour: Address;
  readonly language: string;
  readonly stops: readonly InboxStop[];
}

export interface InboxModel {
  /** Null until it was asked for. */
  readonly inbox: ReadonlySignal<TourInbox | null>;
  /** Keeps what came in for a tour new, until the answer is called. */
  watch(tour: Address): () => void;
  hide(id: string, isHidden: boolean): Promise<void>;
}

/** How often it is looked what came in, in milliseconds. */
const every = 2000;

/** A tour with what its stops are called where their questions are kept. */
interface Known {
  readonly record: TourRecord;
  readonly ids: readonly string[];
}

export function createInbox(
  api: Pick<Api, 'inbox' | 'hideQuestion' | 'show' | 'ownTour'>,
): InboxModel {
  const inbox = signal<TourInbox | null>(null);
  let known: Known | null = null;
  let serial = 0;

  async function know(tour: Address): Promise<Known | null> {
    const [shown, own] = await Promise.all([
      api.show({ address: tour }),
      isOwnTourAddress(tour) ? api.ownTour({ address: tour }) : null,
    ]);
    if (!shown.ok || shown.value.kind !== 'tour') return null;
    const { record } = shown.value;
    const ids = own?.ok === true ? own.value.tour.stops.map(({ id }) => id) : [];
    return { record, ids: record.stops.map((_stop, at) => ids[at] ?? String(at + 1)) };
  }

  async function look(tour: Address): Promise<void> {
    serial += 1;
    const at = serial;
    const reply = await api.inbox({ tour });
    if (!reply.ok || at !== serial) return;
    // A tour that is edited meanwhile has other stops.
    if (known === null || isStrange(reply.value, known)) known = (await know(tour)) ?? known;
    if (at === serial && known !== null) inbox.value = tourInbox(known, reply.value);
  }

  return {
    inbox,
    watch(tour) {
      if (inbox.peek()?.tour !== tour) {
        inbox.value = null;
        known = null;
      }
      const ask = (): void => {
        if (!document.hidden) void look(tour);
      };
      ask();
      const timer = setInterval(ask, every);
      return () => {
        serial += 1;
        clearInterval(timer);
      };
    },
    async hide(id, isHidden) {
      const tour = inbox.peek()?.tour;
      if (tour === undefined) return;
      serial += 1;
      const at = serial;
      const reply = await api.hideQuestion({ tour, id, isHidden });
      if (reply.ok && known !== null && at === serial) inbox.value = tourInbox(known, reply.value);
    },
  };
}

const isStrange = ({ questions, answers }: Inbox, { ids }: Known): boolean =>
  [...questions.map(({ stop }) => stop), ...Object.keys(answers)].some((id) => !ids.includes(id));

/** What came in, stop by stop in the tour's order; what belongs to stops that have gone comes last. */
export function tourInbox({ record, ids }: Known, { questions, answers }: Inbox): TourInbox {
  const gone = [...questions.map(({ stop }) => stop), ...Object.keys(answers)].filter(
    (id) => !ids.includes(id),
  );
  const stops = [...ids, ...new Set(gone)].map((id, at): InboxStop => {
    const stop = record.stops[at];
    const counts = answers[id] ?? [];
    const texts = stop?.answers ?? counts.map((_count, order) => String(order + 1));
    return {
      id,
      order: stop === undefined ? null : at + 1,
      title: stop?.title ?? '',
      questions: questions.filter((question) => question.stop === id),
      answers: texts.map((text, order) => ({ text, count: counts[order] ?? 0 })),
      total: counts.reduce((sum, count) => sum + count, 0),
    };
  });
  return {
    tour: record.address,
    language: record.language,
    stops: stops.filter((stop) => stop.questions.length > 0 || stop.total > 0),
  };
}
