import type { Point } from '../../state/map-layout.ts';

/** In CSS pixels: the free space at either end of a link, and the length of its arrow's sides. */
const free = 3;
const arrow = 6;

/** How far a link bows out, against its length: so that a link there and a link back are two. */
const bow = 0.09;

const write = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`;

export interface End extends Point {
  readonly radius: number;
}

/** A link from one work to another, with an arrow at its end; empty where there is no room for it. */
export function linkPath(from: End, to: End): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= from.radius + to.radius + 2 * free) return '';
  const bend = bendOf(from, to);
  const start = towards(from, bend, from.radius + free);
  const end = towards(to, bend, to.radius + free);
  const angle = Math.atan2(end.y - bend.y, end.x - bend.x);
  const side = (turn: number): string =>
    write(end.x - arrow * Math.cos(angle + turn), end.y - arrow * Math.sin(angle + turn));
  return `M${write(start.x, start.y)}Q${write(bend.x, bend.y)} ${write(end.x, end.y)}M${side(0.45)}L${write(end.x, end.y)}L${side(-0.45)}`;
}

const bendOf = (from: Point, to: Point): Point => ({
  x: (from.x + to.x) / 2 - (to.y - from.y) * bow,
  y: (from.y + to.y) / 2 + (to.x - from.x) * bow,
});

/** In CSS pixels: near enough to each other that no name stands between two of them. */
const stride = 14;

const onCurve = (part: number, from: number, bend: number, to: number): number =>
  (1 - part) ** 2 * from + 2 * part * (1 - part) * bend + part ** 2 * to;

/** Points along a link. */
export function pointsAlong(from: Point, to: Point): readonly Point[] {
  const bend = bendOf(from, to);
  const count = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / stride);
  return Array.from({ length: Math.max(count - 1, 0) }, (_none, order) => {
    const part = (order + 1) / count;
    return { x: onCurve(part, from.x, bend.x, to.x), y: onCurve(part, from.y, bend.y, to.y) };
  });
}

/** The point so far from one towards another. */
function towards(from: Point, to: Point, far: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const part = far / Math.hypot(dx, dy);
  return { x: from.x + dx * part, y: from.y + dy * part };
}
