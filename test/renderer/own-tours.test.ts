import { expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import type { Address } from '../../main/contract/ids.ts';
import type { OwnTour } from '../../main/contract/own-tours.ts';
import { createOwnTours } from '../../renderer/state/own-tours.ts';
import { createSmallApi } from './small-api.ts';

const tour = {
  address: 'tour/own-a' as Address,
  title: 'Mine',
  lead: '',
  language: 'en',
  basedOn: null,
  stops: [],
} satisfies OwnTour;
const kept = done({ tour, attention: [] });

function open() {
  const { api, calls } = createSmallApi();
  const visited: string[] = [];
  let reloads = 0;
  const model = createOwnTours(
    api,
    (href) => visited.push(href),
    () => (reloads += 1),
  );
  return { model, calls, visited, reloads: () => reloads };
}

test('a new tour, a copy and one from a file are opened to be written', async () => {
  const { model, calls, visited } = open();
  void model.create('fr');
  await calls[0]?.answer(kept);
  void model.copy('tour/resolution-92' as Address);
  await calls[1]?.answer(kept);
  void model.take(new Blob(['{"a": 1}']));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await calls[2]?.answer(kept);
  expect(calls.map(({ method, request }) => [method, request])).toEqual([
    ['newTour', { language: 'fr' }],
    ['newTour', { from: 'tour/resolution-92' }],
    ['takeTour', { text: '{"a": 1}' }],
  ]);
  expect(visited).toEqual(['#/edit/own-a', '#/edit/own-a', '#/edit/own-a']);
});

test('a file that is no tour is said to be none, and nothing is opened', async () => {
  const { model, calls, visited } = open();
  void model.take(new Blob(['nonsense']));
  await new Promise((resolve) => setTimeout(resolve, 10));
  await calls[0]?.answer(failed('content-invalid', 'This is no tour.'));
  expect(model.failure.value).toBe('content-invalid');
  expect(visited).toEqual([]);
});

test('a tour that is deleted is brought back as it was', async () => {
  const { model, calls, reloads } = open();
  void model.remove(tour.address);
  await calls[0]?.answer(kept);
  await calls[1]?.answer(done(null));
  expect(calls.map(({ method }) => method)).toEqual(['ownTour', 'dropTour']);
  expect(model.deleted.value).toEqual(tour);
  expect(reloads()).toBe(1);
  void model.bringBack();
  expect(calls[2]?.request).toEqual({ tour });
  await calls[2]?.answer(kept);
  expect(model.deleted.value).toBe(null);
  expect(reloads()).toBe(2);
});

test('a tour that could not be deleted is not said to be', async () => {
  const { model, calls, reloads } = open();
  void model.remove(tour.address);
  await calls[0]?.answer(kept);
  await calls[1]?.answer(failed('not-writable', ''));
  expect(model.deleted.value).toBe(null);
  expect(model.failure.value).toBe('not-writable');
  expect(reloads()).toBe(0);
});
