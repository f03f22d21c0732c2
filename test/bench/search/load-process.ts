import { connect, type Socket } from 'node:net';
import { spreadOf } from '../figures.ts';
import type { Load, LoadAnswer } from './load.ts';

// Asks a server on this machine over many connections at once, each as soon as it has its answer, until the time or the
// number of requests is used up. Written on bare sockets: what the asker takes of the processor the server cannot have.

const load: Load = JSON.parse(process.argv[2] ?? '{}');
const requests = load.asks.map(({ method, path, body }) =>
  Buffer.from(
    [
      `${method} ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${load.port}`,
      'Connection: keep-alive',
      ...(body === null
        ? []
        : ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]),
      '',
      body ?? '',
    ].join('\r\n'),
  ),
);

let asked = 0;
let answered = 0;
let failed = 0;
let openedConnections = 0;
const times: number[] = [];
const started = performance.now();
const deadline = started + load.seconds * 1000;

/** How many bytes the first response in `bytes` has; null: not all of it is here. */
function lengthOfResponse(bytes: Buffer): number | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const head = bytes.toString('latin1', 0, headEnd).toLowerCase();
  const given = /\r\ncontent-length: *(\d+)/.exec(head);
  if (given !== null) {
    const length = headEnd + 4 + Number(given[1]);
    return bytes.length >= length ? length : null;
  }
  const last = bytes.indexOf('\r\n0\r\n\r\n', headEnd);
  return last === -1 ? null : last + 7;
}

const isOver = (): boolean => performance.now() >= deadline || asked >= load.mostRequests;

/**
 * Asks over one connection until it is closed, and answers how far through the requests it came. A server that ends
 * each connection after its answer is asked over a new one.
 */
function converse(first: number): Promise<number> {
  return new Promise((resolve) => {
    const socket: Socket = connect(load.port, '127.0.0.1');
    socket.setNoDelay(true);
    let held: Buffer = Buffer.alloc(0);
    let next = first;
    let since = 0;
    let isWaiting = false;
    const ask = (): void => {
      if (isOver()) {
        socket.end();
        return;
      }
      asked += 1;
      isWaiting = true;
      since = performance.now();
      socket.write(requests[next % requests.length] ?? '');
      next += 1;
    };
    socket.on('connect', () => {
      openedConnections += 1;
      ask();
    });
    socket.on('data', (bytes) => {
      held = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const length = lengthOfResponse(held);
      if (length === null) return;
      const isLast = /\r\nconnection: *close/i.test(held.toString('latin1', 0, 1000));
      if (held.toString('latin1', 9, 12) === '200') answered += 1;
      else failed += 1;
      isWaiting = false;
      times.push(performance.now() - since);
      held = held.subarray(length);
      if (isLast) socket.end();
      else ask();
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (isWaiting) failed += 1;
      resolve(next);
    });
  });
}

async function converseOn(index: number): Promise<void> {
  let next = index * 7;
  while (!isOver()) next = await converse(next);
}

await Promise.all(Array.from({ length: load.connections }, (_none, index) => converseOn(index)));
const seconds = (performance.now() - started) / 1000;
const answer: LoadAnswer = {
  openedConnections,
  answered,
  failed,
  seconds,
  perSecond: answered / seconds,
  ms: spreadOf(times),
};
process.stdout.write(JSON.stringify(answer));
process.exit(0);
