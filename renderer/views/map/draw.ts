import type { WorkId } from '../../../main/contract/ids.ts';
import { atCamera, type Camera, type Size } from '../../state/map-camera.ts';
import type { Shown } from '../../state/map-graph.ts';
import { radiusOf } from '../../state/map-graph.ts';
import { labelAt, placeLabels, type Named } from '../../state/map-labels.ts';
import type { Layout, Point } from '../../state/map-layout.ts';
import { linkPath, pointsAlong, type End } from './link-path.ts';

/** Names that are tried at once; more would not fit, and each costs time while the map moves. */
const mostNames = 120;

/** Lines that names keep off; in a larger crowd of them no name would find a place. */
const mostLines = 100;

/** How small works become, against their size where there is room. */
const leastScale = 0.72;

/** One work of the picture and what of the page belongs to it; `x` and `y` are where it stands in the window. */
interface Drawn extends End {
  readonly work: WorkId;
  readonly isFocus: boolean;
  /** Half its size where there is room enough. */
  readonly full: number;
  readonly place: { readonly x: number; readonly y: number };
  readonly element: SVGElement;
  readonly label: SVGTextElement;
  readonly width: number;
  readonly isNear: boolean;
}

/**
 * Moves what stands in the picture to where a camera sees it. Who comes nearer sees more apart, and not larger; from far
 * the works are a little smaller.
 */
export function createDrawing(
  svg: SVGSVGElement,
  layout: Layout,
  shown: Shown,
  focus: WorkId | null,
) {
  const { near } = shown;
  const elements = [...svg.querySelectorAll<SVGElement>('[data-work]')];
  const byWork = new Map(elements.map((element) => [element.dataset['work'], element]));
  const labels = new Map(
    [...svg.querySelectorAll<SVGTextElement>('[data-name]')].map((label) => [
      label.dataset['name'],
      label,
    ]),
  );
  const items = shown.works.flatMap((each): Drawn[] => {
    const element = byWork.get(each.work);
    const label = labels.get(each.work);
    const place = layout.get(each.work);
    if (element === undefined || label === undefined || place === undefined) return [];
    return [
      {
        work: each.work,
        place,
        ...place,
        isFocus: each.work === focus,
        radius: radiusOf(each),
        full: radiusOf(each),
        element,
        label,
        width: label.getComputedTextLength(),
        isNear: near?.has(each.work) ?? true,
      },
    ];
  });
  const lines = [...svg.querySelectorAll<SVGPathElement>('[data-link]')];

  return {
    at(camera: Camera, size: Size): void {
      const project = atCamera(camera);
      const scale = Math.min(Math.max(Math.sqrt(camera.k), leastScale), 1);
      const moved = items.map((item) =>
        Object.assign(item, project(item.place), { radius: item.full * scale }),
      );
      const ends = new Map<WorkId, End>(moved.map((item) => [item.work, item]));
      for (const { element, x, y } of moved)
        element.setAttribute(
          'transform',
          `translate(${x.toFixed(1)},${y.toFixed(1)}) scale(${scale.toFixed(3)})`,
        );
      const along: Point[] = [];
      for (const [order, { from, to }] of shown.links.entries()) {
        const [one, other] = [ends.get(from), ends.get(to)];
        if (one === undefined || other === undefined) continue;
        lines[order]?.setAttribute('d', linkPath(one, other));
        if (order < mostLines && (focus === null || from === focus || to === focus))
          along.push(...pointsAlong(one, other));
      }
      placeNames(moved, size, along);
    },
  };
}

export type Drawing = ReturnType<typeof createDrawing>;

/** Shows the names that fit. */
function placeNames(at: readonly Drawn[], size: Size, lines: readonly Point[]): void {
  const isSeen = ({ x, y }: Drawn): boolean =>
    x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  const seen = at.filter((item) => isSeen(item));
  const named = seen
    .filter(({ isNear }) => isNear)
    .toSorted((a, b) => Number(b.isFocus) - Number(a.isFocus))
    .slice(0, mostNames);
  // Works without a name are still not to be covered by one.
  const unnamed = seen.filter((item) => !named.includes(item));
  const asNamed = ({ work, x, y, radius, width }: Drawn): Named<WorkId> => ({
    key: work,
    x,
    y,
    radius,
    width,
  });
  const sides = placeLabels(named.map(asNamed), unnamed.map(asNamed), size, lines);
  for (const item of at) {
    const { work, element, label, radius } = item;
    const side = sides.get(work);
    const { x, y } = labelAt(side ?? 'below', radius);
    element.setAttribute('tabindex', side === undefined ? '-1' : '0');
    label.classList.toggle('is-placed', side !== undefined);
    label.setAttribute('x', (item.x + x).toFixed(1));
    label.setAttribute('y', (item.y + y).toFixed(1));
    label.setAttribute(
      'text-anchor',
      side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle',
    );
  }
}
