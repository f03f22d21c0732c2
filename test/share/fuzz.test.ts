import { connect } from 'node:net';
import { expect, test } from 'vitest';
import {
  array,
  asyncProperty,
  assert,
  constantFrom,
  dictionary,
  oneof,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import { methodRules } from '../../main/contract/requests.ts';
import { done } from '../../main/contract/failure.ts';
import { createClient, type Api } from '../../main/contract/api.ts';
import { alwaysThere, openRoom, readAnswer } from './room.ts';
import { desk } from './listening.ts';

const api: Api = createClient(((method: string) => Promise.resolve(done(method))) as never);

/** What comes back before the server ends the line; a reset is an end too. */
function send(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let text = '';
    socket.setEncoding('latin1').on('data', (part: string) => (text += part));
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}

const octets = (from: number, to: number): Arbitrary<string> =>
  array(constantFrom(...Array.from({ length: to - from }, (_none, at) => from + at)), {
    maxLength: 40,
  }).map((codes) => String.fromCharCode(...codes));

const segment = constantFrom(
  '..',
  '.',
  '',
  '%2e%2e',
  '%2E%2e%2f',
  '..%5c',
  '..\\',
  '%00',
  '%c0%ae%c0%ae',
  '%',
  '%zz',
  '*',
  '?',
  '#',
  '//',
  '@',
  'api',
  'room',
  'news',
  'enter',
  'assets',
  'browser.html',
  'notes.bak',
  'library.sqlite',
  'etc',
  'passwd',
  '__proto__',
  'constructor',
  'toString',
  'a-12345678.js',
  'x'.repeat(9000),
  'C:',
  '~',
  ';',
  '\u00e9',
  ...Object.keys(methodRules),
);

const path = oneof(
  array(segment, { minLength: 1, maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
  array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
  octets(33, 256).map((text) => `/${text}`),
  string().map((text) => `/${encodeURIComponent(text.toWellFormed())}`),
  constantFrom(
    'http://evil.example/',
    'http://127.0.0.1:1/browser.html',
    '//evil.example/',
    '/?key=',
    '/room/news?x',
    '*',
  ),
);

const headerName = constantFrom(
  'Host',
  'Origin',
  'Cookie',
  'Content-Type',
  'Content-Length',
  'Transfer-Encoding',
  'Expect',
  'Upgrade',
  'Connection',
  'If-None-Match',
  'Accept-Encoding',
  'Range',
  'X-Forwarded-Host',
  'X-Forwarded-For',
  'X-HTTP-Method-Override',
  'Te',
  'X',
);
const headerValue = oneof(
  octets(32, 256),
  constantFrom(
    '',
    'chunked',
    'chunked, chunked',
    'gzip',
    '-1',
    '0',
    '99999999999999999999',
    '1e3',
    'websocket',
    'close',
    'keep-alive',
    '100-continue',
    'miracles',
    'null',
    'evil.example',
    'bytes=0-,-1',
    '*/*',
    'a=b; c',
    'recital-0=',
    'application/json',
    'x'.repeat(9000),
    'http://127.0.0.1',
    '127.0.0.1',
    'localhost',
  ),
);

const anyRequest = record({
  method: constantFrom(
    'GET',
    'POST',
    'HEAD',
    'OPTIONS',
    'PUT',
    'TRACE',
    'CONNECT',
    'get',
    'FOO',
    '',
  ),
  path,
  version: constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''),
  isOurs: constantFrom(true, true, true, false),
  headers: dictionary(headerName, headerValue, { maxKeys: 5 }),
  body: oneof(
    octets(0, 256),
    constantFrom('', '{}', '{"address":"x"}', '0\r\n\r\n', 'code=1', '['.repeat(5000)),
  ),
  end: constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r', '\0\r\n'),
});

const known = new Set([200, 303, 304, 400, 401, 403, 404, 405, 408, 413, 415, 417, 429, 431, 505]);

test.each([
  ['the room that everybody reads', {}],
  ['the room behind a code', { code: 'garden' }],
  ['the trainer’s own page', { reach: 'all' as const }],
])('no request makes %s fail, hang or give a file away', async (_what, options) => {
  const limits = { headMs: 300, requestMs: 400, idleMs: 500, beatMs: 100, streams: 0, burst: 1e9 };
  const room = await openRoom({ api, news: desk(), limits, ...options });
  await assert(
    asyncProperty(array(anyRequest, { minLength: 60, maxLength: 60 }), async (requests) => {
      const answers = await Promise.all(
        requests.map(({ method, path: asked, version, isOurs, headers, body, end }) => {
          const all = {
            ...(isOurs && { Host: `127.0.0.1:${room.port}`, Connection: 'close' }),
            ...headers,
          };
          const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
          const head = [`${method} ${asked} ${version}`, ...lines].join(end);
          return send(room.port, `${head}${end}${end}${body}`);
        }),
      );
      for (const text of answers.filter((each) => each !== '')) {
        const answer = readAnswer(text);
        expect(known).toContain(answer.status);
        expect(text).not.toMatch(/not for the room|left by an editor|root:|node_modules|Error:/);
        for (const [name, value] of alwaysThere) expect(answer.headers.get(name)).toMatch(value);
      }
    }),
    { seed: 92, numRuns: 5 },
  );
  expect(room.bugs).toEqual([]);
  const after = await fetch(room.share.url, { redirect: 'manual' });
  expect([200, 303]).toContain(after.status);
});
