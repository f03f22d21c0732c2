import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { WorkId } from '../../main/contract/ids.ts';
import type { Network } from '../../main/contract/network.ts';
import { radiusOf } from './map-graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where each work stands, in CSS pixels at the size of one to one; the middle is at 0, 0. */
export type Layout = ReadonlyMap<WorkId, Point>;

/** Lets others use the page's thread where it is time to. */
export type Breathe = () => Promise<void>;

interface Body extends SimulationNodeDatum {
  readonly work: WorkId;
  readonly radius: number;
}

/** Two works that are linked: the bodies themselves, so that d3-force has nothing to look up. */
interface Tie extends SimulationLinkDatum<Body> {
  readonly source: Body;
  readonly target: Body;
}

/** In CSS pixels: between the edges of two works, and between those of two that are linked. */
const gap = 15;
const reach = 62;

/** Wider than high, as windows are: what draws together from above and below is stronger. */
const pull = { x: 0.045, y: 0.085 };

/** A large network comes to rest sooner, since each work has less room to choose from. */
const stepsFor = (works: number): number => (works > 150 ? 160 : 300);

/** In milliseconds: one step of a large network takes as much by itself. */
const longestStretch = 3;

/**
 * Places a network so that what is linked stands together. The same network is placed in the same way each time: it
 * begins from the order of the works, and d3-force's own numbers are no chance. Long work pauses.
 */
export async function layOut({ works, links }: Network, breathe: Breathe): Promise<Layout> {
  const bodies: Body[] = works.map((work) => ({ work: work.work, radius: radiusOf(work) }));
  const degrees = new Map<WorkId, number>();
  for (const { from, to } of links)
    for (const end of [from, to]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  const degreeOf = (work: WorkId): number => degrees.get(work) ?? 0;
  const bodyOf = new Map(bodies.map((body) => [body.work, body]));
  const ties = links.flatMap(({ from, to }): Tie[] => {
    const [source, target] = [bodyOf.get(from), bodyOf.get(to)];
    return source === undefined || target === undefined ? [] : [{ source, target }];
  });
  const steps = stepsFor(works.length);
  const simulation = forceSimulation(bodies)
    .stop()
    .force(
      'link',
      forceLink<Body, Tie>(ties).distance(({ source, target }) => {
        const crowd = Math.min(degreeOf(source.work), degreeOf(target.work));
        return reach + source.radius + target.radius + 9 * Math.sqrt(crowd);
      }),
    )
    .force(
      'apart',
      forceManyBody<Body>().strength(({ work }) => -190 - 26 * Math.sqrt(degreeOf(work))),
    )
    .force('room', forceCollide<Body>(({ radius }) => radius + gap).iterations(2))
    .force('across', forceX<Body>(0).strength(pull.x))
    .force('down', forceY<Body>(0).strength(pull.y))
    .alphaDecay(1 - 0.001 ** (1 / steps));
  let started = performance.now();
  for (let step = 0; step < steps; step += 1) {
    simulation.tick();
    if (performance.now() - started < longestStretch) continue;
    await breathe();
    started = performance.now();
  }
  return new Map(bodies.map(({ work, x = 0, y = 0 }) => [work, { x, y }]));
}
