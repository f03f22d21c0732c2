import type { Protocol } from 'electron';
import { securityHeaders, type Pages } from '../share/index.ts';
import { host, scheme } from './address.ts';

/** Makes `recital://` a scheme with origins like `https://`. Electron takes this before it is ready, and once. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built pages, what is being printed, and nothing else, as `recital://app/…`. */
export function servePages(
  protocol: Protocol,
  pages: Pages,
  printed: ReadonlyMap<string, string> = new Map(),
): void {
  protocol.handle(scheme, (request) => answer(pages, printed, request.method, request.url));
}

/** A page that is printed carries its own style, and loads and runs nothing. */
const printedHeaders = {
  ...securityHeaders,
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
};

function answer(
  pages: Pages,
  printed: ReadonlyMap<string, string>,
  method: string,
  url: string,
): Response {
  const path = pathIn(url) ?? '';
  const page = pages.get(path);
  const html = printed.get(path);
  if (method !== 'GET') return refuse(405, 'Only GET is used here.');
  if (html !== undefined) return new Response(html, { headers: printedHeaders });
  if (page === undefined) return refuse(404, 'There is no such page.');
  return new Response(page.bytes, {
    headers: { ...securityHeaders, 'Content-Type': page.type, 'Cache-Control': 'no-cache' },
  });
}

const refuse = (status: number, line: string): Response =>
  new Response(`${line}\n`, {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8' },
  });

/** The path, compared as it stands: never decoded, and never joined to a folder. */
function pathIn(url: string): string | null {
  const parsed = URL.parse(url);
  return parsed?.protocol === `${scheme}:` && parsed.host === host ? parsed.pathname : null;
}
