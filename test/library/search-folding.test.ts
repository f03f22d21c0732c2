import { expect, test } from 'vitest';
import type { StructuredDocument } from '../../main/contract/document.ts';
import { newer, older, provision, section } from '../fixtures/documents.ts';
import { smallLibrary } from '../fixtures/library.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
/** A word of its own for each letter. */
const wordOf = (letter: string): string => `zz${letter}q`;

const saying = (document: StructuredDocument): StructuredDocument => ({
  ...document,
  sections: [
    section(
      'considering',
      'considering',
      letters.map((letter) =>
        provision('considering', letter, `that a beacon is called ${wordOf(letter)} at sea`),
      ),
    ),
  ],
  annexes: [],
});

test('provisions that say the same fold whether a query finds one of them or all', async () => {
  const library = await smallLibrary([saying(older), saying(newer)]);
  const all = await library.search({ query: 'beacon', limit: 100 });
  expect(all.total).toBe(letters.length);
  expect(all.hits.map(({ also }) => also.length)).toEqual(letters.map(() => 1));
  for (const letter of letters) {
    const one = await library.search({ query: wordOf(letter) });
    expect(one.total).toBe(1);
    expect(one.hits.map(({ also }) => also.length)).toEqual([1]);
    // Each of the two leads there by its year.
    expect(one.facets.year.map(({ count }) => count)).toEqual([1, 1]);
  }
});
