import { createClient, type Api } from '../../main/contract/api.ts';
import { failed, type Result } from '../../main/contract/failure.ts';
import type { RoomNews } from '../../main/contract/room.ts';
import type { HearNews } from './news.ts';

/** What the preload script exposes, and nothing else. */
interface Bridge {
  call(method: string, request: unknown): Promise<Result<unknown>>;
  onNews(listener: (news: unknown) => void): () => void;
}

declare global {
  interface Window {
    readonly recital?: Bridge;
  }
}

/** The Api over the desktop window's bridge. A missing or broken bridge is the failure `unreachable`. */
export function createIpcApi(): Api {
  return createClient((method, request) => call(method, request));
}

/** The room's news over the bridge, which never breaks. */
export const hearIpcNews: HearNews = (hear) => {
  const stop = window.recital?.onNews((news) => hear({ news: news as RoomNews, isJoined: true }));
  void hearNow();
  return () => stop?.();

  async function hearNow(): Promise<void> {
    const now = await call<Result<RoomNews>>('room', {});
    if (now.ok) hear({ news: now.value, isJoined: true });
  }
};

// The caller knows by the method what the reply holds; the other end of the wire checked the request.
async function call<Answer>(method: string, request: unknown): Promise<Answer> {
  return (await replyOf(method, request)) as Answer;
}

async function replyOf(method: string, request: unknown): Promise<Result<unknown>> {
  try {
    const reply = await window.recital?.call(method, request);
    return reply ?? failed('unreachable', 'The window is not joined to Recital.');
  } catch {
    return failed('unreachable', 'Recital does not answer.');
  }
}
