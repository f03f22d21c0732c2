import { array, assert, constantFrom, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, initialsOf } from '../../main/library/analysis/index.ts';

const languages = constantFrom('en', 'fr', 'es', 'ru');

describe('words that nobody looks for', () => {
  it('may be left unread, and stand where they stood', () => {
    expect(analyse('Network slices', 'en', initialsOf(['s']))).toMatchObject([
      { start: 0, end: 7, terms: [] },
      { start: 8, end: 14, terms: ['slice'] },
    ]);
  });

  it('have no term that begins with a letter that somebody looks for', () => {
    const text = array(stringMatching(/^[A-Za-zéÉœ'0-9.-]{1,12}$/)).map((words) => words.join(' '));
    assert(
      property(text, languages, constantFrom(...'aeioqswy'), (typed, language, initial) => {
        const all = analyse(typed, language);
        const some = analyse(typed, language, initialsOf([initial]));
        const sought = (tokens: typeof all): string[] =>
          tokens.flatMap(({ terms, parts, forms }) =>
            [...terms, ...parts, ...forms].filter((each) => each.startsWith(initial)),
          );
        expect(sought(some)).toEqual(sought(all));
      }),
    );
  });
});
