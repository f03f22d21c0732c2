import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../main/contract/api.ts';
import { inLanguage } from '../fixtures/documents.ts';
import { smallLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';

const languages = [
  inLanguage('en', 101, ['that networks are being standardized', 'that the fronthaul is short']),
  inLanguage('fr', 102, ['que les réseaux évoluent rapidement', 'que les études continuent']),
  inLanguage('es', 103, ['que las redes evolucionan', 'que los países cooperan']),
  inLanguage('ru', 104, ['что сети развиваются', 'что исследовательские комиссии изучают вопросы']),
  inLanguage('ar', 105, ['أن الشبكات تتطوّر', 'أن تطوير المعايير ضروري']),
  inLanguage('zh', 106, ['考虑到国际移动通信网络的发展', '标准化工作正在进行']),
];

async function numbersFound(query: string, filters: Partial<SearchRequest> = {}) {
  const library = await smallLibrary(languages);
  const { hits } = await library.search({ query, ...filters });
  return [...new Set(hits.map(({ address }) => /resolution\/(\d+)/.exec(address)?.[1]))];
}

describe('search in six languages', () => {
  test.each([
    ['English in another inflection', 'standardizing network', '101'],
    ['French without accents', 'reseau evolue', '102'],
    ['French in the singular', 'étude', '102'],
    ['Spanish without accents', 'pais', '103'],
    ['Spanish in the singular', 'red', '103'],
    ['Russian in another case', 'сетей', '104'],
    ['Russian in the singular', 'исследовательская комиссия', '104'],
    ['Arabic without the article', 'شبكات', '105'],
    ['Arabic without vowel signs', 'تتطور', '105'],
    ['Arabic with a plain alef', 'ان الشبكات', '105'],
    ['two Chinese characters', '通信', '106'],
    ['a Chinese word that spans two others', '动通', '106'],
    ['a longer row of Chinese characters', '移动通信网络', '106'],
    ['Chinese words with a space between', '标准化 工作', '106'],
  ])('finds %s', async (_what, query, expected) => {
    expect(await numbersFound(query, { asTyped: true })).toEqual([expected]);
  });

  test('finds no row of Chinese characters that stands nowhere', async () => {
    expect(await numbersFound('网络移动')).not.toContain('106');
  });

  test('a query in one script hides no document in another', async () => {
    expect((await numbersFound('networks OR 网络 OR сети OR réseaux')).toSorted()).toEqual([
      '101',
      '102',
      '104',
      '106',
    ]);
  });

  test('narrows to a language, counts each, and says in which a hit is', async () => {
    const library = await smallLibrary(languages);
    const { hits, facets } = await library.search({ query: '', lang: 'zh' });
    expect(new Set(hits.map(({ language }) => language))).toEqual(new Set(['zh']));
    expect(facets.lang).toEqual([{ value: 'zh', count: 3 }]);
    const { total } = await library.search({ query: 'lang:fr' });
    expect(total).toBe(3);
  });

  test('marks just the characters that were asked for', async () => {
    const library = await smallLibrary(languages);
    const [hit] = (await library.search({ query: '"移动通信"' })).hits;
    expect(hit?.marks.length).toBeGreaterThan(0);
    const [russian] = (await library.search({ query: 'сетей' })).hits;
    expect(russian?.marks.map(([start, end]) => russian.snippet.slice(start, end))).toEqual([
      'сети',
    ]);
  });
});

describe('words that people type', () => {
  test('a misspelt word is taken as the nearest that is here, and a note says so', async () => {
    const library = await smallLibrary(languages);
    const { hits, notes } = await library.search({ query: 'frounthaul' });
    expect(hits.map(({ address }) => address)).toEqual(['wtsa/resolution/101@2024#considering.p2']);
    expect(notes).toEqual([{ code: 'corrected', detail: 'frounthaul', to: ['fronthaul'] }]);
  });

  test('as typed, nothing is mended, and it is said which word is to blame', async () => {
    const library = await smallLibrary(languages);
    const { total, notes, nothing } = await library.search({ query: 'frounthaul', asTyped: true });
    expect(total).toBe(0);
    expect(notes).toEqual([]);
    expect(nothing).toEqual({
      words: [{ word: 'frounthaul', count: 0, nearest: ['fronthaul'] }],
      withoutFilters: 0,
      references: 0,
    });
  });

  test('a word that is here is never mended', async () => {
    const library = await smallLibrary(languages);
    expect((await library.search({ query: 'networks short' })).notes).toMatchObject([
      { code: 'relaxed' },
    ]);
  });

  test('what people say instead is searched besides, and a note says so', async () => {
    const library = await smallLibrary(
      [inLanguage('en', 101, ['that each LMP burns', 'that the night lamp is cold'])],
      records,
    );
    const { notes, hits } = await library.search({ query: 'beacon' });
    expect(notes).toMatchObject([{ code: 'also-searched', detail: 'beacon' }]);
    expect(notes[0]?.to).toContain('LMP');
    const burning = 'wtsa/resolution/101@2024#considering.p1';
    expect(hits.map(({ address }) => address)).toContain(burning);
    const asTyped = await library.search({ query: 'beacon', asTyped: true });
    expect(asTyped.notes).toEqual([]);
    expect(asTyped.hits.map(({ address }) => address)).not.toContain(burning);
    const without = await library.search({ query: 'beacon', without: ['beacon'] });
    expect(without.notes).toEqual([]);
    expect(without.hits.map(({ address }) => address)).not.toContain(burning);
  });

  test('what texts say is not searched as what people say', async () => {
    const library = await smallLibrary(
      [inLanguage('en', 101, ['that each LMP burns', 'that the night lamp is cold'])],
      records,
    );
    const { hits } = await library.search({ query: 'LMP' });
    expect(hits.map(({ snippet }) => snippet)).not.toContain('that the night lamp is cold');
  });

  test('filters that leave nothing are told from words that are nowhere', async () => {
    const library = await smallLibrary(languages);
    const { total, nothing } = await library.search({ query: 'fronthaul', year: 1999 });
    expect(total).toBe(0);
    expect(nothing).toMatchObject({ words: [{ word: 'fronthaul', count: 1 }], withoutFilters: 1 });
  });

  test('references whose text is not here are counted where only their records have the words', async () => {
    const library = await smallLibrary(undefined, records);
    const { total, nothing } = await library.search({ query: 'gas mantles', section: 'instructs' });
    expect(total).toBe(0);
    expect(nothing?.references).toBe(1);
  });

  test('a question finds what has most of its words, and all of them count', async () => {
    const library = await smallLibrary();
    const { hits } = await library.search({ query: 'Who keeps the network of lamps at night?' });
    expect(hits[0]?.address).toBe('wtsa/resolution/7@2024#considering.b');
  });

  test('a question finds what has any of its words, wherever else it looks like a query', async () => {
    const library = await smallLibrary(languages);
    const typed = 'Near (the) fronthaul: is "short" -networks type:lamp?';
    const { hits, notes } = await library.search({ query: typed, words: 'any', asTyped: true });
    expect(hits.map(({ address }) => address).slice(0, 2)).toEqual([
      'wtsa/resolution/101@2024#considering.p2',
      'wtsa/resolution/101@2024#considering.p1',
    ]);
    expect(notes).toEqual([]);
  });

  test('a word that is said twice counts more', async () => {
    const library = await smallLibrary([
      inLanguage('en', 101, ['that the lamp shines', 'that the wick shines', 'that oil burns']),
    ]);
    const first = async (query: string) =>
      (await library.search({ query, words: 'any' })).hits[0]?.snippet;
    expect(await first('a wick, a lamp, again that lamp')).toBe('that the lamp shines');
    expect(await first('a wick, a lamp, again that wick')).toBe('that the wick shines');
  });

  test('what the best answers to sentences have in common counts besides their words', async () => {
    const library = await smallLibrary([
      inLanguage('en', 101, [
        ...Array.from({ length: 8 }, () => 'lamp wick oil rope beacon'),
        ...Array.from({ length: 40 }, () => 'that lamp is dry'),
        'that lamp is beacon',
      ]),
    ]);
    const query = 'lamps and wicks and oil and ropes';
    const { hits } = await library.search({ query, words: 'any' });
    expect(hits[8]?.snippet).toBe('that lamp is beacon');
    const pages = await library.search({ query, words: 'any', limit: 5, offset: 5 });
    expect(pages.hits).toEqual(hits.slice(5, 10));
  });

  test('where all words are wanted, nothing is found that lacks one', async () => {
    const library = await smallLibrary(languages);
    const query = 'networks being standardized fronthaul';
    expect((await library.search({ query })).total).toBeGreaterThan(0);
    expect((await library.search({ query, words: 'all' })).total).toBe(0);
  });

  test('British and American spelling are one', async () => {
    const library = await smallLibrary([
      inLanguage('en', 101, [
        'that standardization is a programme',
        'that standardisation is a program',
        'that the behaviour of optical fibre is analysed in each centre',
      ]),
    ]);
    const total = async (query: string) => (await library.search({ query, words: 'all' })).total;
    expect(await total('standardisation programme')).toBe(2);
    expect(await total('standardized programs')).toBe(2);
    expect(await total('analyzing behavior fiber center')).toBe(1);
    expect(await total('revise')).toBe(0);
  });

  test('a misspelt word is taken for the spelling that most texts have', async () => {
    const library = await smallLibrary([
      inLanguage('en', 101, [
        'that standardization helps',
        'that standardization matters',
        'that standardisation continues',
      ]),
    ]);
    const { notes, total } = await library.search({ query: 'standardistion' });
    expect(notes).toEqual([
      { code: 'corrected', detail: 'standardistion', to: ['standardization'] },
    ]);
    expect(total).toBe(3);
    const left = await library.search({ query: 'standardistion', without: ['standardistion'] });
    expect(left).toMatchObject({ total: 0, notes: [] });
  });

  test('a sentence that is understood without it keeps a strange word as it is', async () => {
    const library = await smallLibrary([
      inLanguage('en', 101, ['that lamps and wicks and oil and ropes of harbours are mended']),
    ]);
    const codes = async (query: string) =>
      (await library.search({ query, words: 'any' })).notes.map(({ code }) => code);
    expect(await codes('which harbors mnded lamps')).toContain('corrected');
    expect(await codes('lamps wicks oil ropes and mndd things')).not.toContain('corrected');
  });
});

describe('few hits with all words', () => {
  const texts = [
    'that the lamp and the wick and the oil shine',
    'that the lamp and the wick are old',
    'that the wick drinks oil',
    'that the lamp is far',
    'that nets dry',
  ];
  const search = async (request: SearchRequest) =>
    (await smallLibrary([inLanguage('en', 101, texts)])).search(request);

  test('are followed by those that lack one, and a note says how many have all', async () => {
    const { hits, total, notes, facets } = await search({ query: 'lamp wick oil' });
    expect(hits.map(({ snippet }) => snippet)).toEqual([
      texts[0],
      expect.stringMatching(/wick (?:are old|drinks)/),
      expect.stringMatching(/wick (?:are old|drinks)/),
    ]);
    expect(total).toBe(3);
    expect(facets.lang).toEqual([{ value: 'en', count: 3 }]);
    expect(notes).toEqual([{ code: 'relaxed', detail: 'lamp wick oil', to: [], whole: 1 }]);
  });

  test('come first in any order, and pages keep it', async () => {
    for (const sort of ['relevance', 'date', 'document'] as const) {
      const { hits } = await search({ query: 'oil lamp wick', sort });
      expect(hits[0]?.snippet).toBe(texts[0]);
      const paged: string[] = [];
      for (let offset = 0; offset < 4; offset += 1) {
        const page = await search({ query: 'oil lamp wick', sort, limit: 1, offset });
        paged.push(...page.hits.map(({ address }) => address));
      }
      expect(paged).toEqual(hits.map(({ address }) => address));
    }
  });

  test('stay alone where the query says what must be there', async () => {
    for (const query of ['"lamp and the wick" oil', 'lamp wick oil -nets', 'lam* wick oil'])
      expect((await search({ query })).total).toBe(1);
    expect((await search({ query: 'lamp wick' })).total).toBe(2);
  });

  test('name the word that is nowhere', async () => {
    const { notes } = await search({ query: 'lamp wick 1999' });
    expect(notes).toEqual([{ code: 'relaxed', detail: 'lamp wick 1999', to: ['1999'], whole: 0 }]);
  });
});

describe('operators', () => {
  test('near wants words close together', async () => {
    const library = await smallLibrary(languages);
    const close = await library.search({ query: 'near(networks standardized, 2)' });
    expect(close.hits.map(({ address }) => address)).toEqual([
      'wtsa/resolution/101@2024#considering.p1',
    ]);
    expect((await library.search({ query: 'near(networks standardized, 1)' })).total).toBe(0);
  });

  test('a phrase is marked as a run, and its words elsewhere are not', async () => {
    const library = await smallLibrary([
      inLanguage('en', 101, ['network of lamps: a network and lamps of a network of lamps']),
    ]);
    const [hit] = (await library.search({ query: '"network of lamps"' })).hits;
    expect(hit?.marks.map(([start]) => start)).toEqual([0, 8, 11, 43, 51, 54]);
  });

  test.each<[string, Partial<SearchRequest>]>([
    ['year:2016', { year: 2016 }],
    ['section:instructs', { section: 'instructs' }],
    ['section:instructs-itu-t-sg-13', { section: 'instructs-itu-t-sg-13' }],
    ['actor:itu-t-sg-13', { actor: 'itu-t-sg-13' }],
    ['work:wtsa/resolution/7', { work: 'wtsa/resolution/7' }],
    ['edition:2017', { edition: '2017' }],
    ['edition:wtsa/resolution/7@2016', { edition: 'wtsa/resolution/7@2016' }],
    ['has:table', { has: 'table' }],
    ['has:footnote', { has: 'footnote' }],
    ['has:citation', { has: 'citation' }],
    ['type:recommendation', { type: 'recommendation' }],
    ['topic:light', { topic: 'light' }],
    ['body:wtdc', { body: 'wtdc' }],
    ['lang:en', { lang: 'en' }],
  ])('%s in a query is the same as the filter', async (query, filters) => {
    const library = await smallLibrary(undefined, records);
    const typed = await library.search({ query, limit: 100 });
    const filtered = await library.search({ query: '', ...filters, limit: 100 });
    expect(typed.total).toBeGreaterThan(0);
    expect(typed.hits).toEqual(filtered.hits);
    const others = await library.search({ query: `lamp OR lamps OR network -${query}` });
    expect(others.total).toBeGreaterThan(0);
  });

  test('results come newest first or in document order where asked for so', async () => {
    const library = await smallLibrary();
    const byDate = (await library.search({ query: 'network OR keepers OR lit', sort: 'date' }))
      .hits;
    const years = byDate.map(({ address }) => Number(/@(\d+)/.exec(address)?.[1]));
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    const { hits } = await library.search({ query: 'network OR keepers OR lit', sort: 'document' });
    expect(hits.map(({ address }) => address)).toEqual([
      'wtdc/resolution/30@2017#invites-member-states.p1',
      'wtsa/resolution/7@2016#considering.b',
      'wtsa/resolution/7@2016#resolves.p1',
      'wtsa/resolution/7@2024#considering.b',
      'wtsa/resolution/7@2024#instructs-itu-t-sg-13.1.i',
    ]);
  });

  test('a query is explained where that is asked for', async () => {
    const library = await smallLibrary();
    const { explanation } = await library.search({
      query: 'Network  "of lamps" year:2024',
      explain: true,
    });
    expect(explanation?.understood).toBe('Network "of lamps" year:2024');
    expect(explanation?.plan.join('\n')).toMatch(/all of 2: .*of lamps: 2.*Network: 3/);
    expect(explanation?.plan).toContain('only year 2024');
    expect((await library.search({ query: 'network' })).explanation).toBeNull();
  });
});
