import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../main/contract/api.ts';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import type { LibraryReader } from '../../main/library/index.ts';
import { newer, older, other, provision, section } from '../fixtures/documents.ts';
import { besideOwn, smallLibrary } from '../fixtures/library.ts';
import { prose, records, sg13, term, tour, y3101 } from '../fixtures/records.ts';

const library = (): Promise<LibraryReader> => smallLibrary(undefined, records);

async function find(query: string, filters: Partial<SearchRequest> = {}): Promise<string[]> {
  const { hits } = await (await library()).search({ query, ...filters });
  return hits.map(({ address }) => address);
}

const echo = (address: string, text: string) => ({
  ...term,
  address: address as typeof term.address,
  term: text,
  abbreviation: null,
  synonyms: [],
  definition: prose(text),
});

describe('search in records', () => {
  test.each([
    ['the title of a reference', 'gas mantles', 'itu-t/recommendation/y.3101'],
    ['its text', 'mantle glows', 'itu-t/recommendation/y.3101'],
    ['the mandate of a body', 'towers wicks', 'body/itu-t-sg-13'],
    ['the part of a body in IMT', 'keeps the roadmap', 'body/itu-t-sg-13'],
    ['the lead of a handbook', 'new keepers', 'handbook/keeping-a-light'],
    ['the text of a chapter', 'vinegar', 'handbook/keeping-a-light#glass'],
    ['the lead of a tour', 'good shoes', 'tour/harbour-walk'],
    ['the notes of a stop', 'bollard', 'tour/harbour-walk#1'],
    ['the question of a stop', '"do you sleep"', 'tour/harbour-walk#2'],
    ['a definition', 'sailors from afar', 'term/lmp'],
    ['what people say instead of a term', 'beacon', 'term/lmp'],
    ['a meeting', 'WTSA-24', 'meeting/wtsa-24'],
    ['the lead of a topic', 'everything that glows', 'topic/light'],
  ])('%s is found', async (_what, query, address) => {
    expect((await find(query))[0]).toBe(address);
  });

  test('gives hits that say what they are', async () => {
    const [stop] = (await (await library()).search({ query: 'bollard' })).hits;
    expect(stop).toMatchObject({
      kind: 'stop',
      name: '1. Where lamps shine',
      title: 'Where lamps shine',
      heading: 'A walk round the harbour',
      label: '',
      snippet: expect.stringMatching(/^Stand by the bollard\./) as string,
      marks: [[13, 20]],
      isOwn: false,
    });
    const [chapter] = (await (await library()).search({ query: 'vinegar' })).hits;
    expect(chapter).toMatchObject({ kind: 'chapter', heading: 'Keeping a light' });
    const [reference] = (await (await library()).search({ query: 'gas mantles' })).hits;
    expect(reference).toMatchObject({ kind: 'reference', name: y3101.name, title: y3101.title });
    const kinds = (await (await library()).search({ query: 'lamps', limit: 100 })).hits;
    expect(new Set(kinds.map(({ kind }) => kind))).toContain('provision');
    const [title] = (await (await library()).search({ query: 'harbour lights' })).hits;
    expect(title).toMatchObject({ kind: 'edition', address: 'wtdc/resolution/30@2017' });
  });

  test('counts them by type, body and year, and leaves out what a kind does not have', async () => {
    const { total, facets } = await (
      await library()
    ).search({ query: 'lamp OR lamps', type: 'tour' });
    expect({ total, facets }).toEqual({
      total: 1,
      facets: {
        type: [{ value: 'tour', count: 1 }],
        body: [],
        year: [],
        section: [],
        actor: [],
        topic: [],
        lang: [{ value: 'en', count: 1 }],
        has: [],
      },
    });
    const mantle = await (await library()).search({ query: 'mantle' });
    expect(mantle.facets.type.toSorted((a, b) => (a.value < b.value ? -1 : 1))).toEqual([
      { value: 'body', count: 1 },
      { value: 'recommendation', count: 1 },
      { value: 'tour', count: 1 },
    ]);
    expect(mantle.facets.body).toEqual([{ value: 'itu-t', count: 2 }]);
    expect(mantle.facets.year).toEqual([{ value: '2018', count: 1 }]);
  });

  test.each<[string, Partial<SearchRequest>, string[]]>([
    ['the type of a work', { type: 'recommendation' }, ['itu-t/recommendation/y.3101']],
    ['bodies', { type: 'body' }, ['body/itu-t-sg-13', 'body/wtsa']],
    [
      'handbooks and their chapters',
      { type: 'handbook' },
      [
        'handbook/keeping-a-light',
        'handbook/keeping-a-light#glass',
        'handbook/keeping-a-light#oil',
      ],
    ],
    [
      'tours and their stops',
      { type: 'tour' },
      ['tour/harbour-walk', 'tour/harbour-walk#1', 'tour/harbour-walk#2'],
    ],
    ['terms', { type: 'term' }, ['term/lmp']],
    ['topics', { type: 'topic' }, ['topic/light']],
    ['the year of a meeting', { type: 'meeting', year: 2024 }, ['meeting/wtsa-24']],
    ['the newest edition known', { type: 'resolution', year: 2027 }, ['ra/resolution/56']],
    ['a Sector', { type: 'body', body: 'itu-t' }, ['body/itu-t-sg-13']],
    ['a body without Sector by its own slug', { type: 'body', body: 'wtsa' }, ['body/wtsa']],
    ['the body that met', { type: 'meeting', body: 'wtsa' }, ['meeting/wtsa-24']],
  ])('is narrowed to %s', async (_what, filters, expected) => {
    expect((await find('', filters)).toSorted()).toEqual(expected);
  });

  test('puts what the query names first, whatever its words, then what cites that, then the words', async () => {
    const reader = await library();
    const { hits, total } = await reader.search(
      { query: 'lighthouses', limit: 100 },
      {
        named: {
          things: ['wtsa/resolution/7@2016', 'wtsa/resolution/7'],
          works: ['wtsa/resolution/7'],
          actors: [],
        },
      },
    );
    expect(hits.slice(0, 4).map(({ address, because }) => [because, address])).toEqual([
      ['named', 'wtsa/resolution/7@2016'],
      ['named', 'wtsa/resolution/7'],
      ['cites', 'wtdc/resolution/30@2017#recalling.a'],
      ['cites', 'wtdc/resolution/30@2017#recalling.b'],
    ]);
    expect(new Set(hits.slice(4).map(({ because }) => because))).toEqual(new Set(['words']));
    expect(new Set(hits.map(({ address }) => address)).size).toBe(total);
  });

  test('puts a section that is named first, and what speaks to a body that is', async () => {
    const reader = await library();
    const inSection = await reader.search(
      { query: 'x' },
      {
        named: {
          things: ['wtsa/resolution/7@2024#instructs-itu-t-sg-13'],
          works: [],
          actors: [],
        },
      },
    );
    expect(inSection.hits.map(({ address }) => address)).toEqual([
      'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1',
      'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1.i',
      'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1.ii',
    ]);
    const { hits } = await reader.search(
      { query: 'x' },
      { named: { things: ['body/itu-t-sg-13'], works: [], actors: ['itu-t-sg-13'] } },
    );
    expect(hits.map(({ because }) => because)).toEqual(['named', 'cites', 'cites', 'cites']);
  });

  test('puts the provision before the records that say the same', async () => {
    const reader = await smallLibrary(undefined, [
      ...records,
      echo('term/one', 'network slicing for lighthouses'),
      echo('term/two', 'network slicing'),
      {
        ...tour,
        address: 'tour/slicing' as typeof tour.address,
        title: 'Network slicing',
        stops: [],
      },
    ]);
    const [first] = (await reader.search({ query: 'network slicing' })).hits;
    expect(first?.address).toBe('wtsa/resolution/7@2024#instructs-itu-t-sg-13.1.i');
  });

  test('is cut into pages that miss nothing and repeat nothing', async () => {
    const reader = await library();
    const query = 'lamp OR keepers OR mantle';
    const { hits: all } = await reader.search({ query, limit: 100 });
    const pages = await Promise.all(
      all.map((_hit, offset) => reader.search({ query, limit: 1, offset })),
    );
    expect(pages.map(({ hits }) => hits[0])).toEqual(all);
  });
});

const suggest = async (typed: string): Promise<string[]> =>
  (await (await library()).suggest(typed, 8)).map(({ kind, address }) => `${kind} ${address}`);

describe('suggestions of records', () => {
  test.each([
    ['Recommendation ITU-T Y.3', 'reference itu-t/recommendation/y.3101'],
    ['y.3101', 'reference itu-t/recommendation/y.3101'],
    ['requirements of gas', 'reference itu-t/recommendation/y.3101'],
    ['WTSA', 'body body/wtsa'],
    ['world tele', 'body body/wtsa'],
    ['lmp', 'term term/lmp'],
    ['lamp of the mar', 'term term/lmp'],
    ['night la', 'term term/lmp'],
    ['keeping', 'handbook handbook/keeping-a-light'],
    ['cleaning', 'chapter handbook/keeping-a-light#glass'],
    ['a walk', 'tour tour/harbour-walk'],
    ['wtsa-24', 'meeting meeting/wtsa-24'],
    ['light and', 'topic topic/light'],
  ])('"%s" gives %s', async (typed, expected) => {
    expect((await suggest(typed))[0]).toBe(expected);
  });

  test('a study group is given as whom resolutions speak to, and as a body', async () => {
    expect(await suggest('sg13')).toEqual([
      'actor wtsa/resolution/7@2024#instructs-itu-t-sg-13',
      'body body/itu-t-sg-13',
      ...(await suggest('sg13')).slice(2),
    ]);
  });

  test('a work is given once: as its record, or as its editions where its text is here', async () => {
    expect((await suggest('56')).filter((each) => each.includes('ra/resolution'))).toEqual([
      'reference ra/resolution/56',
    ]);
    const kinds = (await suggest('resolution 7')).map((each) => each.split(' ')[0]);
    expect(kinds).not.toContain('reference');
    expect(kinds.slice(0, 2)).toEqual(['edition', 'edition']);
  });
});

describe('records beside a person\u2019s own library', () => {
  const imported: StructuredDocument = {
    ...other,
    identity: {
      ...other.identity,
      work: 'itu-t/recommendation/y.3101' as WorkId,
      edition: '2018',
      body: 'itu-t',
      type: 'recommendation',
      number: 'Y.3101',
      year: 2018,
      title: 'Gas mantles',
    },
    sections: [
      section('considering', 'considering', [
        provision('considering', 'a', 'that mantles glow (see Resolution 56)', {
          citations: [
            {
              start: 23,
              end: 36,
              text: 'Resolution 56',
              work: 'ra/resolution/56' as WorkId,
              edition: null,
            },
          ],
        }),
      ]),
    ],
  };

  const withOwn = async (): Promise<LibraryReader> =>
    (await besideOwn([other, older, newer], [imported], records)).library;

  test('are found together with what was imported', async () => {
    const { hits, total } = await (await withOwn()).search({ query: 'mantles' });
    expect(hits.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        'itu-t/recommendation/y.3101@2018#considering.a',
        'itu-t/recommendation/y.3101',
        sg13.address,
      ]),
    );
    expect(total).toBe(hits.length);
    expect(hits.filter(({ isOwn }) => isOwn).length).toBe(2);
  });

  test('say what an imported document cites', async () => {
    const reader = await withOwn();
    const { row } = reader.edition('itu-t/recommendation/y.3101@2018' as never)!;
    expect(reader.citationsIn({ edition: row })).toMatchObject([
      { work: 'ra/resolution/56', known: { status: 'in-force', newest: '2027' } },
    ]);
  });

  test('are not suggested where the person has the text, and give a cited work its name', async () => {
    const reader = await withOwn();
    const mantles = (await reader.suggest('y.3101', 20)).map(({ kind }) => kind);
    expect(mantles[0]).toBe('edition');
    expect(mantles).not.toContain('reference');
    const cited = await reader.suggest('56', 20);
    expect(cited.filter(({ address }) => address.startsWith('ra/'))).toMatchObject([
      { kind: 'reference' },
    ]);
  });
});
