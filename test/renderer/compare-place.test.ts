import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ActorId, EditionId } from '../../main/contract/ids.ts';
import {
  compareHref,
  compareViews,
  readHash,
  type ComparePlace,
} from '../../renderer/state/places/index.ts';

const older = 'wtsa/resolution/92@2016' as EditionId;
const newer = 'wtsa/resolution/92@2024' as EditionId;

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });

/** What the address bar makes of a link. */
const hashOf = (href: string): string => new URL(href, 'https://recital.example/').hash;

test('a comparison is read in the address as people write it', () => {
  expect(compareHref({ from: older, to: newer, at: 'considering.a' })).toBe(
    '#/compare?from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024&at=considering.a',
  );
  expect(
    readHash(
      '#/compare?from=wtsa/resolution/92@2016&to=wtsa/resolution/92@2024&view=side&only=changes&part=operative&actor=itu-t-sg-13&at=considering.a',
    ),
  ).toEqual({
    kind: 'compare',
    place: {
      from: older,
      to: newer,
      view: 'side',
      onlyChanges: true,
      onlyOperative: true,
      actor: 'itu-t-sg-13',
      at: 'considering.a',
    },
  });
});

test('without texts it is the choice of them, and what it cannot read narrows nothing', () => {
  expect(compareHref({})).toBe('#/compare');
  expect(readHash('#/compare?view=upside-down&only=some&part=&actor=')).toEqual({
    kind: 'compare',
    place: {
      from: null,
      to: null,
      view: null,
      onlyChanges: false,
      onlyOperative: false,
      actor: null,
      at: null,
    },
  });
});

test('every comparison survives the way into a link and back', () => {
  const word = fc.stringMatching(/^[a-z0-9éж]{1,6}$/);
  const edition = fc
    .tuple(word, word, word, fc.nat(3000))
    .map(([body, type, number, year]) => `${body}/${type}/${number}@${year}` as EditionId);
  const place = fc.record({
    from: maybe(edition),
    to: maybe(edition),
    view: maybe(fc.constantFrom(...compareViews)),
    onlyChanges: fc.boolean(),
    onlyOperative: fc.boolean(),
    actor: maybe(word.map((actor) => actor as ActorId)),
    at: maybe(
      fc.tuple(fc.constantFrom('', '-'), word, word).map(([minus, a, b]) => `${minus}${a}.${b}`),
    ),
  });
  fc.assert(
    fc.property(place, (one: ComparePlace) => {
      expect(readHash(hashOf(compareHref(one)))).toEqual({ kind: 'compare', place: one });
    }),
  );
});
