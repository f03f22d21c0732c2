import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RecordSummary } from '../../main/contract/answers.ts';
import { done } from '../../main/contract/failure.ts';
import { createDefinitions } from '../../renderer/state/definitions.ts';
import { createSmallApi, unreachable } from './small-api.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

const at = (id: string) => ({ id, term: { name: id } as RecordSummary });

function create() {
  const { api, calls } = createSmallApi();
  return { calls, definitions: createDefinitions(api) };
}

test('the glossary is asked for once, and again only where that failed', async () => {
  vi.useRealTimers();
  const { calls, definitions } = create();
  definitions.load();
  definitions.load();
  expect(calls.map(({ method, request }) => [method, request])).toEqual([
    ['records', { kind: 'term' }],
  ]);
  await calls[0]?.answer(unreachable);
  expect(definitions.find.value).toBeNull();
  definitions.load();
  await calls[1]?.answer(done({ records: [] }));
  expect(definitions.find.value).not.toBeNull();
  definitions.load();
  expect(calls).toHaveLength(2);
});

test('a definition opens after the pointer has rested on its term for a moment', () => {
  const { definitions } = create();
  definitions.hover(at('a'));
  vi.advanceTimersByTime(100);
  expect(definitions.open.value).toBeNull();
  vi.advanceTimersByTime(1000);
  expect(definitions.open.value?.id).toBe('a');
});

test('a pointer that only passes opens nothing', () => {
  const { definitions } = create();
  definitions.hover(at('a'));
  definitions.leave();
  vi.advanceTimersByTime(1000);
  expect(definitions.open.value).toBeNull();
});

test('the definition stays while the pointer goes to it, and closes when it leaves it', () => {
  const { definitions } = create();
  definitions.show(at('a'));
  definitions.leave();
  definitions.stay();
  vi.advanceTimersByTime(1000);
  expect(definitions.open.value?.id).toBe('a');
  definitions.leave();
  vi.advanceTimersByTime(1000);
  expect(definitions.open.value).toBeNull();
});

test('of two terms the one that was meant last is open', () => {
  const { definitions } = create();
  definitions.hover(at('a'));
  definitions.show(at('b'));
  vi.advanceTimersByTime(1000);
  expect(definitions.open.value?.id).toBe('b');
  definitions.leave();
  definitions.hover(at('b'));
  vi.advanceTimersByTime(1000);
  expect(definitions.open.value?.id).toBe('b');
  definitions.close();
  expect(definitions.open.value).toBeNull();
});
