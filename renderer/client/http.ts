import { createClient, type Api } from '../../main/contract/api.ts';
import { failed, type Result } from '../../main/contract/failure.ts';

/** How long an answer may take before the wire counts as broken, in milliseconds. */
const patience = 20_000;

/** The Api over HTTP, from the server that this page came from. A broken wire is the failure `unreachable`. */
export function createHttpApi(): Api {
  return createClient((method, request) => post(`api/${method}`, request));
}

// The caller knows by the method what the reply holds; the other end of the wire checked the request.
async function post<Answer>(path: string, request: unknown): Promise<Answer> {
  return (await replyOf(path, request)) as Answer;
}

async function replyOf(path: string, request: unknown): Promise<Result<unknown>> {
  try {
    const reply = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
    });
    const body: unknown = await reply.json();
    return isResult(body) ? body : failed('unreachable', 'The reply is not one of Recital.');
  } catch {
    return failed('unreachable', 'Recital does not answer.');
  }
}

function isResult(body: unknown): body is Result<unknown> {
  return typeof body === 'object' && body !== null && 'ok' in body;
}
