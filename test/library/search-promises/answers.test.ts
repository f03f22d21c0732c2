import { describe, expect, test } from 'vitest';
import type { SearchRequest } from '../../../main/contract/api.ts';
import { wires } from '../../contract/wires.ts';
import { addressesOf, ask, bundled, everythingFor } from './asking.ts';

const requests: readonly SearchRequest[] = [
  { query: 'Res 92' },
  { query: 'M.2083', limit: 5 },
  { query: 'res. 92 resolves 2' },
  { query: 'network slicing', limit: 5, offset: 5 },
  { query: '5G' },
  { query: '5G', asTyped: true },
  { query: 'frounthaul' },
  { query: 'frounthaul', asTyped: true },
  { query: '"network slicing" -security OR near(radio access, 3) body:wtsa' },
  { query: '"network slicing' },
  { query: 's* type:resolution', explain: true },
  { query: 'r\u00e9seaux \u7f51\u7edc' },
  { query: 'slicing', year: 1865 },
  { query: '', actor: 'itu-t-sg-13', sort: 'document' },
  { query: 'standardization', sort: 'date', has: 'footnote' },
];

function fail(bug: unknown): never {
  throw bug;
}

const newest = 'wtsa/resolution/92@2024';

describe('a reference, however it is spelt', () => {
  test.each([
    ['Res 92', newest],
    ['res. 92', newest],
    ['RESOLUTION 92', newest],
    ['resolution 92 new delhi', newest],
    ['WTSA-24 res 92', newest],
    ['WTSA Resolution 92', newest],
    ['Resolution 92 (Rev. New Delhi, 2024)', newest],
    ['Resolution 92 (Hammamet, 2016)', 'wtsa/resolution/92@2016'],
    ['WTSA-16 res 92', 'wtsa/resolution/92@2016'],
    ['M.2083', 'itu-r/recommendation/m.2083'],
    ['m 2083', 'itu-r/recommendation/m.2083'],
    ['itu-r m 2083', 'itu-r/recommendation/m.2083'],
    ['ITU\u2011R M.2083', 'itu-r/recommendation/m.2083'],
    ['Y3101', 'itu-t/recommendation/y.3101'],
    ['Y.3101', 'itu-t/recommendation/y.3101'],
    ['SG13', 'body/itu-t-sg-13'],
    ['Study Group 13', 'body/itu-t-sg-13'],
    ['Q1/1', 'itu-d/question/1-1'],
    ['Question 1/1', 'itu-d/question/1-1'],
    ['res. 92 resolves 2', `${newest}#resolves-to-invite-tsag.2`],
    [`${newest}#instructs-itu-t-sg-13.3`, `${newest}#instructs-itu-t-sg-13.3`],
    [newest, newest],
    ['wtsa/resolution/92', 'wtsa/resolution/92'],
    ['tour/resolution-92', 'tour/resolution-92'],
  ])('"%s" finds the thing itself first', async (query, address) => {
    const { hits } = await ask(query);
    expect(hits[0]).toMatchObject({ address, because: 'named' });
  });

  test.each(['M.2083', 'Res 92', 'Q1/1'])(
    '"%s" finds next where the thing is cited, then the words',
    async (query) => {
      const because = (await ask(query)).hits.map((hit) => hit.because);
      const order = ['named', 'cites', 'words'];
      expect(because).toEqual(because.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
      expect(because).toContain('cites');
    },
  );

  test('a number that means two works finds both', async () => {
    const named = (await ask('M.2083')).hits.filter(({ because }) => because === 'named');
    expect(addressesOf(named).toSorted()).toEqual([
      'itu-r/recommendation/m.2083',
      'itu-r/report/m.2083',
    ]);
  });

  test('a body that is named is followed by what resolutions ask of it', async () => {
    const { hits } = await ask('SG13');
    expect(hits[1]?.address).toMatch(/^wtsa\/resolution\/92@2024#instructs-itu-t-sg-13/);
  });
});

describe('the whole result', () => {
  test('is counted by everything that it can be narrowed by, however few are shown', async () => {
    const { total, facets } = await ask('network', { limit: 1 });
    for (const [name, values] of Object.entries(facets)) {
      expect(values.length, `${name}`).toBeGreaterThan(0);
      for (const { value, count } of values) {
        const narrowed = await ask('network', {
          [name]: name === 'year' ? Number(value) : value,
          limit: 1,
        });
        expect(narrowed.total, `${name} ${value}`).toBe(count);
        expect(count).toBeLessThanOrEqual(total);
      }
    }
  });

  test.each(['relevance', 'date', 'document'] as const)(
    'in the order of %s is cut into pages that miss nothing, repeat nothing and never change',
    async (sort) => {
      const whole = (await ask('standardization', { sort })).hits;
      const pages = async () => {
        const hits: string[] = [];
        for (let offset = 0; offset < whole.length; offset += 7)
          hits.push(
            ...addressesOf((await ask('standardization', { sort, limit: 7, offset })).hits),
          );
        return hits.slice(0, whole.length);
      };
      expect(whole.length).toBeGreaterThan(20);
      expect(await pages()).toEqual(addressesOf(whole));
      expect(await pages()).toEqual(addressesOf(whole));
      expect(new Set(addressesOf(whole)).size).toBe(whole.length);
    },
  );

  test('is the same in every order', async () => {
    const [one, ...others] = await Promise.all(
      (['relevance', 'date', 'document'] as const).map((sort) =>
        everythingFor('slicing', { sort }),
      ),
    );
    for (const other of others) expect(other).toEqual(one);
  });

  test('comes by relevance unless told, newest first, or as the texts stand', async () => {
    const filter = { work: 'wtsa/resolution/92' };
    const scores = (await ask('network', filter)).hits.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    const years = (await ask('network', { ...filter, sort: 'date' })).hits.map(({ address }) =>
      Number(/@(\d{4})/.exec(address)?.[1]),
    );
    expect(new Set(years).size).toBeGreaterThan(1);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
    const edition = 'wtsa/resolution/92@2024';
    const { hits } = await ask('network', { edition, sort: 'document' });
    const shown = await bundled.show({ address: edition });
    const text = JSON.stringify(shown);
    const places = hits.flatMap(({ heading }) =>
      heading === '' ? [] : [text.indexOf(JSON.stringify(heading))],
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('nothing found', () => {
  test('says which word is to blame, and which words are nearest to it', async () => {
    const { total, nothing } = await ask('slicng', { asTyped: true });
    expect(total).toBe(0);
    expect(nothing?.words).toMatchObject([{ word: 'slicng', count: 0 }]);
    expect(nothing?.words[0]?.nearest).toContain('slicing');
  });

  test('says which words are not to blame', async () => {
    const { total, nothing } = await ask('"slicing zyzzyva" slicing', {
      asTyped: true,
      year: 1865,
    });
    expect(total).toBe(0);
    const counts = new Map(nothing?.words.map(({ word, count }) => [word, count]));
    expect(counts.get('slicing zyzzyva')).toBe(0);
    expect(counts.get('slicing')).toBeGreaterThan(0);
  });

  test('tells filters that leave nothing from words that are nowhere', async () => {
    const { total, nothing } = await ask('slicing', { year: 1865 });
    expect(total).toBe(0);
    expect(nothing?.withoutFilters).toBe((await ask('slicing')).total);
  });

  test('counts the references that one could request, whose records have the words', async () => {
    const { nothing } = await ask('slicing', { year: 1865 });
    const references = await ask('slicing', { has: 'record' });
    expect(references.total).toBeGreaterThan(0);
    expect(nothing?.references).toBe(references.total);
  });
});

describe('an explanation', () => {
  test('shows the query as understood, the plan, and what was bounded', async () => {
    const { explanation } = await ask('Slicing   -security year:2024', { explain: true });
    expect(explanation?.understood).toBe('Slicing -security year:2024');
    expect(explanation?.plan.join('\n')).toMatch(/slicing[^]*without security[^]*year 2024/i);
    expect(explanation?.bounded).toEqual([]);
    const bounded = await ask('s*', { explain: true });
    expect(bounded.explanation?.bounded.join()).toContain('s*');
    expect(bounded.notes.map(({ code }) => code)).toContain('bounded');
  });
});

test('every wire carries the same answer, but for the time it took', async () => {
  const calls = await Promise.all(wires.map((wire) => wire.join(bundled, fail)));
  for (const request of requests) {
    const answers = await Promise.all(
      calls.map(async (call) => JSON.stringify(await call('search', request))),
    );
    const [first, ...others] = answers.map((answer) => answer.replace(/"ms":[\d.]+/, '"ms":0'));
    expect(JSON.parse(first ?? ''), `${JSON.stringify(request)}`).toMatchObject({ ok: true });
    for (const other of others) expect(other).toBe(first);
  }
});

describe('searches at the same time', () => {
  test('find what each of them finds alone', async () => {
    const alone = [];
    for (const request of requests) alone.push(await bundled.search(request));
    const together = await Promise.all(requests.map((request) => bundled.search(request)));
    const said = (answers: readonly (typeof together)[number][]) =>
      answers.map((answer) => (answer.ok ? { ...answer.value, ms: 0 } : answer));
    expect(said(together)).toEqual(said(alone));
  });
});
