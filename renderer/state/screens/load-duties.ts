import type { ShownBody } from '../../../main/contract/answers.ts';
import type { Duties } from '../../../main/contract/duties.ts';
import type { Api } from '../../../main/contract/api.ts';
import type { DutiesPlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

/**
 * Asks for everything, so that nothing is asked when a person narrows it; where the library asks more than is told at
 * once, only for the work and the actor of the place.
 */
export function createDutiesLoader(api: Api): (place: DutiesPlace) => Promise<Screen> {
  return async (place) => {
    const all = await api.duties({});
    if (!all.ok) return trouble(all.error, '');
    const isWhole = isAll(all.value);
    const { work, actor } = place;
    if (isWhole || (work === null && actor === null))
      return { kind: 'duties', place, duties: all.value, isWhole };
    const some = await api.duties({
      ...(work !== null && { work }),
      ...(actor !== null && { actors: [actor] }),
    });
    return some.ok
      ? { kind: 'duties', place, duties: some.value, isWhole }
      : trouble(some.error, '');
  };
}

const isAll = ({ duties, total }: Duties): boolean => duties.length === total;

/** Asks what became of all that is asked of a body, under its own slug and under its names in the texts. */
export function createBodyLoader(api: Api): (shown: ShownBody) => Promise<Screen> {
  return async (shown) => {
    const { address, actors, groups } = shown.record;
    const slug = address.slice(address.indexOf('/') + 1);
    const [duties, meetings] = await Promise.all([
      api.duties({ actors: [slug, ...actors, ...groups] }),
      api.records({ kind: 'meeting' }),
    ]);
    if (!duties.ok) return trouble(duties.error, address);
    // Its study periods go through the meetings; without them it still has the rest.
    const ofBody = { duties: duties.value, meetings: meetings.ok ? meetings.value.records : [] };
    return { kind: 'record', shown, ofBody };
  };
}
