import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { openLibrary, type LibraryReader } from '../../main/library/index.ts';
import { openOwnLibrary } from '../../main/library/writers.ts';
import { asEdition, naming, newer } from '../fixtures/documents.ts';
import { smallLibrary, writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const titled = (number: string, title: string, type = 'resolution'): StructuredDocument => ({
  ...newer,
  identity: {
    ...newer.identity,
    work: `wtsa/${type}/${number.toLowerCase()}` as WorkId,
    number,
    type,
    title,
  },
  history: [],
  preface: [],
  sections: [],
  annexes: [],
  terms: [],
});

const documents = [
  titled('1', 'Standardization of fronthaul interfaces'),
  titled('2', 'R\u00e9seaux ferm\u00e9s'),
  titled('3', '\u0628\u0646\u0627\u0621 \u0627\u0644\u0623\u0646\u0638\u0645\u0629'),
  titled('4', '\u7b2c\u56db\u7814\u7a76\u7ec4\u5de5\u4f5c\u7684\u7ec4\u7ec7'),
  titled('5', 'IMT\u20112020 and e\u2011health'),
  titled(
    '6',
    '\u0418\u0441\u0441\u043b\u0435\u0434\u043e\u0432\u0430\u043d\u0438\u044f \u0441\u0435\u0442\u0435\u0439',
  ),
  titled('60', 'Standing committees'),
  titled('7', 'Frontiers of haulage'),
];

/** A library of nothing but these, came they with the program or from the person. */
async function write(kind: string, folder: string): Promise<LibraryReader> {
  const file = join(folder, 'library.sqlite');
  const ownFile = join(folder, 'own.sqlite');
  await writeLibrary(file, kind === 'compiled' ? documents : []);
  if (kind === 'own') {
    const writer = openOwnLibrary(ownFile, naming);
    if (!writer.ok) throw new Error(writer.error.message);
    for (const document of documents) writer.value.add(asEdition(document));
    writer.value.close();
  }
  const opened = openLibrary({ compiled: [file], own: ownFile });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

describe.each(['compiled', 'own'])('in a library that is %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'recital-suggest-'));
  let library: LibraryReader;
  beforeAll(async () => {
    library = await write(kind, folder);
  });
  afterAll(() => {
    library.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const suggest = async (typed: string): Promise<string[]> =>
    (await library.suggest(typed, 8)).map(({ address }) =>
      address.replace(/^wtsa\/resolution\/|@2024$/g, ''),
    );

  test('what is called just so comes before what begins so', async () => {
    for (const typed of ['resolution 6', 'Res 6', 'RESOLUTION-6', 'res. 6'])
      expect(await suggest(typed), `${typed}`).toEqual(['6', '60']);
  });

  test('a number is whole once something follows it', async () => {
    expect(await suggest('res 6 ')).toEqual(['6']);
    expect(await suggest('6 new del')).toEqual(['6']);
  });

  test('the words of a title match in any order', async () => {
    for (const typed of ['fronthaul standard', 'interf front stand', 'of haul front'])
      expect(await suggest(typed), `${typed}`).toEqual([typed.startsWith('of') ? '7' : '1']);
  });

  test.each([
    ['standardistion', '1'],
    ['frounthaul', '1'],
    ['intrefaces', '1'],
    ['comittees', '60'],
    ['tsanding', '60'],
  ])('the misspelt "%s" is taken for what was meant', async (typed, expected) => {
    expect(await suggest(typed)).toContain(expected);
  });

  test.each([
    ['frounth', '1'],
    ['standrdi', '1'],
    ['comitt', '60'],
    ['resoluton 7', '7'],
    ['frounth interf', '1'],
    ['fronthal interfce', '1'],
  ])('"%s" is mended while it is being typed', async (typed, expected) => {
    expect(await suggest(typed)).toContain(expected);
  });

  test('what begins a word that is here is not taken for another one', async () => {
    expect(await suggest('stand')).toHaveLength(2);
    expect(await suggest('standi')).toEqual(['60']);
    expect(await suggest('fronth')).toEqual(['1']);
  });

  test('every word that might have been meant is suggested, not the most frequent alone', async () => {
    expect(new Set(await suggest('frontx'))).toEqual(new Set(['1', '7']));
  });

  test('diacritics, capitals and widths are of no account', async () => {
    for (const typed of [
      'reseaux fermes',
      'R\u00c9SEAUX',
      're\u0301seaux fer',
      '\uff52\uff45\uff53\uff45\uff41\uff55',
    ])
      expect(await suggest(typed), `${typed}`).toEqual(['2']);
  });

  test('the forms of an Arabic letter are one', async () => {
    for (const typed of [
      '\u0627\u0644\u0627\u0646\u0638\u0645\u0629',
      '\u0628\u0650\u0646\u0627\u0621',
      '\u0627\u0644\u0623\u0646\u0638',
    ])
      expect(await suggest(typed), `${typed}`).toEqual(['3']);
  });

  test('Chinese is found by any two characters', async () => {
    for (const typed of [
      '\u7814\u7a76',
      '\u7814\u7a76\u7ec4',
      '\u5de5\u4f5c',
      '\u7ec4\u7ec7 \u7814\u7a76',
    ])
      expect(await suggest(typed), `${typed}`).toEqual(['4']);
    expect(await suggest('\u7814\u4f5c')).toEqual([]);
  });

  test('Russian is found by the beginnings of its words', async () => {
    expect(await suggest('\u0441\u0435\u0442 \u0438\u0441\u0441\u043b')).toEqual(['6']);
  });

  test('hyphens and spaces may stand or be left out', async () => {
    for (const typed of [
      'IMT2020',
      'imt 2020',
      'IMT-20',
      'ehealth',
      'e-health',
      'e health',
      'E\u2011HEA',
    ])
      expect(await suggest(typed), `${typed}`).toEqual(['5']);
  });

  test('nothing is made of what is like nothing here', async () => {
    for (const typed of ['zzzzqqq', '99999', '\u6ca3\u6ca3', 'res 4711'])
      expect(await suggest(typed), `${typed}`).toEqual([]);
  });
});

test('a beginning of many words finds every one of them, beside other words too', async () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const words = letters.flatMap((one) => letters.slice(0, 5).map((other) => `ta${one}${other}um`));
  const library = await smallLibrary(
    words.map((word, at) => titled(`${at + 100}`, `${word} ${word.slice(2)}`)),
  );
  for (const [at, word] of words.entries()) {
    const [first] = await library.suggest(`ta ${word.slice(2)}`, 1);
    expect(first?.address, `${word}`).toBe(`wtsa/resolution/${at + 100}@2024`);
  }
});

test('what one library knows is not taken for a word of the other', async () => {
  const folder = temporaryFolder();
  await writeLibrary(join(folder, 'library.sqlite'), [titled('1', 'Lamps')]);
  const writer = openOwnLibrary(join(folder, 'own.sqlite'), naming);
  if (!writer.ok) throw new Error(writer.error.message);
  writer.value.add(asEdition(titled('2', 'Lambs')));
  writer.value.close();
  const opened = openLibrary({
    compiled: [join(folder, 'library.sqlite')],
    own: join(folder, 'own.sqlite'),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  onTestFinished(() => opened.value.close());
  const addresses = async (typed: string) =>
    (await opened.value.suggest(typed, 8)).map(({ address }) => address);
  expect(await addresses('lambs')).toEqual(['wtsa/resolution/2@2024']);
  expect(await addresses('lamps')).toEqual(['wtsa/resolution/1@2024']);
  expect(new Set(await addresses('lamqs'))).toEqual(
    new Set(['wtsa/resolution/1@2024', 'wtsa/resolution/2@2024']),
  );
});

test('looking through many words is called off once more was typed', async () => {
  const letters = [...'abcdefghijklmno'];
  const words = letters.flatMap((a) =>
    letters.flatMap((b) =>
      letters.flatMap((c) => letters.slice(0, 5).map((d) => `${a}${b}${c}${d}um`)),
    ),
  );
  const library = await smallLibrary([titled('1', words.join(' '))]);
  await expect(library.suggest('zzzqzzqz', 8, { signal: { aborted: true } })).rejects.toMatchObject(
    {
      name: 'CalledOff',
    },
  );
  expect(await library.suggest('zzzqzzqz', 8)).toEqual([]);
});
