import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DamagedPostings,
  encodePostings,
  findMatches,
  openPostings,
  rank,
  type Clause,
} from '../../main/library/impacts/index.ts';

type Weights = ReadonlyMap<number, number>;

const postingsOf = (weights: Weights) => {
  const entries = [...weights.keys()].toSorted((a, b) => a - b);
  return openPostings(
    encodePostings(
      Uint32Array.from(entries),
      Float32Array.from(entries, (entry) => weights.get(entry) ?? 0),
    ),
  );
};

const has = (clause: readonly Weights[], entry: number): boolean =>
  clause.some((weights) => weights.has(entry));

const asClause = (clause: readonly Weights[]): Clause =>
  clause.map((weights) => ({ postings: postingsOf(weights), factor: 1 }));

/** The entries that a set of matches holds. */
const numbersIn = (bits: Uint32Array, entries: number): number[] =>
  Array.from({ length: entries }, (_, at) => at + 1).filter(
    (entry) => ((bits[(entry - 1) >>> 5] ?? 0) >>> ((entry - 1) & 31)) & 1,
  );

/** Does what is done in steps in one go. */
function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const entries = 13_000;

/** Terms of every density, so that each container of the format and its edges are met. */
const term = fc
  .record({
    share: fc.constantFrom(0.0005, 0.01, 0.108, 0.111, 0.49, 0.51, 0.95, 1),
    seed: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
  })
  .map(({ share, seed }): Weights => {
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const weights = new Map<number, number>();
    for (let entry = 1; entry <= entries; entry += 1)
      if (random() < share) weights.set(entry, 0.05 + random() * 2);
    if (weights.size === 0) weights.set(1 + (seed % entries), 1);
    return weights;
  });

describe('the index of impacts', () => {
  test('finds just the entries that have as many of the clauses as asked and none of the unwanted', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.option(term, { nil: undefined }),
        fc.integer({ min: 1, max: 4 }),
        (clauses, unwanted, least) => {
          const atLeast = Math.min(least, clauses.length);
          const expected = Array.from({ length: entries }, (_, at) => at + 1).filter(
            (entry) =>
              clauses.filter((clause) => has(clause, entry)).length >= atLeast &&
              unwanted?.has(entry) !== true,
          );
          const found = finish(
            findMatches(
              {
                clauses: clauses.map(asClause),
                atLeast,
                unwanted: unwanted === undefined ? [] : [asClause([unwanted])],
              },
              entries,
            ),
          );
          expect(found.total).toBe(expected.length);
          expect(numbersIn(found.bits, entries)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('tells whether there is any by the first that it finds, and goes no further', () => {
    const weights = new Map([5, 9000, 12_000].map((entry) => [entry, 1] as const));
    const wanted = { clauses: [asClause([weights])], atLeast: 1, unwanted: [] };
    const found = finish(findMatches(wanted, entries, 1));
    expect(numbersIn(found.bits, entries)).toEqual([5]);
  });

  test('ranks by the sum of the best term of each clause, to the fineness of its bytes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 60 }),
        (terms, limit) => {
          const clauses = terms.map((clause) =>
            clause.map((weights, at) => ({ postings: postingsOf(weights), factor: 1 / (at + 1) })),
          );
          const matches = finish(findMatches({ clauses, atLeast: 1, unwanted: [] }, entries));
          const best = finish(rank(matches, clauses, limit));
          const scoreOf = (entry: number) =>
            terms.reduce(
              (sum, clause) =>
                sum +
                Math.max(...clause.map((weights, at) => (weights.get(entry) ?? 0) / (at + 1))),
              0,
            );
          const scores = numbersIn(matches.bits, entries)
            .map(scoreOf)
            .toSorted((a, b) => b - a);
          expect(best).toHaveLength(Math.min(limit, scores.length));
          // A byte of the largest weight, 2.05, for each clause.
          const fineness = (terms.length * 2.05) / 255;
          for (const [at, { entry, score }] of best.entries()) {
            expect(Math.abs(score - scoreOf(entry))).toBeLessThanOrEqual(fineness);
            expect(Math.abs(score - (scores[at] ?? 0))).toBeLessThanOrEqual(fineness);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test('puts the lower number first at equal score, whatever the page', () => {
    const weights = new Map(Array.from({ length: entries }, (_, at) => [at + 1, 1] as const));
    const clauses = [[{ postings: postingsOf(weights), factor: 1 }]];
    const matches = finish(findMatches({ clauses, atLeast: 1, unwanted: [] }, entries));
    const long = finish(rank(matches, clauses, 40)).map(({ entry }) => entry);
    expect(long).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
    expect(finish(rank(matches, clauses, 20)).map(({ entry }) => entry)).toEqual(long.slice(0, 20));
  });

  test('pauses after each window, so that whoever waits may stop', () => {
    const weights = new Map(Array.from({ length: entries }, (_, at) => [at + 1, 1] as const));
    const clauses = [[{ postings: postingsOf(weights), factor: 1 }]];
    const matching = findMatches({ clauses, atLeast: 1, unwanted: [] }, entries);
    let pauses = 0;
    for (let step = matching.next(); step.done !== true; step = matching.next()) pauses += 1;
    expect(pauses).toBe(Math.ceil(entries / 4096));
  });

  test('gives up only what would not have come among the best, whatever is weighed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(term, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(0.3, 0.6, 1),
        (asked, limit, before) => {
          const clauses = asked.map(asClause);
          const matches = finish(findMatches({ clauses, atLeast: 1, unwanted: [] }, entries));
          const border = 9000;
          const weighing = {
            factorOf: (entry: number) => (entry < border ? before : 1),
            mostOf: (_first: number, last: number) => (last < border ? before : 1),
          };
          const all = finish(rank(matches, clauses, matches.total, weighing));
          expect(finish(rank(matches, clauses, limit, weighing))).toEqual(all.slice(0, limit));
        },
      ),
      { numRuns: 15 },
    );
  });

  test('lowers a score where told to, and ranks by what is left', () => {
    const weights = new Map(Array.from({ length: entries }, (_, at) => [at + 1, 1] as const));
    const clauses = [[{ postings: postingsOf(weights), factor: 1 }]];
    const matches = finish(findMatches({ clauses, atLeast: 1, unwanted: [] }, entries));
    const best = finish(
      rank(matches, clauses, 2, {
        factorOf: (entry) => (entry === 1 ? 0.5 : 1),
        mostOf: () => 1,
      }),
    );
    expect(best.map(({ entry }) => entry)).toEqual([2, 3]);
  });

  test('refuses bytes that are no postings, and never reads past them', () => {
    const whole = encodePostings(Uint32Array.of(1, 2, 4097), Float32Array.of(1, 2, 3));
    for (let length = 0; length < whole.length; length += 1)
      expect(() => openPostings(whole.subarray(0, length))).toThrow(DamagedPostings);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const read = () => {
          const postings = openPostings(bytes);
          for (const at of postings.windows.keys())
            postings.addWeights(at, new Float32Array(4096), 1);
        };
        const isRefused = (): boolean => {
          try {
            read();
            return false;
          } catch (error) {
            if (error instanceof DamagedPostings) return true;
            throw error;
          }
        };
        expect(isRefused).not.toThrow();
      }),
    );
  });
});
