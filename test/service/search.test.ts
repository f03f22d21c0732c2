import { describe, expect, test } from 'vitest';
import type { Result } from '../../main/contract/failure.ts';
import { bundledApi } from '../fixtures/service.ts';

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function search(query: string) {
  const api = await bundledApi();
  return valueOf(await api.search({ query, limit: 10 }));
}

const newest = 'wtsa/resolution/92@2024';

describe('a reference, however it is spelt', () => {
  test.each([
    ['Res 92', newest],
    ['resolution 92 new delhi', newest],
    ['WTSA-24 res 92', newest],
    ['Resolution 92 (Hammamet, 2016)', 'wtsa/resolution/92@2016'],
    ['M.2083', 'itu-r/recommendation/m.2083'],
    ['itu-r m 2083', 'itu-r/recommendation/m.2083'],
    ['Y3101', 'itu-t/recommendation/y.3101'],
    ['SG13', 'body/itu-t-sg-13'],
    ['Q1/1', 'itu-d/question/1-1'],
    ['res. 92 resolves 2', `${newest}#resolves-to-invite-tsag.2`],
    [`${newest}#instructs-itu-t-sg-13.3`, `${newest}#instructs-itu-t-sg-13.3`],
    ['tour/resolution-92', 'tour/resolution-92'],
  ])('"%s" finds the thing itself first', async (query, address) => {
    const { hits } = await search(query);
    expect(hits[0]).toMatchObject({ address, because: 'named' });
  });

  test('finds next where the thing is cited', async () => {
    const { hits } = await search('M.2083');
    const because = hits.map((hit) => hit.because);
    const order = ['named', 'cites', 'words'];
    expect(because).toEqual(because.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
    expect(because).toContain('cites');
  });

  test('finds both works that a number means', async () => {
    const { hits } = await search('M.2083');
    const named = hits.filter(({ because }) => because === 'named');
    expect(named.map(({ address }) => address).toSorted()).toEqual([
      'itu-r/recommendation/m.2083',
      'itu-r/report/m.2083',
    ]);
  });

  test('a body that is named is followed by what resolutions ask of it', async () => {
    const { hits } = await search('SG13');
    expect(hits[1]?.address).toMatch(/^wtsa\/resolution\/92@2024#instructs-itu-t-sg-13/);
  });
});

describe('what people say instead of what the texts say', () => {
  test.each([
    ['5G', 'IMT-2020'],
    ['QoS', 'Quality of service'],
    ['developing nations', 'Developing countries'],
  ])('%s finds %s, and says so', async (query, name) => {
    const { hits, notes } = await search(query);
    const note = notes.find(({ code }) => code === 'also-searched');
    expect(note?.to).toContain(name);
    expect(hits.some(({ snippet }) => snippet.toLowerCase().includes(name.toLowerCase()))).toBe(
      true,
    );
  });
});

describe('the whole result', () => {
  test('is counted by everything that it can be narrowed by', async () => {
    const { facets, total } = await search('network');
    for (const [name, values] of Object.entries(facets)) {
      expect(values.length, `${name}`).toBeGreaterThan(0);
      const most = Math.max(...values.map(({ count }) => count));
      expect(most, `${name}`).toBeLessThanOrEqual(total);
    }
  });

  test('is as long as each of its counts when narrowed', async () => {
    const api = await bundledApi();
    const { facets } = await search('network');
    for (const { value, count } of facets.type) {
      const { total } = valueOf(await api.search({ query: 'network', type: value }));
      expect(total, `${value}`).toBe(count);
    }
    for (const { value, count } of facets.topic.slice(0, 5)) {
      const { total } = valueOf(await api.search({ query: 'network', topic: value }));
      expect(total, `${value}`).toBe(count);
    }
  });
});
