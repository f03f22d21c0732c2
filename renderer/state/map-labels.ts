import type { Point } from './map-layout.ts';

/** Something in the window that may show its name; all in CSS pixels. */
export interface Named<Key> extends Point {
  readonly key: Key;
  readonly radius: number;
  readonly width: number;
}

/** Where a name stands: on which side of its work. */
export type Side = 'right' | 'left' | 'below' | 'above';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** In CSS pixels: how high a name is, how far it stands from its work, and at least from the edge of the picture. */
export const labelHeight = 21;
const labelGap = 5;
const edge = 6;
/** In CSS pixels: between the end of a name and the beginning of another. */
const apart = 8;

/** In CSS pixels: what is kept free for the buttons of the picture. */
const corner = { width: 56, height: 140 };

/** In a crowd of so many works the first names may lie on works that come after them: these are to be read anyhow. */
const crowd = 120;
const chiefs = 12;

/** Where the middle of the near edge of a name stands, from the middle of its work. */
export function labelAt(side: Side, radius: number): Point {
  switch (side) {
    case 'right':
      return { x: radius + labelGap, y: 0 };
    case 'left':
      return { x: -radius - labelGap, y: 0 };
    case 'below':
      return { x: 0, y: radius + labelGap + labelHeight / 2 };
    case 'above':
      return { x: 0, y: -radius - labelGap - labelHeight / 2 };
  }
}

function boxOf({ x, y, radius, width }: Named<unknown>, side: Side): Box {
  const at = labelAt(side, radius);
  const left = side === 'right' ? 0 : side === 'left' ? -width : -width / 2;
  return {
    left: x + at.x + left,
    right: x + at.x + left + width,
    top: y + at.y - labelHeight / 2,
    bottom: y + at.y + labelHeight / 2,
  };
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const within = (a: Box, width: number, height: number): boolean =>
  a.left >= edge && a.top >= edge && a.right <= width - edge && a.bottom <= height - edge;

const holds = ({ left, right, top, bottom }: Box, { x, y }: Point): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/**
 * Which names can be shown without one lying on another or on a work, the first first, and on which side each. A name
 * keeps off the `lines`, told by points along them, and stands away from the middle of the picture, if it can. Of what
 * is `unnamed` only the body counts.
 */
export function placeLabels<Key>(
  items: readonly Named<Key>[],
  unnamed: readonly Named<Key>[],
  { width, height }: { readonly width: number; readonly height: number },
  lines: readonly Point[] = [],
): ReadonlyMap<Key, Side> {
  const bodies = [...items, ...unnamed].map(({ x, y, radius }) => ({
    left: x - radius - 1,
    right: x + radius + 1,
    top: y - radius - 1,
    bottom: y + radius + 1,
  }));
  // The buttons stand in a lower corner, on either side as the interface is read.
  const taken: Box[] = [0, width - corner.width].map((left) => ({
    left,
    right: left + corner.width,
    top: height - corner.height,
    bottom: height,
  }));
  const placed = new Map<Key, Side>();
  const chief = bodies.length > crowd ? chiefs : 0;
  for (const [order, item] of items.entries()) {
    const outward: Side = item.x < width / 2 ? 'left' : 'right';
    const inward: Side = outward === 'left' ? 'right' : 'left';
    const free = ([outward, 'below', 'above', inward] as const).filter((each) => {
      const box = boxOf(item, each);
      return (
        within(box, width, height) &&
        !taken.some((other) => overlap(box, other)) &&
        !bodies.some(
          (other, at) => at !== order && (at < order || order >= chief) && overlap(box, other),
        )
      );
    });
    const side =
      free.find((each) => {
        const box = boxOf(item, each);
        return !lines.some((point) => holds(box, point));
      }) ?? free[0];
    if (side === undefined) continue;
    placed.set(item.key, side);
    const own = boxOf(item, side);
    taken.push({ ...own, left: own.left - apart, right: own.right + apart });
  }
  return placed;
}
