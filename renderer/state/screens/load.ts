import type { ShownEdition } from '../../../main/contract/answers.ts';
import type { Api } from '../../../main/contract/api.ts';
import { done, failed, type Result } from '../../../main/contract/failure.ts';
import type { Address, EditionId, WorkId } from '../../../main/contract/ids.ts';
import { listNames, type ListPlace, type StagePlace } from '../places/index.ts';
import type { Visit } from '../router.ts';
import { createCompareLoader } from './load-compare.ts';
import { createBodyLoader, createDutiesLoader } from './load-duties.ts';
import { createEditLoader } from './load-edit.ts';
import { createLibraryLoader } from './load-library.ts';
import { createMapLoader } from './load-map.ts';
import { createAddLoader, createSettingsLoader } from './load-machine.ts';
import { createPacksLoader } from './load-packs.ts';
import { createRoomLoader } from './load-room.ts';
import { createHomeLoader } from './load-home.ts';
import { createSearchLoader } from './load-search.ts';
import { createLateStages, type LateStages } from './late-stages.ts';
import { createTimelineLoader } from './load-timeline.ts';
import { trouble, type Screen } from './screen.ts';

/** Editions kept in memory, so that back and forward do not ask again. */
const keptEditions = 20;

/**
 * Asks the `Api` for all that the screen of a visit shows.
 *
 * @param isNew whether the person is to be welcomed
 */
export function createLoader(
  api: Api,
  stages: LateStages = createLateStages(async () =>
    (await import('./load-stage.ts')).createStages(api),
  ),
  isNew: () => boolean = () => false,
): (visit: Visit) => Promise<Screen> {
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

  const home = createHomeLoader(api, isNew);
  const search = createSearchLoader(api);
  const compare = createCompareLoader(api, editionOf);
  const map = createMapLoader(api);
  const timeline = createTimelineLoader(api);
  const duties = createDutiesLoader(api);
  const body = createBodyLoader(api);
  const library = createLibraryLoader(api);
  const edit = createEditLoader(api);
  const room = createRoomLoader(api);
  const packs = createPacksLoader(api);
  const add = createAddLoader(api);
  const settings = createSettingsLoader(api);

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
      case 'body':
        return body(shown);
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
    if (reply.value.kind !== 'work') return trouble({ code: 'unknown-work', message: '' }, id);
    // Its timeline goes through the meetings; without them it still has its years.
    const meetings = reply.value.hasText ? await api.records({ kind: 'meeting' }) : null;
    return {
      kind: 'work',
      work: reply.value,
      missingEdition,
      meetings: meetings?.ok === true ? meetings.value.records : [],
    };
  }

  async function onStage(kind: 'present' | 'stage', place: StagePlace): Promise<Screen> {
    const opened = await stages.open(place);
    return opened.ok
      ? { kind, opening: { place, ...opened.value } }
      : trouble(opened.error, place.tour);
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
      case 'library':
        return library(route.place);
      case 'list':
        return list(route.place);
      case 'map':
        return map(route.place);
      case 'timeline':
        return timeline(route.place);
      case 'compare':
        return compare(route.place);
      case 'duties':
        return duties(route.place);
      case 'search':
        return search(route.search);
      case 'edit':
        return edit(route.place);
      case 'present':
      case 'stage':
        return onStage(route.kind, route.place);
      case 'follow':
        return { kind: 'follow' };
      case 'room':
        return room();
      case 'packs':
        return packs(route.place);
      case 'add':
        return add();
      case 'settings':
        return settings();
      case 'nowhere':
        return trouble({ code: 'malformed-address', message: '' }, route.text);
    }
  };
}
