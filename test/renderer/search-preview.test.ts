import { afterEach, expect, test, vi } from 'vitest';
import type { Hit } from '../../main/contract/answers.ts';
import { done } from '../../main/contract/failure.ts';
import { createPreviews } from '../../renderer/state/search-preview.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const hit = (address: string, kind: Hit['kind'] = 'provision'): Hit =>
  ({ kind, address }) as unknown as Hit;

function open() {
  const { api, calls } = createSmallApi();
  return { calls, previews: createPreviews(api) };
}

const section = done({ kind: 'section', section: {} });

test('a provision is shown in its section, which is asked for once for all of its provisions', async () => {
  const { calls, previews } = open();
  previews.show(hit('a/b/1@2020#noting.a'));
  expect(calls.map(({ method, request }) => [method, request])).toEqual([
    ['show', { address: 'a/b/1@2020#noting' }],
  ]);
  await calls[0]?.answer(section);
  previews.show(hit('a/b/1@2020#noting.b.ii'));
  expect(previews.preview.value?.hit.address).toBe('a/b/1@2020#noting.b.ii');
  expect(calls).toHaveLength(1);
});

test('of a work little is asked, of a record all of it', () => {
  const { calls, previews } = open();
  previews.show(hit('a/b/1', 'reference'));
  previews.show(hit('a/b/1@2020', 'edition'));
  previews.show(hit('term/imt', 'term'));
  expect(calls.map(({ method }) => method)).toEqual(['glance', 'glance', 'show']);
});

test('the earlier one stays until the next is there, and a late answer does not replace it', async () => {
  const { calls, previews } = open();
  previews.show(hit('a/b/1@2020#noting.a'));
  await calls[0]?.answer(section);
  previews.show(hit('a/b/2@2020#noting.a'));
  expect(previews.preview.value?.hit.address).toBe('a/b/1@2020#noting.a');
  previews.show(hit('a/b/3@2020#noting.a'));
  await calls[2]?.answer(section);
  await calls[1]?.answer(section);
  expect(previews.preview.value?.hit.address).toBe('a/b/3@2020#noting.a');
});

test('what cannot be had says so, and is asked for again', async () => {
  const { calls, previews } = open();
  previews.show(hit('a/b/1@2020#noting.a'));
  await calls[0]?.answer(unreachable);
  expect(previews.preview.value).toMatchObject({ content: null, failure: { code: 'unreachable' } });
  previews.show(hit('a/b/1@2020#noting.a'));
  expect(calls).toHaveLength(2);
});

afterEach(() => void vi.useRealTimers());

test('a pointer that rests on a hit shows it, one that passes does not', () => {
  vi.useFakeTimers();
  const { calls, previews } = open();
  const shown: string[] = [];
  previews.hover(hit('a/b/1@2020#noting.a'), () => shown.push('first'));
  previews.leave();
  previews.hover(hit('a/b/2@2020#noting.a'), () => shown.push('second'));
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual(['second']);
  expect(calls).toHaveLength(1);
});
