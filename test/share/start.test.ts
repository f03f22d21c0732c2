import { createServer, connect, type AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { expect, it, onTestFinished, test } from 'vitest';
import { startShare, type ShareOptions } from '../../main/share/index.ts';
import { makePages, openRoom, smallApi } from './room.ts';

const start = (options: Partial<ShareOptions>) =>
  startShare({
    api: smallApi,
    host: '127.0.0.1',
    port: 0,
    code: null,
    pages: makePages(),
    report: () => {},
    ...options,
  });

it('says the address to open', async () => {
  const room = await openRoom();
  expect(room.share.url).toBe(`http://127.0.0.1:${room.port}/`);
  expect((await fetch(room.share.url)).status).toBe(200);
});

it('answers on localhost by that name', async () => {
  const room = await openRoom({ host: 'localhost' });
  expect(room.share.url).toBe(`http://localhost:${room.port}/`);
  expect(room.share.code).toBeNull();
  expect((await fetch(room.share.url)).status).toBe(200);
});

it('says an address that the room can reach when it serves on all', async () => {
  const room = await openRoom({ host: '0.0.0.0' });
  const reachable = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((one) => one.family === 'IPv4' && !one.internal)
    .map((one) => one.address);
  expect([...reachable, '127.0.0.1']).toContain(new URL(room.share.url).hostname);
  // The page behind the code sends a browser on to the form.
  const response = await fetch(room.share.url);
  expect(response.url).toBe(`${room.share.url}enter`);
});

test('a port in use is one clear sentence', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  onTestFinished(() => {
    other.close();
  });
  const { port } = other.address() as AddressInfo;
  const share = await start({ port });
  expect(share).toMatchObject({ ok: false, error: { code: 'port-in-use' } });
  expect(!share.ok && share.error.message).toMatch(new RegExp(`^Port ${port} [^\\n]+\\.?$`));
});

test.each(['192.0.2.1', 'no-such-host.invalid', '', 'not a host'])(
  'a host that this machine does not have is one clear sentence: "%s"',
  async (host) => {
    const share = await start({ host });
    expect(share).toMatchObject({ ok: false, error: { code: 'address-unavailable' } });
    expect(!share.ok && share.error.message).toMatch(/^[^\n]+$/);
  },
);

test.each([-1, 65_536, 1.5, Number.NaN])('a port that cannot be is refused: %s', async (port) => {
  expect(await start({ port })).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
});

test('pages that are not built are one clear sentence', async () => {
  const share = await start({ pages: '/nowhere/at/all' });
  expect(share).toMatchObject({ ok: false, error: { code: 'file-missing' } });
});

it('leaves nothing listening after close, and ends connections kept alive', async () => {
  const room = await openRoom();
  const socket = connect(room.port, '127.0.0.1');
  const ended = new Promise((resolve) => {
    socket.once('close', resolve);
  });
  socket.write(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n\r\n`);
  await new Promise((resolve) => socket.once('data', resolve));
  await room.share.close();
  await ended;
  await expect(fetch(room.share.url)).rejects.toThrow('fetch failed');
  const again = await start({ port: room.port });
  expect(again.ok).toBe(true);
  if (again.ok) await again.value.close();
});

it('does not wait at close for a client that is in mid-request', async () => {
  const patient = { headMs: 60_000, requestMs: 60_000, idleMs: 60_000 };
  const room = await openRoom({ limits: patient });
  const socket = connect(room.port, '127.0.0.1');
  const ended = new Promise((resolve) => {
    socket.once('close', resolve);
  });
  socket.on('error', () => {});
  await new Promise<void>((resolve) => {
    socket.write(`POST /api/about HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\n`, () => resolve());
  });
  // An answer to another client shows that the first one's bytes have been read.
  await fetch(room.share.url);
  await room.share.close();
  await expect(ended).resolves.toBeDefined();
});

it('may be closed twice', async () => {
  const room = await openRoom();
  await room.share.close();
  await expect(room.share.close()).resolves.toBeUndefined();
});
