import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { atCamera, between, cameraOn, sees } from '../../renderer/state/map-camera.ts';
import { labelAt, labelHeight, placeLabels, type Named } from '../../renderer/state/map-labels.ts';
import { linkPath } from '../../renderer/views/map/link-path.ts';

const window = { width: 800, height: 500 };
const margin = { x: 40, y: 40 };

test('a camera shows all points it is set on, in the middle', () => {
  const place = fc.record({
    x: fc.double({ min: -2000, max: 2000, noNaN: true }),
    y: fc.double({ min: -2000, max: 2000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (points) => {
      const camera = cameraOn({ points, margin, most: 2 }, window);
      expect(camera.k).toBeLessThanOrEqual(2);
      expect(sees(camera, points, window)).toBe(true);
    }),
  );
});

test('one point alone stands in the middle, no nearer than is allowed', () => {
  const camera = cameraOn({ points: [{ x: 7, y: -3 }], margin, most: 1.5 }, window);
  expect(camera.k).toBe(1.5);
  expect(atCamera(camera)({ x: 7, y: -3 })).toEqual({ x: 400, y: 250 });
});

test('on the way from one camera to another begins and ends with them', () => {
  const [from, to] = [
    { x: 0, y: 0, k: 1 },
    { x: 100, y: -50, k: 4 },
  ];
  expect(between(from, to, 0)).toEqual(from);
  expect(between(from, to, 1)).toEqual(to);
  expect(between(from, to, 0.5).k).toBe(2);
});

const item = (key: number, x: number, y: number): Named<number> => ({
  key,
  x,
  y,
  radius: 8,
  width: 90,
});

/** Where a name stands once it is placed. */
function boxOf({ x, y, radius, width }: Named<number>, side: Parameters<typeof labelAt>[0]) {
  const at = labelAt(side, radius);
  const start = side === 'right' ? 0 : side === 'left' ? -width : -width / 2;
  return { left: x + at.x + start, top: y + at.y - labelHeight / 2, width, height: labelHeight };
}

test('no two names lie on each other, and none reaches out of the picture', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 60 }), (places) => {
      const items = places.map(([x, y], key) => item(key, x, y));
      const boxes = [...placeLabels(items, [], window)].map(([key, side]) =>
        boxOf(items[key] ?? item(key, 0, 0), side),
      );
      for (const [order, a] of boxes.entries()) {
        expect(a.left).toBeGreaterThanOrEqual(0);
        expect(a.left + a.width).toBeLessThanOrEqual(window.width);
        for (const b of boxes.slice(order + 1))
          expect(
            a.left >= b.left + b.width ||
              b.left >= a.left + a.width ||
              a.top >= b.top + b.height ||
              b.top >= a.top + a.height,
          ).toBe(true);
      }
    }),
  );
});

test('where there is room for one name only, the first has it', () => {
  const crowd = [item(0, 400, 250), item(1, 404, 252), item(2, 402, 248)];
  expect(placeLabels(crowd, [], window).has(0)).toBe(true);
});

/** Points to the right of a work at 600, on its own height. */
const beside = Array.from({ length: 20 }, (_none, at) => ({ x: 608 + at * 8, y: 250 }));

test('a name keeps off a line where another side of its work is free, and else lies on it', () => {
  const one = item(0, 600, 250);
  expect(placeLabels([one], [], window).get(0)).toBe('right');
  expect(placeLabels([one], [], window, beside).get(0)).not.toBe('right');
  const everywhere = Array.from({ length: 4000 }, (_none, at) => ({
    x: 450 + (at % 80) * 4,
    y: 150 + Math.floor(at / 80) * 4,
  }));
  expect(placeLabels([one], [], window, everywhere).has(0)).toBe(true);
});

test('a link there and a link back are two lines, and works that touch have none', () => {
  const [a, b] = [
    { x: 0, y: 0, radius: 8 },
    { x: 200, y: 0, radius: 8 },
  ];
  expect(linkPath(a, b)).not.toBe(linkPath(b, a));
  expect(linkPath(a, { ...b, x: 18 })).toBe('');
});
