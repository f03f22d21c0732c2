import { signal, type ReadonlySignal } from '@preact/signals';
import { noNews } from '../../main/contract/room.ts';
import type { HearNews, Heard } from '../client/news.ts';

/** What is heard of the room, for as long as the page lives. */
export interface RoomModel {
  readonly heard: ReadonlySignal<Heard>;
}

/** Joined until told otherwise: a line that was never there is not missed. */
export function createRoomModel(hearNews: HearNews): RoomModel {
  const heard = signal<Heard>({ news: noNews, isJoined: true });
  hearNews((now) => {
    heard.value = now;
  });
  return { heard };
}
