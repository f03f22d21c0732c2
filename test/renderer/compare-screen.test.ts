import { expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import { openScreens } from './opened-screens.ts';

function open(hash: string) {
  const { calls, screens, go } = openScreens(hash);
  const answer = async (method: string, request: object, reply: Parameters<typeof done>[0]) =>
    calls
      .find(
        (call) =>
          call.method === method && JSON.stringify(call.request) === JSON.stringify(request),
      )
      ?.answer(done(reply));
  return { calls, showing: screens.showing, answer, go };
}

const comparison = '#/compare?from=a/b/1@2020&to=a/b/1@2024';
const edition = (address: string) => ({ kind: 'edition', address, sections: [], annexes: [] });

test('both texts and what became of them are asked for at once, and shown when all are there', async () => {
  const { calls, showing, answer, go } = open(comparison);
  expect(calls.map(({ method }) => method).toSorted()).toEqual([
    'catalogue',
    'compare',
    'show',
    'show',
  ]);
  await answer('show', { address: 'a/b/1@2020' }, edition('a/b/1@2020'));
  await answer('compare', { from: 'a/b/1@2020', to: 'a/b/1@2024' }, { rows: [], sections: [] });
  await answer('catalogue', {}, { editions: [] });
  expect(showing.value).toBeNull();
  await answer('show', { address: 'a/b/1@2024' }, edition('a/b/1@2024'));
  expect(showing.value?.screen).toMatchObject({
    kind: 'compare',
    compared: { from: { address: 'a/b/1@2020' }, to: { address: 'a/b/1@2024' } },
  });

  // Another place in the same comparison needs no further answer.
  go(`${comparison}&at=noting.b`);
  await new Promise((settled) => setTimeout(settled, 0));
  expect(showing.value?.screen).toMatchObject({ place: { at: 'noting.b' } });
  expect(calls).toHaveLength(4);
});

test('without both texts there is what can be chosen', async () => {
  const { calls, showing, answer } = open('#/compare?to=a/b/1@2024');
  expect(calls.map(({ method }) => method)).toEqual(['catalogue']);
  await answer('catalogue', {}, { editions: [{ edition: 'a/b/1@2024' }] });
  expect(showing.value?.screen).toMatchObject({
    kind: 'compare',
    compared: null,
    editions: [{ edition: 'a/b/1@2024' }],
  });
});

test('a text that is not here is told with its address', async () => {
  const { calls, showing } = open(comparison);
  for (const call of calls) await call.answer(failed('unknown-edition', ''));
  expect(showing.value?.screen).toMatchObject({
    kind: 'trouble',
    failure: { code: 'unknown-edition' },
    asked: 'a/b/1@2020',
  });
});
