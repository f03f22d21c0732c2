import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import { readHash } from '../../renderer/state/places.ts';
import type { Visit } from '../../renderer/state/router.ts';
import { createScreens } from '../../renderer/state/screens.ts';
import { createSmallApi, unreachable } from './small-api.ts';

const visitOf = (hash: string): Visit => ({
  route: readHash(hash),
  hash,
  scroll: null,
  isFirst: false,
});

function open(hash: string) {
  const { api, calls } = createSmallApi();
  const visit = signal(visitOf(hash));
  const screens = createScreens(api, visit);
  return { calls, screens, go: (next: string) => (visit.value = visitOf(next)) };
}

const work = (address: string) => done({ kind: 'work', address, name: address });
const edition = (address: string) => done({ kind: 'edition', address });

test('nothing is shown before all of the data is there', async () => {
  const { calls, screens } = open('#/');
  expect(calls.map(({ method }) => method)).toEqual(['catalogue', 'about', 'records']);
  await calls[0]?.answer(done({ editions: [] }));
  await calls[1]?.answer(done({ version: '1' }));
  expect(screens.showing.value).toBeNull();
  await calls[2]?.answer(done({ records: [{}, {}] }));
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'home', topicCount: 2 });
});

test('the answer to a visit that was left again is dropped', async () => {
  const { calls, screens, go } = open('#/a/b/1');
  go('#/a/b/2');
  await calls[1]?.answer(work('a/b/2'));
  await calls[0]?.answer(work('a/b/1'));
  expect(screens.showing.value?.screen).toMatchObject({ work: { address: 'a/b/2' } });
});

test('another section of an open edition needs no further answer', async () => {
  const { calls, screens, go } = open('#/a/b/1@2020');
  await calls[0]?.answer(edition('a/b/1@2020'));
  go('#/a/b/1@2020/noting.b');
  await Promise.resolve();
  await Promise.resolve();
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'reader', target: 'noting.b' });
  expect(calls).toHaveLength(1);
});

test('an edition that is not here is answered by what is known of the work', async () => {
  const { calls, screens } = open('#/a/b/1@2020');
  await calls[0]?.answer(failed('unknown-edition', ''));
  expect(calls[1]?.request).toEqual({ address: 'a/b/1' });
  await calls[1]?.answer(work('a/b/1'));
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'work', missingEdition: '2020' });
});

test('a failure becomes a screen that knows what was asked, and asking again may succeed', async () => {
  const { calls, screens } = open('#/search?q=network&year=2024&from=20');
  expect(calls[0]?.request).toEqual({ query: 'network', limit: 20, offset: 20, year: 2024 });
  await calls[0]?.answer(unreachable);
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'trouble',
    failure: { code: 'unreachable' },
    asked: 'network',
  });
  screens.reload();
  await calls[1]?.answer(done({ total: 0, facets: { topic: [] } }));
  expect(screens.showing.value?.screen.kind).toBe('search');
});

test('a search is asked for as its address says, and topics by their names once', async () => {
  const { calls, screens, go } = open('#/search?q=5G&topic=security&sort=date&as=typed');
  expect(calls[0]?.request).toEqual({
    query: '5G',
    limit: 20,
    offset: 0,
    topic: 'security',
    sort: 'date',
    asTyped: true,
  });
  const answer = done({ total: 1, facets: { topic: [{ value: 'security', count: 1 }] } });
  await calls[0]?.answer(answer);
  expect(calls[1]?.request).toEqual({ kind: 'topic' });
  await calls[1]?.answer(
    done({ records: [{ address: 'topic/security', name: 'Security and trust' }] }),
  );
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'search',
    topicNames: new Map([['security', 'Security and trust']]),
  });
  go('#/search?q=6G');
  await calls[2]?.answer(answer);
  expect(calls).toHaveLength(3);
});

test('topics whose names cannot be had leave the results as they are', async () => {
  const { calls, screens } = open('#/search?q=a');
  await calls[0]?.answer(done({ facets: { topic: [{ value: 'security', count: 1 }] } }));
  await calls[1]?.answer(unreachable);
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'search', topicNames: new Map() });
});

test('a stop of a tour is asked for by its address, and the screen is the whole tour', async () => {
  const { calls, screens } = open('#/tour/security/3');
  expect(calls.map(({ method, request }) => [method, request])).toEqual([
    ['show', { address: 'tour/security#3' }],
  ]);
  await calls[0]?.answer(
    done({ kind: 'tour', address: 'tour/security', stop: 'tour/security#3', record: {} }),
  );
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'record',
    shown: { kind: 'tour', stop: 'tour/security#3' },
  });
});

test('a list asks for every record of its kind', async () => {
  const { calls, screens } = open('#/glossary?filter=slicing');
  expect(calls[0]?.request).toEqual({ kind: 'term' });
  await calls[0]?.answer(done({ records: [{ name: 'IMT' }] }));
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'list',
    place: { list: 'glossary', filter: 'slicing' },
    records: [{ name: 'IMT' }],
  });
});

test('a record that is not in the library is told with what was asked', async () => {
  const { calls, screens } = open('#/body/itu-t-sg-99');
  await calls[0]?.answer(failed('unknown-record', ''));
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'trouble',
    failure: { code: 'unknown-record' },
    asked: 'body/itu-t-sg-99',
  });
});

test('a place that is no address is told without a question', async () => {
  const { calls, screens } = open('#/nonsense');
  await Promise.resolve();
  expect(calls).toHaveLength(0);
  expect(screens.showing.value?.screen).toMatchObject({ failure: { code: 'malformed-address' } });
});
