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

/** Serves the built pages, and nothing else, as `recital://app/…`. */
export function servePages(protocol: Protocol, pages: Pages): void {
  protocol.handle(scheme, (request) => answer(pages, request.method, request.url));
}

function answer(pages: Pages, method: string, url: string): Response {
  const page = pages.get(pathIn(url) ?? '');
  if (method !== 'GET') return refuse(405, 'Only GET is used here.');
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
