import { createClient, type Api } from '../../main/contract/api.ts';
import { failed, type Result } from '../../main/contract/failure.ts';

/** A call that waits for the test to answer it. */
export interface Call {
  readonly method: string;
  readonly request: Readonly<Record<string, unknown>>;
  answer(reply: Result<unknown>): Promise<void>;
}

/** An Api whose every call waits in `calls`, so that a test chooses the order of the answers. */
export function createSmallApi(): { readonly api: Api; readonly calls: readonly Call[] } {
  const calls: Call[] = [];
  const send = (method: string, request: unknown) => {
    const { promise, resolve } = Promise.withResolvers<Result<unknown>>();
    calls.push({
      method,
      request: request as Record<string, unknown>,
      async answer(reply) {
        resolve(reply);
        // Whoever awaits the reply goes on before the test does.
        await new Promise((settled) => setTimeout(settled, 0));
      },
    });
    return promise;
  };
  return { api: createClient(send as Parameters<typeof createClient>[0]), calls };
}

export const unreachable = failed('unreachable', 'Recital does not answer.');
