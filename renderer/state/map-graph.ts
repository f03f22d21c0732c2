import type { WorkId } from '../../main/contract/ids.ts';
import type { Network, NetworkLink, NetworkWork } from '../../main/contract/network.ts';
import type { MapDepth, MapPlace } from './places/index.ts';

/** What of a network is shown at a place of the map. */
export interface Shown {
  readonly works: readonly NetworkWork[];
  /** Between these works only. */
  readonly links: readonly NetworkLink[];
  /** What is shown in full where there is a focus; null: everything. */
  readonly near: ReadonlySet<WorkId> | null;
}

/** The works of the chosen kinds and the links between them; the focus stays, whatever its kind. */
export function shownAt(network: Network, { focus, kinds, depth }: MapPlace): Shown {
  const works = network.works.filter(
    ({ work, type }) => kinds.length === 0 || kinds.includes(type) || work === focus,
  );
  const here = new Set(works.map(({ work }) => work));
  const links = network.links.filter(({ from, to }) => here.has(from) && here.has(to));
  const near = focus !== null && here.has(focus) ? around(links, focus, depth) : null;
  return { works, links, near };
}

/** A work and what is linked to it in so many steps; null where that is no bound. */
function around(
  links: readonly NetworkLink[],
  focus: WorkId,
  depth: MapDepth,
): ReadonlySet<WorkId> | null {
  if (depth === 'all') return null;
  const near = new Set([focus]);
  for (let step = 0; step < depth; step += 1) {
    const before = new Set(near);
    for (const { from, to } of links) {
      if (before.has(from)) near.add(to);
      if (before.has(to)) near.add(from);
    }
  }
  return near;
}

/** A work beside another, and how often they are linked. */
export interface Neighbour {
  readonly work: NetworkWork;
  readonly count: number;
}

export interface Neighbours {
  readonly cites: readonly Neighbour[];
  readonly citedBy: readonly Neighbour[];
  /** What its record names, and whose record names it. */
  readonly names: readonly Neighbour[];
  readonly namedBy: readonly Neighbour[];
}

/** What is linked to a work, the strongest links first. */
export function neighboursOf({ works, links }: Network, focus: WorkId): Neighbours {
  const known = new Map(works.map((work) => [work.work, work]));
  const those = (kind: NetworkLink['kind'], isOut: boolean): Neighbour[] =>
    links
      .filter((link) => link.kind === kind && (isOut ? link.from : link.to) === focus)
      .flatMap(({ from, to, count }) => {
        const work = known.get(isOut ? to : from);
        return work === undefined ? [] : [{ work, count }];
      })
      .toSorted((a, b) => b.count - a.count || byNumber(a.work, b.work));
  return {
    cites: those('cites', true),
    citedBy: those('cites', false),
    names: those('names', true),
    namedBy: those('names', false),
  };
}

/** The kinds of works in a network with how many there are, the most first. */
export function kindsOf({ works }: Network): readonly { kind: string; count: number }[] {
  return [...Map.groupBy(works, ({ type }) => type)]
    .map(([kind, those]) => ({ kind, count: those.length }))
    .toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

const numbers = new Intl.Collator('en', { numeric: true });
const byNumber = (a: NetworkWork, b: NetworkWork): number => numbers.compare(a.work, b.work);

/** The works as a table has them; works that are alike in what it is sorted by stand by number. */
export function inTableOrder(
  works: readonly NetworkWork[],
  { sort, isReversed }: Pick<MapPlace, 'sort' | 'isReversed'>,
): readonly NetworkWork[] {
  const compare = (a: NetworkWork, b: NetworkWork): number => {
    switch (sort) {
      case 'cited':
        return b.citedBy - a.citedBy;
      case 'cites':
        return b.cites - a.cites;
      case 'work':
        return 0;
      case 'kind':
        return numbers.compare(a.type, b.type);
      case 'text':
        return Number(b.hasText) - Number(a.hasText);
    }
  };
  const sorted = works.toSorted((a, b) => compare(a, b) || byNumber(a, b));
  return isReversed ? sorted.toReversed() : sorted;
}

/** Half the size of a work in the picture, in CSS pixels: its area grows with how often it is cited. */
export const radiusOf = ({ citedBy }: Pick<NetworkWork, 'citedBy'>): number =>
  Math.min(5 + 3.2 * Math.sqrt(citedBy), 26);
