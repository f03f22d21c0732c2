import type { Api } from '../../../main/contract/api.ts';
import type { TimelinePlace } from '../places/index.ts';
import { trouble, type Screen } from './screen.ts';

export const createTimelineLoader =
  (api: Api) =>
  async (place: TimelinePlace): Promise<Screen> => {
    const reply = await api.timeline({});
    return reply.ok
      ? { kind: 'timeline', place, meetings: reply.value.meetings }
      : trouble(reply.error, place.body ?? '');
  };
