import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Api, Call, SearchRequest } from '../../main/contract/api.ts';
import { done, failed, type Result } from '../../main/contract/failure.ts';
import { openOwnLibrary } from '../../main/library/writers.ts';
import { openService } from '../../main/service/index.ts';
import { asEdition, naming, newer, other } from '../fixtures/documents.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';
import { call, openRoom, type Room } from './room.ts';

/** Searches that count how often each query is asked for. */
function countingApi(answer: (query: string, asked: Call) => Promise<Result<unknown>>) {
  const searches: string[] = [];
  const search = async ({ query }: SearchRequest, asked: Call): Promise<Result<unknown>> => {
    searches.push(query);
    return answer(query, asked);
  };
  return { api: { search } as unknown as Api, searches };
}

/** Answers that come when they are told to. */
function answersOnWord() {
  const waiting: (() => void)[] = [];
  return {
    answer: (query: string): Promise<Result<unknown>> =>
      new Promise((resolve) => {
        waiting.push(() => resolve(done({ query })));
      }),
    now: (): void => {
      for (const answer of waiting.splice(0)) answer();
    },
  };
}

const atOnce = async (query: string): Promise<Result<unknown>> => done({ query });

const search = async (room: Room, query: string): Promise<unknown> =>
  JSON.parse((await call(room, 'search', { query })).body);

/** Waits until something has come true. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await wait(5);
}

describe('an answer to a search', () => {
  test('is remembered for whoever asks the same next', async () => {
    const { api, searches } = countingApi(atOnce);
    const room = await openRoom({ api, state: () => 'same' });
    const first = await search(room, 'lamps');
    expect(await search(room, 'lamps')).toEqual(first);
    expect(await search(room, 'harbours')).toEqual(done({ query: 'harbours' }));
    expect(searches).toEqual(['lamps', 'harbours']);
  });

  test('is forgotten once the library is another, and where nobody can tell it is not remembered', async () => {
    const { api, searches } = countingApi(atOnce);
    let state: string | null = 'old';
    const room = await openRoom({ api, state: () => state });
    await search(room, 'lamps');
    state = 'new';
    await search(room, 'lamps');
    state = null;
    await search(room, 'lamps');
    await search(room, 'lamps');
    expect(searches).toHaveLength(4);
  });

  test('is not remembered where the library became another while it was made', async () => {
    let state = 'old';
    const { api, searches } = countingApi(async (query) => {
      state = 'new';
      return atOnce(query);
    });
    const room = await openRoom({ api, state: () => state });
    await search(room, 'lamps');
    state = 'old';
    await search(room, 'lamps');
    expect(searches).toHaveLength(2);
  });

  test('that is a failure is not remembered', async () => {
    const { api, searches } = countingApi(async () => failed('library-damaged', 'A part is bad.'));
    const room = await openRoom({ api, state: () => 'same' });
    await search(room, 'lamps');
    await search(room, 'lamps');
    expect(searches).toHaveLength(2);
  });

  test('is forgotten for newer ones where all together are too large', async () => {
    const { api, searches } = countingApi(async (query) => done({ query, text: 'x'.repeat(5000) }));
    const room = await openRoom({ api, state: () => 'same', limits: { rememberedBytes: 12_000 } });
    for (const query of ['a', 'b', 'a', 'c', 'a', 'b']) await search(room, query);
    // Of three, the one that was asked for longest ago goes.
    expect(searches).toEqual(['a', 'b', 'c', 'b']);
  });
});

describe('several who ask the same at once', () => {
  test('wait for one search', async () => {
    const word = answersOnWord();
    const { api, searches } = countingApi(word.answer);
    const room = await openRoom({ api, state: () => 'same' });
    const answers = Promise.all(['lamps', 'lamps', 'lamps'].map((query) => search(room, query)));
    await until(() => searches.length > 0);
    // The others have had time to ask.
    await wait(50);
    word.now();
    expect(await answers).toEqual(Array(3).fill(done({ query: 'lamps' })));
    expect(searches).toEqual(['lamps']);
  });

  test('are not called off by one who leaves, but once all have left', async () => {
    const asked: Call[] = [];
    const word = answersOnWord();
    const { api } = countingApi((query, waiting) => {
      asked.push(waiting);
      return word.answer(query);
    });
    const room = await openRoom({ api, state: () => 'same' });
    const ask = (leaving: AbortSignal): Promise<number> =>
      fetch(`${room.share.url}api/search`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{"query":"lamps"}',
        signal: leaving,
      }).then(
        ({ status }) => status,
        () => 0,
      );
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [ask(first.signal)];
    await until(() => asked.length === 1);
    answers.push(ask(second.signal));
    await wait(50);
    first.abort();
    await wait(50);
    expect(asked.map(({ aborted }) => aborted)).toEqual([false]);
    second.abort();
    await until(() => asked[0]?.aborted === true);
    // Whoever comes now waits for a search that nobody has called off.
    answers.push(ask(new AbortController().signal));
    await until(() => asked.length === 2);
    word.now();
    expect(await Promise.all(answers)).toEqual([0, 0, 200]);
  });
});

describe('an import while a room is served', () => {
  test('shows in the next answer to a question that was asked before', async () => {
    const folder = temporaryFolder();
    const libraryFile = join(folder, 'bundled.sqlite');
    const dataFolder = join(folder, 'data');
    await writeLibrary(libraryFile, [newer]);
    const service = openService({ libraryFile, dataFolder, version: '0.0.0' });
    if (!service.ok) throw new Error(service.error.message);
    onTestFinished(() => service.value.close());
    const { api, state } = service.value;
    const room = await openRoom({ api, state });
    const total = async (): Promise<number> => {
      const answer = (await search(room, 'harbour OR recalling OR lamps')) as {
        value: { total: number };
      };
      return answer.value.total;
    };
    const before = await total();
    expect(await total()).toBe(before);

    const writer = openOwnLibrary(join(dataFolder, 'library.sqlite'), naming);
    if (!writer.ok) throw new Error(writer.error.message);
    onTestFinished(() => writer.value.close());
    expect(writer.value.add(asEdition(other)).ok).toBe(true);
    const withOther = await total();
    expect(withOther).toBeGreaterThan(before);
    expect(await total()).toBe(withOther);
  });
});
