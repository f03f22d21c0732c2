import { describe, expect, it, test } from 'vitest';
import { methodRules } from '../../main/contract/requests.ts';
import { ask, browserPage, call, openRoom } from './room.ts';

describe('pages', () => {
  it('are served with their types, the start page at /', async () => {
    const room = await openRoom();
    const start = await ask(room);
    expect(start.status).toBe(200);
    expect(start.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(start.body).toBe(browserPage);
    expect((await ask(room, { path: '/?from=poster' })).body).toBe(browserPage);
    const script = await ask(room, { path: '/assets/a-12345678.js' });
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('may be kept for ever where their name changes with them, and are asked for again where not', async () => {
    const room = await openRoom();
    const script = await ask(room, { path: '/assets/a-12345678.js' });
    expect(script.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    const page = await ask(room);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const again = await ask(room, {
      headers: { 'If-None-Match': page.headers.get('etag') ?? null },
    });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
  });

  it('answer HEAD with the head of GET and no body', async () => {
    const room = await openRoom();
    const head = await ask(room, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(browserPage.length));
    expect(head.body).toBe('');
  });

  it('come compressed to who takes it', async () => {
    const room = await openRoom();
    const response = await fetch(room.share.url, { headers: { 'Accept-Encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    expect(await response.text()).toBe(browserPage);
    const plain = await ask(room, { headers: { 'Accept-Encoding': 'br, gzip;q=0' } });
    expect(plain.headers.has('content-encoding')).toBe(false);
  });
});

describe('calls', () => {
  it('answer the Result with a status that fits', async () => {
    const room = await openRoom();
    const answer = await call(room, 'show', { address: 'wtsa/resolution/92' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(JSON.parse(answer.body)).toEqual({
      ok: true,
      value: { method: 'show', request: { address: 'wtsa/resolution/92' } },
    });
  });

  it('reach no method that is marked local', async () => {
    const room = await openRoom();
    for (const [method, rule] of Object.entries(methodRules)) {
      const answer = await call(room, method, {});
      const code = JSON.parse(answer.body).error?.code;
      expect(code === 'not-allowed').toBe(rule.access === 'local');
      expect(answer.status === 403).toBe(rule.access === 'local');
    }
  });

  it.each(['', 'nothing', '__proto__', 'constructor', 'toString', 'about/', 'about%20', 'About'])(
    'of a method that is not there answer unknown-method: "%s"',
    async (method) => {
      const room = await openRoom();
      const answer = await call(room, method, {});
      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body).error.code).toBe('unknown-method');
    },
  );

  it.each(['', '{', 'undefined', '{"a":1}x', '\u0000', '[', '['.repeat(400_000)])(
    'with a body that is not JSON answer invalid-request',
    async (body) => {
      const room = await openRoom();
      const answer = await ask(room, { method: 'POST', path: '/api/about', body });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body).error.code).toBe('invalid-request');
      expect(room.bugs).toEqual([]);
    },
  );

  it.each(['null', '[]', '1', '"{}"', '{"__proto__":{"a":1}}', '{"odd":true}'])(
    'with JSON that is not the request answer invalid-request: %s',
    async (body) => {
      const room = await openRoom();
      const answer = await ask(room, { method: 'POST', path: '/api/show', body });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body).error.code).toBe('invalid-request');
    },
  );

  it('with bytes that are not UTF-8 answer invalid-request', async () => {
    const room = await openRoom();
    const response = await fetch(`${room.share.url}api/show`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect(response.status).toBe(400);
  });

  test('a bug is reported here and says nothing to the room', async () => {
    const room = await openRoom();
    const answer = await call(room, 'catalogue', {});
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body).error.code).toBe('internal');
    expect(answer.body).not.toContain('secret');
    expect(room.bugs).toHaveLength(1);
  });

  test('a client that hangs up in mid-request is not a bug', async () => {
    const room = await openRoom();
    const leaving = new AbortController();
    const body = new ReadableStream({
      start: (stream) => stream.enqueue(new TextEncoder().encode('{"address":')),
    });
    const sent = fetch(`${room.share.url}api/show`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      duplex: 'half',
      signal: leaving.signal,
    } as RequestInit);
    setTimeout(() => leaving.abort(), 50);
    await expect(sent).rejects.toThrow('aborted');
    expect((await ask(room)).status).toBe(200);
    expect(room.bugs).toEqual([]);
  });
});
