import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../main/contract/api.ts';
import type { StructuredDocument } from '../../main/contract/document.ts';
import type { Address, EditionId, WorkId } from '../../main/contract/ids.ts';
import type { LibraryRecord, RecordKind } from '../../main/contract/records.ts';
import {
  CalledOff,
  listingStart,
  openLibrary,
  type LibraryReader,
} from '../../main/library/index.ts';
import { openOwnLibrary } from '../../main/library/writers.ts';
import { asEdition, edition, naming, newer, older, other } from '../fixtures/documents.ts';
import { openUntilDone, smallLibrary, writeParts, type Part } from '../fixtures/library.ts';
import {
  chapters,
  handbook,
  lighthouses,
  records,
  term,
  topic,
  tour,
} from '../fixtures/records.ts';
import { keeper, lamp, requestsOfLamps } from '../fixtures/lamps.ts';
import { slowly, turnsDuring } from '../fixtures/slowly.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** Several compiled libraries of these parts, and an own one where something was imported, as one. */
async function together(
  parts: readonly (readonly StructuredDocument[] | Part)[],
  imported: readonly StructuredDocument[] = [],
): Promise<LibraryReader> {
  const files = await writeParts(
    parts.map((part) => ('documents' in part ? part : { documents: part })),
  );
  if (imported.length === 0) return openUntilDone(files);
  const own = join(temporaryFolder(), 'library.sqlite');
  const writer = openOwnLibrary(own, naming);
  if (!writer.ok) throw new Error(writer.error.message);
  for (const document of imported) writer.value.add(asEdition(document));
  writer.value.close();
  return openUntilDone(files, own);
}

/** Numbers that look random and are the same each time. */
function* numbersBelow(most: number, seed: number): Generator<number, never> {
  for (let state = seed; ; state = (state * 48_271) % 2_147_483_647) yield state % most;
}

/** All of an answer but scores, to which the size of the library counts a little. */
async function answerOf(library: LibraryReader, request: SearchRequest) {
  const { total, facets, notes, nothing, hits } = await library.search({ limit: 100, ...request });
  const shown = hits
    .map(({ score: _score, isOwn: _isOwn, ...hit }) => hit)
    .toSorted((a, b) => (a.address < b.address ? -1 : 1));
  return { total, facets, notes, nothing, shown };
}

const kinds: readonly RecordKind[] = [
  'reference',
  'body',
  'handbook',
  'chapter',
  'tour',
  'term',
  'meeting',
  'topic',
];

const sorted = <T>(all: readonly T[]): T[] =>
  all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Everything that is not search, by what does not depend on which file holds it. */
async function contentsOf(library: LibraryReader) {
  const editions = library.editions().map(({ isOwn: _isOwn, ...each }) => each);
  const places = kinds.flatMap((kind) => library.recordAddresses(kind));
  const works = new Set([...editions.map(({ work }) => work), ...places.map((each) => each)]);
  const { entries } = library.listing(listingStart, 10_000);
  const network = await library.network();
  return {
    editions,
    counts: library.counts(),
    texts: editions.map(({ edition: address }) => {
      const row = library.edition(address)!.row;
      return [
        address,
        library.structure(row),
        library.preface(row),
        library.citationsIn({ edition: row }),
      ];
    }),
    records: sorted(kinds.flatMap((kind) => library.recordsOf(kind))),
    citations: [...works]
      .toSorted()
      .map((work) => sorted(library.citationsOf(work as WorkId, null))),
    cited: [...works].toSorted().map((work) => library.citedPlaces(work as WorkId, null, 0).places),
    links: places
      .toSorted()
      .map((place) => [library.linksFrom(place), sorted(library.linksTo(place))]),
    names: library.namesOf([
      ...places.toSorted(),
      ...editions.map((each) => each.edition as string as Address),
    ]),
    actions: library.actions({ actors: null, editions: null }),
    actors: library.knownActors(),
    listing: sorted(entries.map(({ isOwn: _isOwn, ...entry }) => entry)),
    network: {
      withText: [...network.withText].toSorted(),
      withRecord: [...network.withRecord].toSorted(),
      cites: sorted([...network.cites].map(([from, to]) => [from, sorted([...to])])),
      names: sorted([...network.names].map(([from, to]) => [from, sorted([...to])])),
    },
    issued: sorted(library.issuedBy(['wtsa', 'ra', 'itu-t'])),
    titles: sorted([...library.titlesOfTexts(editions.map(({ work }) => work))]),
  };
}

const requests: readonly SearchRequest[] = [
  { query: 'network' },
  { query: 'lamp' },
  { query: 'keepers sleep' },
  { query: 'light' },
  { query: 'glass OR oil OR wick' },
  { query: 'netw*' },
  { query: '"network of lamps"' },
  { query: 'lmp' },
  { query: 'lamps -keepers' },
  { query: 'nowhere' },
  { query: '', body: 'wtsa' },
  { query: '', topic: 'light' },
  { query: '', type: 'term' },
  { query: 'lamps', section: 'instructs' },
];

describe('several compiled libraries', () => {
  test('answer as one library of all that they hold', async () => {
    const library = await together([
      { documents: [other], records: records.slice(0, 3) },
      { documents: [older], records: records.slice(3, 8) },
      { documents: [newer], records: records.slice(8) },
    ]);
    const one = await smallLibrary([other, older, newer], records);
    expect(await contentsOf(library)).toEqual(await contentsOf(one));
    for (const request of requests)
      expect((await answerOf(library, request)).total, `${JSON.stringify(request)}`).toBe(
        (await answerOf(one, request)).total,
      );
  });

  test('show once what all of them hold, records and their parts too', async () => {
    const all = { documents: [other, older, newer], records };
    const library = await together([all, all, all]);
    const one = await smallLibrary(all.documents, records);
    expect(await contentsOf(library)).toEqual(await contentsOf(one));
    for (const request of requests)
      expect(await answerOf(library, request), `${JSON.stringify(request)}`).toEqual(
        await answerOf(one, request),
      );
    for (const prefix of ['res', 'study gr', 'sg13', 'lamp', 'keep', 'lmp', 'harb'])
      expect(new Set(await library.suggest(prefix, 20)), `${prefix}`).toEqual(
        new Set(await one.suggest(prefix, 20)),
      );
    const named = { things: ['term/lmp', 'wtsa/resolution/7@2024'], works: [], actors: [] };
    const addresses = async (from: LibraryReader) =>
      (await from.search({ query: 'lamp', limit: 100 }, { named })).hits.map(
        ({ address, because }) => `${because} ${address}`,
      );
    expect((await addresses(library)).slice(0, 2)).toEqual((await addresses(one)).slice(0, 2));
    expect((await addresses(library)).toSorted()).toEqual((await addresses(one)).toSorted());
    expect(library.naming().recordsCalled('SG13')).toEqual(one.naming().recordsCalled('SG13'));
    expect(library.naming().meetings()).toEqual(one.naming().meetings());
  });

  test('show an edition and a record as the first of them has it', async () => {
    const rewritten = edition(2024, ['that buoys float'], 7);
    const renamed = { ...term, term: 'Another lamp' } satisfies LibraryRecord;
    const files = await writeParts([
      { documents: [rewritten], records: [renamed] },
      { documents: [older, newer], records: [term, topic] },
    ]);
    const [first = '', second = ''] = files;
    const library = openUntilDone([first, second]);
    const { row } = library.edition('wtsa/resolution/7@2024' as EditionId)!;
    expect(library.structure(row).sections).toEqual(rewritten.sections);
    expect((await library.search({ query: 'buoys' })).total).toBe(1);
    expect((await library.search({ query: 'slicing' })).total).toBe(0);
    expect((await library.search({ query: 'slicing' })).nothing?.words[0]?.count).toBe(0);
    expect(library.record('term/lmp')).toMatchObject({ term: 'Another lamp' });
    expect(library.counts()).toMatchObject({ editions: 2, works: 1, terms: 1 });

    const turned = openUntilDone([second, first]);
    expect((await turned.search({ query: 'buoys' })).total).toBe(0);
    expect((await turned.search({ query: 'slicing' })).total).toBe(1);
    expect(turned.record('term/lmp')).toMatchObject({ term: term.term });
  });

  test('show of a work the record that knows a newer edition of it', async () => {
    const [newest, ...others] = lighthouses.editions;
    const updated: LibraryRecord = {
      ...lighthouses,
      title: 'Lighthouses anew',
      editions: [
        { ...newest!, edition: '2028', approved: '2028', status: 'in-force' },
        { ...newest!, status: 'superseded' },
        ...others,
      ],
    };
    const before = { documents: [older], records: [lighthouses, term] };
    const after = { documents: [newer], records: [updated] };
    const work = lighthouses.address as string as WorkId;
    for (const parts of [
      [before, after],
      [after, before],
      [before, after, before],
    ]) {
      const library = await together(parts);
      expect(library.record(work)).toMatchObject({ title: 'Lighthouses anew' });
      expect(library.knownEditions(work)?.editions[0]?.edition).toBe('2028');
      expect(library.recordsOf('reference')).toMatchObject([{ title: 'Lighthouses anew' }]);
      expect(library.counts()).toMatchObject({ references: 1, terms: 1 });
      const { hits } = await library.search({ query: 'lighthouses anew' });
      expect(hits.filter(({ kind }) => kind === 'reference')).toHaveLength(1);
    }
  });

  test('show a handbook with the chapters that it has where it is shown', async () => {
    const chapter = chapters[0]!;
    const added: LibraryRecord = {
      ...chapter,
      address: 'handbook/keeping-a-light#paint' as Address,
      title: 'Paint for towers',
    };
    const longer: LibraryRecord = {
      ...handbook,
      chapters: [...handbook.chapters, { address: added.address, title: added.title }],
    };
    const library = await together([
      { documents: [older], records: [handbook, ...chapters] },
      { documents: [newer], records: [longer, ...chapters, added] },
    ]);
    expect(library.record('handbook/keeping-a-light#paint')).toBeNull();
    expect((await library.search({ query: 'paint for towers', words: 'all' })).total).toBe(0);
    expect(library.recordAddresses('chapter')).toHaveLength(chapters.length);
  });

  test('put the newest edition first, and fold into it what older ones say, whichever holds them', async () => {
    const library = await together(
      [[edition(2016, [lamp])], [edition(2022, [lamp])], [edition(2024, [lamp, keeper])]],
      [edition(2028, [lamp])],
    );
    expect(library.editionsOf('wtsa/resolution/7' as WorkId).map(({ year }) => year)).toEqual([
      2028, 2024, 2022, 2016,
    ]);
    const { hits, total, facets } = await library.search({ query: 'network' });
    expect(total).toBe(1);
    expect(hits.map((hit) => [hit, ...hit.also].map(({ address }) => address))).toEqual([
      [2028, 2024, 2022, 2016].map((year) => `wtsa/resolution/7@${year}#considering.p1`),
    ]);
    expect(facets.year.map(({ value, count }) => `${value}: ${count}`).toSorted()).toEqual([
      '2016: 1',
      '2022: 1',
      '2024: 1',
      '2028: 1',
    ]);
  });

  test('rank the newest of what they hold above what it supersedes', async () => {
    const library = await together([
      [edition(2016, ['that the lamps of 2016 burn whale oil']), edition(2012, ['that nets dry'])],
      [edition(2024, ['that the lamps of 2024 burn whale oil']), edition(2020, [keeper])],
    ]);
    const { hits } = await library.search({ query: 'whale oil' });
    expect(hits.map(({ address }) => address)).toEqual([
      'wtsa/resolution/7@2024#considering.p1',
      'wtsa/resolution/7@2016#considering.p1',
    ]);
  });

  test('know a work that one of them names and another holds', async () => {
    const library = await together([
      { documents: [other], records: [lighthouses, tour] },
      { documents: [older, newer] },
    ]);
    const suggested = await library.suggest('resolution 7', 8);
    expect(suggested.map(({ address }) => address)).toContain('wtsa/resolution/7@2024');
    expect(suggested.map(({ address }) => address)).not.toContain('wtsa/resolution/7');
    expect(library.naming().worksNumbered('7')).toContain('wtsa/resolution/7');
    expect(library.naming().isHere('wtsa/resolution/7@2016' as Address)).toBe(true);
    const citing = library.edition('wtdc/resolution/30@2017' as EditionId)!;
    expect(library.citationsIn({ edition: citing.row }).map(({ opens }) => opens)).toEqual([
      'wtsa/resolution/7@2016',
      'wtsa/resolution/7@2024',
    ]);
  });

  test('are cut into pages that miss nothing and repeat nothing', async () => {
    const library = await together([
      [edition(2024, [lamp, keeper]), edition(2024, [lamp], 8)],
      [edition(2024, [lamp, keeper]), edition(2022, [keeper, lamp])],
      [edition(2020, [keeper, 'that lamps sink'], 9), other],
    ]);
    for (const sort of ['relevance', 'date', 'document'] as const) {
      const whole = await library.search({ query: 'lamp', sort, limit: 100 });
      const pages: string[] = [];
      for (let offset = 0; offset < whole.total; offset += 2) {
        const page = await library.search({ query: 'lamp', sort, limit: 2, offset });
        expect(page.total).toBe(whole.total);
        pages.push(...page.hits.map(({ address }) => address));
      }
      expect(pages).toEqual(whole.hits.map(({ address }) => address));
      expect(new Set(pages).size).toBe(pages.length);
    }
  });

  test('list everything once, however few are asked for at a time', async () => {
    const all = { documents: [other, older, newer], records };
    const library = await together([{ documents: [other], records: records.slice(0, 5) }, all]);
    const seen: string[] = [];
    for (let place: typeof listingStart | null = listingStart; place !== null;) {
      const { entries, next } = library.listing(place, 2);
      seen.push(...entries.map(({ address }) => address));
      place = next;
    }
    const one = await smallLibrary(all.documents, records);
    const expected = one.listing(listingStart, 1000).entries.map(({ address }) => address);
    expect(seen.toSorted()).toEqual(expected.toSorted());
  });

  test.each([1, 2, 3, 4, 5, 6])(
    'that hold editions of the same works, some of them twice, find, fold and count as one (%i)',
    async (seed) => {
      const sayings = [
        lamp,
        lamp.replace('every', 'each'),
        lamp.replace('the region', 'a region'),
        keeper,
        keeper.replace('slowly', 'at night'),
        keeper.replace('old', 'new'),
        'that a buoy floats',
        'that a buoy floats at night',
        'that nets dry',
      ];
      const next = numbersBelow(997, seed * 7919);
      const below = (most: number): number => next.next().value % most;
      const all = [7, 8, 9].flatMap((number) =>
        [2012, 2016, 2022, 2024].map((year) =>
          edition(
            year,
            Array.from({ length: 4 + below(4) }, () => sayings[below(sayings.length)] ?? ''),
            number,
          ),
        ),
      );
      const parts: StructuredDocument[][] = [[other], [], [], []];
      for (const document of all) {
        parts[below(4)]?.push(document);
        if (below(3) === 0) parts[below(4)]?.push(document);
      }
      const [imported = [], ...compiled] = parts
        .map((part) => Array.from(new Set(part)))
        .toReversed();
      const library = await together(compiled.toReversed(), imported);
      const one = await smallLibrary([other, ...all]);
      for (const request of requestsOfLamps)
        expect(await answerOf(library, request), `${JSON.stringify(request)}`).toEqual(
          await answerOf(one, request),
        );
      expect(library.counts()).toEqual(one.counts());
    },
  );
});

describe('one of several compiled libraries that cannot be read', () => {
  test('keeps them from opening, and is named', async () => {
    const [first = '', second = ''] = await writeParts([
      { documents: [older] },
      { documents: [newer] },
    ]);
    writeFileSync(second, 'Dear colleagues');
    const opened = openLibrary({ compiled: [first, second], own: null });
    expect(opened).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
    expect(opened.ok ? '' : opened.error.message).toContain(second);
  });

  test('in a page deep within is named once that page is read', async () => {
    const [first = '', second = ''] = await writeParts([
      { documents: [older] },
      { documents: [newer] },
    ]);
    const bytes = readFileSync(second);
    const failures = new Set<string>();
    for (let page = 1; page < bytes.length / 4096; page += 1) {
      const spoilt = Buffer.from(bytes);
      spoilt.fill(0xa5, page * 4096, (page + 1) * 4096);
      writeFileSync(second, spoilt);
      const opened = openLibrary({ compiled: [first, second], own: null });
      if (!opened.ok) continue;
      const library = opened.value;
      try {
        library.editions();
        for (const { edition: address } of library.editions())
          library.structure(library.edition(address)!.row);
      } catch (error) {
        failures.add(library.failureOf(error)?.message ?? String(error));
      } finally {
        library.close();
      }
    }
    expect(failures.size).toBe(1);
    expect([...failures].join('')).toContain(second);
    expect([...failures].join('')).not.toContain(first);
  });

  test('since it is not there is missed', async () => {
    const files = await writeParts([{ documents: [older] }]);
    expect(
      openLibrary({ compiled: [...files, join(temporaryFolder(), 'none')], own: null }),
    ).toMatchObject({ ok: false, error: { code: 'library-missing' } });
  });

  test('is missing where none is named', () => {
    expect(openLibrary({ compiled: [], own: null })).toMatchObject({
      ok: false,
      error: { code: 'library-missing' },
    });
  });
});

describe('works that several compiled libraries share', () => {
  const said = Array.from({ length: 60 }, (_none, number) => `${lamp} of the number ${number}`);

  test('are compared once for all who search meanwhile, and beforehand where that is asked for', async () => {
    const parts = [[edition(2024, said)], [edition(2022, said)]];
    const library = await together(parts);
    await library.prepare({ aborted: false });
    const found = await Promise.all(
      ['lamps', 'number', 'harbour'].map((query) => library.search({ query })),
    );
    expect(found.map(({ total }) => total)).toEqual([60, 60, 60]);
  });

  test('are compared by the next who searches where the first was called off', async () => {
    const library = await together([[edition(2024, said)], [edition(2022, said)]]);
    slowly();
    const signal = { aborted: false };
    const preparing = library.prepare(signal).catch((error: unknown) => error);
    const searching = library.search({ query: 'number' });
    signal.aborted = true;
    expect(await preparing).toBeInstanceOf(CalledOff);
    expect((await searching).total).toBe(60);
  });

  test('are prepared in short stretches, between which others are answered', async () => {
    const library = await together([[edition(2024, said)], [edition(2022, said)]]);
    slowly();
    expect(await turnsDuring(library.prepare({ aborted: false }))).toBeGreaterThan(said.length);
  });
});
