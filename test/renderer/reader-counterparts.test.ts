import { expect, test } from 'vitest';
import type { EditionSummary } from '../../main/contract/answers.ts';
import { done } from '../../main/contract/failure.ts';
import type { EditionId } from '../../main/contract/ids.ts';
import { createCounterparts } from '../../renderer/state/reader-counterparts.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const editions = ['a/b/1@2024', 'a/b/1@2022', 'a/b/1@2016'].map(
  (edition) => ({ edition: edition as EditionId }) as EditionSummary,
);
const own = 'a/b/1@2024' as EditionId;

const row = (status: string, from: string | null, to: string) => ({ status, from, to });

test('a provision is found in the editions next to it: the same, amended, elsewhere or not there', async () => {
  const { api, calls } = createSmallApi();
  const counterparts = createCounterparts(api);
  const found = counterparts.of(own, editions);
  expect(counterparts.of(own, editions)).toBe(found);
  expect(calls.map(({ request }) => request)).toEqual([
    { from: 'a/b/1@2022', to: own },
    { from: 'a/b/1@2016', to: own },
  ]);
  await calls[0]?.answer(
    done({
      rows: [row('moved', 'noting.a', 'noting.b')],
      sections: [row('same', 'noting', 'noting')],
    }),
  );
  expect(found.value).toBeNull();
  await calls[1]?.answer(done({ rows: [row('new', null, 'noting.b')], sections: [] }));
  expect(found.value?.('noting.b').map(({ status, at }) => [status, at])).toEqual([
    ['moved', 'noting.a'],
    ['absent', null],
  ]);
  expect(found.value?.('noting').map(({ status, at }) => [status, at])).toEqual([
    ['same', 'noting'],
  ]);
});

test('what could not be compared is left out, and asked for again the next time', async () => {
  const { api, calls } = createSmallApi();
  const counterparts = createCounterparts(api);
  const found = counterparts.of(own, editions.slice(0, 2));
  await calls[0]?.answer(unreachable);
  expect(found.value?.('noting')).toEqual([]);
  counterparts.of(own, editions.slice(0, 2));
  expect(calls).toHaveLength(2);
});
