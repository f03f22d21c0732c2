import { describe, expect, test } from 'vitest';
import type { Shown } from '../../main/contract/answers.ts';
import type { Api } from '../../main/contract/api.ts';
import type { Result } from '../../main/contract/failure.ts';
import { listedKinds } from '../fixtures/records.ts';
import { bundledApi } from '../fixtures/service.ts';

/** What holds of the bundled library whatever its authors add to it. */

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const shownAt = async (api: Api, address: string): Promise<Shown> =>
  valueOf(await api.show({ address }));

async function addressesOf(api: Api): Promise<string[]> {
  const lists = await Promise.all(listedKinds.map((kind) => api.records({ kind })));
  return lists.flatMap((list) => valueOf(list).records.map(({ address }) => address));
}

describe('the bundled library', () => {
  test('has records of every kind, and counts them', async () => {
    const api = await bundledApi();
    const { counts } = valueOf(await api.about({}));
    for (const kind of listedKinds) {
      const { records } = valueOf(await api.records({ kind }));
      expect([kind, records.length > 0]).toEqual([kind, true]);
      const counted = {
        reference: counts.references,
        body: counts.bodies,
        handbook: counts.handbooks,
        tour: counts.tours,
        term: counts.terms,
        meeting: counts.meetings,
        topic: records.length,
      }[kind];
      expect([kind, counted]).toEqual([kind, records.length]);
    }
  });

  test('leads from every record to places that are there, which say that it does', async () => {
    const api = await bundledApi();
    const shown = new Map<string, Shown>();
    const at = async (address: string): Promise<Shown> => {
      const known = shown.get(address) ?? (await shownAt(api, address));
      shown.set(address, known);
      return known;
    };
    for (const address of await addressesOf(api)) {
      const record = await at(address);
      if (!('links' in record)) throw new Error(`${address} has no links`);
      for (const link of record.links) {
        if (link.address.startsWith(`${address}#`) || link.address === address) continue;
        if (link.kind === 'edition' && !(await api.show({ address: link.address })).ok) continue;
        const { linkedFrom } = await at(link.address);
        const from = linkedFrom.map((each) => each.address.replace(/^(tour\/[^#]*)#.*/, '$1'));
        expect({ to: link.address, from }).toEqual({
          to: link.address,
          from: expect.arrayContaining([address]) as unknown,
        });
      }
    }
  });

  test('knows every work that the resolutions cite, and the edition that they mean', async () => {
    const api = await bundledApi();
    const { editions } = valueOf(await api.catalogue({}));
    for (const { edition } of editions) {
      const shown = await shownAt(api, edition);
      if (shown.kind !== 'edition') throw new Error(edition);
      const unknown = shown.citations.filter(({ known }) => known === null);
      expect(unknown.map(({ work }) => work)).toEqual([]);
    }
  });

  test('knows every meeting that adopted an edition', async () => {
    const api = await bundledApi();
    const { records } = valueOf(await api.records({ kind: 'meeting' }));
    const adopted = (
      await Promise.all(records.map(({ address }) => shownAt(api, address)))
    ).flatMap((shown) => (shown.kind === 'meeting' ? shown.editions : []));
    const { editions } = valueOf(await api.catalogue({}));
    expect(adopted.map(({ edition }) => edition).toSorted()).toEqual(
      editions.map(({ edition }) => edition).toSorted(),
    );
  });

  test('says of every study group and advisory group that is asked for something who it is', async () => {
    const api = await bundledApi();
    const { records } = valueOf(await api.records({ kind: 'body' }));
    const bodies = new Set(records.map(({ address }) => address.replace('body/', '')));
    const { actions } = valueOf(await api.actions({}));
    const groups = actions
      .map(({ actor }) => actor as string)
      .filter((actor) => /^(?:itu-[rtd]-sg-\d+|tsag|rag|tdag)$/.test(actor));
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.filter((actor) => !bodies.has(actor))).toEqual([]);
  });

  test('finds every reference by its name, and suggests it', async () => {
    const api = await bundledApi();
    const { records } = valueOf(await api.records({ kind: 'reference' }));
    for (const { address, name, hasText } of records.filter((_each, at) => at % 7 === 0)) {
      const { hits } = valueOf(await api.search({ query: name, limit: 3 }));
      const work = hits.map((hit) => hit.address.replace(/[@#].*/, ''));
      expect([name, ...work]).toContain(address);
      const { items } = valueOf(await api.suggest({ prefix: name, limit: 3 }));
      const suggested = items.map((item) => item.address.replace(/[@#].*/, ''));
      expect([name, ...suggested]).toContain(address);
      expect(items.some(({ kind }) => kind === (hasText ? 'edition' : 'reference'))).toBe(true);
    }
  });

  test('puts the provision before the records that speak of it', async () => {
    const api = await bundledApi();
    const { hits } = valueOf(await api.search({ query: 'network slicing', limit: 1 }));
    expect(hits[0]?.kind).toBe('provision');
    expect(hits[0]?.address).toContain('#instructs-itu-t-sg-13');
  });

  test('puts a body that is named first, and then what resolutions ask of it', async () => {
    const api = await bundledApi();
    const { hits } = valueOf(await api.search({ query: 'Study Group 13', limit: 3 }));
    expect(hits.map(({ because }) => because)).toEqual(['named', 'cites', 'cites']);
    expect(hits[0]?.address).toBe('body/itu-t-sg-13');
    expect(hits[1]?.address).toContain('#instructs-itu-t-sg-13');
  });
});
