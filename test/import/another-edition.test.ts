import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundledContent, names } from '../fixtures/content.ts';
import { bundledOnce, person, valueOf } from './importing.ts';

const bundled = bundledOnce();
const work = 'wtsa/resolution/92';

test('another edition of a bundled resolution is folded into the hits of the bundled ones', async () => {
  const ada = person(bundled.file());
  const of2016 = readFileSync(
    join(bundledContent, 'resolutions', `${names.wtsa92of2016}.txt`),
    'utf8',
  );
  const file = join(ada.files, 'geneva.txt');
  writeFileSync(file, of2016.replaceAll('(Hammamet, 2016)', '(Geneva, 2022)'));
  const { api, importFiles } = ada.open();
  const search = async (query: string) => valueOf(await api.search({ query, words: 'all', work }));
  // Recital 'b' is the same, word for word, in both bundled editions.
  const query = 'regardless of location, network or terminal used';
  const before = await search(query);
  expect(before.total).toBe(1);

  expect(valueOf(await importFiles([file], () => {}))).toMatchObject([{ edition: `${work}@2022` }]);
  const { total, hits, facets } = await search(query);
  expect(total).toBe(1);
  expect(hits).toMatchObject([
    {
      address: `${work}@2024#considering.b`,
      isOwn: false,
      also: [
        { address: `${work}@2022#considering.b`, year: 2022 },
        { address: `${work}@2016#considering.b`, year: 2016 },
      ],
    },
  ]);
  expect(facets.type).toEqual([{ value: 'resolution', count: 1 }]);
  expect(facets.year).toEqual(['2016', '2022', '2024'].map((value) => ({ value, count: 1 })));

  // Recital 'a' of 2016 names the three kinds of IMT alone; that of 2024 has more to say.
  const only = await search('"encompasses IMT-2000, IMT-Advanced and IMT-2020"');
  expect(only.hits).toMatchObject([
    {
      address: `${work}@2022#considering.a`,
      isOwn: true,
      also: [{ address: `${work}@2016#considering.a` }],
    },
  ]);
});
