import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RoomNews } from '../contract/room.ts';
import type { NewsSource } from '../service/index.ts';
import { securityHeaders } from './headers.ts';
import type { ShareLimits } from './limits.ts';
import { clientOf } from './places.ts';

/** Where the news comes from, as server-sent events. */
export const newsPath = '/room/news';

/** Browsers that hear the news of the room. */
export interface NewsStreams {
  /** False: too many are open, of this client or in all; nothing was answered. */
  open(request: IncomingMessage, response: ServerResponse): boolean;
  count(): number;
  close(): void;
}

/** How long a browser waits before it comes back once the stream has broken, in milliseconds. */
const retry = 1000;

const eventOf = (news: RoomNews): string => `event: news\ndata: ${JSON.stringify(news)}\n\n`;

/** One event is written for all: each of hundreds of browsers gets the same text. */
export function createNewsStreams(
  source: NewsSource,
  limits: Pick<ShareLimits, 'streams' | 'streamsOfClient' | 'beatMs' | 'unreadBytes'>,
): NewsStreams {
  const streams = new Map<ServerResponse, string>();

  function write(text: string): void {
    for (const stream of streams.keys()) {
      // Who does not read gets no more, and comes back to the newest news.
      if (stream.writableLength > limits.unreadBytes) stream.destroy();
      else stream.write(text);
    }
  }

  const stopListening = source.listen((news) => write(eventOf(news)));
  // Tells a page, and every machine on the way, that the line is not dead: an event, since a page hears no comments.
  const beat = setInterval(() => write('event: beat\ndata: 1\n\n'), limits.beatMs);
  beat.unref();

  const ofClient = (client: string): number =>
    [...streams.values()].filter((one) => one === client).length;

  return {
    open(request, response) {
      const client = clientOf(request.socket.remoteAddress);
      const hasRoom = streams.size < limits.streams && ofClient(client) < limits.streamsOfClient;
      // What waits behind another answer on the same line has no socket yet, and may never get one.
      if (!hasRoom || response.socket === null) return false;
      response.writeHead(200, {
        ...securityHeaders,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      if (request.method === 'HEAD') {
        response.end();
        return true;
      }
      streams.set(response, client);
      response.on('close', () => streams.delete(response));
      response.write(`retry: ${retry}\n${eventOf(source.now())}`);
      return true;
    },
    count: () => streams.size,
    close() {
      clearInterval(beat);
      stopListening();
      for (const stream of streams.keys()) stream.end();
    },
  };
}
