import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { feedbackTerms } from '../../main/library/search/feedback.ts';

const timesOf = (words: string): Map<string, number> => {
  const times = new Map<string, number>();
  for (const word of words.split(' ')) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
};

test('terms count by their part of an entry, and entries by their score', () => {
  // lamp: 2/3 of the first, which has 3/4 of the score; oil: 1/3 of it; sea: all of the second.
  expect(
    feedbackTerms([
      { score: 3, frequencies: timesOf('lamp lamp oil') },
      { score: 1, frequencies: timesOf('sea') },
    ]),
  ).toEqual([
    { term: 'lamp', weight: 0.3 },
    { term: 'oil', weight: 0.15 },
    { term: 'sea', weight: 0.15 },
  ]);
});

test('what nothing was found for has no terms', () => {
  expect(feedbackTerms([])).toEqual([]);
  expect(feedbackTerms([{ score: 0, frequencies: timesOf('lamp') }])).toEqual([]);
});

test('there are ten terms at most, the weightiest first, and none weighs more than 0.3', () => {
  const frequencies = fc
    .array(fc.tuple(fc.string({ minLength: 1, maxLength: 2 }), fc.integer({ min: 1, max: 5 })))
    .map((pairs) => new Map(pairs));
  const example = fc.record({ score: fc.double({ min: 0, max: 9, noNaN: true }), frequencies });
  fc.assert(
    fc.property(fc.array(example), (best) => {
      const weights = feedbackTerms(best).map(({ weight }) => weight);
      expect(weights.length).toBeLessThanOrEqual(10);
      expect(weights).toEqual(weights.toSorted((a, b) => b - a));
      expect(weights.every((weight) => weight >= 0 && weight <= 0.3)).toBe(true);
    }),
  );
});
