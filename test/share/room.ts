import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient, type Api } from '../../main/contract/api.ts';
import { done } from '../../main/contract/failure.ts';
import { startShare, type Share, type ShareOptions } from '../../main/share/index.ts';

/** Three methods are enough to see what a wire does: one that answers, one that echoes, one with a bug in it. */
export const smallApi: Api = createClient(((method: string, request: unknown) => {
  if (method === 'catalogue') throw new Error('secret path /home/trainer');
  return Promise.resolve(done({ method, request }));
}) as Parameters<typeof createClient>[0]);

export const browserPage =
  '<!doctype html><title>Recital</title><script src="./assets/a-12345678.js"></script>';

/** A folder of pages as the bundler leaves it, and one file beside it that must never be served. */
export function makePages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recital-share-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pages = join(folder, 'pages');
  mkdirSync(join(pages, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'library.sqlite'), 'not for the room');
  writeFileSync(join(pages, 'browser.html'), browserPage);
  writeFileSync(join(pages, 'assets/a-12345678.js'), 'document.title = "Recital";');
  writeFileSync(join(pages, 'notes.bak'), 'left by an editor');
  return pages;
}

export interface Room {
  readonly share: Share;
  readonly port: number;
  readonly bugs: unknown[];
}

/** A share on a free loopback port, closed when the test is over. */
export async function openRoom(options: Partial<ShareOptions> = {}): Promise<Room> {
  const bugs: unknown[] = [];
  const share = await startShare({
    api: smallApi,
    host: '127.0.0.1',
    port: 0,
    code: null,
    pages: makePages(),
    report: (bug) => bugs.push(bug),
    ...options,
  });
  if (!share.ok) throw new Error(share.error.message);
  onTestFinished(() => share.value.close());
  return { share: share.value, port: Number(new URL(share.value.url).port), bugs };
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends bytes as they are and reads until the server ends the connection. */
export function sendRaw(port: number, bytes: string | Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

export function readAnswer(text: string): Answer {
  const [head = '', ...body] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  return {
    status: Number(first.split(' ')[1]),
    headers: new Map(
      lines.map((line) => {
        const at = line.indexOf(':');
        return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
      }),
    ),
    body: body.join('\r\n\r\n'),
  };
}

export interface Asked {
  readonly method?: string;
  readonly path?: string;
  /** Each header as it goes over the wire; a Host that fits and `Connection: close` are there unless named. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string;
}

/** One request with full control of its head. */
export async function ask(room: Room, asked: Asked = {}): Promise<Answer> {
  const { method = 'GET', path = '/', body = '' } = asked;
  const headers: Record<string, string | null> = {
    Host: `127.0.0.1:${room.port}`,
    Connection: 'close',
    ...(method === 'POST' && {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(body)),
    }),
    ...asked.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  return readAnswer(
    await sendRaw(room.port, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`),
  );
}

/** A call of the Api, as the page makes it. */
export const call = (
  room: Room,
  method: string,
  request: unknown,
  headers: Asked['headers'] = {},
): Promise<Answer> =>
  ask(room, { method: 'POST', path: `/api/${method}`, headers, body: JSON.stringify(request) });

/** What stands on every response, whatever it is. */
export const alwaysThere: readonly (readonly [name: string, value: RegExp])[] = [
  ['content-security-policy', /^default-src 'none'; .*frame-ancestors 'none'/],
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^no-referrer$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /geolocation=\(\)/],
  ['x-frame-options', /^DENY$/],
  ['cache-control', /./],
];
