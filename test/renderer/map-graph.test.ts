import { expect, test } from 'vitest';
import type { WorkId } from '../../main/contract/ids.ts';
import type { Network, NetworkLink, NetworkWork } from '../../main/contract/network.ts';
import {
  inTableOrder,
  kindsOf,
  neighboursOf,
  radiusOf,
  shownAt,
} from '../../renderer/state/map-graph.ts';
import { layOut } from '../../renderer/state/map-layout.ts';
import type { MapPlace } from '../../renderer/state/places/index.ts';

const id = (work: string): WorkId => work as WorkId;

const work = (name: string, more: Partial<NetworkWork> = {}): NetworkWork => ({
  work: id(name),
  name,
  title: '',
  type: name.split('/')[1] ?? '',
  hasText: false,
  citedBy: 0,
  cites: 0,
  ...more,
});
const cites = (from: string, to: string, count = 1): NetworkLink => ({
  from: id(from),
  to: id(to),
  kind: 'cites',
  count,
});

/** A chain of citations, one -> two -> three -> four, and one work that nothing cites. */
const chain: Network = {
  works: [
    work('a/report/2', { citedBy: 3, cites: 1 }),
    work('a/resolution/10', { citedBy: 1 }),
    work('a/report/3', { citedBy: 1, cites: 1 }),
    work('a/resolution/1', { cites: 3, hasText: true }),
    work('a/resolution/9'),
  ],
  links: [
    cites('a/resolution/1', 'a/report/2', 3),
    cites('a/report/2', 'a/report/3'),
    cites('a/report/3', 'a/resolution/10'),
  ],
  total: 5,
};

const at = (place: Partial<MapPlace>): MapPlace => ({
  focus: null,
  kinds: [],
  depth: 1,
  as: 'picture',
  withRecords: false,
  sort: 'cited',
  isReversed: false,
  ...place,
});
const near = (place: Partial<MapPlace>) => [...(shownAt(chain, at(place)).near ?? [])].toSorted();

test('without a focus everything is shown in full', () => {
  expect(shownAt(chain, at({}))).toEqual({ works: chain.works, links: chain.links, near: null });
});

test('a focus keeps what is next to it in either direction, or two steps away, or everything', () => {
  const focus = id('a/resolution/1');
  expect(near({ focus })).toEqual(['a/report/2', 'a/resolution/1']);
  expect(near({ focus, depth: 2 })).toEqual(['a/report/2', 'a/report/3', 'a/resolution/1']);
  expect(shownAt(chain, at({ focus, depth: 'all' })).near).toBeNull();
  expect(near({ focus: id('a/report/3') })).toEqual([
    'a/report/2',
    'a/report/3',
    'a/resolution/10',
  ]);
});

test('of the chosen kinds only these works are shown and the links between them, but the focus stays', () => {
  const { works, links } = shownAt(
    chain,
    at({ kinds: ['report'], focus: id('a/resolution/1'), depth: 'all' }),
  );
  expect(works.map(({ work: each }) => each)).toEqual([
    'a/report/2',
    'a/report/3',
    'a/resolution/1',
  ]);
  expect(links).toHaveLength(2);
});

test('what a work cites and who cites it are told apart', () => {
  const { cites: out, citedBy } = neighboursOf(chain, id('a/report/2'));
  expect(out.map(({ work: each }) => each.name)).toEqual(['a/report/3']);
  expect(citedBy.map(({ work: each, count }) => [each.name, count])).toEqual([
    ['a/resolution/1', 3],
  ]);
});

test('kinds are counted, the most first', () => {
  expect(kindsOf(chain)).toEqual([
    { kind: 'resolution', count: 3 },
    { kind: 'report', count: 2 },
  ]);
});

const inOrderOf = (sort: MapPlace['sort'], isReversed = false) =>
  inTableOrder(chain.works, { sort, isReversed }).map(({ name }) => name.slice(2));

test('a table stands by any of its columns, from either end, by number where they are alike', () => {
  expect(inOrderOf('cited')).toEqual([
    'report/2',
    'report/3',
    'resolution/10',
    'resolution/1',
    'resolution/9',
  ]);
  expect(inOrderOf('work')).toEqual([
    'report/2',
    'report/3',
    'resolution/1',
    'resolution/9',
    'resolution/10',
  ]);
  expect(inOrderOf('work', true)).toEqual(inOrderOf('work').toReversed());
  expect(inOrderOf('cites')[0]).toBe('resolution/1');
  expect(inOrderOf('text')[0]).toBe('resolution/1');
  expect(inOrderOf('kind').slice(0, 2)).toEqual(['report/2', 'report/3']);
});

test('the more often a work is cited, the larger it is', () => {
  const sizes = [0, 1, 4, 20].map((citedBy) => radiusOf({ citedBy }));
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(new Set(sizes).size).toBe(4);
});

test('the same network is placed in the same way each time, with room between its works', async () => {
  let pauses = 0;
  const pause = async (): Promise<void> => {
    pauses += 1;
  };
  const star: Network = {
    works: Array.from({ length: 60 }, (_none, order) => work(`a/report/${order}`)),
    links: Array.from({ length: 59 }, (_none, order) =>
      cites('a/report/0', `a/report/${order + 1}`),
    ),
    total: 60,
  };
  const [one, other] = [await layOut(star, pause), await layOut(star, pause)];
  expect([...one]).toEqual([...other]);
  expect(pauses).toBeGreaterThan(0);
  const points = [...one.values()];
  for (const [order, a] of points.entries())
    for (const b of points.slice(order + 1))
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(2 * radiusOf({ citedBy: 0 }));
});
