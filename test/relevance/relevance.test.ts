import { describe, expect, test } from 'vitest';
import type { Api } from '../../main/contract/api.ts';
import type { Provision } from '../../main/contract/document.ts';
import { listedKinds } from '../fixtures/records.ts';
import { bundledApi } from '../fixtures/service.ts';
import {
  figuresOf,
  judgedQueries,
  judgments,
  kinds,
  rankingOf,
  type Figures,
  type JudgedQuery,
  type Kind,
} from './judged.ts';

const kindOf = ({ id }: JudgedQuery): Kind => id.charAt(0) as Kind;

/** Figures below which search must not fall: all queries, then each kind. */
const floors: Readonly<Record<'all' | Kind, Figures>> = {
  all: { map: 0.62, ndcg10: 0.75, success1: 0.82 },
  r: { map: 0.66, ndcg10: 0.85, success1: 0.99 },
  w: { map: 0.69, ndcg10: 0.82, success1: 0.94 },
  q: { map: 0.33, ndcg10: 0.42, success1: 0.3 },
  p: { map: 0.45, ndcg10: 0.6, success1: 0.8 },
  h: { map: 0.61, ndcg10: 0.74, success1: 0.79 },
  s: { map: 0.74, ndcg10: 0.83, success1: 0.87 },
  f: { map: 0.96, ndcg10: 0.97, success1: 0.99 },
  v: { map: 0.47, ndcg10: 0.54, success1: 0.56 },
  x: { map: 0.86, ndcg10: 0.89, success1: 0.99 },
};

const addressesIn = (provision: Provision): string[] => [
  provision.address,
  ...provision.provisions.flatMap(addressesIn),
];

/** Every address of an edition, a provision, a record, a chapter or a stop. */
async function placesIn(api: Api): Promise<Set<string>> {
  const places = new Set<string>();
  const catalogue = await api.catalogue({});
  if (!catalogue.ok) throw new Error(catalogue.error.message);
  const whole = catalogue.value.editions.map(({ edition }) => edition as string);
  for (const kind of listedKinds) {
    const listed = await api.records({ kind });
    if (!listed.ok) throw new Error(listed.error.message);
    for (const { address } of listed.value.records) places.add(address);
    if (kind === 'handbook' || kind === 'tour')
      whole.push(...listed.value.records.map(({ address }) => address));
  }
  for (const address of whole) {
    const shown = await api.show({ address });
    if (!shown.ok) throw new Error(shown.error.message);
    places.add(address);
    if (shown.value.kind === 'edition')
      for (const provision of shown.value.sections.flatMap(({ provisions }) => provisions))
        for (const inside of addressesIn(provision)) places.add(`${address}#${inside}`);
    if (shown.value.kind === 'handbook')
      for (const chapter of shown.value.record.chapters) places.add(chapter.address);
    if (shown.value.kind === 'tour')
      for (const stop of shown.value.record.stops) places.add(stop.address);
  }
  return places;
}

describe('the judged queries', () => {
  const queries = judgedQueries();

  test('are 120, each of a kind and with an answer of the highest grade', () => {
    expect(queries).toHaveLength(120);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(120);
    for (const query of queries) {
      expect(Object.keys(kinds)).toContain(kindOf(query));
      expect([...query.grades.values()]).toContain(3);
    }
  });

  test('name what the bundled library holds, each address once for a query, in grades 1 to 3', async () => {
    const rows = judgments();
    expect(new Set(rows.map(({ query, doc }) => `${query} ${doc}`)).size).toBe(rows.length);
    expect([...new Set(rows.map(({ grade }) => grade))].toSorted()).toEqual([1, 2, 3]);
    const ids = new Set(queries.map(({ id }) => id));
    expect(rows.filter(({ query }) => !ids.has(query))).toEqual([]);

    const places = await placesIn(await bundledApi());
    expect(rows.filter(({ doc }) => !places.has(doc))).toEqual([]);
  });
});

describe('search over the bundled library', () => {
  const names = Object.keys(floors) as ('all' | Kind)[];

  test('ranks the judged queries no worse than the floors', async () => {
    const api = await bundledApi();
    const ranked: (readonly [JudgedQuery, readonly string[]])[] = [];
    for (const query of judgedQueries()) ranked.push([query, await rankingOf(api, query.text)]);

    const below = names.flatMap((name) => {
      const found = figuresOf(ranked.filter(([query]) => name === 'all' || kindOf(query) === name));
      return (['map', 'ndcg10', 'success1'] as const)
        .filter((figure) => found[figure] < floors[name][figure])
        .map((figure) => `${name} ${figure}: ${found[figure]}, at least ${floors[name][figure]}`);
    });
    expect(below).toEqual([]);
  });
});
