import { edit, trim, type Draft } from './draft.ts';
import type { Warnings } from './warn.ts';

/** Written for a lost non-breaking hyphen: U+2011, as the sources that kept theirs have it. */
const nonBreakingHyphen = '\u2011';

/**
 * Names that are always written with a hyphen, found without one: a word-processor's non-breaking hyphen was lost.
 * A name behind a hyphen is part of a longer one and stays (`JCA-IMT2020` is the group's own spelling), and so
 * is a meeting's tag in a document number (`RA15/7`).
 */
const lostHyphen =
  /(?<![\p{L}\p{N}\-\u2010-\u2015]|JCA )(?:(ITU)([RTD])|(IMT)(2000|2020|2030|Advanced)|(WRC|WTSA|WTDC)(\d{2})(?!\/\d))(?![\p{L}\p{N}])/gu;

/** Found wherever `lostHyphen` matches, at a fraction of the time; most lines have none. */
const hintOfLostHyphen = /ITU[RTD]|IMT[23A]|(?:WRC|WTSA|WTDC)\d/;

/** Compounds that the field writes with a hyphen; without one they are an allowed spelling, so they stay. */
const doubtfulCompound = /(?<![\p{L}\p{N}])ultrareliable(?![\p{L}\p{N}])/giu;

/** What a reader would stumble over. Nothing is repaired: the words that were meant are not known. */
const oddities: readonly (readonly [
  /** Found wherever the pattern matches, at a fraction of the time. */
  hint: RegExp,
  pattern: RegExp,
  sentence: (found: string) => string,
])[] = [
  [
    / the (?:are|is|was|were|has|have|had)/,
    /(?<![\p{L}\p{N}])(?:of|in|to|for|by|from) the (?:are|is|was|were|has|have|had)(?![\p{L}\p{N}])/gu,
    (found) => `Words seem to be missing in "${found}"; the text is kept as it stands.`,
  ],
  [
    /(the|of|a|an|and|to|in|is|for|with) \1/,
    /(?<![\p{L}\p{N}])(the|of|a|an|and|to|in|is|for|with) \1(?![\p{L}\p{N}])/gu,
    (found) => `The word is printed twice in "${found}"; the text is kept as it stands.`,
  ],
  [
    / [,;]/,
    /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,40} [,;](?![,;])/gu,
    (found) => `A space stands before the mark in "${found}"; the text is kept as it stands.`,
  ],
];

/**
 * One line's words as they are meant: white space evened out and lost hyphens put back, each with a warning. A run
 * of white space that holds a tab becomes one tab, since a tab parts a label from its text; any other one space.
 */
export function repairLine(draft: Draft, line: number, warnings: Warnings): Draft {
  const printable = edit(draft, /[^\P{Cc}\s]+/gu, () => {
    warnings.add('control-character', 'Control characters are left out.', line);
    return '';
  });
  // Single spaces and tabs are what evening out gives.
  const even = /[^\S\t ]|[\t ]{2}/.test(printable.text)
    ? trim(edit(printable, /\s+/g, ([run]) => (run.includes('\t') ? '\t' : ' ')))
    : trim(printable);
  const whole = !hintOfLostHyphen.test(even.text)
    ? even
    : edit(even, lostHyphen, (match) => {
        const [found] = match;
        const [head = '', tail = ''] = match.slice(1).filter((part) => part !== undefined);
        const repaired = `${head}${nonBreakingHyphen}${tail}`;
        warnings.add(
          'lost-hyphen',
          `"${found}" has lost its hyphen; it is read as "${repaired}".`,
          line,
        );
        return repaired;
      });
  for (const [found] of whole.text.matchAll(doubtfulCompound)) {
    warnings.add(
      'doubtful-hyphen',
      `"${found}" may have lost a hyphen; it is kept as it stands.`,
      line,
    );
  }
  for (const [hint, pattern, sentence] of oddities) {
    if (!hint.test(whole.text)) continue;
    for (const [found] of whole.text.matchAll(pattern)) {
      warnings.add('odd-text', sentence(found), line);
    }
  }
  return whole;
}
