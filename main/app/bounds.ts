import type { Rectangle } from 'electron';

/** A window that is smaller holds none of our screens. */
export const smallest = { width: 390, height: 480 };
const usual = { width: 1280, height: 860 };

/** So much of a window's upper edge must be in sight for a person to take hold of it. */
const hold = { width: 120, height: 32 };

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b);

function isInSight(bounds: Rectangle, area: Rectangle): boolean {
  return (
    overlap(bounds.x, bounds.width, area.x, area.width) >= hold.width &&
    bounds.y >= area.y - hold.height / 2 &&
    bounds.y + hold.height <= area.y + area.height
  );
}

/**
 * Where a window opens that stood at `kept`: there, where that is still on a display; else in the middle of the first one. It is
 * no larger than its display.
 *
 * @param areas what the displays leave to windows, the first one's first
 */
export function boundsIn(kept: Rectangle | null, areas: readonly Rectangle[]): Partial<Rectangle> {
  const wanted = kept ?? { ...usual, x: 0, y: 0 };
  const area = kept === null ? undefined : areas.find((each) => isInSight(kept, each));
  const [first] = areas;
  const on = area ?? first;
  const size = {
    width: Math.max(smallest.width, Math.min(wanted.width, on?.width ?? wanted.width)),
    height: Math.max(smallest.height, Math.min(wanted.height, on?.height ?? wanted.height)),
  };
  return area === undefined ? size : { x: wanted.x, y: wanted.y, ...size };
}

/** A further window stands a little beside the one that it was opened from. */
export const beside = (bounds: Rectangle): Rectangle => ({
  ...bounds,
  x: bounds.x + 28,
  y: bounds.y + 28,
});
