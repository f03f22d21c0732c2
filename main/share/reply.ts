import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Failure, FailureCode, Result } from '../contract/failure.ts';
import { securityHeaders } from './headers.ts';

/** The HTTP status of each failure; the code in the body says more. */
const statuses: Readonly<Record<FailureCode, number>> = {
  'malformed-address': 400,
  'unknown-work': 404,
  'unknown-edition': 404,
  'unknown-section': 404,
  'unknown-provision': 404,
  'unknown-record': 404,
  'file-missing': 404,
  'file-unreadable': 500,
  'not-text': 422,
  'content-invalid': 422,
  'library-missing': 503,
  'library-damaged': 503,
  'library-newer': 503,
  'library-older': 503,
  'not-writable': 500,
  'port-in-use': 500,
  'address-unavailable': 500,
  'node-too-old': 500,
  'invalid-request': 400,
  'unknown-method': 404,
  'not-allowed': 403,
  'inbox-closed': 403,
  untrusted: 403,
  'unknown-pack': 404,
  'pack-damaged': 422,
  'pack-forged': 422,
  'pack-newer': 422,
  'pack-does-not-apply': 422,
  'not-here': 501,
  'code-required': 401,
  'too-many-requests': 429,
  'too-large': 413,
  unreachable: 503,
  internal: 500,
  'file-empty': 422,
  encrypted: 422,
  truncated: 422,
  damaged: 422,
  'format-unsupported': 422,
  scanned: 422,
  'archive-hostile': 422,
  'unpacks-too-large': 422,
  'entities-refused': 422,
  'too-deep': 422,
  'timed-out': 422,
  'out-of-memory': 422,
  'reader-died': 422,
  'disk-full': 507,
  'too-many-files': 413,
  'called-off': 409,
};

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a reply with the headers that stand on every one; kept nowhere unless the reply says otherwise. */
export function send(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { body } = reply;
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  response.writeHead(reply.status, {
    'Cache-Control': 'no-store',
    ...securityHeaders,
    ...(reply.status !== 304 && { 'Content-Type': reply.type, 'Content-Length': length }),
    ...reply.headers,
  });
  if (request.method === 'HEAD' || reply.status === 304) response.end();
  // Text goes out together with the head; bytes would follow it. Of one byte a letter it need not be coded.
  else if (typeof body === 'string') response.end(body, length === body.length ? 'latin1' : 'utf8');
  else response.end(body);
}

/** A `Result` of the Api, as it goes over the wire. */
export function resultReply(result: Result<unknown>): Reply {
  const status = result.ok ? 200 : statuses[result.error.code];
  return { status, type: 'application/json', body: JSON.stringify(result) };
}

/** A refusal in the form that the asker reads: JSON for a caller of the Api, one line for anybody else. */
export function refusal(
  isApi: boolean,
  error: Failure,
  own: { readonly status?: number; readonly headers?: Readonly<Record<string, string>> } = {},
): Reply {
  const reply = isApi
    ? resultReply({ ok: false, error })
    : {
        status: statuses[error.code],
        type: 'text/plain; charset=utf-8',
        body: `${error.message}\n`,
      };
  return { ...reply, ...own };
}

/** A whole response as text, for a connection on which no request could be read. */
export const bareResponse = (status: string): string =>
  [
    `HTTP/1.1 ${status}`,
    ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
    'Cache-Control: no-store',
    'Connection: close',
    'Content-Length: 0',
    '\r\n',
  ].join('\r\n');
