import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundledContent, names } from '../fixtures/content.ts';
import { bundledOnce, fates, person, valueOf } from './importing.ts';
import { smallResolution, writeResolution } from './small-documents.ts';

const bundled = bundledOnce();
const source92 = join(bundledContent, 'resolutions', `${names.wtsa92of2016}.txt`);

describe('a file that was imported', () => {
  test('is shown, searched, suggested, counted and cited with what came with Recital', async () => {
    const ada = person(bundled.file());
    const file = writeResolution(ada.files, 'buoys.txt', { number: 901 });
    const { api, importFiles } = ada.open();
    const before = valueOf(await api.about({})).counts;
    const progress: string[] = [];
    const imported = valueOf(await importFiles([file], (step) => progress.push(step.kind)));
    expect(imported).toMatchObject([
      {
        file,
        ok: true,
        work: 'pp/resolution/901',
        edition: 'pp/resolution/901@2022',
        title: 'Buoys of harbour 901',
        error: null,
      },
    ]);
    expect(progress).toEqual(['found', 'reading', 'done']);

    const { counts, ownLibraryTrouble } = valueOf(await api.about({}));
    expect(counts).toMatchObject({ works: before.works + 1, editions: before.editions + 1 });
    expect(ownLibraryTrouble).toBeNull();
    const { hits, total } = valueOf(await api.search({ query: 'buoys red' }));
    expect(total).toBe(1);
    expect(hits).toMatchObject([{ address: 'pp/resolution/901@2022#resolves.1', isOwn: true }]);
    const { items } = valueOf(await api.suggest({ prefix: 'resolution 901' }));
    expect(items[0]).toMatchObject({ kind: 'edition', address: 'pp/resolution/901@2022' });
    const { editions } = valueOf(await api.catalogue({}));
    expect(editions.filter(({ isOwn }) => isOwn)).toMatchObject([
      { name: 'Resolution 901 (Bucharest, 2022)' },
    ]);

    const shown = valueOf(await api.show({ address: 'pp/resolution/901@2022' }));
    expect(shown).toMatchObject({ citations: [{ opens: 'wtsa/resolution/92@2024' }] });
    const cited = valueOf(await api.show({ address: 'wtsa/resolution/92@2024' }));
    expect(cited).toMatchObject({
      citedBy: expect.arrayContaining([
        expect.objectContaining({ from: 'pp/resolution/901@2022#considering.b' }),
      ]) as unknown,
    });
  });

  test('can be compared with what came with Recital', async () => {
    const ada = person(bundled.file());
    const file = writeResolution(ada.files, 'buoys.txt', { number: 901 });
    valueOf(await ada.import([file]));
    const compared = await ada
      .open()
      .api.compare({ from: 'wtsa/resolution/92@2016', to: 'pp/resolution/901@2022' });
    expect(compared).toMatchObject({ ok: true, value: { to: 'pp/resolution/901@2022' } });
  });

  test('leaves no more in the folder of the person than the library', async () => {
    const ada = person(bundled.file());
    expect(existsSync(ada.data)).toBe(false);
    valueOf(await ada.import([writeResolution(ada.files, 'a.txt', { number: 901 })]));
    expect(readdirSync(ada.data)).toEqual(['library.sqlite']);
  });
});

describe('the same file', () => {
  test('twice, under another name and another time, is one document', async () => {
    const ada = person(bundled.file());
    const one = writeResolution(ada.files, 'one.txt', { number: 901 });
    const two = join(ada.files, 'two.txt');
    copyFileSync(one, two);
    const both = valueOf(await ada.import([one, two]));
    expect(both.map(({ ok, work }) => [ok, work])).toEqual([
      [true, 'pp/resolution/901'],
      [true, 'pp/resolution/901'],
    ]);
    expect(both.flatMap(fates)).toEqual(['already-here']);
    const again = valueOf(await ada.import([two]));
    expect(again).toMatchObject([{ ok: true, title: 'Buoys of harbour 901' }]);
    expect(again.flatMap(fates)).toEqual(['already-here']);
    const { editions } = valueOf(await ada.open().api.catalogue({}));
    expect(editions.filter(({ isOwn }) => isOwn)).toHaveLength(1);
  });

  test('as one that came with Recital is there already, and no library is made for it', async () => {
    const ada = person(bundled.file());
    const imported = valueOf(await ada.import([source92]));
    expect(imported).toMatchObject([{ ok: true, edition: 'wtsa/resolution/92@2016' }]);
    expect(imported.flatMap(fates)).toEqual(['already-here']);
    expect(existsSync(ada.data)).toBe(false);
  });
});

describe('an edition', () => {
  test('of a known work joins it', async () => {
    const ada = person(bundled.file());
    const text = readFileSync(source92, 'utf8')
      .replaceAll('Hammamet, 2016', 'Geneva, 2020')
      .replace(/^\uFEFF?/, 'Resolution 92 (Geneva, 2020)\n');
    const file = join(ada.files, 'resolution-92.txt');
    writeFileSync(file, text);
    const [imported] = valueOf(await ada.import([file]));
    expect(imported).toMatchObject({ ok: true, work: 'wtsa/resolution/92' });
    const shown = valueOf(await ada.open().api.show({ address: 'wtsa/resolution/92' }));
    expect(
      shown.kind === 'work' && shown.editions.map(({ edition, isOwn }) => [edition, isOwn]),
    ).toEqual([
      ['wtsa/resolution/92@2024', false],
      ['wtsa/resolution/92@2020', true],
      ['wtsa/resolution/92@2016', false],
    ]);
  });

  test('that came with Recital is kept, whatever a file says that it is', async () => {
    const ada = person(bundled.file());
    const file = join(ada.files, 'resolution-92.txt');
    writeFileSync(file, `${readFileSync(source92, 'utf8')}\nAnd a word more.\n`);
    const imported = valueOf(await ada.import([file]));
    expect(imported).toMatchObject([{ ok: true, edition: 'wtsa/resolution/92@2016' }]);
    expect(imported.flatMap(fates)).toEqual(['edition-bundled']);
    expect(existsSync(ada.data)).toBe(false);
  });

  test('that was imported before is replaced by a file of other bytes', async () => {
    const ada = person(bundled.file());
    const file = writeResolution(ada.files, 'a.txt', { number: 901, says: ['to paint them'] });
    valueOf(await ada.import([file]));
    writeResolution(ada.files, 'a.txt', { number: 901, says: ['to varnish them'] });
    const again = valueOf(await ada.import([file]));
    expect(again.flatMap(fates)).toEqual(['edition-replaced']);
    const { api } = ada.open();
    expect(valueOf(await api.search({ query: 'paint' })).total).toBe(0);
    expect(valueOf(await api.search({ query: 'varnish' })).total).toBe(1);
    // The bytes that it was read from first are not here any more, and may come back.
    writeResolution(ada.files, 'a.txt', { number: 901, says: ['to paint them'] });
    expect(valueOf(await ada.import([file])).flatMap(fates)).toEqual(['edition-replaced']);
    expect(valueOf(await api.search({ query: 'paint' })).total).toBe(1);
  });

  test('in another language stands beside the one that is here', async () => {
    const ada = person(bundled.file());
    const says = [
      'de peindre les bou\u00e9es en rouge et de les compter une fois par ann\u00e9e dans tous les ports de la r\u00e9gion',
      'que les gardiens des phares doivent \u00eatre inform\u00e9s de cette d\u00e9cision avant la fin de la conf\u00e9rence',
    ];
    const english = [
      'to paint the buoys red and to count them once a year in all the ports of the region',
      'that the keepers of the lighthouses should be informed of this decision before the end of the conference',
    ];
    const first = writeResolution(ada.files, 'en.txt', { number: 901, says: english });
    valueOf(await ada.import([first]));
    const text = smallResolution({ number: 901, says, title: 'Bou\u00e9es des ports' })
      .replace('considering', 'consid\u00e9rant')
      .replace(
        'that harbour 901 has buoys',
        'que le port a des bou\u00e9es et des gardiens qui les aiment',
      )
      .replace('resolves', 'd\u00e9cide')
      .replace('instructs the Secretary-General', 'charge le Secr\u00e9taire g\u00e9n\u00e9ral')
      .replace('to count buoys', 'de compter les bou\u00e9es avec les gardiens');
    const second = join(ada.files, 'fr.txt');
    writeFileSync(second, text);
    const [imported] = valueOf(await ada.import([second]));
    expect(imported).toMatchObject({ ok: true, edition: 'pp/resolution/901@2022-fr' });
    expect(fates(imported!)).toEqual(['stands-beside']);
    const { editions } = valueOf(await ada.open().api.catalogue({}));
    expect(
      editions.filter(({ isOwn }) => isOwn).map(({ edition, language }) => [edition, language]),
    ).toEqual(
      expect.arrayContaining([
        ['pp/resolution/901@2022', 'en'],
        ['pp/resolution/901@2022-fr', 'fr'],
      ]) as string[][],
    );
  });
});

describe('documents that do not say what they are', () => {
  test('never replace each other, but a file of the same name and title replaces itself', async () => {
    const ada = person(bundled.file());
    const write = (name: string, text: string): string => {
      const file = join(ada.files, name);
      writeFileSync(file, text);
      return file;
    };
    const minutes = '# Minutes of the harbour meeting\n\n';
    const monday = write('monday.md', `${minutes}On Monday we spoke of lamps and their keepers.\n`);
    const tuesday = write('tuesday.md', `${minutes}On Tuesday we spoke of buoys and of paint.\n`);
    const imported = valueOf(await ada.import([monday, tuesday]));
    expect(new Set(imported.map(({ edition }) => edition)).size).toBe(2);
    const { api } = ada.open();
    expect(valueOf(await api.search({ query: 'Monday OR Tuesday' })).total).toBe(2);

    write('tuesday.md', `${minutes}On Tuesday we spoke of nothing.\n`);
    const again = valueOf(await ada.import([tuesday]));
    expect(again.flatMap(fates)).toContain('edition-replaced');
    expect(valueOf(await api.search({ query: 'Monday OR Tuesday' })).total).toBe(2);
    expect(valueOf(await api.search({ query: 'buoys paint' })).total).toBe(0);
  });
});
