import { describe, expect, test } from 'vitest';
import type { Api, Call } from '../../main/contract/api.ts';
import { done } from '../../main/contract/failure.ts';
import { wires } from './wires.ts';

function fail(bug: unknown): never {
  throw bug;
}

/** An Api whose searches end when they are called off, and say so; the query "last" ends at once. */
function slowApi(): { readonly api: Api; readonly ended: Promise<string> } {
  const { promise: ended, resolve } = Promise.withResolvers<string>();
  const search = async ({ query }: { query: string }, call?: Call) => {
    if (query === 'last') return done({ query });
    await new Promise<void>((calledOff) => {
      const watch = setInterval(() => {
        if (call?.aborted !== true) return;
        clearInterval(watch);
        calledOff();
      }, 5);
    });
    resolve(query);
    return done({ query });
  };
  return { api: { search } as unknown as Api, ended };
}

describe('a search that nobody waits for any more', () => {
  test('is called off over IPC once the same page searches anew', async () => {
    const { api, ended } = slowApi();
    const call = await wires.find(({ name }) => name === 'over IPC')!.join(api, fail);
    const first = call('search', { query: 'first' });
    await call('search', { query: 'last' });
    expect(await ended).toBe('first');
    await first;
  });

  test('is called off over HTTP once its asker hangs up', async () => {
    const { api, ended } = slowApi();
    const call = await wires.find(({ name }) => name === 'over HTTP')!.join(api, fail);
    const hangUp = new AbortController();
    const first = call('search', { query: 'first' }, hangUp.signal);
    setTimeout(() => hangUp.abort(), 100);
    await expect(first).rejects.toThrow('aborted');
    expect(await ended).toBe('first');
  });
});
