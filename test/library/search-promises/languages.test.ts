import { describe, expect, test } from 'vitest';
import type { StructuredDocument } from '../../../main/contract/document.ts';
import type { LibraryReader } from '../../../main/library/index.ts';
import { inLanguage, provision, section } from '../../fixtures/documents.ts';
import { smallLibrary } from '../../fixtures/library.ts';

/** What is found, as "work.provision". */
async function foundIn(library: LibraryReader, query: string): Promise<string[]> {
  const { hits } = await library.search({ query, limit: 100, asTyped: true });
  return hits
    .map(({ address }) => address.replace(/.*\/(\d+)@2024#considering\.p(\d+)$/, '$1.$2'))
    .toSorted();
}

type Texts = Readonly<Record<string, readonly string[]>>;

/** A library of one document in each language, numbered from 1. */
const libraryOf = (texts: Texts): Promise<LibraryReader> =>
  smallLibrary(
    Object.entries(texts).map(([language, all], at) => inLanguage(language, at + 1, all)),
  );

const found = async (texts: Texts, query: string): Promise<string[]> =>
  foundIn(await libraryOf(texts), query);

describe('diacritics', () => {
  test.each([
    ['fr', 'les réseaux à très haut débit', 'reseaux debit'],
    ['es', 'la señalización y la telecomunicación', 'senalizacion telecomunicacion'],
    ['en', 'a cooperation with Malmö and Kraków', 'malmo krakow'],
    ['fr', 'le reseau de l\u2019union', 'réseau'],
    ['fr', 'la deuxie\u0300me pe\u0301riode', 'deuxième période'],
  ])('in %s, "%s" is found by %s', async (language, text, query) => {
    expect(await found({ [language]: [text] }, query)).toEqual(['1.1']);
  });
});

describe('Arabic', () => {
  test.each([
    ['without its short vowels', 'مُتَطَوِّرَة', 'متطورة'],
    ['with its short vowels', 'متطورة', 'مُتَطَوِّرَة'],
    ['with another alef', 'إدارة الطيف', 'ادارة'],
    ['with a hamza where the text has none', 'ادارة الطيف', 'إدارة'],
    ['with ha for ta marbuta', 'شبكة', 'شبكه'],
    ['with ya for alef maqsura', 'مستوى', 'مستوي'],
    ['without the line that stretches it', 'الاتصـــالات', 'الاتصالات'],
    ['without the article', 'الاتصالات', 'اتصالات'],
  ])('is found %s', async (_how, text, query) => {
    expect(await found({ ar: [text, 'نص آخر'] }, query)).toEqual(['1.1']);
  });
});

describe('Russian and French', () => {
  test.each([
    ['ru', 'в области электросвязи', 'электросвязь'],
    ['ru', 'государствам-членам', 'государства'],
    ['ru', 'развивающихся стран', 'развивающиеся страны'],
    ['ru', 'исследовательской комиссией', 'исследовательская комиссия'],
    ['ru', 'ещё один счёт', 'еще счет'],
    ['fr', 'les pays développés', 'développé'],
    ['fr', 'des activités nationales', 'activité nationale'],
    ['fr', 'la commission continue ses études', 'étude continuer'],
    ['fr', 'l\u2019intelligence d\u2019un réseau', 'intelligence réseaux'],
  ])('in %s, "%s" is found by another form, %s', async (language, text, query) => {
    expect(await found({ [language]: [text] }, query)).toEqual(['1.1']);
  });

  test.each([
    ['ru', 'мирный договор', 'мера'],
    ['fr', 'la portée du réseau', 'porte'],
  ])('in %s, "%s" is not found by another word, %s', async (language, text, query) => {
    expect(await found({ [language]: [text] }, query)).toEqual([]);
  });
});

describe('Chinese and Japanese', () => {
  const texts = {
    zh: ['国际移动通信系统的标准化活动', '发展中国家'],
    ja: ['ネットワークの標準化について', '移動通信システムを研究する'],
  };

  test('are found by any two characters that stand together, and by more', async () => {
    const library = await libraryOf(texts);
    for (const [at, all] of Object.values(texts).entries())
      for (const [place, text] of all.entries())
        for (const length of [2, 3, 5])
          for (let from = 0; from + length <= text.length; from += 2)
            expect(
              await foundIn(library, text.slice(from, from + length)),
              `${text.slice(from, from + length)}`,
            ).toContain(`${at + 1}.${place + 1}`);
  });

  test('are not found by characters that stand apart', async () => {
    expect(await found(texts, '国化')).toEqual([]);
    expect(await found(texts, '"通信移動"')).toEqual([]);
  });
});

describe('texts of several scripts', () => {
  const texts = {
    en: ['IMT-2020 networks'],
    zh: ['IMT-2020网络', '网络 networks'],
    ru: ['сети IMT-2020'],
    ar: ['شبكات IMT-2020'],
  };

  test('a query in one script finds every document that has it, in whatever language', async () => {
    expect(await found(texts, 'IMT-2020')).toEqual(['1.1', '2.1', '3.1', '4.1']);
    expect(await found(texts, 'networks')).toEqual(['1.1', '2.2']);
  });

  test('a query in two scripts finds what has both', async () => {
    expect(await found(texts, 'IMT-2020 网络')).toEqual(['2.1']);
    expect(await found(texts, 'networks 网络')).toEqual(['2.2']);
    expect(await found(texts, 'сети OR شبكات')).toEqual(['3.1', '4.1']);
  });

  test('every language is counted, whatever the query is in', async () => {
    const library = await libraryOf(texts);
    const { facets } = await library.search({ query: 'IMT-2020' });
    expect(facets.lang.map(({ value }) => value).toSorted()).toEqual(['ar', 'en', 'ru', 'zh']);
  });
});

/** An edition of that year, of a work of its own. */
const saying = (number: number, year: number, sections: StructuredDocument['sections']) => {
  const document = inLanguage('en', number, []);
  const { identity } = document;
  return { ...document, identity: { ...identity, year, edition: `${year}` }, sections };
};
/** A section of that kind with one provision, the same in each. */
const says = (kind: string) => [
  section(kind, kind, [provision(kind, 'p1', 'to light every lamp of the harbour')]),
];

describe('at equal relevance', () => {
  test('what is operative comes before what is not', async () => {
    const library = await smallLibrary([saying(1, 2024, [...says('noting'), ...says('resolves')])]);
    const { hits } = await library.search({ query: 'lamp' });
    expect(hits.map(({ heading }) => heading)).toEqual(['resolves', 'noting']);
  });

  test('what is newer comes before what is older', async () => {
    const library = await smallLibrary([
      saying(1, 2012, says('resolves')),
      saying(2, 2024, says('resolves')),
      saying(3, 2016, says('resolves')),
    ]);
    const { hits } = await library.search({ query: 'lamp' });
    expect(hits.map(({ address }) => /@(\d+)/.exec(address)?.[1])).toEqual([
      '2024',
      '2016',
      '2012',
    ]);
  });
});
