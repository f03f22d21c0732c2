import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { IncomingMessage } from 'node:http';
import type { Page, Pages } from './pages.ts';
import { refusal, type Reply } from './reply.ts';

const compress = promisify(gzip);
const isCompressible = (type: string): boolean => /^(?:text\/|application\/|image\/svg)/.test(type);

/** Answers requests for pages; a compressed form is made when it is first asked for, and kept. */
export function createPageReplies(
  pages: Pages,
): (path: string, request: IncomingMessage) => Promise<Reply> {
  const compressed = new Map<Page, Promise<Uint8Array>>();

  function compressedForm(page: Page): Promise<Uint8Array> {
    const form = compressed.get(page) ?? compress(page.bytes, { level: 9 });
    compressed.set(page, form);
    return form;
  }

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
      Vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match']?.includes(page.tag) === true) {
      return { status: 304, type: page.type, body: '', headers };
    }
    const { 'accept-encoding': accepted = '' } = request.headers;
    const takesGzip = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|\s|$))/.test(String(accepted));
    return takesGzip && isCompressible(page.type)
      ? {
          status: 200,
          type: page.type,
          body: await compressedForm(page),
          headers: { ...headers, 'Content-Encoding': 'gzip' },
        }
      : { status: 200, type: page.type, body: page.bytes, headers };
  };
}
