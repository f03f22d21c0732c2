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
    return post(method, request, asked.signal);
  });
}

/** How a search was answered is asked besides. */
const isAskedAnew = (method: Method, request: object): boolean =>
  method === 'suggest' || (method === 'search' && !('explain' in request));

// The caller knows by the method what the reply holds; the other end of the wire checked the request.
async function post<Answer>(method: Method, request: object, asked: AbortSignal): Promise<Answer> {
  return (await replyOf(method, request, asked)) as Answer;
}

async function replyOf(
  method: Method,
  request: object,
  asked: AbortSignal,
): Promise<Result<unknown>> {
  const { path, ...carried } = letterOf(method, request);
  const signal = slow.has(method) ? asked : AbortSignal.any([AbortSignal.timeout(patience), asked]);
  try {
    const reply = await fetch(path, {
      method: 'POST',
      ...carried,
      credentials: 'same-origin',
      signal,
    });
    const body: unknown = await reply.json();
    return isResult(body) ? body : failed('unreachable', 'The reply is not one of Recital.');
  } catch {
    return asked.aborted
      ? failed('called-off', 'A newer question took its place.')
      : failed('unreachable', 'Recital does not answer.');
  }
}

/** What takes as long as there is to read or to copy; how far it is, is asked for besides. */
const slow: ReadonlySet<Method> = new Set([
  'import',
  'inspectPack',
  'installPack',
  'moveData',
  'offer',
  'repair',
  'rollBackPack',
  'switchPack',
]);

interface Letter {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit;
}

/** A file goes as its bytes, with what else is asked in the address; anything else as JSON. */
function letterOf(method: Method, request: object): Letter {
  const path = `api/${method}`;
  if (!('bytes' in request) || !(request.bytes instanceof Uint8Array))
    return {
      path,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    };
  const { bytes, ...others } = request;
  return {
    path: `${path}?${new URLSearchParams(others as Record<string, string>)}`,
    headers: { 'Content-Type': 'application/octet-stream' },
    body: bytes as Uint8Array<ArrayBuffer>,
  };
}

function isResult(body: unknown): body is Result<unknown> {
  return typeof body === 'object' && body !== null && 'ok' in body;
}
