import { describe, expect, it, test } from 'vitest';
import { createClient } from '../../main/contract/api.ts';
import { done } from '../../main/contract/failure.ts';
import { methodRules } from '../../main/contract/requests.ts';
import { startShare } from '../../main/share/index.ts';
import {
  alwaysThere,
  ask,
  browserPage,
  call,
  makePages,
  openRoom,
  smallApi,
  type Answer,
} from './room.ts';
import { desk, listen } from './listening.ts';

const openTrainers = () => openRoom({ reach: 'all', news: desk() });

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
};

const cookieOf = (answer: Answer): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? 'no cookie';

/** Opens the trainer's link and answers the cookie that it gives. */
async function cookieFor(room: Awaited<ReturnType<typeof openTrainers>>): Promise<string> {
  return cookieOf(await ask(room, { path: pathOf(room.share.url) }));
}

describe('the trainer’s own page', () => {
  it('opens with its link, which holds 256 bits by chance, and with nothing less', async () => {
    const room = await openTrainers();
    const key = new URL(room.share.url).searchParams.get('key') ?? '';
    expect(Buffer.from(key, 'base64url')).toHaveLength(32);
    const other = await openTrainers();
    expect(pathOf(other.share.url)).not.toBe(pathOf(room.share.url));

    const page = await ask(room, { path: pathOf(room.share.url) });
    expect(page.status).toBe(200);
    expect(page.body).toBe(browserPage);
    expect(page.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(page.headers.get('set-cookie')).not.toContain(key);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  test.each([
    ['no key', () => '/'],
    ['an empty key', () => '/?key='],
    ['another key', () => `/?key=${'A'.repeat(43)}`],
    ['a part of the key', (path: string) => path.slice(0, -1)],
    ['the key and more', (path: string) => `${path}A`],
    ['the key in other letters', (path: string) => path.toLowerCase()],
    ['the key on another page', (path: string) => path.replace('/?', '/browser.html?')],
    ['the key beside another word', (path: string) => path.replace('?', '?a=1&')],
  ])('does not open with %s', async (_what, pathFrom) => {
    const room = await openTrainers();
    const answer = await ask(room, { path: pathFrom(pathOf(room.share.url)) });
    expect(answer.status).toBe(401);
    expect(answer.headers.has('set-cookie')).toBe(false);
    expect(answer.body).not.toContain('script');
    for (const [name, value] of alwaysThere) expect(answer.headers.get(name)).toMatch(value);
  });

  it('is closed in all its parts without the cookie: pages, every method, the news', async () => {
    const room = await openTrainers();
    for (const path of ['/browser.html', '/assets/a-12345678.js', '/enter', '/nothing'])
      expect((await ask(room, { path })).status).toBe(401);
    for (const method of Object.keys(methodRules)) {
      const answer = await call(room, method, {});
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body).error.code).toBe('code-required');
    }
    expect((await listen(room.port)).status).toBe(401);
    expect(room.share.connected()).toBe(0);
  });

  it('is open in all its parts with it', async () => {
    const room = await openTrainers();
    const Cookie = await cookieFor(room);
    expect((await ask(room, { headers: { Cookie } })).body).toBe(browserPage);
    const answer = await call(room, 'closeRoom', {}, { Cookie });
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { method: 'closeRoom', request: {} },
    });
    expect((await listen(room.port, { headers: { cookie: Cookie } })).status).toBe(200);
  });

  it('takes a whole tour from a file, which no room may send', async () => {
    const trainers = await openTrainers();
    const text = 'x'.repeat(15_000_000);
    const Cookie = await cookieFor(trainers);
    expect((await call(trainers, 'takeTour', { text }, { Cookie })).status).toBe(200);
    const room = await openRoom();
    const small = { text: text.slice(0, 1_000_100) };
    expect((await call(room, 'takeTour', small)).status).toBe(413);
  });

  it('takes a file as its bytes, which no room may send', async () => {
    const sent: unknown[] = [];
    const api = createClient(((method: string, request: { bytes?: Uint8Array }) => {
      sent.push({ method, ...request, bytes: [...(request.bytes ?? [])] });
      return Promise.resolve(done(null));
    }) as Parameters<typeof createClient>[0]);
    const trainers = await openRoom({ api, reach: 'all', news: desk() });
    const Cookie = await cookieFor(trainers);
    const asFile = (body: string) => ({
      method: 'POST',
      path: '/api/offer?name=a%20%26%20b.pdf',
      headers: { Cookie, 'Content-Type': 'application/octet-stream' },
      body,
    });
    expect((await ask(trainers, asFile('%PDF\u00fe'))).status).toBe(200);
    expect(sent).toEqual([
      { method: 'offer', name: 'a & b.pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0xc3, 0xbe] },
    ]);
    // Without a name, or with something that is not asked for.
    const path = '/api/offer?name=a&key=b';
    expect((await ask(trainers, { ...asFile('a'), path: '/api/offer' })).status).toBe(400);
    expect((await ask(trainers, { ...asFile('a'), path })).status).toBe(400);
    expect((await ask(await openRoom({ api }), asFile('a'))).status).toBe(415);
    const small = await openRoom({ api, reach: 'all', news: desk(), limits: { fileBytes: 3 } });
    const headers = { ...asFile('').headers, Cookie: await cookieFor(small) };
    expect((await ask(small, { ...asFile('long'), headers })).status).toBe(413);
    expect(sent).toHaveLength(1);
  });

  test.each(['0.0.0.0', '::', '192.0.2.1'])(
    'is for this machine alone, never for %s',
    async (host) => {
      const share = await startShare({
        api: smallApi,
        host,
        port: 0,
        code: null,
        reach: 'all',
        pages: makePages(),
        report: () => {},
      });
      expect(share.ok).toBe(false);
    },
  );

  it('does not open for a page of another site, even with the cookie', async () => {
    const room = await openTrainers();
    const Cookie = await cookieFor(room);
    for (const Origin of ['http://evil.example', 'null', `http://localhost:${room.port}`]) {
      expect((await call(room, 'about', {}, { Cookie, Origin })).status).toBe(403);
    }
    for (const Host of ['evil.example', `evil.example:${room.port}`, `127.0.0.2:${room.port}`]) {
      expect((await call(room, 'about', {}, { Cookie, Host })).status).toBe(403);
      expect((await ask(room, { path: pathOf(room.share.url), headers: { Host } })).status).toBe(
        403,
      );
    }
  });

  it('and the room do not take each other’s cookies', async () => {
    const trainers = await openTrainers();
    const room = await openRoom({ code: 'garden' });
    const entered = await ask(room, {
      method: 'POST',
      path: '/enter',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'code=garden',
    });
    const [trainersCookie, roomsCookie] = [await cookieFor(trainers), cookieOf(entered)];
    const [, trainersSecret] = trainersCookie.split('=');
    const [, roomsSecret] = roomsCookie.split('=');
    const both = `${trainersCookie}; ${roomsCookie}`;
    expect((await call(trainers, 'about', {}, { Cookie: roomsCookie })).status).toBe(401);
    expect((await call(room, 'about', {}, { Cookie: trainersCookie })).status).toBe(401);
    const swapped = [
      { at: trainers, Cookie: `recital-${trainers.port}=${roomsSecret}` },
      { at: room, Cookie: `recital-${room.port}=${trainersSecret}` },
    ];
    for (const { at, Cookie } of swapped)
      expect((await call(at, 'about', {}, { Cookie })).status).toBe(401);
    // A browser sends both to both, since cookies know no ports.
    expect((await call(trainers, 'about', {}, { Cookie: both })).status).toBe(200);
    expect((await call(room, 'about', {}, { Cookie: both })).status).toBe(200);
    expect((await call(room, 'closeRoom', {}, { Cookie: both })).status).toBe(403);
  });
});
