import { readFileSync } from 'node:fs';
import {
  array,
  asyncProperty,
  check,
  constantFrom,
  oneof,
  string,
  uint8Array,
  type Arbitrary,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Annex,
  Citation,
  Provision,
  Section,
  StructuredDocument,
} from '../../main/contract/document.ts';
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
  '1.1\t|1.2.3\t|A1.1 |–\t|• |a.\t|1)\t|iv)\t| a) | b) | i) | 1) |: |abis) |5.441B|A/RES/70/1',
  'No. |Nos. |Articles |Article | of the Radio Regulations| of the Convention|ITU-T Y Suppl. 59| to ',
  'Annex 1|ANNEX A TO RESOLUTION 5 (REV. DUBAI, 2018)|PART A – Title|Appendix 1 to Annex 1|(to Resolution 5)',
  'considering a)|resolves 2 above|this resolution|paragraph 1 above|in developing countries1 and|1 These are|* Note',
  '- 2 -|P:\\ENG\\X.DOCX (456789)|PLEN/5-E|12 \u007c Res. 130|RESOLUTION 5 (REV. DUBAI, 2018)|A/RES/78/132',
  'The General Assembly,|1. Decides |2. Requests |Recalling |Deeply concerned |décide|considérant|решает',
  '[footnoteRef:1]|[1: note]|[1:|]|[|[bookmark: x]|[footnoteRef:1]1;',
  'The World Telecommunication Development Conference (Kigali, 2022),|Global Trends|WTSA ',
  '\n|\r\n|\r| |\u00a0|\t|,|;|.|\n\n|\u0301|\u{1f4e1}',
].flatMap((row) => row.split('|'));

const anyText = array(oneof(constantFrom(...pieces), string({ unit: 'binary', maxLength: 8 })), {
  maxLength: 60,
  size: 'max',
}).map((parts) => parts.join(''));

/** The smallest example for which the statement is false; null where none of 2000 is. */
const counterexample = async <T>(
  examples: Arbitrary<T>,
  holds: (example: T) => boolean | Promise<boolean>,
) =>
  (
    await check(
      asyncProperty(examples, async (example) => holds(example)),
      { numRuns: 2000 },
    )
  ).counterexample;

/** Whether citations are slices of their text, in order, apart from each other, of well-formed works. */
const areExact = (citations: readonly Citation[], inside: string): boolean =>
  citations.every(
    ({ start, end, text, work }, index) =>
      start >= (citations[index - 1]?.end ?? 0) &&
      end > start &&
      inside.slice(start, end) === text &&
      isWorkId(work),
  );

const standsInItsText = ({ text, citations, footnotes, references = [] }: Provision): boolean =>
  areExact(citations, text) &&
  footnotes.every(({ at }) => at >= 0 && at <= text.length) &&
  references.every(
    (reference, index) =>
      text.slice(reference.start, reference.end) === reference.text &&
      reference.end > reference.start &&
      reference.start >= (references[index - 1]?.end ?? 0) &&
      citations.every(({ start, end }) => reference.end <= start || end <= reference.start),
  );

/** Every provision of sections and annexes, each before those inside it. */
const everyProvision = (document: StructuredDocument): readonly Provision[] => [
  ...provisionsOf(document),
  ...provisionsOf({ ...document, sections: document.annexes.map(asSection) }),
];

const asSection = ({ address, heading, provisions }: Annex): Section => ({
  address,
  kind: 'annex',
  heading,
  actors: [],
  collaborators: [],
  provisions,
});

const addressesOf = (document: StructuredDocument): readonly string[] =>
  [...document.sections, ...document.annexes, ...everyProvision(document)].map(
    ({ address }) => address,
  );

describe('for any text', () => {
  it('citations are exact slices, in order, without overlap, of well-formed works', async () => {
    expect(await counterexample(anyText, (text) => areExact(findCitations(text), text))).toBeNull();
  });

  it('reading gives a document or a failure of one line, and throws nothing', async () => {
    expect(
      await counterexample(anyText, async (text) => {
        const result = await readAs(text);
        return result.ok || /^.+\.$/.test(result.error.message);
      }),
    ).toBeNull();
  });

  it('addresses are unique and well formed', async () => {
    expect(
      await counterexample(anyText, async (text) => {
        const result = await readAs(`considering\n${text}`);
        if (!result.ok) return result.error.code === 'not-text';
        const { identity } = result.value;
        const addresses = addressesOf(result.value);
        return (
          new Set(addresses).size === addresses.length &&
          addresses.every(
            (address) => parseAddress(`${identity.work}@${identity.edition}#${address}`).ok,
          )
        );
      }),
    ).toBeNull();
  });

  it('addresses stay the same with other line ends and blank lines behind the text', async () => {
    expect(
      await counterexample(anyText, async (text) => {
        const source = `considering\n${text.replaceAll('\r', ' ')}`;
        const [plain, other] = [
          await readAs(source),
          await readAs(`${source.replaceAll('\n', '\r\n')}\r\n\r\n\r\n`),
        ];
        if (!plain.ok || !other.ok) return plain.ok === other.ok;
        return addressesOf(plain.value).join(' ') === addressesOf(other.value).join(' ');
      }),
    ).toBeNull();
  });

  it('references lead to places that exist', async () => {
    expect(
      await counterexample(anyText, async (text) => {
        const result = await readAs(`considering\n${text}`);
        if (!result.ok) return true;
        const known = new Set(['', ...addressesOf(result.value)]);
        return everyProvision(result.value).every(({ references = [] }) =>
          references.every(({ address }) => known.has(address)),
        );
      }),
    ).toBeNull();
  });

  it('citations, references and footnotes stand in the text of their provision', async () => {
    expect(
      await counterexample(anyText, async (text) => {
        const result = await readAs(`considering\n${text}`);
        return !result.ok || everyProvision(result.value).every(standsInItsText);
      }),
    ).toBeNull();
  });

  it('bytes of any kind are read or refused', async () => {
    expect(
      await counterexample(uint8Array({ maxLength: 200 }), async (bytes) => {
        const result = await readDocument({ name: 'any.txt', bytes });
        return result.ok || result.error.message.startsWith('any.txt ');
      }),
    ).toBeNull();
  });
});

describe('two megabytes of junk come to an end', () => {
  const units = [
    ['one letter', 'a'],
    ['one space', ' '],
    ['half footnotes', '[footnoteRef:1][1:'],
    ['type words without numbers', 'Resolution '],
    ['brackets that never close', 'Resolution 5 (Rev. Buenos Aires Buenos Aires Buenos Aires '],
    ['lists without an end', 'Resolutions 1, 2, 3, '],
    ['handbook titles without an end', 'ITU-R Handbook on Aa of the '],
    ['half names of bodies', 'World Telecommunication '],
    ['provisions without an end', 'Nos. 5.1, 5.2, '],
    ['items that run on', 'as follows: a) x; b) y; '],
    ['mentions of itself', 'considering a) and b) above, Annex 1 to '],
  ] as const;
  for (const [what, unit] of units) {
    it(`${what}`, { timeout: 60_000 }, async () => {
      const junk = `x${unit.repeat(Math.ceil(2_000_000 / unit.length))}x`;
      expect(
        (await documentOf(`instructs the Director of ${junk}\n1\tto act.`)).sections,
      ).toHaveLength(1);
      expect(areExact(findCitations(junk), junk)).toBe(true);
    });
  }
});

/** Lines as resolutions have them, so that most of what is printed comes back. */
const genreLine = constantFrom(
  'a)\tthat one thing holds;',
  'b)\tthat another does,',
  '1\tto act;',
  '1.1\tto act at once;',
  'i)\tin part;',
  '–\tin general;',
  'words without a label;',
  'noting further',
  'resolves that all follow: a) first; b) second,',
  'instructs the Director of TSB, in collaboration with TSAG,',
  'invites Member States to help,',
  'and goes on here',
  'ANNEX 1 TO RESOLUTION 5 (REV. DUBAI, 2018)',
  'PART A – General',
  '2\tHeading',
);

describe('a text of the genre', () => {
  it('comes back word for word in its order', async () => {
    expect(
      await counterexample(array(genreLine, { maxLength: 25 }), async (lines) => {
        const source = ['considering', 'a)\tthat,', ...lines].join('\n');
        const { sections, annexes } = await documentOf(source);
        const whole = [...sections, ...annexes].map(
          ({ heading, provisions }) => heading + provisions.map(printed).join(''),
        );
        return bare(whole.join('')) === bare(source);
      }),
    ).toBeNull();
  });
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
    it(`${name}: every letter and digit of its sections, in their order`, async () => {
      const file = new URL(`../../content/resolutions/${name}.txt`, import.meta.url);
      const source = readFileSync(file, 'utf8');
      const fromFirstSection = source.slice(source.search(/^(?:recalling|considering)$/m));
      const withoutMarks = fromFirstSection.replaceAll(
        /\[bookmark:[^\]]*\]|\[footnoteRef:1\]1?|\[1:[^\]]*\]/g,
        '',
      );
      const whole = (await documentOf(source)).sections.map(
        ({ heading, provisions }) => heading + provisions.map(printed).join(''),
      );
      expect(bare(whole.join(''))).toBe(bare(withoutMarks));
    });
  }
});
