import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readQuery, readSentence, printQuery } from '../../../main/library/query/index.ts';

const wordsOf = (typed: string): string[] =>
  readSentence(typed).query.branches.flatMap((parts) =>
    parts.map(({ kind, of }) => (kind === 'wanted' && of.kind === 'word' ? of.text : '')),
  );

describe('a sentence', () => {
  it.each([
    ['What is NEAR the lamp OR beyond?', 'What is near the lamp or beyond'],
    ['near(oil wick) type:lamp (small', 'near oil wick type lamp small'],
    ['he said "not now" -at once', 'he said not now at once'],
    ['year:2016 wick* and/or oil', 'year 2016 wick and or oil'],
    ['boundary-layer flow', 'boundary layer flow'],
    ['IMT-2020, x-ray and 3.2', 'IMT-2020 x-ray and 3.2'],
    ['the ship’s lamp', 'the ship s lamp'],
    ['either-OR', 'either or'],
  ])('holds words and nothing else: %s', (typed, words) => {
    expect(wordsOf(typed).join(' ')).toBe(words);
  });

  it('may be far longer than a query that somebody types', () => {
    const words = Array.from({ length: 400 }, (_none, at) => `word${at}`).join(' ');
    expect(readSentence(words).remarks).toEqual([]);
    expect(wordsOf(words)).toHaveLength(400);
    expect(readSentence(`${words} ${words}`).remarks).toEqual(['query-shortened']);
  });

  it('without a word asks for nothing, and says so', () => {
    expect(readSentence('?!')).toEqual({ query: { branches: [] }, remarks: ['no-words'] });
  });

  test('is read alike once it is printed, whatever it holds', () => {
    const pieces = fc.constantFrom(
      'OR',
      'NEAR/3',
      '"',
      '-',
      'type:',
      '(',
      ')',
      '*',
      'x-OR',
      'été',
      '网络',
      '?',
    );
    const typed = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }).map((all) => all.join(' ')),
    );
    const limits = { length: 100_000, parts: 1000 };
    fc.assert(
      fc.property(typed, (text) => {
        const { query } = readSentence(text);
        expect(readQuery(printQuery(query), limits).query).toEqual(query);
      }),
    );
  });
});
