import type { Point } from './map-layout.ts';

/** How the plane of the map stands in its window: a point of it is at `k` times that and `x`, `y` further. */
export interface Camera extends Point {
  readonly k: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the plane, and how far beyond it the picture is to reach, in CSS pixels of the window. */
export interface View {
  readonly points: readonly Point[];
  readonly margin: { readonly x: number; readonly y: number };
  /** Not nearer than this. */
  readonly most: number;
}

/** The camera that shows some points in the middle, as near as they fit. */
export function cameraOn({ points, margin, most }: View, { width, height }: Size): Camera {
  const [left, right] = extent(points.map(({ x }) => x));
  const [top, bottom] = extent(points.map(({ y }) => y));
  const fit = (room: number, edge: number, length: number): number =>
    length === 0 ? most : Math.max(room - 2 * edge, room / 4) / length;
  const k = Math.min(fit(width, margin.x, right - left), fit(height, margin.y, bottom - top), most);
  return { k, x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2 };
}

/** Whether all of some points are within the window. */
export const sees = (camera: Camera, points: readonly Point[], { width, height }: Size): boolean =>
  points.map(atCamera(camera)).every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height);

/** Where points of the plane stand in the window. */
export const atCamera =
  ({ k, x, y }: Camera) =>
  (point: Point): Point => ({ x: point.x * k + x, y: point.y * k + y });

/** On the way from one camera to another; `part` goes from 0 to 1. Sizes grow evenly to the eye. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const mix = (a: number, b: number): number => a + (b - a) * part;
  return { k: from.k * (to.k / from.k) ** part, x: mix(from.x, to.x), y: mix(from.y, to.y) };
}

function extent(values: readonly number[]): readonly [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return values.length === 0 ? [0, 0] : [least, most];
}
