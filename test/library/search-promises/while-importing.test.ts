import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../../main/contract/api.ts';
import type { StructuredDocument } from '../../../main/contract/document.ts';
import type { WorkId } from '../../../main/contract/ids.ts';
import type { LibraryReader } from '../../../main/library/index.ts';
import { newer, older, other, provision, section } from '../../fixtures/documents.ts';
import { besideOwn } from '../../fixtures/library.ts';
import { slowly, turnsDuring } from '../../fixtures/slowly.ts';

/** A document of its own work in which every provision speaks of lamps. */
const ofLamps = (number: number): StructuredDocument => ({
  ...newer,
  identity: {
    ...newer.identity,
    work: `pp/resolution/${number}` as WorkId,
    body: 'pp',
    number: `${number}`,
    title: `Lamps of harbour ${number}`,
  },
  preface: [],
  annexes: [],
  terms: [],
  sections: [
    section(
      'noting',
      'noting',
      Array.from({ length: 40 }, (_none, at) =>
        provision('noting', `p${at + 1}`, `that lamp ${at} of the harbour ${number} is lit`),
      ),
    ),
  ],
});

const requests: readonly SearchRequest[] = [
  { query: 'lamp' },
  { query: 'lamp harbour -lit OR lit' },
  { query: '"lamp 7"' },
  { query: 'l* h*', sort: 'document' },
  { query: 'lamp', body: 'pp' },
];

async function answerOf(library: LibraryReader, request: SearchRequest) {
  const { total, facets, hits } = await library.search({ ...request, limit: 100, asTyped: true });
  return { total, facets, addresses: hits.map(({ address }) => address).toSorted() };
}

describe('search while an import writes', () => {
  test.each(requests)(
    '$query is answered as before a document came, or as after',
    async (request) => {
      const { library, add } = await besideOwn([other], [1, 2].map(ofLamps));
      const before = await answerOf(library, request);
      slowly();
      const searches: ReturnType<typeof answerOf>[] = [];
      const moments = [before];
      for (let number = 3; number < 6; number += 1) {
        searches.push(answerOf(library, request));
        for (let pause = 0; pause < number; pause += 1) await setImmediate();
        add(ofLamps(number));
        searches.push(answerOf(library, request));
      }
      const answers = await Promise.all(searches);
      const grown = await besideOwn([other], [1, 2].map(ofLamps));
      for (let number = 3; number < 6; number += 1) {
        grown.add(ofLamps(number));
        moments.push(await answerOf(grown.library, request));
      }
      for (const answer of answers) expect(moments).toContainEqual(answer);
      expect(await answerOf(library, request)).toEqual(moments.at(-1));
    },
  );

  test('others are answered in between', async () => {
    const { library } = await besideOwn([other], [1, 2].map(ofLamps));
    slowly();
    const searching = library.search({ query: 'l* h* t*' });
    expect(await turnsDuring(searching)).toBeGreaterThan(5);
    expect((await searching).total).toBeGreaterThan(0);
  });

  test('a search of one\u2019s own documents ends when a newer one takes its place', async () => {
    const { library } = await besideOwn([other], [1, 2].map(ofLamps));
    slowly();
    const call = { aborted: false };
    const searching = library.search({ query: 'lamp' }, { signal: call });
    await setImmediate();
    call.aborted = true;
    await expect(searching).rejects.toThrow('called off');
  });
});

describe('what several editions of one\u2019s own documents say alike', () => {
  test('is one hit of the newest, which says where else it stands', async () => {
    const { library } = await besideOwn([other], [older, newer]);
    const { hits, total, facets } = await library.search({ query: 'network of lamps' });
    expect(hits.map(({ address }) => address)).toEqual(['wtsa/resolution/7@2024#considering.b']);
    expect(hits[0]?.also.map(({ address }) => address)).toEqual([
      'wtsa/resolution/7@2016#considering.a',
    ]);
    expect(total).toBe(1);
    expect(facets.year).toEqual([
      { value: '2016', count: 1 },
      { value: '2024', count: 1 },
    ]);
  });

  test('is told anew when the newest comes later, or is replaced by one that says something else', async () => {
    const { library, add } = await besideOwn([other], [newer]);
    add(older);
    const also = async () =>
      (await library.search({ query: 'network of lamps' })).hits.map((hit) =>
        [hit, ...hit.also].map(({ address }) => address),
      );
    expect(await also()).toHaveLength(1);
    add({
      ...newer,
      sections: [
        section('considering', 'considering', [provision('considering', 'b', 'that buoys float')]),
      ],
    });
    expect(await also()).toEqual([['wtsa/resolution/7@2016#considering.a']]);
  });
});
