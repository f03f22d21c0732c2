import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Api, SearchRequest } from '../../main/contract/api.ts';
import { done, type Result } from '../../main/contract/failure.ts';
import { call, openRoom, type Room } from './room.ts';

/** An Api whose searches are answered when they are told to, and which tells what is being searched for. */
function patientApi() {
  const begun: string[] = [];
  const answers = new Map<string, () => void>();
  const search = ({ query }: SearchRequest): Promise<Result<unknown>> => {
    begun.push(query);
    return new Promise((resolve) => {
      answers.set(query, () => resolve(done({ query })));
    });
  };
  return {
    api: { search } as unknown as Api,
    begun,
    answer: (query: string): void => answers.get(query)?.(),
  };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(5);
}

const statusOf = async (room: Room, query: string): Promise<number> =>
  (await call(room, 'search', { query })).status;

const limits = { searchesAtOnce: 2, searchesWaiting: 2 };

describe('when a room asks much at once', () => {
  test('a few searches are worked on and the others follow in their order', async () => {
    const { api, begun, answer } = patientApi();
    const room = await openRoom({ api, limits });
    const statuses: Promise<number>[] = [];
    for (const query of ['a', 'b', 'c', 'd']) {
      statuses.push(statusOf(room, query));
      await wait(30);
    }
    expect(begun).toEqual(['a', 'b']);
    answer('b');
    await until(() => begun.length > 2);
    expect(begun).toEqual(['a', 'b', 'c']);
    answer('c');
    await until(() => begun.length > 3);
    answer('a');
    answer('d');
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
  });

  test('what is one too many is refused at once', async () => {
    const { api, begun, answer } = patientApi();
    const room = await openRoom({ api, limits });
    const statuses = ['a', 'b', 'c', 'd'].map((query) => statusOf(room, query));
    await until(() => begun.length === 2);
    await wait(50);
    expect(await statusOf(room, 'e')).toBe(429);
    for (let turn = 0; turn < statuses.length; turn += 1) {
      begun.forEach(answer);
      await wait(20);
    }
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 200]);
  });

  test('who leaves the row is not searched for, and another takes the place', async () => {
    const { api, begun, answer } = patientApi();
    const room = await openRoom({ api, limits });
    const staying = ['a', 'b'].map((query) => statusOf(room, query));
    await until(() => begun.length === 2);
    const leaving = new AbortController();
    const left = ['c', 'd'].map((query) =>
      fetch(`${room.share.url}api/search`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ query }),
        signal: leaving.signal,
      }).catch(() => null),
    );
    await wait(50);
    leaving.abort();
    await Promise.all(left);
    await wait(50);
    staying.push(statusOf(room, 'e'));
    await wait(50);
    answer('a');
    await until(() => begun.length === 3);
    answer('b');
    answer('e');
    expect(await Promise.all(staying)).toEqual([200, 200, 200]);
    expect(begun).toEqual(['a', 'b', 'e']);
  });
});
