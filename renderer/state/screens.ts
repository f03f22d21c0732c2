import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type {
  About,
  Catalogue,
  RecordSummary,
  SearchAnswer,
  Shown,
  ShownEdition,
  ShownWork,
} from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import { done, failed, type Failure, type Result } from '../../main/contract/failure.ts';
import type { Address, EditionId, WorkId } from '../../main/contract/ids.ts';
import { listNames, type ListPlace, type SearchPlace } from './places.ts';
import { requestOf } from './search-request.ts';
import type { Visit } from './router.ts';

/** A record that has a screen of its own; a reference is shown with its work. */
export type RecordShown = Exclude<
  Shown,
  { readonly kind: 'work' | 'edition' | 'section' | 'provision' }
>;

/** Everything a view needs, all of it there. `missingEdition` is one that was asked for and is not here. */
export type Screen =
  | {
      readonly kind: 'home';
      readonly catalogue: Catalogue;
      readonly about: About;
      readonly topicCount: number;
    }
  | { readonly kind: 'reader'; readonly edition: ShownEdition; readonly target: string | null }
  | { readonly kind: 'work'; readonly work: ShownWork; readonly missingEdition: string | null }
  | { readonly kind: 'record'; readonly shown: RecordShown }
  | {
      readonly kind: 'list';
      readonly place: ListPlace;
      readonly records: readonly RecordSummary[];
    }
  | {
      readonly kind: 'search';
      readonly search: SearchPlace;
      readonly answer: SearchAnswer;
      readonly topicNames: TopicNames;
    }
  | { readonly kind: 'trouble'; readonly failure: Failure; readonly asked: string };

/** What topics are called, by their slugs. */
export type TopicNames = ReadonlyMap<string, string>;

/** A screen and the visit that it answers. */
export interface Showing {
  readonly screen: Screen;
  readonly visit: Visit;
}

export interface Screens {
  /** Null only before the first screen has its data. */
  readonly showing: ReadonlySignal<Showing | null>;
  /** Whether the screen that was asked for is late enough to say so. */
  readonly isSlow: ReadonlySignal<boolean>;
  reload(): void;
}

/** How late a screen may be before the interface says so, in milliseconds. */
const slowAfter = 400;

/** Editions kept in memory, so that back and forward do not ask again. */
const keptEditions = 20;

/** Loads each visit's screen; shows it when all its data is there, unless another visit came in between. */
export function createScreens(api: Api, visit: ReadonlySignal<Visit>): Screens {
  const showing = signal<Showing | null>(null);
  const isSlow = signal(false);
  const load = createLoader(api);
  let serial = 0;

  async function show(asked: Visit): Promise<void> {
    serial += 1;
    const own = serial;
    const late = setTimeout(() => {
      if (own === serial) isSlow.value = true;
    }, slowAfter);
    const screen = await load(asked);
    clearTimeout(late);
    if (own !== serial) return;
    isSlow.value = false;
    showing.value = { screen, visit: asked };
  }

  effect(() => {
    void show(visit.value);
  });
  return { showing, isSlow, reload: () => void show(visit.peek()) };
}

function createLoader(api: Api): (visit: Visit) => Promise<Screen> {
  const editions = new Map<EditionId, ShownEdition>();

  async function editionOf(id: EditionId): Promise<Result<ShownEdition>> {
    const kept = editions.get(id);
    if (kept !== undefined) return done(kept);
    const reply = await api.show({ address: id });
    if (!reply.ok) return reply;
    if (reply.value.kind !== 'edition')
      return failed('unknown-edition', `${id} is not an edition.`);
    editions.set(id, reply.value);
    const [oldest] = editions.keys();
    if (editions.size > keptEditions && oldest !== undefined) editions.delete(oldest);
    return done(reply.value);
  }

  let topicNames: TopicNames = new Map();

  /** Asked for when an answer first speaks of topics; a topic without a name still has its slug. */
  async function namesOfTopics({ filters }: SearchPlace, { facets }: SearchAnswer) {
    const isSpokenOf = filters.topic !== undefined || facets.topic.length > 0;
    if (!isSpokenOf || topicNames.size > 0) return topicNames;
    const reply = await api.records({ kind: 'topic' });
    if (reply.ok)
      topicNames = new Map(
        reply.value.records.map(({ address, name }) => [address.replace('topic/', ''), name]),
      );
    return topicNames;
  }

  async function search(place: SearchPlace): Promise<Screen> {
    const reply = await api.search(requestOf(place));
    if (!reply.ok) return trouble(reply.error, place.query);
    const names = await namesOfTopics(place, reply.value);
    return { kind: 'search', search: place, answer: reply.value, topicNames: names };
  }

  async function home(): Promise<Screen> {
    const [catalogue, about, topics] = await Promise.all([
      api.catalogue({}),
      api.about({}),
      api.records({ kind: 'topic' }),
    ]);
    if (!catalogue.ok) return trouble(catalogue.error, '');
    if (!about.ok) return trouble(about.error, '');
    if (!topics.ok) return trouble(topics.error, '');
    return {
      kind: 'home',
      catalogue: catalogue.value,
      about: about.value,
      topicCount: topics.value.records.length,
    };
  }

  async function record(address: Address): Promise<Screen> {
    const reply = await api.show({ address });
    if (!reply.ok) return trouble(reply.error, address);
    const shown = reply.value;
    switch (shown.kind) {
      case 'work':
      case 'edition':
      case 'section':
      case 'provision':
        return trouble({ code: 'unknown-record', message: '' }, address);
      default:
        return { kind: 'record', shown };
    }
  }

  async function list(place: ListPlace): Promise<Screen> {
    const reply = await api.records({ kind: listNames[place.list] });
    return reply.ok
      ? { kind: 'list', place, records: reply.value.records }
      : trouble(reply.error, place.list);
  }

  async function work(id: WorkId, missingEdition: string | null): Promise<Screen> {
    const reply = await api.show({ address: id });
    if (!reply.ok) return trouble(reply.error, id);
    return reply.value.kind === 'work'
      ? { kind: 'work', work: reply.value, missingEdition }
      : trouble({ code: 'unknown-work', message: '' }, id);
  }

  return async ({ route }) => {
    switch (route.kind) {
      case 'home':
        return home();
      case 'work':
        return work(route.work, null);
      case 'edition': {
        const reply = await editionOf(route.edition);
        if (reply.ok) return { kind: 'reader', edition: reply.value, target: route.target };
        // Of most cited works there is a record but no text: the record answers for the edition.
        return reply.error.code === 'unknown-edition' || reply.error.code === 'unknown-work'
          ? work(route.work, route.edition.slice(route.work.length + 1))
          : trouble(reply.error, route.edition);
      }
      case 'record':
        return record(route.address);
      case 'list':
        return list(route.place);
      case 'search':
        return search(route.search);
      case 'nowhere':
        return trouble({ code: 'malformed-address', message: '' }, route.text);
    }
  };
}

const trouble = (failure: Failure, asked: string): Screen => ({ kind: 'trouble', failure, asked });
