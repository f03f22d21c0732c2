import type { IncomingMessage } from 'node:http';
import { done, failed, type Result } from '../contract/failure.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a request's body.
 *
 * @returns `too-large` above `limit` bytes, as soon as that is known; `invalid-request` where it is not UTF-8
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<string>> {
  const body = await readBytes(request, limit);
  return body.ok ? textOf(body.value) : body;
}

/**
 * A request's body as it came.
 *
 * @returns `too-large` above `limit` bytes, as soon as that is known
 */
export function readBytes(request: IncomingMessage, limit: number): Promise<Result<Uint8Array>> {
  const tooLarge = failed('too-large', `A request may hold at most ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve(tooLarge);
  const chunks: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    // The connection must live to carry the answer: what still arrives of what is too large is thrown away, for as long
    // as a whole request may take.
    request.on('data', (bytes: Uint8Array) => {
      length += bytes.length;
      if (length > limit) resolve(tooLarge);
      else chunks.push(bytes);
    });
    request.on('end', () => {
      const [only] = chunks;
      resolve(done(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)));
    });
    request.on('error', reject);
  });
}

function textOf(bytes: Uint8Array): Result<string> {
  try {
    return done(decoder.decode(bytes));
  } catch {
    return failed('invalid-request', 'A request is UTF-8 text.');
  }
}
