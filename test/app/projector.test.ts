import { expect, it } from 'vitest';
import { isProjector, placeProjector } from '../../main/app/projector.ts';

const first = { id: 1, bounds: { x: 0, y: 0, width: 1440, height: 900 } };
const second = { id: 2, bounds: { x: 1440, y: 0, width: 1024, height: 768 } };

function place(displays: readonly (typeof first)[], own: typeof first) {
  const done: unknown[] = [];
  placeProjector(
    {
      setBounds: (bounds) => done.push(bounds),
      setFullScreen: (isFull) => done.push(isFull),
    },
    { getAllDisplays: () => [...displays], getDisplayMatching: () => own } as never,
    own.bounds,
  );
  return done;
}

it('puts the projector’s window over the whole of the display on which the presenter is not', () => {
  expect(place([first, second], first)).toEqual([second.bounds, true]);
  expect(place([first, second], second)).toEqual([first.bounds, true]);
});

it('leaves it beside the presenter’s where there is one display', () => {
  expect(place([first], first)).toEqual([]);
});

it.each([
  ['recital://app/desktop.html#/stage/resolution-92/1/0', 'recital-projector', true],
  ['recital://app/desktop.html#/stage/resolution-92/1/0', '', false],
  ['recital://app/desktop.html#/present/resolution-92', 'recital-projector', false],
  ['recital://app/desktop.html', 'recital-projector', false],
  ['recital://app/browser.html#/stage/resolution-92/1/0', 'recital-projector', false],
  ['recital://app.evil/desktop.html#/stage/a/1/0', 'recital-projector', false],
  ['https://example.org/desktop.html#/stage/a/1/0', 'recital-projector', false],
])('takes %s named "%s" for the projector: %s', (url, frameName, expected) => {
  expect(isProjector({ url, frameName })).toBe(expected);
});
