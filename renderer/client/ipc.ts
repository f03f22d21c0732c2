import { createClient, type Api } from '../../main/contract/api.ts';
import { failed, type Result } from '../../main/contract/failure.ts';

/** What the preload script exposes, and nothing else. */
interface Bridge {
  call(method: string, request: unknown): Promise<Result<unknown>>;
}

declare global {
  interface Window {
    readonly recital?: Bridge;
  }
}

/** The Api over the desktop window's bridge. A missing or broken bridge is the failure `unreachable`. */
export function createIpcApi(): Api {
  return createClient((method, request) => call(method, request));
}

// The caller knows by the method what the reply holds; the other end of the wire checked the request.
async function call<Answer>(method: string, request: unknown): Promise<Answer> {
  return (await replyOf(method, request)) as Answer;
}

async function replyOf(method: string, request: unknown): Promise<Result<unknown>> {
  try {
    const reply = await window.recital?.call(method, request);
    return reply ?? failed('unreachable', 'The window is not joined to Recital.');
  } catch {
    return failed('unreachable', 'Recital does not answer.');
  }
}
