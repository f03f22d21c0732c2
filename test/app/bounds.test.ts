import { expect, it } from 'vitest';
import { boundsIn } from '../../main/app/bounds.ts';

const first = { x: 0, y: 25, width: 1440, height: 875 };
const second = { x: 1440, y: 0, width: 1024, height: 768 };

it.each([
  [
    'where it stood',
    { x: 100, y: 100, width: 800, height: 600 },
    { x: 100, y: 100, width: 800, height: 600 },
  ],
  [
    'on the second display',
    { x: 1500, y: 20, width: 800, height: 600 },
    { x: 1500, y: 20, width: 800, height: 600 },
  ],
  [
    'partly out of sight',
    { x: -500, y: 100, width: 800, height: 600 },
    { x: -500, y: 100, width: 800, height: 600 },
  ],
  [
    'in the middle where its display has gone',
    { x: 4000, y: 100, width: 800, height: 600 },
    { width: 800, height: 600 },
  ],
  [
    'in the middle where nobody could take hold of it',
    { x: 100, y: -300, width: 800, height: 600 },
    { width: 800, height: 600 },
  ],
  [
    'no larger than its display',
    { x: 1450, y: 0, width: 3000, height: 2000 },
    { x: 1450, y: 0, width: 1024, height: 768 },
  ],
  [
    'no smaller than the smallest screen',
    { x: 10, y: 30, width: 10, height: 10 },
    { width: 390, height: 480 },
  ],
])('a window opens %s', (_where, kept, expected) => {
  expect(boundsIn(kept, [first, second])).toEqual(expected);
});

it('a first window has the usual size, where that fits', () => {
  expect(boundsIn(null, [first])).toEqual({ width: 1280, height: 860 });
  expect(boundsIn(null, [second])).toEqual({ width: 1024, height: 768 });
  expect(boundsIn(null, [])).toEqual({ width: 1280, height: 860 });
});
