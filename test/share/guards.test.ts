import { describe, expect, it, test } from 'vitest';
import { alwaysThere, ask, call, openRoom, readAnswer, sendRaw, type Answer } from './room.ts';

/** A request whose JSON is so many bytes long. */
const requestOf = (bytes: number) => ({ address: 'x'.repeat(bytes - '{"address":""}'.length) });

const failureIn = (answer: Answer): string => JSON.parse(answer.body).error.code;

describe('the headers of every response', () => {
  const asked: readonly [
    what: string,
    send: (room: Awaited<ReturnType<typeof openRoom>>) => Promise<Answer>,
  ][] = [
    ['a page', (room) => ask(room)],
    ['a script', (room) => ask(room, { path: '/assets/a-12345678.js' })],
    ['the head of a page', (room) => ask(room, { method: 'HEAD' })],
    ['an answer of the Api', (room) => call(room, 'about', {})],
    ['a failure of the Api', (room) => call(room, 'about', { odd: 1 })],
    ['a bug', (room) => call(room, 'catalogue', {})],
    ['a page that is not there', (room) => ask(room, { path: '/nothing' })],
    ['a method that is not used', (room) => ask(room, { method: 'DELETE' })],
    ['a foreign Host', (room) => ask(room, { headers: { Host: 'evil.example' } })],
    ['no Host', (room) => ask(room, { headers: { Host: null } })],
    ['an unknown expectation', (room) => ask(room, { headers: { Expect: 'miracles' } })],
    ['no HTTP at all', async (room) => readAnswer(await sendRaw(room.port, 'HELO there\r\n\r\n'))],
    [
      'a head that is too large',
      (room) => ask(room, { headers: { 'X-Long': 'x'.repeat(20_000) } }),
    ],
  ];
  it.each(asked)('stand on %s', async (_what, send) => {
    const answer = await send(await openRoom());
    expect(answer.status).toBeGreaterThan(0);
    for (const [name, value] of alwaysThere) expect(answer.headers.get(name)).toMatch(value);
  });

  it('stand on the form for the access code, with one style allowed by its hash and no script', async () => {
    const room = await openRoom({ code: '1234 5678' });
    const answer = await ask(room, { path: '/enter' });
    for (const [name, value] of alwaysThere) expect(answer.headers.get(name)).toMatch(value);
    const policy = answer.headers.get('content-security-policy');
    expect(policy).toMatch(/script-src 'none'.*style-src 'sha256-[\w+/=]+'.*form-action 'self'/);
  });
});

describe('the Host header', () => {
  it.each([
    ['another name', 'recital.example:PORT'],
    ['a name that leads here', '127.0.0.1.nip.example:PORT'],
    ['the address without the port', '127.0.0.1'],
    ['the address with another port', '127.0.0.1:1'],
    ['another address of this machine', '127.0.0.2:PORT'],
    ['nothing', ''],
  ])('is refused when it holds %s', async (_what, host) => {
    const room = await openRoom();
    const headers = { Host: host.replace('PORT', String(room.port)) };
    expect((await ask(room, { headers })).status).toBe(403);
    const answer = await call(room, 'about', {}, headers);
    expect(answer.status).toBe(403);
    expect(failureIn(answer)).toBe('not-allowed');
  });

  it('may say localhost for a loopback connection', async () => {
    const room = await openRoom();
    const answer = await ask(room, { headers: { Host: `LocalHost:${room.port}` } });
    expect(answer.status).toBe(200);
  });

  it('is refused when it is missing or given twice', async () => {
    const room = await openRoom();
    expect((await ask(room, { headers: { Host: null } })).status).toBe(403);
    const twice = `127.0.0.1:${room.port}\r\nHost: evil.example`;
    expect((await ask(room, { headers: { Host: twice } })).status).toBe(403);
  });
});

describe('the Origin of a call', () => {
  it('may be ours, or missing as from a program', async () => {
    const room = await openRoom();
    expect((await call(room, 'about', {})).status).toBe(200);
    const ours = { Origin: `http://127.0.0.1:${room.port}` };
    expect((await call(room, 'about', {}, ours)).status).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1', ''])(
    'is refused when it is "%s"',
    async (origin) => {
      const room = await openRoom();
      const headers = { Origin: origin.replace('PORT', String(room.port)) };
      const answer = await call(room, 'about', {}, headers);
      expect(answer.status).toBe(403);
      expect(failureIn(answer)).toBe('not-allowed');
    },
  );

  it('cannot be got round with a form, whose types are refused', async () => {
    const room = await openRoom();
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      '',
    ]) {
      const answer = await call(room, 'about', {}, { 'Content-Type': type });
      expect(answer.status).toBe(415);
      expect(failureIn(answer)).toBe('invalid-request');
    }
  });

  it('is never granted to another site', async () => {
    const room = await openRoom();
    const answer = await ask(room, { headers: { Origin: 'http://evil.example' } });
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual(
      [],
    );
  });
});

describe('paths', () => {
  it.each([
    '/../library.sqlite',
    '/..%2flibrary.sqlite',
    '/%2e%2e/library.sqlite',
    '/assets/../../library.sqlite',
    '/assets/..%5c..%5clibrary.sqlite',
    '/..\\library.sqlite',
    '//library.sqlite',
    '/./browser.html',
    '/assets/../browser.html',
    '/browser.html%00.js',
    '/browser%2ehtml',
    '/assets/',
    '/assets',
    '/notes.bak',
    '/__proto__',
    '/constructor',
    'http://127.0.0.1/browser.html',
    '*',
  ])('do not lead out of the list of pages: %s', async (path) => {
    const room = await openRoom();
    const answer = await ask(room, { path });
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('not for the room');
    expect(room.bugs).toEqual([]);
  });
});

describe('methods', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'refuse %s',
    async (method) => {
      const room = await openRoom();
      expect((await ask(room, { method })).status).toBe(405);
      expect((await ask(room, { method, path: '/api/about' })).status).toBe(405);
    },
  );

  it('say which are used where', async () => {
    const room = await openRoom();
    expect((await ask(room, { method: 'POST' })).headers.get('allow')).toBe('GET, HEAD');
    expect((await ask(room, { path: '/api/about' })).headers.get('allow')).toBe('POST');
  });

  it('do not open a tunnel', async () => {
    const room = await openRoom();
    const text = await sendRaw(room.port, 'CONNECT example.org:443 HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(text).not.toMatch(/^HTTP\/1\.1 200/);
  });
});

describe('limits', () => {
  test('a body that declares more than allowed is refused before it is sent', async () => {
    const room = await openRoom();
    const answer = await ask(room, {
      method: 'POST',
      path: '/api/about',
      headers: { 'Content-Length': '999999999999' },
    });
    expect(answer.status).toBe(413);
    expect(failureIn(answer)).toBe('too-large');
  });

  test('a body without a declared length is refused when it has grown too large', async () => {
    const room = await openRoom();
    const chunk = `${(60_000).toString(16)}\r\n${'x'.repeat(60_000)}\r\n`;
    const answer = await ask(room, {
      method: 'POST',
      path: '/api/about',
      headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' },
      body: `${chunk.repeat(20)}0\r\n\r\n`,
    });
    expect(answer.status).toBe(413);
  });

  test('a body of just the allowed size is read', async () => {
    const room = await openRoom({ limits: { bodyBytes: 100 } });
    expect((await call(room, 'show', requestOf(100))).status).toBe(200);
    expect((await call(room, 'show', requestOf(101))).status).toBe(413);
  });

  test('the head of a request has its own limit', async () => {
    const room = await openRoom();
    const answer = await ask(room, { headers: { 'X-Long': 'x'.repeat(20_000) } });
    expect(answer.status).toBe(431);
  });

  test('a client that sends its request too slowly is cut off', async () => {
    const room = await openRoom({ limits: { headMs: 200, requestMs: 400 } });
    expect(await sendRaw(room.port, 'GET / HTTP/1.1\r\nHost: ')).toMatch(/^HTTP\/1\.1 408 /);
    const head = `POST /api/about HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nContent-Type: application/json\r\n`;
    const text = await sendRaw(room.port, `${head}Content-Length: 9\r\n\r\n{`);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(room.bugs).toEqual([]);
  });

  test('a client that says nothing at all is cut off', async () => {
    const room = await openRoom({ limits: { idleMs: 100 } });
    expect(await sendRaw(room.port, '')).toBe('');
  });

  test('a client that asks too often is told to wait, and another is not', async () => {
    const room = await openRoom({ limits: { burst: 3, requestsPerSecond: 0.001 } });
    for (let time = 0; time < 3; time += 1) expect((await ask(room)).status).toBe(200);
    const answer = await call(room, 'about', {});
    expect(answer.status).toBe(429);
    expect(failureIn(answer)).toBe('too-many-requests');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a broken request ends in one line and leaves the server running', async () => {
    const room = await openRoom();
    const broken = [
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      '\0\0\0\0',
      `POST /api/about HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      `POST /api/about HTTP/1.1\r\nHost: 127.0.0.1:${room.port}\r\nContent-Length: -1\r\n\r\n`,
    ];
    for (const bytes of broken) expect(await sendRaw(room.port, bytes)).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask(room)).status).toBe(200);
    expect(room.bugs).toEqual([]);
  });
});
