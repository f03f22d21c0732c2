import { createClient, type Api, type Method } from '../../main/contract/api.ts';
import { failed, type Result } from '../../main/contract/failure.ts';

/** How long an answer may take before the wire counts as broken, in milliseconds. */
const patience = 20_000;

/**
 * The Api over HTTP, from the server that this page came from. A broken wire is the failure `unreachable`. What is asked at
 * every key press is asked anew: the question before it is called off, so that the server does not go on with it.
 */
export function createHttpApi(): Api {
  const latest = new Map<Method, AbortController>();
  return createClient((method, request) => {
    const asked = new AbortController();
    if (isAskedAnew(method, request)) {
      latest.get(method)?.abort();
      latest.set(method, asked);
    }
    return post(`api/${method}`, request, asked.signal);
  });
}

/** How a search was answered is asked besides. */
const isAskedAnew = (method: Method, request: object): boolean =>
  method === 'suggest' || (method === 'search' && !('explain' in request));

// The caller knows by the method what the reply holds; the other end of the wire checked the request.
async function post<Answer>(path: string, request: unknown, asked: AbortSignal): Promise<Answer> {
  return (await replyOf(path, request, asked)) as Answer;
}

async function replyOf(
  path: string,
  request: unknown,
  asked: AbortSignal,
): Promise<Result<unknown>> {
  try {
    const reply = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      credentials: 'same-origin',
      signal: AbortSignal.any([AbortSignal.timeout(patience), asked]),
    });
    const body: unknown = await reply.json();
    return isResult(body) ? body : failed('unreachable', 'The reply is not one of Recital.');
  } catch {
    return asked.aborted
      ? failed('called-off', 'A newer question took its place.')
      : failed('unreachable', 'Recital does not answer.');
  }
}

function isResult(body: unknown): body is Result<unknown> {
  return typeof body === 'object' && body !== null && 'ok' in body;
}
