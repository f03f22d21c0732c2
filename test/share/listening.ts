import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { expect, onTestFinished, vi } from 'vitest';
import { noNews, type RoomNews } from '../../main/contract/room.ts';
import { createNewsDesk, type NewsDesk } from '../../main/service/room/news.ts';
import type { Address } from '../../main/contract/ids.ts';

/** News that say which step is shown. */
export const step = (number: number): RoomNews => ({
  ...noNews,
  stage: {
    tour: 'tour/harbour-walk' as Address,
    stop: 1,
    step: number,
    highlight: null,
    isBlack: false,
  },
});

export const desk = (): NewsDesk => createNewsDesk();

export interface Listener {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  /** All that came, as it came. */
  text(): string;
  news(): RoomNews[];
  isEnded(): boolean;
  /** Reads nothing more until it is told to. */
  pause(): void;
  hangUp(): void;
}

/** Listens to the news as a browser does, from any address of this machine's own. */
export async function listen(
  port: number,
  more: {
    readonly headers?: Record<string, string>;
    readonly from?: string;
    readonly method?: string;
  } = {},
): Promise<Listener> {
  const asked = request({
    host: '127.0.0.1',
    port,
    path: '/room/news',
    method: more.method ?? 'GET',
    agent: false,
    headers: { accept: 'text/event-stream', ...more.headers },
    ...(more.from !== undefined && { localAddress: more.from }),
  });
  onTestFinished(() => void asked.destroy());
  asked.on('error', () => {});
  asked.end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let text = '';
  let isEnded = false;
  response.setEncoding('utf8').on('data', (part: string) => (text += part));
  response.on('close', () => (isEnded = true)).on('error', () => {});
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text: () => text,
    news: () =>
      [...text.matchAll(/event: news\ndata: (.*)\n\n/g)].map(([, data]) => JSON.parse(data!)),
    isEnded: () => isEnded,
    pause: () => void response.pause(),
    hangUp: () => void asked.destroy(),
  };
}

/** Waits until something holds that the network brings. */
export const soon = (holds: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5000, interval: 10 });
