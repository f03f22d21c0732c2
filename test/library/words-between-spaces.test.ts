import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../../main/library/analysis/index.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'IMT-2020',
    'networks;',
    'e-health',
    'RÉSEAUX',
    '3.2',
    'сети',
    '网络电信',
    '-',
    '.',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll(' ', '')),
);

// Whoever writes a library reads a piece between two spaces once, for all the texts in which it stands.
test('what stands between two spaces is read the same whatever stands beside it', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom('en', 'fr', 'ru', 'ar', 'zh'),
      (pieces, language) => {
        const termsOf = (text: string) =>
          analyse(text, language).map(({ terms, parts }) => [terms, parts]);
        expect(termsOf(pieces.join(' '))).toEqual(pieces.flatMap(termsOf));
      },
    ),
    { numRuns: 200 },
  );
});
