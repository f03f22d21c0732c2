import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Api } from '../contract/api.ts';
import { done, failed, type Result } from '../contract/failure.ts';
import { chooseCode, createGate } from './gate.ts';
import { usualLimits, type ShareLimits } from './limits.ts';
import { readPages } from './pages.ts';
import { findPlace, urlOf } from './places.ts';
import { bareResponse } from './reply.ts';
import { createRoutes } from './routes.ts';

/** Taken where no port is asked for: always the same one, so that a browser keeps what it stored for the address. */
export const usualPort = 8092;

/** The library shared over HTTP, until it is closed. */
export interface Share {
  /** What people type or open: `http://192.0.2.7:4173/`. */
  readonly url: string;
  /** The access code that they then enter; `null` where none is asked for. */
  readonly code: string | null;
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
  /** `null`: no code on a loopback host, a new one on any other. */
  readonly code: string | null;
  /** The folder of the built pages. */
  readonly pages: string;
  /** Told of every bug; nothing of it reaches a client. */
  readonly report: (bug: unknown) => void;
  /** The usual limits but for these. */
  readonly limits?: Partial<ShareLimits>;
}

/**
 * Serves the pages and the Api's *read* methods over HTTP.
 *
 * @returns `port-in-use`, `address-unavailable`, `file-missing` (the pages are not built), or `invalid-request` (a port
 * or a code that cannot be)
 */
export async function startShare(options: ShareOptions): Promise<Result<Share>> {
  const { api, host, port, report } = options;
  const limits = { ...usualLimits, ...options.limits };
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return failed('invalid-request', `A port is a whole number from 0 to 65535, not ${port}.`);
  }
  const place = await findPlace(host);
  if (!place.ok) return place;
  const code = chooseCode(options.code, place.value.isLoopback);
  if (!code.ok) return code;
  const pages = readPages(options.pages, 'browser.html');
  if (!pages.ok) return pages;

  const server = createLimitedServer(limits);
  const listening = await listen(server, place.value.address, port, host);
  if (!listening.ok) return listening;

  const gate = code.value === null ? null : createGate(code.value, listening.value, limits);
  const routes = createRoutes({
    api,
    state: options.state ?? (() => null),
    pages: pages.value,
    place: place.value,
    gate,
    limits,
    report,
  });
  // No request is lost: this runs before the event loop can hand over the first connection.
  server.on('request', routes);
  // Node would refuse an unknown expectation without our headers; it is no reason to refuse.
  server.on('checkExpectation', routes);
  server.on('error', report);
  return done({
    url: urlOf(place.value, listening.value),
    code: code.value,
    close: () => close(server),
  });
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
