import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkId } from '../../main/contract/ids.ts';
import {
  mapDepths,
  mapForms,
  mapHref,
  mapSorts,
  readHash,
  timelineHref,
  type MapPlace,
} from '../../renderer/state/places/index.ts';

const hashOf = (href: string): string => new URL(href, 'http://recital.example/').hash;

const unasked: MapPlace = {
  focus: null,
  kinds: [],
  depth: 1,
  as: 'picture',
  withRecords: false,
  sort: 'cited',
  isReversed: false,
};

test('the map as a whole has the shortest address', () => {
  expect(mapHref()).toBe('#/map');
  expect(readHash('#/map')).toEqual({ kind: 'map', place: unasked });
});

test('an address of the map says what is focused, which kinds, how deep and in which form', () => {
  expect(
    mapHref({
      focus: 'wtsa/resolution/92' as WorkId,
      kinds: ['resolution', 'recommendation'],
      depth: 2,
      as: 'table',
    }),
  ).toBe('#/map?focus=wtsa/resolution/92&kind=recommendation,resolution&depth=2&as=table');
});

test('every place of the map survives the way into a link and back', () => {
  const kind = fc.stringMatching(/^[a-z]{1,6}(-[a-z]{1,6})?$/);
  const work = fc.tuple(kind, kind, fc.stringMatching(/^[a-z]?\.?[0-9]{1,4}$/));
  fc.assert(
    fc.property(
      fc.option(work.map((parts) => parts.join('/') as WorkId)),
      fc.uniqueArray(kind).map((kinds) => kinds.toSorted()),
      fc.constantFrom(...mapDepths),
      fc.constantFrom(...mapForms),
      fc.boolean(),
      fc.constantFrom(...mapSorts),
      fc.boolean(),
      (focus, kinds, depth, as, withRecords, sort, isReversed) => {
        const place = { focus, kinds, depth, as, withRecords, sort, isReversed };
        expect(readHash(hashOf(mapHref(place)))).toEqual({ kind: 'map', place });
      },
    ),
  );
});

test('what an address of the map cannot mean is as if it had not been said', () => {
  expect(readHash('#/map?depth=9&as=poem&sort=-luck&kind=,,&focus=')).toEqual({
    kind: 'map',
    place: unasked,
  });
});

test('the timeline is of all bodies or of one', () => {
  expect(timelineHref()).toBe('#/timeline');
  for (const body of [null, 'wtsa', 'a&b'])
    expect(readHash(hashOf(timelineHref({ body })))).toEqual({ kind: 'timeline', place: { body } });
});
