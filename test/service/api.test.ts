import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Shown } from '../../main/contract/answers.ts';
import type { Result } from '../../main/contract/failure.ts';
import { openService } from '../../main/service/index.ts';
import { bundledContent, names } from '../fixtures/content.ts';
import { writeLibrary } from '../fixtures/library.ts';
import { records } from '../fixtures/records.ts';
import { resolutionsApi } from '../fixtures/service.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

/** What an address shows; a failure fails the test. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function show<K extends Shown['kind']>(
  address: string,
  kind: K,
): Promise<Extract<Shown, { kind: K }>> {
  const shown = valueOf(await (await resolutionsApi()).show({ address }));
  if (shown.kind !== kind) throw new Error(`${address} shows ${shown.kind}`);
  return shown as Extract<Shown, { kind: K }>;
}

describe('about and catalogue', () => {
  test('tell the version and what the library holds', async () => {
    const about = valueOf(await (await resolutionsApi()).about({}));
    expect(about).toMatchObject({ version: '0.0.0', counts: { works: 2, editions: 3 } });
  });

  test('list every edition with its meeting', async () => {
    const { editions } = valueOf(await (await resolutionsApi()).catalogue({}));
    expect(
      editions.map(({ edition, place, meeting, meetingFrom, meetingTo }) => ({
        edition,
        place,
        meeting,
        meetingFrom,
        meetingTo,
      })),
    ).toEqual([
      {
        edition: 'wtdc/resolution/43@2017',
        place: 'Buenos Aires',
        meeting: 'WTDC-17',
        meetingFrom: '2017-10-09',
        meetingTo: '2017-10-20',
      },
      {
        edition: 'wtsa/resolution/92@2024',
        place: 'New Delhi',
        meeting: 'WTSA-24',
        meetingFrom: '2024-10-15',
        meetingTo: '2024-10-24',
      },
      {
        edition: 'wtsa/resolution/92@2016',
        place: 'Hammamet',
        meeting: 'WTSA-16',
        meetingFrom: '2016-10-25',
        meetingTo: '2016-11-03',
      },
    ]);
  });
});

describe('show', () => {
  test('a section has its provisions and the summary of its edition', async () => {
    const shown = await show('wtsa/resolution/92@2024#instructs-itu-t-sg-13', 'section');
    expect(shown.summary.name).toBe('Resolution 92 (Rev. New Delhi, 2024)');
    expect(shown.section).toMatchObject({
      kind: 'instructs',
      heading: 'instructs Study Group 13 of the ITU Telecommunication Standardization Sector',
      actors: ['itu-t-sg-13'],
    });
    expect(shown.section.provisions.map(({ label }) => label)).toEqual(['1', '2', '3', '4']);
    expect(shown.citedBy).toEqual([]);
  });

  test('a provision inside a provision has its own address', async () => {
    const shown = await show('wtdc/resolution/43@2017#resolves.2.ii', 'provision');
    expect(shown.address).toBe('wtdc/resolution/43@2017#resolves.2.ii');
    expect(shown.section).not.toHaveProperty('provisions');
    expect(shown.provision.text).toMatch(
      /^ITU\u2011T study groups: in the area of standardization/,
    );
  });

  test('an address may be typed in capitals and with space around it', async () => {
    const shown = await show('  WTSA/Resolution/92@2024#Considering.A ', 'provision');
    expect(shown.address).toBe('wtsa/resolution/92@2024#considering.a');
  });

  test('an edition has its citations and every edition of its work', async () => {
    const shown = await show('wtsa/resolution/92@2024', 'edition');
    expect(shown.editions.map(({ year }) => year)).toEqual([2024, 2016]);
    expect(shown.provenance.sha256).toBe(
      'd546dacdbca1f2f419f0ec4a8002ed45fa04826ba4187b48dbcc3b90e016de21',
    );
    expect(shown.citations).toContainEqual(
      expect.objectContaining({
        from: 'wtsa/resolution/92@2024#considering.i',
        work: 'wtdc/resolution/43',
        edition: '2017',
        opens: 'wtdc/resolution/43@2017',
      }),
    );
  });

  test('an edition is cited by what names it and by what names another edition of it', async () => {
    const citing = { from: 'wtdc/resolution/43@2017#recalling.m', edition: '2016' };
    expect((await show('wtsa/resolution/92@2016', 'edition')).citedBy[0]).toMatchObject(citing);
    expect((await show('wtsa/resolution/92@2024', 'edition')).citedBy.at(-1)).toMatchObject(citing);
  });

  test('a work that is only cited says so, and where it is cited', async () => {
    const shown = await show('itu-r/report/m.2078', 'work');
    expect(shown).toMatchObject({
      name: 'Report ITU-R M.2078',
      title: null,
      hasText: false,
      editions: [],
      citations: [],
      record: null,
      links: [],
    });
    expect(shown.citedBy.map(({ from }) => from)).toEqual([
      'wtdc/resolution/43@2017#instructs-director-bdt.10',
    ]);
    const { text, start, end } = shown.citedBy[0]!;
    expect(text.slice(start, end)).toContain('M.2078');
  });

  test('a work whose text is here has the title and editions, newest first', async () => {
    const shown = await show('wtsa/resolution/92', 'work');
    expect(shown.hasText).toBe(true);
    expect(shown.title).toMatch(/^Enhancing the standardization activities/);
    expect(shown.editions.map(({ edition }) => edition)).toEqual([
      'wtsa/resolution/92@2024',
      'wtsa/resolution/92@2016',
    ]);
  });

  test.each([
    ['resolution 92', 'malformed-address', /is not an address/],
    ['', 'malformed-address', /is not an address/],
    ['wtsa/resolution/92@2024#a b', 'malformed-address', /is not an address/],
    [
      'wtsa/resolution/9999',
      'unknown-work',
      /it holds the text of wtdc\/resolution\/43, wtsa\/resolution\/92/,
    ],
    ['wtsa/resolution/9999@2024', 'unknown-work', /wtsa\/resolution\/9999/],
    ['wtsa/resolution/92@2020', 'unknown-edition', /it has 2024, 2016/],
    ['itu-r/report/m.2078@1', 'unknown-edition', /text of Report ITU-R M\.2078 is not here/],
    ['wtsa/resolution/92@2024#wishing', 'unknown-section', /it has considering, noting/],
    ['wtsa/resolution/92@2024#noting.zz', 'unknown-provision', /it has p1/],
    ['wtdc/resolution/43@2017#resolves.2.iii', 'unknown-provision', /1, 2, 2\.i, 2\.ii/],
  ])('of "%s" is %s, in one helpful line', async (address, code, message) => {
    const answer = await (await resolutionsApi()).show({ address });
    expect(answer).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(message) as string },
    });
    expect(!answer.ok && answer.error.message).not.toContain('\n');
  });
});

describe('search and suggest', () => {
  test('"network slicing" is found where the three texts say it, and nowhere else', async () => {
    const answer = valueOf(await (await resolutionsApi()).search({ query: 'network slicing' }));
    expect(answer.hits.map(({ address }) => address).toSorted()).toEqual([
      'wtsa/resolution/92@2016#considering.l',
      'wtsa/resolution/92@2016#instructs-itu-t-sg-13.2',
      'wtsa/resolution/92@2024#instructs-itu-t-sg-13.3',
    ]);
    expect(answer.ms).toBeGreaterThanOrEqual(0);
    for (const { snippet, marks } of answer.hits) {
      const words = marks.map(([start, end]) => snippet.slice(start, end));
      expect(words.join(' ')).toContain('network slicing');
    }
  });

  test('"sg13" leads to the newest section that speaks to Study Group 13', async () => {
    const { items } = valueOf(await (await resolutionsApi()).suggest({ prefix: 'sg13' }));
    expect(items[0]).toEqual({
      text: 'ITU-T Study Group 13',
      kind: 'actor',
      address: 'wtsa/resolution/92@2024#instructs-itu-t-sg-13',
    });
  });

  test.each(['res 92', 'Study Group 13', 'network', 'm.2078', 'hammamet'])(
    '"%s" gives something that can be shown',
    async (prefix) => {
      const api = await resolutionsApi();
      const { items } = valueOf(await api.suggest({ prefix }));
      expect(items.length).toBeGreaterThan(0);
      for (const { address } of items)
        expect(await api.show({ address })).toMatchObject({ ok: true });
    },
  );
});

describe('cite and parse', () => {
  test('cite gives offsets into the text as it was handed in', async () => {
    const text = 'as in Report ITU\u2011R M.2078, and so on';
    const [citation] = valueOf(await (await resolutionsApi()).cite({ text }));
    expect(citation).toMatchObject({ work: 'itu-r/report/m.2078', edition: null });
    expect(text.slice(citation!.start, citation!.end)).toBe(citation!.text);
  });

  test('parse gives the structure of a document', async () => {
    const file = join(bundledContent, 'resolutions', `${names.wtsa92of2016}.txt`);
    const document = valueOf(
      await (await resolutionsApi()).parse({ name: 'resolution.txt', bytes: readFileSync(file) }),
    );
    expect(document.sections[0]).toMatchObject({ address: 'considering' });
  });

  test('parse of what is no resolution gives plain text', async () => {
    const api = await resolutionsApi();
    const document = valueOf(await api.parse({ name: 'x.txt', bytes: Buffer.from('Hello.') }));
    expect(document.form).toBe('plain');
    expect(document.sections[0]?.provisions[0]?.text).toBe('Hello.');
  });
});

describe('a library that is damaged within', () => {
  test('answers or says so, whichever page is spoilt, and never breaks down', async () => {
    const file = join(temporaryFolder(), 'library.sqlite');
    await writeLibrary(file, undefined, records);
    const whole = readFileSync(file);
    const pageSize = 4096;
    const codes = new Set<string>();
    for (let page = 1; page < whole.length / pageSize; page += 1) {
      const spoilt = Buffer.from(whole);
      spoilt.fill(0xa5, page * pageSize, (page + 1) * pageSize);
      writeFileSync(file, spoilt);
      const opened = openService({ libraryFile: file, version: '0' });
      if (!opened.ok) {
        codes.add(opened.error.code);
        continue;
      }
      const { api } = opened.value;
      const answers = [
        await api.about({}),
        await api.catalogue({}),
        await api.show({ address: 'wtsa/resolution/7@2024' }),
        await api.show({ address: 'wtsa/resolution/7' }),
        await api.show({ address: 'body/itu-t-sg-13' }),
        await api.show({ address: 'tour/harbour-walk' }),
        await api.records({ kind: 'reference' }),
        await api.actions({}),
        await api.search({ query: 'network slic* OR study' }),
        await api.suggest({ prefix: 'sg13' }),
      ];
      for (const answer of answers) if (!answer.ok) codes.add(answer.error.code);
      opened.value.close();
    }
    expect([...codes]).toEqual(['library-damaged']);
  });
});
