import { readFileSync } from 'node:fs';
import {
  array,
  check,
  constantFrom,
  oneof,
  property,
  string,
  uint8Array,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation, Provision } from '../../main/contract/document.ts';
import { isWorkId, parseAddress } from '../../main/contract/ids.ts';
import { findCitations, readDocument } from '../../main/documents/index.ts';
import { documentOf, provisionsOf, readAs } from './reading.ts';

/** Pieces of the genre, whole and broken, parted by strokes, so that random texts reach the depths of the parser. */
const pieces = [
  'considering|noting|resolves|resolves to invite TSAG|further resolves|recalling that |applauding',
  'instructs the Director of TSB|in collaboration with |Study Groups 11 and 13|Member States',
  'a)\t|b)\t|i)\t|ii)\t|1\t|2\t|10 |aa)\t|1bis\t|h) |(3)\t|b)bis\t',
  'Resolution |Resolutions |Recommendation |Reports |Question |Handbook on | and |, ',
  'ITU-R |ITUT |ITU\u2011R|M.2083-0|Y.3100|70/1|1/1|56\u20113|92|WRC15|IMT2020',
  '(Rev. Dubai, 2014)|(Hammamet, 2016; Geneva, 2022)|(WRC-15)|(2016)|(|)| of this conference',
  '[footnoteRef:1]|[1: note]|[1:|]|[|[bookmark: x]|[footnoteRef:1]1;',
  'The World Telecommunication Development Conference (Kigali, 2022),|Global Trends|WTSA ',
  '\n|\r\n|\r| |\u00a0|\t|,|;|.|\n\n|\u0301|\u{1f4e1}',
].flatMap((row) => row.split('|'));

const anyText = array(oneof(constantFrom(...pieces), string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 60,
  size: 'max',
}).map((parts) => parts.join(''));

/** The smallest example for which the statement is false; null where none of 2000 is. */
const counterexample = <T>(examples: Arbitrary<T>, holds: (example: T) => boolean) =>
  check(property(examples, holds), { numRuns: 2000 }).counterexample;

/** Whether citations are slices of their text, in order, apart from each other, of well-formed works. */
const areExact = (citations: readonly Citation[], inside: string): boolean =>
  citations.every(
    ({ start, end, text, work }, index) =>
      start >= (citations[index - 1]?.end ?? 0) &&
      end > start &&
      inside.slice(start, end) === text &&
      isWorkId(work),
  );

const standsInItsText = ({ text, citations, footnotes }: Provision): boolean =>
  areExact(citations, text) && footnotes.every(({ at }) => at >= 0 && at <= text.length);

describe('for any text', () => {
  it('citations are exact slices, in order, without overlap, of well-formed works', () => {
    expect(counterexample(anyText, (text) => areExact(findCitations(text), text))).toBeNull();
  });

  it('reading gives a document or a failure of one line, and throws nothing', () => {
    expect(
      counterexample(anyText, (text) => {
        const result = readAs(text);
        return result.ok || /^.+\.$/.test(result.error.message);
      }),
    ).toBeNull();
  });

  it('addresses are unique and well formed', () => {
    expect(
      counterexample(anyText, (text) => {
        const result = readAs(`considering\n${text}`);
        if (!result.ok) return result.error.code === 'not-text';
        const { identity, sections } = result.value;
        const addresses = [...sections, ...provisionsOf(result.value)].map(
          ({ address }) => address,
        );
        return (
          new Set(addresses).size === addresses.length &&
          addresses.every(
            (address) => parseAddress(`${identity.work}@${identity.edition}#${address}`).ok,
          )
        );
      }),
    ).toBeNull();
  });

  it('citations and footnotes stand in the text of their provision', () => {
    expect(
      counterexample(anyText, (text) => {
        const result = readAs(`considering\n${text}`);
        return !result.ok || provisionsOf(result.value).every(standsInItsText);
      }),
    ).toBeNull();
  });

  it('bytes of any kind are read or refused', () => {
    expect(
      counterexample(uint8Array({ maxLength: 200 }), (bytes) => {
        const result = readDocument({ name: 'any.txt', bytes });
        return result.ok || result.error.message.startsWith('any.txt ');
      }),
    ).toBeNull();
  });
});

describe('ten megabytes of junk come to an end', () => {
  const units = [
    ['one letter', 'a'],
    ['one space', ' '],
    ['half footnotes', '[footnoteRef:1][1:'],
    ['type words without numbers', 'Resolution '],
    ['brackets that never close', 'Resolution 5 (Rev. Buenos Aires Buenos Aires Buenos Aires '],
    ['lists without an end', 'Resolutions 1, 2, 3, '],
    ['handbook titles without an end', 'ITU-R Handbook on Aa of the '],
    ['half names of bodies', 'World Telecommunication '],
  ] as const;
  for (const [what, unit] of units) {
    it(`${what}`, { timeout: 120_000 }, () => {
      const junk = `x${unit.repeat(Math.ceil(10_000_000 / unit.length))}x`;
      expect(documentOf(`instructs the Director of ${junk}\n1\tto act.`).sections).toHaveLength(1);
      expect(areExact(findCitations(junk), junk)).toBe(true);
    });
  }
});

/** Letters and digits only: marks, white space and hyphens are what reading may change. */
const bare = (words: string): string => words.replaceAll(/[^\p{L}\p{N}]/gu, '');

const printed = ({ label, text, provisions }: Provision): string =>
  label + text + provisions.map(printed).join('');

describe('the sources lose no word', () => {
  const names = [
    'wtdc-resolution-43-buenos-aires-2017',
    'wtsa-resolution-92-hammamet-2016',
    'wtsa-resolution-92-new-delhi-2024',
  ];
  for (const name of names) {
    it(`${name}: every letter and digit of its sections, in their order`, () => {
      const file = new URL(`../../content/resolutions/${name}.txt`, import.meta.url);
      const source = readFileSync(file, 'utf8');
      const fromFirstSection = source.slice(source.search(/^(?:recalling|considering)$/m));
      const withoutMarks = fromFirstSection.replaceAll(
        /\[bookmark:[^\]]*\]|\[footnoteRef:1\]1?|\[1:[^\]]*\]/g,
        '',
      );
      const whole = documentOf(source).sections.map(
        ({ heading, provisions }) => heading + provisions.map(printed).join(''),
      );
      expect(bare(whole.join(''))).toBe(bare(withoutMarks));
    });
  }
});
