import { expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import { createFinder, exhibitIn } from '../../renderer/state/tour-editor-found.ts';
import { createSmallApi } from './small-api.ts';

const address = (text: string) => ({ kind: 'address', address: text, quotation: null });

test('an address is taken as it is copied from the app, the browser or a handout', () => {
  const provision = address('wtsa/resolution/92@2024#considering.a');
  expect(exhibitIn('wtsa/resolution/92@2024#considering.a')).toEqual(provision);
  expect(exhibitIn(' #/wtsa/resolution/92@2024/considering.a ')).toEqual(provision);
  expect(exhibitIn('http://192.0.2.7:8092/#/wtsa/resolution/92@2024/considering.a')).toEqual(
    provision,
  );
  expect(exhibitIn('recital:wtsa/resolution/92@2024#considering.a')).toEqual(provision);
  expect(exhibitIn('#/body/itu-t-sg-13')).toEqual(address('body/itu-t-sg-13'));
  expect(exhibitIn('#/handbook/reading-an-itu-resolution/verbs')).toEqual(
    address('handbook/reading-an-itu-resolution#verbs'),
  );
});

test('a comparison is taken with its place, but not with one that only the earlier text has', () => {
  const [from, to] = ['wtsa/resolution/92@2016', 'wtsa/resolution/92@2024'];
  const link = `#/compare?from=${from}&to=${to}`;
  const comparison = { kind: 'comparison', from, to, at: null, quotation: null };
  expect(exhibitIn(link)).toEqual(comparison);
  expect(exhibitIn(`${link}&view=side&at=considering.c`)).toEqual({
    ...comparison,
    at: `${to}#considering.c`,
  });
  expect(exhibitIn(`${link}&at=-considering.k`)).toEqual(comparison);
});

test('words and other screens are no addresses', () => {
  for (const text of ['network slicing', 'IMT-2020', '#/search?q=imt', '#/compare', '#/tours', ''])
    expect({ text, found: exhibitIn(text) }).toEqual({ text, found: null });
});

const suggestion = (text: string, place: string) => ({ text, kind: 'term', address: place });
const hit = (place: string, snippet: string) => ({
  address: place,
  kind: 'provision',
  name: 'Resolution 92',
  heading: 'considering',
  label: 'a)',
  snippet,
});
const answer = (...hits: unknown[]) => done({ hits } as never);

test('things by name come before passages with their words, each place once', async () => {
  const { api, calls } = createSmallApi();
  const finder = createFinder(api);
  finder.type('slicing');
  expect(finder.isDone.value).toBe(false);
  await calls[0]?.answer(
    done({
      ms: 0,
      items: [suggestion('Network slicing', 'term/a'), suggestion('slicing body:', '')],
    }),
  );
  await calls[1]?.answer(
    answer(hit('term/a', 'same'), hit('a/b/1@2024#considering.a', 'the words')),
  );
  expect(finder.choices.value.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
    'Network slicing: ',
    'Resolution 92, considering, a): the words',
  ]);
});

test('answers to what was typed before are dropped, and clearing the field clears them', async () => {
  const { api, calls } = createSmallApi();
  const finder = createFinder(api);
  finder.type('sl');
  finder.type('');
  await calls[0]?.answer(done({ ms: 0, items: [suggestion('Network slicing', 'term/a')] }));
  await calls[1]?.answer(answer());
  expect(finder.choices.value).toEqual([]);
  expect(finder.isDone.value).toBe(true);
});

test('a pasted address to nothing is not offered', async () => {
  const { api, calls } = createSmallApi();
  const finder = createFinder(api);
  finder.type('wtsa/resolution/92@2024#resolves.99');
  expect(calls.map(({ method }) => method)).toEqual(['show']);
  await calls[0]?.answer(failed('unknown-provision', ''));
  expect(finder.choices.value).toEqual([]);
  expect(finder.isDone.value).toBe(true);
});
