import {
  array,
  check,
  constantFrom,
  oneof,
  property,
  record,
  string,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Provision, StructuredDocument } from '../../../main/contract/document.ts';
import { parseAddress } from '../../../main/contract/ids.ts';
import type { Block } from '../../../main/documents/read/blocks.ts';
import { readClauses } from './reading.ts';

const counterexample = <T>(examples: Arbitrary<T>, holds: (example: T) => boolean) =>
  check(property(examples, holds), { numRuns: 500 }).counterexample;

const pieces = [
  '1|1\tScope|2 References|3\tDefinitions|3.1 Terms|3.1.1\tlamp: what shines|4 Abbreviations|IMT\tMobile',
  '6.1.2\tRoles|1.1|1.2.3.4.5.6.7.8|Annex A|Annex 1|ANNEX B – Title|A.1 Scope|B.2.1\tX|Appendix I|I.1 Storm',
  'a)\tlamp|b)\ttower|i)\tfog|ii)\train|1)\tone|2)\ttwo|–\tdash|• bullet|Bibliography|Contents',
  'Chapter 1|Chapter 2 – Lamps|Table 1 – Heights|Figure 2: Lamp|see clause 3.1 and Annex A|NOTE – x',
  'Recommendation ITU-T Y.3101 (01/2018)|Report ITU-R M.2516-0|Handbook on Lamps|(2018)|6.1 General .... 7',
  'Scope|الملخص|附件A|\u{1f4e1}|1\u0301 x|ǅ|ー',
].flatMap((row) => row.split('|'));

const block = (text: string, level: number | null, depth: number | null): Block => ({
  text,
  footnotes: [],
  line: 1,
  ...(level !== null && { level }),
  ...(depth !== null && { depth }),
});
/** White space as a reader leaves it. */
const even = (text: string): string =>
  text.trim().replaceAll(/\s+/gu, (run) => (run.includes('\t') ? '\t' : ' '));

const anyBlocks = array(
  record({
    text: oneof(
      { weight: 6, arbitrary: constantFrom(...pieces) },
      { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 8 }) },
    ),
    level: constantFrom(null, null, null, 1, 2, 6),
    depth: constantFrom(null, null, 1, 3),
  }),
  { maxLength: 30, size: 'max' },
).map((list) =>
  [block('Lamps', null, null)].concat(
    list.flatMap(({ text, level, depth }) =>
      text.trim() === '' ? [] : [block(even(text), level, depth)],
    ),
  ),
);

const all = (provision: Provision): Provision[] => [
  provision,
  ...provision.provisions.flatMap(all),
];
const holdersOf = ({ sections, annexes }: StructuredDocument) => [...sections, ...annexes];
const provisionsOf = (document: StructuredDocument): Provision[] =>
  holdersOf(document).flatMap(({ provisions }) => provisions.flatMap(all));

const bare = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]/gu, '');
const printed = ({ label, text, figure, provisions }: Provision): string =>
  label + text + (figure?.caption ?? '') + provisions.map(printed).join('');
const isSubsequence = (part: string, whole: string): boolean => {
  let at = 0;
  for (const letter of part) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

describe('for any blocks', () => {
  it('addresses are unique, well formed and those of their sections', () => {
    expect(
      counterexample(anyBlocks, (blocks) => {
        const document = readClauses(blocks);
        const { work, edition } = document.identity;
        const addresses = [...holdersOf(document), ...provisionsOf(document)].map(
          ({ address }) => address,
        );
        return (
          new Set(addresses).size === addresses.length &&
          addresses.every((address) => parseAddress(`${work}@${edition}#${address}`).ok) &&
          holdersOf(document).every(({ address, provisions }) =>
            provisions.flatMap(all).every((each) => each.address === `${address}.${each.path}`),
          )
        );
      }),
    ).toBeNull();
  });

  it('reading twice gives the same document', () => {
    expect(
      counterexample(
        anyBlocks,
        (blocks) => JSON.stringify(readClauses(blocks)) === JSON.stringify(readClauses(blocks)),
      ),
    ).toBeNull();
  });

  it('no word is lost: every letter stands in the text, in its order, but for the contents and the name', () => {
    expect(
      counterexample(anyBlocks, (blocks) => {
        const document = readClauses(blocks);
        const isNamed = document.identity.body !== 'own';
        const codes = document.warnings.map(({ code }) => code);
        const source = bare(blocks.map(({ text }) => text).join(''));
        const kept = bare(
          document.preface.map(({ text }) => text).join('') +
            holdersOf(document)
              .map(({ heading, provisions }) => heading + provisions.map(printed).join(''))
              .join(''),
        );
        if (isNamed || codes.includes('contents-left-out')) return kept.length <= source.length;
        // The title may be printed again and again before the text; it is kept once, as the title.
        const others = blocks.filter(({ text }) => text !== document.identity.title);
        const isComplete = kept.length >= bare(others.map(({ text }) => text).join('')).length;
        return isComplete && (document.annexes.length > 0 || isSubsequence(kept, source));
      }),
    ).toBeNull();
  });

  it('citations and references are exact slices of their provision, references lead somewhere', () => {
    expect(
      counterexample(anyBlocks, (blocks) => {
        const document = readClauses(blocks);
        const addresses = new Set(
          [...holdersOf(document), ...provisionsOf(document)].map(({ address }) => address),
        );
        return provisionsOf(document).every(
          ({ text, citations, references = [] }) =>
            [...citations, ...references].every(
              (one) => text.slice(one.start, one.end) === one.text && one.end > one.start,
            ) && references.every(({ address }) => address === '' || addresses.has(address)),
        );
      }),
    ).toBeNull();
  });

  it('terms stand where they say', () => {
    expect(
      counterexample(anyBlocks, (blocks) => {
        const document = readClauses(blocks);
        const addresses = new Set(provisionsOf(document).map(({ address }) => address));
        return document.terms.every(({ address, term }) => addresses.has(address) && term !== '');
      }),
    ).toBeNull();
  });
});

describe('megabytes of junk come to an end', () => {
  it.each([
    ['dots', '.'],
    ['numbers', '1.2.3 '],
    ['half definitions', 'lamp [x '],
    ['mentions', 'clauses 1, 2, 3 and '],
    ['bullets', '– '],
    ['capitals', 'ANNEX A '],
  ])('%s in one line', (_what, unit) => {
    const junk = unit.repeat(Math.ceil(2_000_000 / unit.length)).trim();
    const document = readClauses(`1\tDefinitions\n${junk}\n2\tAbbreviations\n${junk}`);
    expect(document.sections.map(({ address }) => address)).toStrictEqual(['clause-1', 'clause-2']);
  });

  it.each([
    ['headings of all depths', '###### Lamps of a very long coast with a name without end'],
    ['list items', 'a)\tlamp'],
    ['clauses', '1.1\tScope'],
    ['annexes', 'Annex A'],
    ['captions', 'Table 1 – Lamps'],
    ['lines of contents', '1 Scope ........ 7'],
  ])('%s in ten thousand lines', (_what, line) => {
    const text = `1\tScope\nLamps.\n2\tRest\n${`${line}\n`.repeat(10_000)}`;
    const document = readClauses(text);
    const { work, edition } = document.identity;
    expect(
      provisionsOf(document).every(
        ({ address }) => parseAddress(`${work}@${edition}#${address}`).ok,
      ),
    ).toBe(true);
  });
});
