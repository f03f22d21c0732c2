import type { IncomingMessage } from 'node:http';
import { done, failed, type Result } from '../contract/failure.ts';

const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * The text of a request's body.
 *
 * @returns `too-large` above `limit` bytes, as soon as that is known; `invalid-request` where it is not UTF-8
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<string>> {
  const tooLarge = failed('too-large', `A request may hold at most ${limit} bytes.`);
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Not destroyed on return: the connection must live to carry the answer. What still arrives is thrown away by
  // the server, for as long as a whole request may take.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > limit) return tooLarge;
    chunks.push(bytes);
  }
  try {
    return done(decoder.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks)));
  } catch {
    return failed('invalid-request', 'A request is UTF-8 text.');
  }
}
