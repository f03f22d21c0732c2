import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHttpApi } from '../../renderer/client/http.ts';

/** A question that the server holds until the test answers it. */
interface Held {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly body: Promise<Buffer>;
  readonly reply: ServerResponse;
  readonly calledOff: Promise<void>;
}

const held: Held[] = [];
const server = createServer((request, reply) => {
  const body = buffer(request);
  const calledOff = new Promise<void>((resolve) => {
    reply.on('close', () => {
      if (!reply.writableFinished) resolve();
    });
  });
  held.push({
    path: request.url,
    type: request.headers['content-type'],
    body,
    reply,
    calledOff,
  });
});

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // A page asks where it came from; Node has no page.
  const ask = fetch;
  vi.stubGlobal('fetch', (path: string, how: RequestInit) =>
    ask(new URL(path, `http://127.0.0.1:${port}/`), how),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  held.length = 0;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function heldAt(index: number): Promise<Held> {
  await vi.waitFor(() => expect(held.length).toBeGreaterThan(index));
  return held[index]!;
}

const answer = ({ reply }: Held, value: unknown): void => {
  reply.end(JSON.stringify({ ok: true, value }));
};

test('a suggestion asked anew calls the one before off, for the page and for the server', async () => {
  const api = createHttpApi();
  const first = api.suggest({ prefix: 'stu' });
  const asked = await heldAt(0);
  const second = api.suggest({ prefix: 'stud' });
  expect(await first).toMatchObject({ ok: false, error: { code: 'called-off' } });
  await asked.calledOff;
  answer(await heldAt(1), []);
  expect(await second).toMatchObject({ ok: true });
});

test('a question of another sort calls nothing off', async () => {
  const api = createHttpApi();
  const suggested = api.suggest({ prefix: 'stu' });
  const asked = await heldAt(0);
  const about = api.about({});
  answer(await heldAt(1), {});
  answer(asked, []);
  expect(await about).toMatchObject({ ok: true });
  expect(await suggested).toMatchObject({ ok: true });
});

test('a server that does not answer in its own words is unreachable', async () => {
  const asked = createHttpApi().about({});
  (await heldAt(0)).reply.end('"something else"');
  expect(await asked).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

test('a file goes as its bytes, with its name in the address', async () => {
  const bytes = new Uint8Array([0, 255, 128, 10]);
  const offered = createHttpApi().offer({ name: 'Rés. & 92.pdf', bytes });
  const asked = await heldAt(0);
  expect(asked.path).toBe('/api/offer?name=R%C3%A9s.+%26+92.pdf');
  expect(asked.type).toBe('application/octet-stream');
  expect([...(await asked.body)]).toEqual([...bytes]);
  answer(asked, {});
  expect(await offered).toMatchObject({ ok: true });
});
