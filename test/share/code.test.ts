import { describe, expect, it } from 'vitest';
import { startShare } from '../../main/share/index.ts';
import {
  ask,
  browserPage,
  call,
  makePages,
  openRoom,
  smallApi,
  type Answer,
  type Room,
} from './room.ts';

const enter = (room: Room, code: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(room, {
    method: 'POST',
    path: '/enter',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams({ code }).toString(),
  });

const cookieOf = (answer: Answer): string =>
  answer.headers.get('set-cookie')?.split(';')[0] ?? 'no cookie';

describe('the access code', () => {
  it('is not asked for on a loopback host that was given none', async () => {
    const room = await openRoom();
    expect(room.share.code).toBeNull();
    expect((await ask(room)).status).toBe(200);
    expect((await ask(room, { path: '/enter' })).status).toBe(404);
  });

  it('is made, of eight digits in two groups, for every host that the room can reach', async () => {
    const room = await openRoom({ host: '0.0.0.0' });
    expect(room.share.code).toMatch(/^\d{4} \d{4}$/);
    const other = await openRoom({ host: '0.0.0.0' });
    expect(other.share.code).not.toBe(room.share.code);
  });

  it.each(['abc', '', '- -', 'x'.repeat(101)])(
    'is refused when it is no code: "%s"',
    async (code) => {
      const share = await startShare({
        api: smallApi,
        host: '127.0.0.1',
        port: 0,
        code,
        pages: makePages(),
        report: () => {},
      });
      expect(share).toMatchObject({ ok: false, error: { code: 'invalid-request' } });
    },
  );

  it('stands before every page and every method', async () => {
    const room = await openRoom({ code: 'garden' });
    const start = await ask(room);
    expect(start.status).toBe(303);
    expect(start.headers.get('location')).toBe('/enter');
    expect((await ask(room, { path: '/browser.html' })).status).toBe(303);
    expect((await ask(room, { path: '/assets/a-12345678.js' })).status).toBe(401);
    expect((await ask(room, { path: '/nothing' })).status).toBe(401);
    for (const method of ['about', 'search', 'parse', 'nothing']) {
      const answer = await call(room, method, {});
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body).error.code).toBe('code-required');
    }
  });

  it('is asked for once, on a page without a script', async () => {
    const room = await openRoom({ code: '4739 2816' });
    const form = await ask(room, { path: '/enter' });
    expect(form.status).toBe(200);
    expect(form.body).toContain('<label for="code">Access code</label>');
    expect(form.body).toContain('inputmode="numeric"');
    expect(form.body).not.toMatch(/<script|http-equiv|4739|2816/);

    const entered = await enter(room, '4739 2816');
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toBe('/');
    expect(entered.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(entered.headers.get('set-cookie')).not.toContain('4739');

    const Cookie = `other=1; ${cookieOf(entered)}`;
    expect((await ask(room, { headers: { Cookie } })).body).toBe(browserPage);
    expect((await call(room, 'about', {}, { Cookie })).status).toBe(200);
    const again = await ask(room, { path: '/enter', headers: { Cookie } });
    expect(again.headers.get('location')).toBe('/');
  });

  it.each(['47392816', '4739-2816', ' 4739  2816 ', '４７３９２８１６'])(
    'is known however it is typed: "%s"',
    async (typed) => {
      const room = await openRoom({ code: '4739 2816' });
      expect((await enter(room, typed)).status).toBe(303);
    },
  );

  it('made of letters is known in capitals too, and asks for no number keys', async () => {
    const room = await openRoom({ code: 'Garden' });
    expect((await ask(room, { path: '/enter' })).body).not.toContain('inputmode');
    expect((await enter(room, 'GARDEN')).status).toBe(303);
  });

  it('lets nobody in with another code or a cookie of his own making', async () => {
    const room = await openRoom({ code: 'garden' });
    const wrong = await enter(room, 'gardens');
    expect(wrong.status).toBe(401);
    expect(wrong.headers.has('set-cookie')).toBe(false);
    expect(wrong.body).toContain('role="alert"');
    const { port } = room;
    for (const Cookie of [
      `recital-${port}=`,
      `recital-${port}=garden`,
      `recital-${port}`,
      '=',
      ';;',
    ]) {
      expect((await call(room, 'about', {}, { Cookie })).status).toBe(401);
    }
    const elsewhere = await openRoom({ code: 'garden' });
    const [, secret] = cookieOf(await enter(elsewhere, 'garden')).split('=');
    const Cookie = `recital-${port}=${secret}`;
    expect((await call(room, 'about', {}, { Cookie })).status).toBe(401);
  });

  it('is slow to guess: after five wrong ones even the right one waits', async () => {
    const room = await openRoom({ code: 'garden' });
    for (let time = 0; time < 5; time += 1)
      expect((await enter(room, `no-${time}`)).status).toBe(401);
    const sixth = await enter(room, 'garden');
    expect(sixth.status).toBe(429);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(sixth.headers.has('set-cookie')).toBe(false);
  });

  it('may be tried again after the wait', async () => {
    const room = await openRoom({ code: 'garden', limits: { guesses: 1, guessMs: 100 } });
    expect((await enter(room, 'no')).status).toBe(401);
    expect((await enter(room, 'garden')).status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await enter(room, 'garden')).status).toBe(303);
  });

  it('cannot be sent by a page of another site, nor by one without an origin', async () => {
    const room = await openRoom({ code: 'garden' });
    for (const Origin of ['http://evil.example', 'null']) {
      expect((await enter(room, 'garden', { Origin })).status).toBe(403);
    }
    expect((await enter(room, 'garden', { Origin: `http://127.0.0.1:${room.port}` })).status).toBe(
      303,
    );
  });

  it('is taken from a short form only', async () => {
    const room = await openRoom({ code: 'garden' });
    expect((await enter(room, 'x'.repeat(10_000))).status).toBe(413);
    expect((await enter(room, 'garden', { 'Content-Type': 'application/json' })).status).toBe(415);
  });
});
