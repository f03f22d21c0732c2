import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Hit } from '../../main/contract/answers.ts';
import type { SearchRequest } from '../../main/contract/api.ts';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { openLibrary, type LibraryReader } from '../../main/library/index.ts';
import { openOwnLibrary } from '../../main/library/writers.ts';
import {
  asEdition,
  naming,
  newer,
  older,
  other,
  provision,
  section,
} from '../fixtures/documents.ts';
import { besideOwn, smallLibrary, writeLibrary } from '../fixtures/library.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** A third work, of which there is a text in no other document of these tests. */
const third: StructuredDocument = {
  ...other,
  identity: {
    ...other.identity,
    work: 'pp/resolution/9' as WorkId,
    edition: '2022',
    body: 'pp',
    number: '9',
    place: 'Bucharest',
    year: 2022,
    title: 'Lamps of harbours and networks',
  },
  sections: [
    section('recalling', 'recalling', [
      provision('recalling', 'a', 'WTSA Resolution 7, on the network of lamps', {
        citations: [
          {
            start: 0,
            end: 17,
            text: 'WTSA Resolution 7',
            work: 'wtsa/resolution/7' as WorkId,
            edition: null,
          },
        ],
      }),
      provision('recalling', 'b', 'that keepers sleep in harbours'),
    ]),
    section(
      'instructs-itu-t-sg-13',
      'instructs',
      [provision('instructs-itu-t-sg-13', 'p1', 'to light the network of lamps')],
      { heading: 'instructs Study Group 13', actors: newer.sections[1]!.actors },
    ),
  ],
};

/** A later edition of `newer`. */
const newest: StructuredDocument = {
  ...newer,
  identity: { ...newer.identity, edition: '2028', place: 'Lima', year: 2028 },
};

/** Of that year, with so many provisions that say the same. */
const many = (work: string, year: number, count: number): StructuredDocument => ({
  ...third,
  identity: { ...third.identity, work: work as WorkId, year, edition: `${year}` },
  sections: [
    section(
      'noting',
      'noting',
      Array.from({ length: count }, (_none, at) => provision('noting', `p${at + 1}`, 'a buoy')),
    ),
  ],
});

const requests: readonly SearchRequest[] = [
  { query: 'network' },
  { query: 'lamp' },
  { query: 'keepers sleep' },
  { query: 'netw*' },
  { query: 'standardiz* OR harbour' },
  { query: 'lamps -keepers' },
  { query: '"network of lamps"' },
  { query: 'r\u00e9seaux' },
  { query: 'height' },
  { query: 'nowhere' },
  { query: '' },
  { query: '', actor: 'itu-t-sg-13' },
  { query: '', body: 'wtsa' },
  { query: 'network', year: 2024 },
  { query: 'lamps', section: 'instructs' },
];

/** Hits without what tells libraries apart, in an order that is the same for all. */
const byAddress = (hits: readonly Hit[]) =>
  hits
    .map(({ score: _score, isOwn: _isOwn, ...hit }) => hit)
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));

/** What must not depend on which library a document is in. */
async function countsOf(library: LibraryReader, request: SearchRequest) {
  const { total, facets, notes, hits } = await library.search({ ...request, limit: 100 });
  return { total, facets, notes, hits: byAddress(hits) };
}

describe('an own library', () => {
  test('that grew answers as one that was compiled at once', async () => {
    const documents = [other, newer, third, older];
    const { library } = await besideOwn([], documents);
    const compiled = await smallLibrary(documents);
    for (const request of requests) {
      const found = await library.search({ ...request, limit: 100 });
      const expected = await compiled.search({ ...request, limit: 100 });
      // How much a word says by being rare is reckoned in two ways, which differ in so small a library.
      expect(byAddress(found.hits), `${request.query}`).toEqual(byAddress(expected.hits));
      expect({ ...found, hits: [] }).toEqual({ ...expected, hits: [] });
    }
    expect(library.counts()).toEqual(compiled.counts());
    for (const prefix of ['res', 'study gr', 'sg13', 'reso 7', 'lamp', 'instr', 'work ra'])
      expect(new Set(await library.suggest(prefix, 20)), `${prefix}`).toEqual(
        new Set(await compiled.suggest(prefix, 20)),
      );
  });

  test('gives what filters alone choose in the order of coming', async () => {
    const documents = [other, newer, third, older];
    const { library } = await besideOwn([], documents);
    const compiled = await smallLibrary(documents);
    const request = { query: '', body: 'wtsa' };
    const addresses = async (from: LibraryReader) =>
      (await from.search(request)).hits.map(({ address }) => address);
    expect(await addresses(library)).toEqual(await addresses(compiled));
  });

  test('says which edition was replaced, and nothing of the old text is found any more', async () => {
    const { library, writer } = await besideOwn([], [newer, other]);
    const rewritten = {
      ...newer,
      sections: [
        section('considering', 'considering', [provision('considering', 'a', 'that buoys float')]),
      ],
      annexes: [],
      preface: [],
    };
    expect(writer.add(asEdition(rewritten))).toEqual({ ok: true, value: 'replaced' });
    const expected = await smallLibrary([other, rewritten]);
    for (const request of [...requests, { query: 'buoys' }, { query: 'slic*' }])
      expect(await countsOf(library, request), `${request.query}`).toEqual(
        await countsOf(expected, request),
      );
    expect(library.counts()).toEqual(expected.counts());
    expect(await library.suggest('sg13', 8)).toEqual([]);
    expect(library.nameOfWork('ra/resolution/56' as WorkId)).toBeNull();
    const { row } = library.edition('wtsa/resolution/7@2024' as never)!;
    expect(library.structure(row).sections).toEqual(rewritten.sections);
  });

  test('may be replaced over and over, and is as if written once', async () => {
    const { library, writer } = await besideOwn([], [newer, older, third]);
    for (const document of [newer, third, newer, older]) writer.add(asEdition(document));
    const expected = await smallLibrary([newer, older, third]);
    for (const request of requests)
      expect(await countsOf(library, request), `${request.query}`).toEqual(
        await countsOf(expected, request),
      );
    expect(library.counts()).toEqual(expected.counts());
    expect(await library.suggest('sg13', 8)).toEqual(await expected.suggest('sg13', 8));
  });

  test('that is full stays as it was, and takes what still fits', async () => {
    const own = join(temporaryFolder(), 'library.sqlite');
    const first = openOwnLibrary(own, naming);
    if (!first.ok) throw new Error(first.error.message);
    first.value.add(asEdition(older));
    first.value.close();
    const large = {
      ...newer,
      sections: [
        section(
          'noting',
          'noting',
          Array.from({ length: 2000 }, (_none, at) =>
            provision(
              'noting',
              `p${at + 1}`,
              `a lamp of the number ${at} and other words ${at * 7}`,
            ),
          ),
        ),
      ],
    };
    const pages = readFileSync(own).length / 4096;
    const second = openOwnLibrary(own, naming, { maxPages: pages + 20 });
    if (!second.ok) throw new Error(second.error.message);
    onTestFinished(() => second.value.close());
    expect(second.value.add(asEdition(large))).toMatchObject({
      ok: false,
      error: { code: 'disk-full' },
    });
    expect(second.value.add(asEdition(other))).toEqual({ ok: true, value: 'added' });
    const bundled = join(temporaryFolder(), 'library.sqlite');
    await writeLibrary(bundled, []);
    const library = openLibrary({ compiled: [bundled], own });
    if (!library.ok) throw new Error(library.error.message);
    onTestFinished(() => library.value.close());
    expect(library.value.editions().map(({ edition }) => edition)).toEqual([
      'wtdc/resolution/30@2017',
      'wtsa/resolution/7@2016',
    ]);
  });

  test('is read while it is written, and what is added shows at once', async () => {
    const { library, writer } = await besideOwn([older], []);
    expect((await library.search({ query: 'buoys OR slicing' })).total).toBe(0);
    library.inOneView(() => {
      // A reader in the middle of its work neither waits for a writer nor keeps one waiting.
      expect(writer.add(asEdition(newer)).ok).toBe(true);
    });
    expect((await library.search({ query: 'slicing' })).total).toBe(1);
    expect(library.editionsOf('wtsa/resolution/7' as WorkId)).toHaveLength(2);
  });

  test('with more than is counted says so, and filters still reach all of it', async () => {
    const { library } = await besideOwn(
      [],
      [many('pp/resolution/1', 2022, 5050), many('pp/resolution/2', 1998, 20)],
    );
    const all = await library.search({ query: 'buoys', offset: 4950, limit: 100 });
    expect(all.total).toBe(5000);
    expect(all.hits).toHaveLength(50);
    expect(all.notes.map(({ code }) => code)).toEqual(['bounded']);
    const old = await library.search({ query: 'buoys', year: 1998 });
    expect(old).toMatchObject({ total: 20, notes: [] });
  });

  test('that comes into being after the library was opened is read too', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'bundled.sqlite');
    const own = join(folder, 'library.sqlite');
    await writeLibrary(file, [older]);
    const library = openLibrary({ compiled: [file], own });
    if (!library.ok) throw new Error(library.error.message);
    onTestFinished(() => library.value.close());
    expect(library.value.editions()).toHaveLength(1);
    const writer = openOwnLibrary(own, naming);
    if (!writer.ok) throw new Error(writer.error.message);
    writer.value.add(asEdition(third));
    writer.value.close();
    expect(library.value.editions()).toHaveLength(2);
  });

  test('whose place is a folder, or below a file, cannot be written', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(openOwnLibrary(join(folder, 'file', 'library.sqlite'), naming)).toMatchObject({
      ok: false,
      error: { code: 'not-writable' },
    });
    mkdirSync(join(folder, 'library.sqlite'));
    expect(openOwnLibrary(join(folder, 'library.sqlite'), naming)).toMatchObject({
      ok: false,
      error: { code: 'library-damaged' },
    });
  });
});

describe('two libraries read as one', () => {
  const compiled = [other, older];
  const added = [newest, third, newer];

  test('count, filter and find exactly what one library of all would', async () => {
    const { library } = await besideOwn(compiled, added);
    const one = await smallLibrary([...compiled, ...added]);
    for (const request of requests)
      expect(await countsOf(library, request), `${request.query}`).toEqual(
        await countsOf(one, request),
      );
    expect(library.counts()).toEqual(one.counts());
  });

  test('mark what is the person\u2019s own, in hits and in editions', async () => {
    const { library } = await besideOwn(compiled, added);
    const { hits } = await library.search({ query: 'lamps OR keepers', limit: 100 });
    const own = new Set(added.map(({ identity }) => `${identity.work}@${identity.edition}`));
    expect(new Set(hits.map(({ isOwn }) => isOwn))).toEqual(new Set([true, false]));
    for (const { address, isOwn } of hits) expect(isOwn).toBe(own.has(address.replace(/#.*/, '')));
    for (const { edition, isOwn } of library.editions()) expect(isOwn).toBe(own.has(edition));
  });

  test('give pages that together are the whole, in one order', async () => {
    const { library } = await besideOwn(compiled, added);
    for (const request of requests) {
      const whole = await library.search({ ...request, limit: 100 });
      const pages = await Promise.all(
        Array.from({ length: Math.ceil(whole.total / 3) }, (_none, page) =>
          library.search({ ...request, limit: 3, offset: page * 3 }),
        ),
      );
      expect(pages.flatMap(({ hits }) => hits)).toEqual(whole.hits);
      const scores = whole.hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    }
  });

  test('rank a hit by its words, not by the size of the library that it stands in', async () => {
    const filler = Array.from({ length: 60 }, (_none, at) =>
      provision('noting', `p${at + 1}`, `that boats of the kind ${at} sail on the sea at night`),
    );
    const sea = { ...other, sections: [section('noting', 'noting', filler)] };
    const aboutLamps = {
      ...third,
      sections: [
        section('noting', 'noting', [
          provision('noting', 'a', 'lamps lamps lamps'),
          provision('noting', 'b', 'lamps'),
        ]),
      ],
    };
    const { library } = await besideOwn([sea, older], [aboutLamps]);
    const { hits } = await library.search({ query: 'lamps', limit: 3 });
    const addresses = hits.map(({ address }) => address);
    // In its own small library the word is everywhere and would weigh nothing.
    expect(addresses.slice(0, 2)).toContain('pp/resolution/9@2022#noting.a');
  });

  test('put the newest edition first, whichever library it is in', async () => {
    const { library } = await besideOwn(compiled, added);
    const work = 'wtsa/resolution/7' as WorkId;
    expect(library.editionsOf(work).map(({ edition }) => edition)).toEqual([
      'wtsa/resolution/7@2028',
      'wtsa/resolution/7@2024',
      'wtsa/resolution/7@2016',
    ]);
    const [first] = (await library.search({ query: 'slicing' })).hits;
    expect(first?.address).toBe('wtsa/resolution/7@2028#instructs-itu-t-sg-13.1.i');
  });

  test('cite each other both ways, and open whichever holds the text', async () => {
    const { library } = await besideOwn(compiled, added);
    const work = 'wtsa/resolution/7' as WorkId;
    expect(library.citationsOf(work, '2016').map(({ from }) => from)).toEqual([
      'wtdc/resolution/30@2017#recalling.a',
      'pp/resolution/9@2022#recalling.a',
      'wtdc/resolution/30@2017#recalling.b',
    ]);
    const citing = library.edition('wtdc/resolution/30@2017' as never)!;
    expect(library.citationsIn({ edition: citing.row }).map(({ opens }) => opens)).toEqual([
      'wtsa/resolution/7@2016',
      'wtsa/resolution/7@2028',
    ]);
    const own = library.edition('pp/resolution/9@2022' as never)!;
    expect(library.citationsIn({ edition: own.row })).toMatchObject([
      { opens: 'wtsa/resolution/7@2028' },
    ]);
    expect(library.structure(own.row).sections).toEqual(third.sections);
  });

  test('suggest once what both know, and lead to the newer', async () => {
    const { library } = await besideOwn([older, newer], [third, newest]);
    const actors = (await library.suggest('sg13', 20)).filter(({ kind }) => kind === 'actor');
    expect(actors).toEqual([
      {
        kind: 'actor',
        text: 'ITU-T Study Group 13',
        address: 'wtsa/resolution/7@2028#instructs-itu-t-sg-13',
      },
    ]);
  });

  test('suggest no bare name of a work whose text the person has', async () => {
    const { library } = await besideOwn([other], []);
    expect(await library.suggest('work wtsa', 8)).toMatchObject([{ kind: 'work' }]);
    const both = await besideOwn([other], [older]);
    const kinds = (await both.library.suggest('work wtsa', 8)).map(({ kind }) => kind);
    expect(kinds).toEqual(['edition']);
  });

  test('show an edition that both hold once, as it was compiled', async () => {
    const rewritten = { ...older, sections: newer.sections };
    const { library } = await besideOwn([older, other], [rewritten, third]);
    const one = await smallLibrary([older, other, third]);
    for (const request of requests)
      expect(await countsOf(library, request), `${request.query}`).toEqual(
        await countsOf(one, request),
      );
    expect(library.editions()).toHaveLength(3);
    expect(library.edition('wtsa/resolution/7@2016' as never)?.summary.isOwn).toBe(false);
    expect(library.counts()).toMatchObject({ editions: 3, works: 3 });
  });
});

describe('an own library that cannot be read', () => {
  test.each([
    ['is no library', 'library-damaged', (own: string) => writeFileSync(own, 'Dear colleagues')],
    ['is empty', 'library-damaged', (own: string) => writeFileSync(own, '')],
    ['is of a newer format', 'library-newer', (own: string) => spoilVersion(own, 1)],
    ['is of an older format', 'library-older', (own: string) => spoilVersion(own, -1)],
  ])('since it %s is left out, and the other answers', async (_why, code, spoil) => {
    const library = await beside(spoil);
    expect(library.trouble()).toMatchObject({ code });
    expect(library.trouble()?.message).toMatch(
      /import your documents again|update Recital|brought up to date/,
    );
    expect(library.editions().map(({ edition }) => edition)).toEqual(['wtsa/resolution/7@2016']);
  });

  test('is read again once its file is whole', async () => {
    let whole = Buffer.alloc(0);
    let place = '';
    const library = await beside((own) => {
      place = own;
      whole = readFileSync(own);
      writeFileSync(own, 'no');
    });
    expect(library.editions()).toHaveLength(1);
    rmSync(place);
    expect(library.editions()).toHaveLength(1);
    expect(library.trouble()).toBeNull();
    writeFileSync(place, whole);
    expect(library.editions()).toHaveLength(3);
  });

  test('cut short anywhere never keeps the other from answering', async () => {
    const { own, library, writer } = await besideOwn([older], [third, newer]);
    library.close();
    writer.close();
    const whole = readFileSync(own);
    for (let cut = 0; cut < whole.length; cut += 4096 * 3 + 7) {
      writeFileSync(own, whole);
      truncateSync(own, cut);
      expect([undefined, 'library-damaged']).toContain(await troubleOf(own));
    }
  });

  test('spoilt in any page never keeps the other from answering', async () => {
    const { own, library, writer } = await besideOwn([older], [third, newer]);
    library.close();
    writer.close();
    const whole = readFileSync(own);
    for (let page = 0; page < whole.length / 4096; page += 1) {
      const spoilt = Buffer.from(whole);
      spoilt.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(own, spoilt);
      expect([undefined, 'library-damaged']).toContain(await troubleOf(own));
    }
  });
});

function spoilVersion(own: string, by: number): void {
  const bytes = readFileSync(own);
  bytes.writeInt32BE(bytes.readInt32BE(60) + by, 60);
  writeFileSync(own, bytes);
}

/** The compiled library beside an own file of these bytes. */
async function beside(spoil: (own: string) => void): Promise<LibraryReader> {
  const { own, library, writer } = await besideOwn([older], [third, newer]);
  library.close();
  writer.close();
  spoil(own);
  const again = openLibrary({ compiled: [join(own, '../../bundled.sqlite')], own });
  if (!again.ok) throw new Error(again.error.message);
  onTestFinished(() => again.value.close());
  return again.value;
}

/** Asks everything: whatever the own library does, the compiled one's edition is there. Its trouble, in the end. */
async function troubleOf(own: string): Promise<string | undefined> {
  const opened = openLibrary({ compiled: [join(own, '../../bundled.sqlite')], own });
  if (!opened.ok) throw new Error(opened.error.message);
  const library = opened.value;
  expect(library.editions().map(({ edition }) => edition)).toContain('wtsa/resolution/7@2016');
  const found = await library.search({ query: 'keepers sle*', limit: 100 });
  expect(found.hits.map(({ address }) => address)).toContain(
    'wtsa/resolution/7@2016#considering.b',
  );
  expect(await library.suggest('reso', 8)).not.toEqual([]);
  expect(library.counts().editions).toBeGreaterThan(0);
  library.citationsOf('wtsa/resolution/7' as WorkId, null);
  for (const { edition } of library.editions()) {
    const stored = library.edition(edition);
    if (stored === null) continue;
    library.structure(stored.row);
    library.citationsIn({ edition: stored.row });
  }
  const trouble = library.trouble();
  library.close();
  return trouble?.code;
}
