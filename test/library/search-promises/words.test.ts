import { describe, expect, test } from 'vitest';
import { addressesOf, ask, bundled, everythingFor } from './asking.ts';

const inBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> =>
  new Set([...a].filter((each) => b.has(each)));

describe('words', () => {
  test.each([
    ['network', 'slicing'],
    ['spectrum', 'security'],
    ['developing', 'broadband'],
  ])('%s and %s must both be there', async (one, other) => {
    expect(await everythingFor(`${one} ${other}`)).toEqual(
      inBoth(await everythingFor(one), await everythingFor(other)),
    );
  });

  test.each([
    ['country', 'countries'],
    ['network', 'networks'],
    ['study', 'studies', 'studied', 'studying'],
    ['standardization', 'standardizing', 'standardized'],
    ['resolution', 'Resolutions'],
  ])('%s is found in any inflection', async (...forms) => {
    const [first, ...others] = await Promise.all(forms.map((form) => everythingFor(form)));
    expect(first?.size).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('the words of a title find what has that title first', async () => {
    const { hits } = await ask('enhancing the standardization activities non-radio aspects');
    expect(hits[0]).toMatchObject({ kind: 'edition', address: 'wtsa/resolution/92@2024' });
  });

  test('a provision that stands in two editions is one hit, which says where else it stands', async () => {
    const { hits } = await ask('roadmap standards activities', { work: 'wtsa/resolution/92' });
    const folded = hits.filter(({ also }) => also.some(({ year }) => year === 2016));
    expect(folded.length).toBeGreaterThan(0);
    const shown = addressesOf(hits);
    for (const { address, also } of folded) {
      expect(address).toMatch(/@2024#/);
      for (const twin of also) {
        expect(twin).toMatchObject({ year: 2016, name: 'Resolution 92 (Hammamet, 2016)' });
        expect(shown).not.toContain(twin.address);
      }
    }
  });
});

describe('what people say instead of what the texts say', () => {
  test.each([
    ['5G', 'IMT-2020'],
    ['QoS', 'Quality of service'],
    ['developing nations', 'Developing countries'],
  ])('%s finds %s, says so, and does not where that is undone', async (query, name) => {
    const { hits, notes, total } = await ask(query);
    const note = notes.find(({ code }) => code === 'also-searched');
    expect(note?.detail.toLowerCase()).toBe(query.toLowerCase());
    expect(note?.to).toContain(name);
    const says = ({ snippet }: { readonly snippet: string }): boolean =>
      snippet.toLowerCase().includes(name.toLowerCase());
    expect(hits.some(says)).toBe(true);
    const asTyped = await ask(query, { asTyped: true });
    expect(asTyped.notes.filter(({ code }) => code === 'also-searched')).toEqual([]);
    expect(asTyped.total).toBeLessThan(total);
  });
});

describe('a misspelling', () => {
  test.each([
    ['standardistion', 'standardization'],
    ['frounthaul', 'fronthaul'],
    ['Hamamet', 'hammamet'],
  ])('%s is taken for %s, which is said, and can be undone', async (typed, meant) => {
    const { notes, hits } = await ask(typed);
    expect(notes).toContainEqual({
      code: 'corrected',
      detail: typed,
      to: [expect.stringMatching(new RegExp(`^${meant}$`, 'i'))],
    });
    expect(hits.length).toBeGreaterThan(0);
    const asTyped = await ask(typed, { asTyped: true });
    expect(asTyped.notes).toEqual([]);
    expect(asTyped.total).toBe(0);
    expect(asTyped.nothing?.words[0]?.nearest.map((word) => word.toLowerCase())).toContain(meant);
  });

  test('is mended by the words of the library: what it is taken for is found as typed', async () => {
    for (const typed of ['standardistion', 'frounthaul', 'Hamamet'])
      for (const { to } of (await ask(typed)).notes)
        expect((await everythingFor(to[0] ?? '')).size, `${typed}`).toBeGreaterThan(0);
  });
});

describe('the language of search', () => {
  test('a phrase wants its words in a row', async () => {
    const { hits } = await ask('"network slicing"', { asTyped: true });
    expect(hits.length).toBeGreaterThan(0);
    for (const { snippet, title } of hits)
      expect(`${snippet} ${title}`).toMatch(/network\P{L}+slic/iu);
    expect(await everythingFor('"fronthaul slicing"')).toEqual(new Set());
  });

  test('a minus leaves out what holds a word', async () => {
    const [without, slicing, security] = await Promise.all(
      ['slicing -security', 'slicing', 'security'].map((query) => everythingFor(query)),
    );
    expect(without).toEqual(new Set([...slicing!].filter((each) => !security!.has(each))));
    expect(without!.size).toBeLessThan(slicing!.size);
  });

  test('OR gives what either side finds', async () => {
    const [either, one, other] = await Promise.all(
      ['slicing OR roadmap', 'slicing', 'roadmap'].map((query) => everythingFor(query)),
    );
    expect(either).toEqual(new Set([...one!, ...other!]));
  });

  test('a star stands for any ending', async () => {
    const [starred, whole] = await Promise.all(
      ['radio*', 'radiocommunication'].map((query) => everythingFor(query)),
    );
    expect(inBoth(starred!, whole!)).toEqual(whole);
    expect(starred!.size).toBeGreaterThan(whole!.size);
  });

  test('near wants words close together, in any order', async () => {
    const [near, turned, both, phrase] = await Promise.all(
      [
        'near(network management, 3)',
        'near(management network, 3)',
        'network management',
        '"network management"',
      ].map((query) => everythingFor(query)),
    );
    expect(turned).toEqual(near);
    expect(inBoth(near!, both!)).toEqual(near);
    expect(inBoth(near!, phrase!)).toEqual(phrase);
    expect(near!.size).toBeLessThan(both!.size);
  });

  test.each([
    ['type:recommendation', { type: 'recommendation' }],
    ['body:wtsa', { body: 'wtsa' }],
    ['work:wtsa/resolution/92', { work: 'wtsa/resolution/92' }],
    ['year:2016', { year: 2016 }],
    ['edition:2024', { edition: '2024' }],
    ['section:instructs', { section: 'instructs' }],
    ['actor:itu-t-sg-13', { actor: 'itu-t-sg-13' }],
    ['topic:security', { topic: 'security' }],
    ['lang:en', { lang: 'en' }],
    ['has:footnote', { has: 'footnote' }],
  ])('%s narrows, alone, beside words, and turned round', async (field, filter) => {
    expect(await everythingFor(field)).toEqual(await everythingFor('', filter));
    const words = 'network OR countries OR study';
    const all = await everythingFor(words);
    const narrowed = await everythingFor(words, filter);
    expect(narrowed.size).toBeGreaterThan(0);
    const without = await everythingFor(
      words
        .split(' OR ')
        .map((word) => `${word} -${field}`)
        .join(' OR '),
    );
    expect(new Set([...narrowed, ...without])).toEqual(all);
    expect(inBoth(narrowed, without)).toEqual(new Set());
  });

  test.each(
    ['type', 'body', 'work', 'year', 'edition', 'section', 'actor', 'topic', 'lang', 'has'].map(
      (field) => [field],
    ),
  )('values of %s: are completed as one types', async (field) => {
    const suggested = await bundled.suggest({ prefix: `slicing ${field}:`, limit: 8 });
    const queries = suggested.ok ? suggested.value.items.map(({ text }) => text) : [];
    expect(queries.length).toBeGreaterThan(0);
    for (const query of queries) {
      expect(query).toMatch(new RegExp(`^slicing ${field}:.`));
      const begun = query.slice(0, `slicing ${field}:`.length + 2);
      const next = await bundled.suggest({ prefix: begun, limit: 20 });
      expect(next.ok && next.value.items.map(({ text }) => text)).toContain(query);
    }
  });

  test.each([
    ['"network slicing', 'network slicing'],
    ['slicing OR', 'slicing or'],
    ['near(slicing', 'near slicing'],
    ['slicing type:', 'slicing type'],
    ['-slicing', 'slicing'],
    ['(slicing OR roadmap) network', 'slicing or roadmap network'],
  ])('%s is wrong, is read as plain words, and says so', async (query, words) => {
    const { notes, total, facets } = await ask(query);
    expect(notes.map(({ code }) => code)).toContain('read-as-plain-words');
    const plain = await ask(words);
    expect({ total, facets }).toEqual({ total: plain.total, facets: plain.facets });
    expect(total).toBeGreaterThan(0);
  });
});
