import type { IncomingMessage } from 'node:http';
import { compressedFor } from './compressed.ts';
import type { Pages } from './pages.ts';
import { refusal, type Reply } from './reply.ts';

/** Answers requests for pages; a compressed form is made when it is first asked for, and kept. */
export function createPageReplies(
  pages: Pages,
): (path: string, request: IncomingMessage) => Promise<Reply> {
  return async (path, request) => {
    const page = pages.get(path === '/' ? '/browser.html' : path);
    if (page === undefined) {
      return refusal(
        false,
        { code: 'not-allowed', message: 'There is no such page.' },
        { status: 404 },
      );
    }
    const headers = {
      // Private: between the machine and a phone no cache may keep what stands behind the access code.
      'Cache-Control': page.isImmutable ? 'private, max-age=31536000, immutable' : 'no-cache',
      ETag: page.tag,
    };
    if (request.headers['if-none-match']?.includes(page.tag) === true) {
      return { status: 304, type: page.type, body: '', headers };
    }
    return compressedFor(request, { status: 200, type: page.type, body: page.bytes, headers }, 9);
  };
}
