import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../main/contract/api.ts';
import type { Provision, StructuredDocument } from '../../main/contract/document.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import type { LibraryReader } from '../../main/library/index.ts';
import { edition, other, provision } from '../fixtures/documents.ts';
import { besideOwn, smallLibrary } from '../fixtures/library.ts';
import { keeper, lamp, requestsOfLamps } from '../fixtures/lamps.ts';
import { slowly, turnsDuring } from '../fixtures/slowly.ts';

const buoy = 'that a buoy floats';

/** A first provision that has more than its text. */
const first = (text: string, more: Partial<Provision>): Provision =>
  provision('considering', 'p1', text, more);

const at = (year: number, place: number): string =>
  `wtsa/resolution/7@${year}#considering.p${place}`;

/** What is found, each hit with what is shown with it. */
async function found(library: LibraryReader, request: string | SearchRequest): Promise<string[][]> {
  const asked = typeof request === 'string' ? { query: request } : request;
  const { hits, total } = await library.search({ limit: 100, ...asked });
  expect(total).toBe(hits.length);
  return hits.map((hit) => [hit, ...hit.also].map(({ address }) => address));
}

/** All of an answer but scores, whose libraries do not count: which hits, what they are shown with, and every number. */
async function answerOf(library: LibraryReader, request: SearchRequest) {
  const { total, facets, notes, nothing, hits } = await library.search({ limit: 100, ...request });
  const shown = hits
    .map(({ score: _score, isOwn: _isOwn, ...hit }) => hit)
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return { total, facets, notes, nothing, shown };
}

describe('what a bundled and an imported edition say alike', () => {
  test('is one hit of the newest, which says where else it stands', async () => {
    const { library } = await besideOwn(
      [edition(2024, [lamp]), edition(2016, [lamp])],
      [edition(2022, [lamp])],
    );
    expect(await found(library, 'network')).toEqual([[at(2024, 1), at(2022, 1), at(2016, 1)]]);
    const [hit] = (await library.search({ query: 'network' })).hits;
    expect(hit?.also.map(({ name }) => name)).toEqual([
      'Resolution 7 (Place of 2022, 2022)',
      'Resolution 7 (Place of 2016, 2016)',
    ]);
  });

  test('is a hit of the imported edition where that is the newest', async () => {
    const { library } = await besideOwn(
      [edition(2024, [lamp]), edition(2016, [lamp])],
      [edition(2028, [lamp])],
    );
    expect(await found(library, 'network')).toEqual([[at(2028, 1), at(2024, 1), at(2016, 1)]]);
    const [hit] = (await library.search({ query: 'network' })).hits;
    expect(hit?.isOwn).toBe(true);
  });

  test('may be said in nearly the same words', async () => {
    const { library } = await besideOwn(
      [edition(2024, [lamp])],
      [edition(2022, [lamp.replace('every', 'each')])],
    );
    expect(await found(library, 'network')).toEqual([[at(2024, 1), at(2022, 1)]]);
  });

  test('is found by its other words alone, too', async () => {
    const { library } = await besideOwn(
      [edition(2024, [lamp])],
      [edition(2022, [lamp.replace('region', 'coast')])],
    );
    expect(await found(library, 'harbour region')).toEqual([[at(2024, 1)]]);
    expect(await found(library, 'harbour coast')).toEqual([[at(2022, 1)]]);
  });

  test('stays several hits where each says something else, or is of another work', async () => {
    const { library } = await besideOwn(
      [edition(2024, [lamp]), edition(2024, [buoy], 8)],
      [edition(2022, ['that the network of roads is old', buoy]), edition(2022, [lamp], 9)],
    );
    expect((await found(library, 'network')).every(({ length }) => length === 1)).toBe(true);
    expect(await found(library, 'network')).toHaveLength(3);
    expect(await found(library, 'buoy')).toHaveLength(2);
  });

  test('is shown alone where only one of the editions passes the filters', async () => {
    const { library } = await besideOwn([edition(2024, [lamp])], [edition(2022, [lamp])]);
    expect(await found(library, { query: 'network', year: 2022 })).toEqual([[at(2022, 1)]]);
    expect(await found(library, 'network -year:2022')).toEqual([[at(2024, 1)]]);
  });

  test('is what it is named for, where its address was typed', async () => {
    const { library } = await besideOwn([edition(2024, [lamp])], [edition(2022, [lamp])]);
    const named = { things: [at(2022, 1)], works: [], actors: [] };
    const { hits } = await library.search({ query: 'network' }, { named });
    expect(hits.map(({ address }) => address)).toEqual([at(2022, 1), at(2024, 1)]);
  });

  test('twice in one edition is two things of it', async () => {
    const { library } = await besideOwn(
      [edition(2024, [lamp, lamp])],
      [edition(2022, [lamp, lamp])],
    );
    expect((await found(library, 'network')).map(({ length }) => length)).toEqual([2, 2]);
  });

  test('is not said to stand again in an edition that both hold', async () => {
    const both = edition(2024, [lamp]);
    const { library } = await besideOwn([both], [both]);
    expect(await found(library, 'network')).toEqual([[at(2024, 1)]]);
    const more = await besideOwn([both], [both, edition(2022, [lamp])]);
    expect(await found(more.library, 'network')).toEqual([[at(2024, 1), at(2022, 1)]]);
  });

  test('is counted once, and leads there by whatever any of the editions has', async () => {
    const footnotes = [{ mark: '1', text: 'At sea.', at: 3 }];
    const citations = [
      { start: 0, end: 4, text: 'that', work: 'wtsa/resolution/1' as WorkId, edition: null },
    ];
    const { library } = await besideOwn(
      [edition(2024, [lamp]), edition(2016, [first(lamp, { footnotes })])],
      [edition(2022, [first(lamp, { citations })])],
    );
    const { total, facets } = await library.search({ query: 'network' });
    expect(total).toBe(1);
    expect(facets.type).toEqual([{ value: 'resolution', count: 1 }]);
    expect(facets.year).toEqual(['2016', '2022', '2024'].map((value) => ({ value, count: 1 })));
    expect(facets.has).toEqual(['citation', 'footnote'].map((value) => ({ value, count: 1 })));
    for (const [name, values] of Object.entries(facets))
      for (const { value, count } of values) {
        const narrowed = await library.search({
          query: 'network',
          [name]: name === 'year' ? Number(value) : value,
        });
        expect(narrowed.total, `${name} ${value}`).toBe(count);
      }
  });

  test('is counted once for what several of them have and the newest has not', async () => {
    const footnotes = [{ mark: '1', text: 'At sea.', at: 3 }];
    const { library } = await besideOwn(
      [edition(2024, [lamp]), edition(2016, [first(lamp, { footnotes })])],
      [edition(2022, [first(lamp, { footnotes })])],
    );
    const { facets } = await library.search({ query: 'network' });
    expect(facets.has).toEqual([{ value: 'footnote', count: 1 }]);
  });

  test('is told anew when an edition is imported, or replaced by one that says something else', async () => {
    const { library, add } = await besideOwn([edition(2024, [lamp])], []);
    expect(await found(library, 'network')).toEqual([[at(2024, 1)]]);
    add(edition(2022, [keeper, lamp]));
    expect(await found(library, 'network')).toEqual([[at(2024, 1), at(2022, 2)]]);
    add(edition(2022, [buoy, lamp.replace('in every harbour of', 'but not at all in')]));
    expect(await found(library, 'network')).toEqual([[at(2024, 1)], [at(2022, 2)]]);
    add(edition(2022, [lamp, keeper]));
    expect(await found(library, 'network')).toEqual([[at(2024, 1), at(2022, 1)]]);
  });
});

/** Numbers that look random and are the same each time. */
function* numbersBelow(most: number, seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) yield state % most;
}

describe('several editions of several works, some bundled and some imported', () => {
  const sayings = [
    lamp,
    lamp.replace('every', 'each'),
    lamp.replace('the region', 'a region'),
    keeper,
    keeper.replace('slowly', 'at night'),
    keeper.replace('old', 'new'),
    buoy,
    'that a buoy floats at night',
    'that nets dry',
  ];
  const editions = (seed: number): StructuredDocument[] => {
    const next = numbersBelow(sayings.length, seed);
    const texts = (): string[] =>
      Array.from({ length: 4 + (next.next().value % 4) }, () => sayings[next.next().value] ?? '');
    return [7, 8, 9].flatMap((number) =>
      [2012, 2016, 2022, 2024].map((year) => edition(year, texts(), number)),
    );
  };

  test.each([1, 2, 3, 4, 5, 6])(
    'are found, folded and counted as in one library of all (%i)',
    async (seed) => {
      const all = editions(seed);
      const isImported = numbersBelow(2, seed * 7919 + 11);
      const parted = all.map((document) => ({ document, isOwn: isImported.next().value === 1 }));
      const of = (own: boolean) =>
        parted.flatMap(({ document, isOwn }) => (isOwn === own ? [document] : []));
      const { library } = await besideOwn([other, ...of(false)], of(true));
      const one = await smallLibrary([other, ...all]);
      for (const request of requestsOfLamps)
        expect(await answerOf(library, request), `${JSON.stringify(request)}`).toEqual(
          await answerOf(one, request),
        );
    },
  );

  test.each(['relevance', 'date', 'document'] as const)(
    'in the order of %s are cut into pages that miss nothing and repeat nothing',
    async (sort) => {
      const all = editions(3);
      const { library } = await besideOwn(all.slice(0, 6), all.slice(4));
      for (const query of ['lamp', 'keepers sleep slowly lamps', 'night OR nets']) {
        const whole = await library.search({ query, sort, limit: 100 });
        const pages: string[] = [];
        for (let offset = 0; offset < whole.total; offset += 3) {
          const page = await library.search({ query, sort, limit: 3, offset });
          expect(page.total).toBe(whole.total);
          expect(page.facets).toEqual(whole.facets);
          pages.push(...page.hits.map(({ address }) => address));
        }
        expect(pages).toEqual(whole.hits.map(({ address }) => address));
      }
    },
  );

  test('are answered as before an import, or as after it', async () => {
    const all = editions(5);
    const [earlier = all, later = all] = [all.slice(0, 6), all.slice(6)];
    const { library, add } = await besideOwn(earlier, []);
    const expected = await besideOwn(earlier, []);
    const request = { query: 'lamp OR night' };
    const moments = [await answerOf(expected.library, request)];
    for (const document of later) {
      expected.add(document);
      moments.push(await answerOf(expected.library, request));
    }
    slowly();
    const answers: ReturnType<typeof answerOf>[] = [];
    for (const [pauses, document] of later.entries()) {
      answers.push(answerOf(library, request));
      for (let pause = 0; pause < 3 * pauses; pause += 1) await setImmediate();
      add(document);
    }
    for (const answer of await Promise.all(answers)) expect(moments).toContainEqual(answer);
    expect(await answerOf(library, request)).toEqual(moments.at(-1));
  });

  test('are compared in short stretches, between which others are answered', async () => {
    const texts = Array.from({ length: 400 }, (_none, number) => `${lamp} of the number ${number}`);
    const { library } = await besideOwn([edition(2024, texts)], [edition(2022, texts)]);
    slowly();
    const searching = library.search({ query: 'number' });
    // At the least once for each provision that is compared.
    expect(await turnsDuring(searching)).toBeGreaterThan(texts.length);
    expect((await searching).total).toBe(texts.length);
  });
});
