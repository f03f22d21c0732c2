import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditionId } from '../../main/contract/ids.ts';
import { documentOf } from '../fixtures/documents.ts';
import { smallLibrary } from '../fixtures/library.ts';

describe('the texts of a compiled library', () => {
  test('come back letter by letter, whatever they hold', async () => {
    const word = fc.constantFrom(
      'the',
      ' the',
      'network',
      'IMT\u20112020',
      'réseaux',
      'сети',
      '网络',
      '\u{1f5fc}',
      '\u00c0\u00c1\u00f5\u00ff',
      '  ',
      '\n',
      '.',
    );
    const text = fc.oneof(
      fc.array(word, { maxLength: 60 }).map((words) => words.join(' ')),
      fc.array(word, { maxLength: 30 }).map((words) => words.join('')),
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((each) => each.replaceAll('\0', ' ')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 12 }), async (texts) => {
        const library = await smallLibrary([documentOf(texts)]);
        const stored = library.edition('wtsa/resolution/7@2024' as EditionId)!;
        const { sections } = library.structure(stored.row);
        expect(sections[0]?.provisions.map((each) => each.text)).toEqual(texts);
      }),
      { numRuns: 25 },
    );
  });
});
