import type { Protocol } from 'electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { servePages } from '../../main/app/protocol.ts';
import { readPages } from '../../main/share/index.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

type Handler = (request: { readonly method: string; readonly url: string }) => Response;

/** What the protocol answers, asked with an address exactly as written. */
function ask(url: string, method = 'GET'): Response {
  const folder = temporaryFolder();
  const renderer = join(folder, 'renderer');
  mkdirSync(join(renderer, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'main.js'), 'secret');
  writeFileSync(join(renderer, 'desktop.html'), '<!doctype html>');
  writeFileSync(join(renderer, 'assets/desktop-12345678.js'), '1;');
  const pages = readPages(renderer, 'desktop.html');
  if (!pages.ok) throw new Error(pages.error.message);
  let handler: Handler | undefined;
  const protocol = {
    handle: (_scheme: string, given: Handler) => {
      handler = given;
    },
  };
  const printed = new Map([['/print-1.html', '<!doctype html><p>handout</p>']]);
  servePages(protocol as unknown as Protocol, pages.value, printed);
  if (handler === undefined) throw new Error('Nothing serves the scheme.');
  return handler({ method, url });
}

it('serves what is being printed, which may have a style and nothing else', async () => {
  const page = ask('recital://app/print-1.html');
  expect(await page.text()).toBe('<!doctype html><p>handout</p>');
  expect(page.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'unsafe-inline'",
  );
  expect(ask('recital://app/print-2.html').status).toBe(404);
  expect(ask('recital://app/print-1.html', 'POST').status).toBe(405);
});

it('serves the built pages with their types', async () => {
  const page = ask('recital://app/desktop.html');
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toBe('<!doctype html>');
  const script = ask('recital://app/assets/desktop-12345678.js?x#y');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

it.each([
  'recital://app/',
  'recital://app',
  'recital:app/desktop.html',
  'recital:///desktop.html',
  'recital://app/../main.js',
  'recital://app/..%2fmain.js',
  'recital://app/%2e%2e/main.js',
  'recital://app/..\\main.js',
  'recital://app\\..\\main.js',
  'recital://app//main.js',
  'recital://app/assets/../../main.js',
  'recital://app/desktop.html/',
  'recital://app/desktop.html%00',
  'recital://app/DESKTOP.html',
  'recital://app/__proto__',
  'recital://app.evil/desktop.html',
  'recital://app:80/desktop.html',
  'file:///etc/passwd',
  'https://app/desktop.html',
  'not an address',
])('has no page at %s', async (url) => {
  const answer = ask(url);
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(await answer.text()).not.toContain('secret');
});

it.each(['POST', 'PUT', 'HEAD', 'DELETE'])('does not answer %s', (method) => {
  expect(ask('recital://app/desktop.html', method).status).toBe(405);
});
