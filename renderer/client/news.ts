import { noNews, type RoomNews } from '../../main/contract/room.ts';

/** What is heard of the room. `isJoined`: whether the line to it holds; the news is then the newest there is. */
export interface Heard {
  readonly news: RoomNews;
  readonly isJoined: boolean;
  /** The room was opened anew, with another access code: whoever wants to come in again types it. */
  readonly isShutOut?: true;
}

/** Tells of the room's news, at once and at each change, until the answer is called. One for each wire. */
export type HearNews = (hear: (heard: Heard) => void) => () => void;

/** A line on which nothing has come for so long is dead: the server sends a beat every five seconds. In milliseconds. */
const longestSilence = 12_000;

/**
 * The room's news over HTTP, as server-sent events. A page that nobody looks at hangs up, since a browser has few lines to one
 * server and a phone little power, and asks again once it is looked at.
 */
export const hearHttpNews: HearNews = (hear) => {
  let news = noNews;
  let source: EventSource | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;

  /** Machines that lose their network tell nobody; without this a page would wait for minutes. */
  function alive(): void {
    clearTimeout(silence);
    silence = setTimeout(() => {
      hear({ news, isJoined: false });
      joinAnew();
    }, longestSilence);
  }
  function join(): void {
    if (source !== null || document.hidden) return;
    source = new EventSource('room/news');
    alive();
    source.addEventListener('beat', alive);
    source.addEventListener('news', ({ data }: MessageEvent<string>) => {
      alive();
      news = JSON.parse(data) as RoomNews;
      hear({ news, isJoined: true });
    });
    source.addEventListener('error', () => {
      hear({ news, isJoined: false });
      if (source?.readyState !== EventSource.CLOSED) return;
      leave();
      void askAgain();
    });
  }
  /** A browser gives up where the server answers with a refusal, as while it is starting. */
  async function askAgain(): Promise<void> {
    if (await isCodeAsked()) hear({ news, isJoined: false, isShutOut: true });
    setTimeout(join, 2000);
  }
  function leave(): void {
    clearTimeout(silence);
    source?.close();
    source = null;
  }
  const onVisibility = (): void => (document.hidden ? leave() : join());
  // A machine that changes its network often holds a line that is dead, and would not know for minutes.
  function joinAnew(): void {
    leave();
    join();
  }
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', joinAnew);
  window.addEventListener('offline', joinAnew);
  join();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', joinAnew);
    window.removeEventListener('offline', joinAnew);
    leave();
  };
};

/** Whether the room wants an access code, which this page's cookie no longer stands for. */
async function isCodeAsked(): Promise<boolean> {
  try {
    const headers = { 'Content-Type': 'application/json' };
    const reply = await fetch('api/room', { method: 'POST', headers, body: '{}' });
    return reply.status === 401;
  } catch {
    return false;
  }
}
