import { noNews, type RoomNews } from '../../contract/room.ts';

export interface NewsSource {
  now(): RoomNews;
  /** Tells of each change from now on, until the answer is called. */
  listen(listener: (news: RoomNews) => void): () => void;
}

export interface NewsDesk extends NewsSource {
  change(part: Partial<RoomNews>): void;
}

export function createNewsDesk(): NewsDesk {
  const listeners = new Set<(news: RoomNews) => void>();
  let news = noNews;
  return {
    now: () => news,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (part) => {
      news = { ...news, ...part };
      for (const listener of listeners) listener(news);
    },
  };
}
