import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../main/contract/api.ts';
import type { StructuredDocument } from '../../main/contract/document.ts';
import { documentOf, newer, provision, section } from '../fixtures/documents.ts';
import { smallLibrary } from '../fixtures/library.ts';

/** What a query finds in the three small documents: the addresses, best first. */
async function find(query: string, filters: Partial<SearchRequest> = {}): Promise<string[]> {
  const library = await smallLibrary();
  const { hits } = await library.search({ query, ...filters });
  return hits.map(({ address }) => address);
}

/** As `documentOf`, the edition of a year. */
const editionOf = (year: number, texts: readonly string[]): StructuredDocument => ({
  ...documentOf(texts),
  identity: { ...newer.identity, edition: `${year}`, year },
});

const slicing = 'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1.i';
const lamp = 'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1.ii';
const shines = 'wtsa/resolution/7@2024#considering.a';
const growsNew = 'wtsa/resolution/7@2024#considering.b';
const growsOld = 'wtsa/resolution/7@2016#considering.a';
const sleepResolved = 'wtsa/resolution/7@2016#resolves.p1';
const sleepConsidered = 'wtsa/resolution/7@2016#considering.b';

describe('the language of search', () => {
  test('all words must be there', async () => {
    const library = await smallLibrary();
    const { hits, notes } = await library.search({ query: 'network slicing' });
    expect(hits.map(({ address }) => address)).toEqual([slicing]);
    expect(notes).toEqual([]);
  });

  test('words that are nowhere together find what has some of them, and a note says so', async () => {
    const library = await smallLibrary();
    const { hits, notes, nothing } = await library.search({ query: 'slicing harbours' });
    const found = hits.map(({ address }) => address);
    expect(found).toContain(slicing);
    expect(found).toContain('wtsa/resolution/7@2024#annex-1.p1');
    expect(notes).toMatchObject([{ code: 'relaxed', detail: 'slicing harbours' }]);
    expect(nothing).toBeNull();
  });

  test('words are found in other inflections', async () => {
    expect(await find('slices networks')).toEqual([slicing]);
  });

  test('a phrase wants its words together and in order', async () => {
    expect(await find('"network of lamps"')).toEqual([growsNew]);
    expect(await find('"lamps of network"')).toEqual([]);
  });

  test('curly quotation marks make a phrase too', async () => {
    expect(await find('\u201cnetwork of lamps\u201d')).toEqual([growsNew]);
  });

  test('a star stands for the rest of a word, stemmed or not', async () => {
    expect(await find('standardiz*', { section: 'instructs' })).toEqual([lamp]);
    expect(await find('sli*')).toEqual([slicing]);
    expect(await find('zz*')).toEqual([]);
  });

  test('a minus leaves out what holds the word', async () => {
    expect(await find('network -slicing')).toEqual([growsNew]);
    expect(await find('network -"of lamps"')).toEqual([slicing]);
  });

  test('OR gives what either side finds, each side whole', async () => {
    expect((await find('network slicing OR keepers')).toSorted()).toEqual(
      [slicing, sleepResolved, sleepConsidered].toSorted(),
    );
  });

  test('"or" in small letters is a word, and need not be there', async () => {
    expect(await find('slicing or network')).toEqual([slicing]);
  });

  test.each(['IMT-2020', 'IMT\u20112020', 'imt 2020', 'IMT2020', '"imt-2020"', 'IMT-20*'])(
    'IMT\u20112020 is found as "%s"',
    async (typed) => {
      expect(await find(typed)).toEqual([shines]);
    },
  );

  test.each(['ITU-T', 'ITU\u2011T', 'itu t'])(
    'ITU\u2011T in a heading is found as "%s"',
    async (typed) => {
      expect((await find(`${typed} slicing`))[0]).toBe(slicing);
    },
  );

  test('diacritics make no difference', async () => {
    const address = 'wtdc/resolution/30@2017#invites-member-states.p1';
    expect(await find('reseaux')).toEqual([address]);
    expect(await find('R\u00c9SEAUX')).toEqual([address]);
  });

  test('words of a footnote find its provision, and are shown', async () => {
    const library = await smallLibrary();
    const [hit] = (await library.search({ query: '"small islands"' })).hits;
    expect(hit).toMatchObject({ address: shines, snippet: 'These include small islands.' });
  });

  test('a title is a hit of its own, the edition, without heading and label', async () => {
    const library = await smallLibrary();
    const [hit] = (await library.search({ query: 'harbour lights' })).hits;
    expect(hit).toMatchObject({
      address: 'wtdc/resolution/30@2017',
      title: 'Harbour lights',
      heading: '',
      label: '',
      snippet: 'Harbour lights',
    });
  });

  test('the printed name of an edition finds it', async () => {
    expect(await find('"Resolution 30"')).toEqual(['wtdc/resolution/30@2017']);
  });
});

describe('a query that cannot be read', () => {
  test.each([
    'network "slicing',
    'OR network slicing',
    'network slicing OR',
    'network OR OR slicing',
    'network"slicing"',
  ])('%s is read as plain words, and a note says so', async (query) => {
    const library = await smallLibrary();
    const answer = await library.search({ query });
    expect(answer.notes.map(({ code }) => code)).toEqual(['read-as-plain-words']);
  });

  test('with a quotation mark too many still finds its words', async () => {
    expect(await find('network "slicing')).toEqual([slicing]);
  });

  test.each(['', '   ', '\u2014', '""', '*', '- -'])(
    'without a word ("%s") finds nothing, and says so',
    async (query) => {
      const library = await smallLibrary();
      expect(await library.search({ query })).toMatchObject({
        total: 0,
        hits: [],
        notes: [{ code: 'no-words' }],
      });
    },
  );

  test('that is very long is shortened, and a note says so', async () => {
    const library = await smallLibrary();
    const long = 'network '.repeat(1000);
    const { notes } = await library.search({ query: long });
    expect(notes.map(({ code }) => code)).toEqual(['query-shortened']);
    const terse = await library.search({ query: `${long}-lamp`, words: 'all' });
    expect(terse.notes.map(({ code }) => code)).toEqual(['query-shortened']);
  });

  test('is never an error, whatever the string', async () => {
    const library = await smallLibrary();
    const pieces = fc.constantFrom(
      'network',
      'OR',
      'AND',
      'NOT',
      'NEAR(',
      '"',
      '*',
      '-',
      '^',
      ':',
      '(',
      ')',
      ' ',
      '\0',
      "'",
      'text:',
      '\u2011',
    );
    const strings = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(strings, async (query) => {
        const answer = await library.search({ query });
        expect(answer.query).toBe(query);
        expect(answer.hits.length).toBeLessThanOrEqual(answer.total);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an answer', () => {
  test('puts operative provisions before preambular ones that say the same', async () => {
    expect(await find('keepers sleep')).toEqual([sleepResolved, sleepConsidered]);
  });

  test('folds what several editions say alike into the newest, and says where else it stands', async () => {
    const library = await smallLibrary();
    const { hits, total, facets } = await library.search({ query: 'network grows' });
    expect(total).toBe(1);
    expect(hits).toMatchObject([
      {
        address: growsNew,
        also: [{ address: growsOld, name: 'Resolution 7 (Hammamet, 2016)', year: 2016 }],
      },
    ]);
    // Each year is counted, since choosing it gives the provision; the rest once.
    expect(facets.year).toEqual([
      { value: '2016', count: 1 },
      { value: '2024', count: 1 },
    ]);
    expect(facets.type).toEqual([{ value: 'resolution', count: 1 }]);
  });

  test('shows an older edition where the newer one is not looked for', async () => {
    expect(await find('network grows', { year: 2016 })).toEqual([growsOld]);
  });

  test('folds what is nearly the same at the same place, and not what is different', async () => {
    const words = 'that developing countries need help to plan the move to new networks and lamps';
    const library = await smallLibrary([
      editionOf(2016, [words, 'that lamps need oil and developing countries need lamps at night']),
      editionOf(2024, [words.replace('help', 'assistance'), 'that lamps need no oil at all']),
    ]);
    const { hits, total } = await library.search({ query: 'lamps need' });
    expect(total).toBe(3);
    expect(hits.flatMap(({ also }) => also.map(({ address }) => address))).toEqual([
      'wtsa/resolution/7@2016#considering.p1',
    ]);
  });

  test('puts what stands under a heading before what only mentions its words', async () => {
    const library = await smallLibrary([
      {
        ...newer,
        sections: [
          ...newer.sections,
          section('resolves', 'resolves', [
            provision('resolves', 'p1', 'that Study Group 13 keeps the lamps'),
          ]),
        ],
      },
    ]);
    const { hits } = await library.search({ query: 'Study Group 13' });
    const found = hits.map(({ address }) => address);
    expect(found).toHaveLength(4);
    expect(found.at(-1)).toBe('wtsa/resolution/7@2024#resolves.p1');
  });

  test('has scores that never rise', async () => {
    const library = await smallLibrary();
    const { hits } = await library.search({ query: 'that OR the OR network' });
    const scores = hits.map(({ score }) => score);
    expect(scores.length).toBeGreaterThan(3);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  test('says what is printed at the place of each hit', async () => {
    const library = await smallLibrary();
    expect((await library.search({ query: 'slicing' })).hits[0]).toMatchObject({
      address: slicing,
      name: 'Resolution 7 (New Delhi, 2024)',
      title: 'Lighthouses of the ITU Telecommunication Standardization Sector',
      heading: 'instructs Study Group 13 of ITU\u2011T, with the Advisory Group',
      label: 'i',
      snippet: 'network slicing for lighthouses;',
      marks: [[8, 15]],
    });
  });

  test('counts all matches and their facets, however few are shown', async () => {
    const library = await smallLibrary();
    const answer = await library.search({ query: 'network OR keepers OR lit', limit: 1 });
    expect(answer.hits).toHaveLength(1);
    expect(answer.total).toBe(5);
    expect(answer.facets).toEqual({
      type: [{ value: 'resolution', count: 5 }],
      body: [
        { value: 'wtsa', count: 4 },
        { value: 'wtdc', count: 1 },
      ],
      year: [
        { value: '2016', count: 3 },
        { value: '2024', count: 2 },
        { value: '2017', count: 1 },
      ],
      section: [
        { value: 'considering', count: 2 },
        { value: 'instructs', count: 1 },
        { value: 'invites', count: 1 },
        { value: 'resolves', count: 1 },
      ],
      actor: [
        { value: 'itu-t-sg-13', count: 1 },
        { value: 'member-states', count: 1 },
      ],
      topic: [],
      lang: [{ value: 'en', count: 5 }],
      has: [],
    });
  });

  test('is cut into pages that miss nothing and repeat nothing', async () => {
    const library = await smallLibrary();
    const query = 'network OR keepers OR lamp OR lit';
    const all = (await library.search({ query })).hits.map(({ address }) => address);
    const pages = await Promise.all(
      all.map((_, offset) => library.search({ query, limit: 1, offset })),
    );
    expect(pages.map(({ hits }) => hits[0]!.address)).toEqual(all);
    expect((await library.search({ query, offset: all.length })).hits).toEqual([]);
  });

  test.each<[string, Partial<SearchRequest>, string[]]>([
    [
      'the body',
      { body: 'wtdc' },
      ['wtdc/resolution/30@2017#recalling.a', 'wtdc/resolution/30@2017#recalling.b'],
    ],
    ['the year', { year: 2024 }, ['wtsa/resolution/7@2024']],
    ['the type', { type: 'recommendation' }, []],
  ])('is narrowed by %s', async (_what, filters, expected) => {
    expect((await find('"resolution 7"', filters)).toSorted()).toEqual(expected);
  });

  test('is narrowed by the kind of a section, by its address, and by the actor spoken to', async () => {
    expect(await find('network', { section: 'instructs' })).toEqual([slicing]);
    expect(await find('network', { section: 'instructs-itu-t-sg-13' })).toEqual([slicing]);
    expect(await find('network', { actor: 'itu-t-sg-13' })).toEqual([slicing]);
    expect(await find('network', { actor: 'tsag' })).toEqual([]);
  });

  test('to filters alone is everything that they let through, in document order', async () => {
    expect(await find('', { section: 'instructs' })).toEqual([
      'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1',
      slicing,
      lamp,
    ]);
  });
});

describe('a snippet', () => {
  test('shows the part of a long text where the words are', async () => {
    const library = await smallLibrary([
      documentOf([`${'quiet sea '.repeat(80)}a beacon burns ${'quiet sea '.repeat(80)}`]),
    ]);
    const [hit] = (await library.search({ query: 'beacon' })).hits;
    const [start, end] = hit!.marks[0]!;
    expect(hit!.snippet.slice(start, end)).toBe('beacon');
    expect(hit!.snippet).toMatch(/^\u2026.*\u2026$/);
    expect(hit!.snippet.length).toBeLessThan(260);
  });

  test('marks words by UTF-16 offsets, beyond the basic plane too', async () => {
    const library = await smallLibrary([documentOf(['\u{1f5fc}\u{1f5fc} beacon'])]);
    expect((await library.search({ query: 'beacon' })).hits[0]!.marks).toEqual([[5, 11]]);
  });

  test('always has marks that lie within it, one after the other', async () => {
    const word = fc.constantFrom(
      'beacon',
      'sea',
      'lamp',
      '\u{1f5fc}',
      'IMT\u20112020',
      '\ufdd0',
      '\ufdd1',
      'x'.repeat(90),
    );
    const text = fc.array(word, { minLength: 1, maxLength: 120 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const library = await smallLibrary([documentOf(texts)]);
        const { hits } = await library.search({ query: 'beacon OR "imt 2020"' });
        for (const hit of hits) {
          let last = 0;
          for (const [start, end] of hit.marks) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(hit.snippet.slice(start, end)).toMatch(/beacon|IMT\u20112020/);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(hit.snippet.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});
