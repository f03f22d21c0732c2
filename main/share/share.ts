import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { randomBytes } from 'node:crypto';
import type { Api } from '../contract/api.ts';
import type { Reach } from '../contract/requests.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import { noNews } from '../contract/room.ts';
import type { NewsSource } from '../service/index.ts';
import { chooseCode, createGate } from './gate.ts';
import { createKey } from './key.ts';
import { trainersLimits, usualLimits, type ShareLimits } from './limits.ts';
import { createNewsStreams } from './news-stream.ts';
import { readPages } from './pages.ts';
import { createPass } from './pass.ts';
import { clientOf, findPlace, urlOf } from './places.ts';
import { bareResponse } from './reply.ts';
import { createRoutes } from './routes.ts';

/** Taken where no port is asked for: always the same one, so that a browser keeps what it stored for the address. */
export const usualPort = 8092;
/** The same for the trainer's own pages. */
export const trainersPort = 8093;

/** The library shared over HTTP, until it is closed. */
export interface Share {
  /** What people type or open: `http://192.0.2.7:4173/`; for a trainer with the key. */
  readonly url: string;
  /** Where it listens. */
  readonly address: string;
  readonly port: number;
  readonly isLoopback: boolean;
  /** The access code that they then enter; `null` where none is asked for. */
  readonly code: string | null;
  /** How many browsers hear the news. */
  connected(): number;
  /** Whether anybody has come from another address than this machine's. */
  hasHadGuests(): boolean;
  /** Ends every connection; afterwards nothing listens. */
  close(): Promise<void>;
}

export interface ShareOptions {
  readonly api: Api;
  /** The service's `state`: where it is left out, no answer is remembered. */
  readonly state?: (() => string | null) | undefined;
  /** An address or name of this machine. `127.0.0.1` keeps the share to this machine, `0.0.0.0` opens it to all. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /**
   * Whom the share is for: `room` lets everybody in who gives the code, and lets them read; `trainer` lets only whoever
   * opens its link in, on this machine, and lets them do everything that the window does. `room` unless told.
   */
  readonly reach?: Reach;
  /** Names besides the host's by which the room may ask for it; on this machine alone it has none. */
  readonly names?: readonly string[];
  /** `null`: a new one where one is needed; no code on a loopback host unless `isCodeNeeded`. */
  readonly code: string | null;
  readonly isCodeNeeded?: boolean;
  /** What the cookie of those who were let in is made of; a new secret unless told. */
  readonly secret?: string;
  /** News of the room; without it there is none to hear. */
  readonly news?: NewsSource;
  /** The folder of the built pages. */
  readonly pages: string;
  /** Told of every bug; nothing of it reaches a client. */
  readonly report: (bug: unknown) => void;
  /** The usual limits but for these. */
  readonly limits?: Partial<ShareLimits>;
}

const noNewsSource: NewsSource = { now: () => noNews, listen: () => () => {} };

/**
 * Serves the pages and what of the Api its reach allows over HTTP.
 *
 * @returns `port-in-use`, `address-unavailable`, `file-missing` (the pages are not built), or `invalid-request` (a port
 * or a code that cannot be)
 */
export async function startShare(options: ShareOptions): Promise<Result<Share>> {
  const { api, host, port, report } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return failed('invalid-request', `A port is a whole number from 0 to 65535, not ${port}.`);
  }
  const place = await findPlace(host, options.names);
  if (!place.ok) return place;
  const reach = options.reach ?? 'room';
  const limits = { ...(reach === 'all' ? trainersLimits : usualLimits), ...options.limits };
  const { isLoopback } = place.value;
  if (reach === 'all' && !isLoopback)
    return failed('invalid-request', 'Pages with a key are for this machine alone.');
  const isCodeNeeded = reach === 'room' && (options.isCodeNeeded === true || !isLoopback);
  const code = chooseCode(options.code, isCodeNeeded);
  if (!code.ok) return code;
  const pages = readPages(options.pages, 'browser.html');
  if (!pages.ok) return pages;

  const server = createLimitedServer(limits);
  const listening = await listen(server, place.value.address, port, host);
  if (!listening.ok) return listening;

  const at = listening.value;
  const pass = createPass(at, options.secret ?? randomBytes(32).toString('base64url'));
  const gate = code.value === null ? null : createGate(code.value, pass, limits);
  const key = reach === 'all' ? createKey(at) : null;
  const streams = createNewsStreams(options.news ?? noNewsSource, limits);
  let hasHadGuests = false;
  const mayConnect = createConnectionCount(limits.connectionsOfClient);
  server.on('connection', (socket: Socket) => {
    const { remoteAddress, localAddress } = socket;
    hasHadGuests ||= remoteAddress !== localAddress;
    if (!mayConnect(clientOf(remoteAddress), socket)) socket.destroy();
  });
  const routes = createRoutes({
    api,
    state: options.state ?? (() => null),
    pages: pages.value,
    place: place.value,
    reach,
    gate,
    key,
    streams,
    limits,
    report,
  });
  // No request is lost: this runs before the event loop can hand over the first connection.
  server.on('request', routes);
  // Node would refuse an unknown expectation without our headers; it is no reason to refuse.
  server.on('checkExpectation', routes);
  server.on('error', report);
  return done({
    get url() {
      // A machine on all addresses may be on another network by now.
      const url = urlOf(place.value, at);
      return key === null ? url : new URL(key.path, url).href;
    },
    address: place.value.address,
    port: at,
    isLoopback,
    code: code.value,
    connected: () => streams.count(),
    hasHadGuests: () => hasHadGuests,
    close: async () => {
      streams.close();
      await close(server);
    },
  });
}

/** Counts the connections of each client, so that one cannot have them all. */
function createConnectionCount(most: number): (client: string, socket: Socket) => boolean {
  const counts = new Map<string, number>();
  return (client, socket) => {
    const count = counts.get(client) ?? 0;
    if (count >= most) return false;
    counts.set(client, count + 1);
    socket.once('close', () => {
      const left = (counts.get(client) ?? 1) - 1;
      if (left === 0) counts.delete(client);
      else counts.set(client, left);
    });
    return true;
  };
}

/** A server that slow, huge or broken requests cannot hold. */
function createLimitedServer(limits: ShareLimits): Server {
  const server = createServer({
    maxHeaderSize: limits.headBytes,
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(1000, limits.headMs),
    // Ours to refuse, with our headers on the refusal.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  server.setTimeout(limits.idleMs, (socket) => socket.destroy());
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else socket.end(bareResponse(statusOfClientError(error.code)), () => socket.destroy());
  });
  return server;
}

function statusOfClientError(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return '431 Request Header Fields Too Large';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return '400 Bad Request';
}

/** @returns the port */
function listen(
  server: Server,
  address: string,
  port: number,
  host: string,
): Promise<Result<number>> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      resolve(
        error.code === 'EADDRINUSE'
          ? failed(
              'port-in-use',
              `Port ${port} on ${host} is in use by another program; choose another with --port.`,
            )
          : failed(
              'address-unavailable',
              `Cannot serve on ${host}, port ${port} (${error.code ?? error.message}).`,
            ),
      );
    };
    server.once('error', fail);
    server.listen({ port, host: address, exclusive: true }, () => {
      server.off('error', fail);
      resolve(done((server.address() as AddressInfo).port));
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
