import { expect, test } from 'vitest';
import { done } from '../../main/contract/failure.ts';
import { createExplainer } from '../../renderer/state/explainer.ts';
import { searchFor } from '../../renderer/state/places/index.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const explanation = { understood: 'network', plan: ['all of 1'], bounded: [] };
const answer = done({ explanation });

test('a search is explained by asking for it again, once, with its own words and filters', async () => {
  const { api, calls } = createSmallApi();
  const explainer = createExplainer(api);
  const search = { ...searchFor('network'), filters: { year: '2024' }, from: 40 };
  explainer.ask(search);
  explainer.ask(search);
  expect(calls.map(({ request }) => request)).toEqual([
    { query: 'network', year: 2024, offset: 0, limit: 1, explain: true },
  ]);
  await calls[0]?.answer(answer);
  expect(explainer.explained.value).toEqual({ search, explanation, failure: null });
});

test('the explanation of an earlier search does not replace that of a later one', async () => {
  const { api, calls } = createSmallApi();
  const explainer = createExplainer(api);
  const [earlier, later] = [searchFor('a'), searchFor('b')];
  explainer.ask(earlier);
  explainer.ask(later);
  await calls[1]?.answer(answer);
  await calls[0]?.answer(done({ explanation: null }));
  expect(explainer.explained.value).toEqual({ search: later, explanation, failure: null });
});

test('where it could not be told, it is asked for again', async () => {
  const { api, calls } = createSmallApi();
  const explainer = createExplainer(api);
  const search = searchFor('a');
  explainer.ask(search);
  await calls[0]?.answer(unreachable);
  expect(explainer.explained.value?.failure?.code).toBe('unreachable');
  explainer.ask(search);
  await calls[1]?.answer(answer);
  expect(explainer.explained.value?.explanation).toEqual(explanation);
});
