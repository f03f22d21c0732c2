import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { en } from '../../renderer/words/en.ts';
import { languageFacts, languages } from '../../renderer/words/languages.ts';
import { createWords } from '../../renderer/words/words.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every string of a catalogue by its path: `searchScreen.total`. */
function strings(tree: Tree, path = '', found = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(tree))
    if (typeof value === 'string') found.set(`${path}${key}`, value);
    else strings(value, `${path}${key}.`, found);
  return found;
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** The values that a message takes, and the forms of each of its plurals. */
function inside(elements: readonly Element[]): { values: Set<string>; plurals: string[][] } {
  const values = new Set<string>();
  const plurals: string[][] = [];
  for (const element of elements) {
    if (element.type === 1 || element.type === 2) values.add(element.value);
    if ('options' in element && typeof element.options === 'object') {
      const { options } = element as { options: Record<string, { value: Element[] }> };
      values.add((element as { value: string }).value);
      plurals.push(Object.keys(options).filter((form) => !form.startsWith('=')));
      for (const { value } of Object.values(options))
        for (const name of inside(value).values) values.add(name);
    }
  }
  return { values, plurals };
}

const english = strings(en);

describe.each(languages)('the catalogue of %s', (language) => {
  test('has every string, and each takes the values that the English one takes', async () => {
    const { load, locale } = languageFacts[language];
    const own = strings(await load());
    expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    for (const [path, message] of own) {
      const expected = inside(new IntlMessageFormat(english.get(path) ?? '', 'en').getAst());
      const found = inside(new IntlMessageFormat(message, locale).getAst());
      expect({ path, values: [...found.values].toSorted() }).toEqual({
        path,
        values: [...expected.values].toSorted(),
      });
    }
  });

  test('has every form that its language counts in, where forms differ at all', async () => {
    const { load, locale } = languageFacts[language];
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const lacking: string[] = [];
    for (const [path, message] of strings(await load()))
      for (const plural of inside(new IntlMessageFormat(message, locale).getAst()).plurals)
        for (const form of forms)
          if (plural.length > 1 && !plural.includes(form)) lacking.push(`${path}: ${form}`);
    expect(lacking).toEqual([]);
  });

  test('has no text with a value in it that is said without the value', async () => {
    const words = createWords(await languageFacts[language].load(), language);
    const said = strings(
      JSON.parse(
        JSON.stringify(words, (key, value: unknown) =>
          // Messages that a function fills stand beside the texts under names that only the function reads.
          ['names', 'notes', 'failures', 'kinds', 'signers', 'deeds'].includes(key) ? {} : value,
        ),
      ) as Tree,
    );
    for (const name of filled) said.delete(name);
    expect([...said].filter(([, text]) => text.includes('{'))).toEqual([]);
  });
});

/** Messages of the catalogue that a function of another name fills. */
const filled = [
  'revision',
  'quotation',
  'reader.quotationWithoutPlace',
  'workScreen.editionOf',
  'list.all',
  'list.some',
];

test('a name from left to right within Arabic words is kept whole', async () => {
  const arabic = createWords(await languageFacts.ar.load(), 'ar');
  expect(arabic.title('ITU-T A.4')).toContain('\u2068ITU-T A.4\u2069');
});
