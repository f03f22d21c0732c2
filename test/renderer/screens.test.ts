import { expect, test } from 'vitest';
import { done, failed } from '../../main/contract/failure.ts';
import { openScreens } from './opened-screens.ts';
import { unreachable } from './small-api.ts';

/** Whoever awaits something goes on before the test does. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const work = (address: string) => done({ kind: 'work', address, name: address });
const edition = (address: string) => done({ kind: 'edition', address });

test('nothing is shown before all of the data is there', async () => {
  const { calls, screens } = openScreens('#/');
  const answers: Readonly<Record<string, unknown>> = {
    catalogue: { editions: [] },
    about: { version: '1' },
    records: { records: [{}, {}] },
    news: { editions: [] },
  };
  const [last, ...others] = calls.toReversed();
  for (const { method, answer } of others) await answer(done(answers[method]));
  expect(screens.showing.value).toBeNull();
  await last?.answer(done(answers[last.method]));
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'home', topicCount: 2 });
});

test('the first screen does without what is only said besides', async () => {
  const { calls, screens } = openScreens('#/');
  for (const { method, answer } of calls)
    await answer(
      method === 'catalogue' || method === 'about' ? done({ editions: [] }) : unreachable,
    );
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'home', news: [], tours: [] });
});

test('the answer to a visit that was left again is dropped', async () => {
  const { calls, screens, go } = openScreens('#/a/b/1');
  go('#/a/b/2');
  await calls[1]?.answer(work('a/b/2'));
  await calls[0]?.answer(work('a/b/1'));
  expect(screens.showing.value?.screen).toMatchObject({ work: { address: 'a/b/2' } });
});

test('another section of an open edition needs no further answer', async () => {
  const { calls, screens, go } = openScreens('#/a/b/1@2020');
  await calls[0]?.answer(edition('a/b/1@2020'));
  go('#/a/b/1@2020/noting.b');
  await settled();
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'reader', target: 'noting.b' });
  expect(calls).toHaveLength(1);
});

test('an edition that is not here is answered by what is known of the work', async () => {
  const { calls, screens } = openScreens('#/a/b/1@2020');
  await calls[0]?.answer(failed('unknown-edition', ''));
  expect(calls[1]?.request).toEqual({ address: 'a/b/1' });
  await calls[1]?.answer(work('a/b/1'));
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'work', missingEdition: '2020' });
});

test('a failure becomes a screen that knows what was asked, and asking again may succeed', async () => {
  const { calls, screens } = openScreens('#/search?q=network&year=2024&from=20');
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
  const { calls, screens, go } = openScreens(
    '#/search?q=5G&topic=security&sort=date&as=typed&without=5G&words=all',
  );
  expect(calls[0]?.request).toEqual({
    query: '5G',
    limit: 20,
    offset: 0,
    topic: 'security',
    sort: 'date',
    asTyped: true,
    without: ['5G'],
    words: 'all',
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
  const { calls, screens } = openScreens('#/search?q=a');
  await calls[0]?.answer(done({ facets: { topic: [{ value: 'security', count: 1 }] } }));
  await calls[1]?.answer(unreachable);
  expect(screens.showing.value?.screen).toMatchObject({ kind: 'search', topicNames: new Map() });
});

test('a stop of a tour is asked for by its address, and the screen is the whole tour', async () => {
  const { calls, screens } = openScreens('#/tour/security/3');
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
  const { calls, screens } = openScreens('#/glossary?filter=slicing');
  expect(calls[0]?.request).toEqual({ kind: 'term' });
  await calls[0]?.answer(done({ records: [{ name: 'IMT' }] }));
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'list',
    place: { list: 'glossary', filter: 'slicing' },
    records: [{ name: 'IMT' }],
  });
});

const entryOf = (address: string) => ({
  address,
  kind: 'reference',
  work: null,
  name: address,
  title: '',
  also: [],
  topics: [],
});

test('the library is asked for part by part, and again only once it may have changed', async () => {
  const { calls, screens, go } = openScreens('#/library?filter=b');
  await calls[0]?.answer(done({ entries: [entryOf('a/b/1')], next: 'there', state: '1' }));
  expect(screens.showing.value).toBeNull();
  expect(calls[1]?.request).toEqual({ after: 'there' });
  await calls[1]?.answer(done({ entries: [entryOf('a/b/2')], next: null, state: '1' }));
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'library',
    place: { filter: 'b' },
    library: { size: 2 },
  });
  go('#/library');
  await calls[2]?.answer(done({ entries: [entryOf('a/b/1')], next: 'there', state: '1' }));
  expect(screens.showing.value?.screen).toMatchObject({ place: { filter: '' } });
  expect(calls).toHaveLength(3);
  go('#/library?filter=c');
  await calls[3]?.answer(done({ entries: [entryOf('a/b/1')], next: 'there', state: '2' }));
  expect(calls).toHaveLength(5);
});

test('a record that is not in the library is told with what was asked', async () => {
  const { calls, screens } = openScreens('#/body/itu-t-sg-99');
  await calls[0]?.answer(failed('unknown-record', ''));
  expect(screens.showing.value?.screen).toMatchObject({
    kind: 'trouble',
    failure: { code: 'unknown-record' },
    asked: 'body/itu-t-sg-99',
  });
});

test('a place that is no address is told without a question', async () => {
  const { calls, screens } = openScreens('#/nonsense');
  await settled();
  expect(calls).toHaveLength(0);
  expect(screens.showing.value?.screen).toMatchObject({ failure: { code: 'malformed-address' } });
});
