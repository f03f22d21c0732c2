import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../main/contract/ids.ts';
import type { Prose, Run } from '../../main/contract/prose.ts';
import { locatedByLines } from '../../main/service/content/located-text.ts';
import { readProse } from '../../main/service/content/read-prose.ts';

const read = (markdown: string) => readProse(locatedByLines('text.md', markdown), true);

describe('a text of the library', () => {
  test('is read as paragraphs, headings and lists of runs', () => {
    const markdown = [
      'A _soft_ and **strong**',
      'word, see [the [third] part](body/tsag).',
      '',
      '## Two',
      '',
      '1. one',
      '2. [two](term/oil) and',
      '   more',
      '',
      '- three',
    ].join('\n');
    expect(read(markdown)).toMatchObject({
      problems: [],
      prose: [
        {
          kind: 'paragraph',
          runs: [
            { text: 'A ' },
            { text: 'soft', style: 'emphasis' },
            { text: ' and ' },
            { text: 'strong', style: 'strong' },
            { text: ' word, see ' },
            { text: 'the [third] part', to: 'body/tsag' },
            { text: '.' },
          ],
        },
        { kind: 'heading', runs: [{ text: 'Two' }] },
        {
          kind: 'list',
          isOrdered: true,
          items: [[{ text: 'one' }], [{ text: 'two', to: 'term/oil' }, { text: ' and more' }]],
        },
        { kind: 'list', isOrdered: false, items: [[{ text: 'three' }]] },
      ],
    });
  });

  test.each([
    ['on the next line', '> Lamps\n> burn.\n> [here](wtsa/resolution/92@2024)'],
    ['after an empty line', '> Lamps\n> burn.\n>\n> [here](wtsa/resolution/92@2024)'],
  ])('holds quotations with their place %s', (_where, markdown) => {
    expect(read(markdown)).toMatchObject({
      problems: [],
      prose: [
        { kind: 'quotation', runs: [{ text: 'Lamps burn.' }], from: 'wtsa/resolution/92@2024' },
      ],
    });
  });

  test('knows on which line of the file each word stands', () => {
    const { passages } = read(
      'one\ntwo _three_\n\n- four\n- five\n  six\n\n> seven\n>\n> [x](term/x)',
    );
    const lineOf = (word: string) => {
      const passage = passages.find(({ text }) => text.includes(word))!;
      return passage.lineAt(passage.text.indexOf(word));
    };
    expect(['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map(lineOf)).toEqual([
      1, 2, 2, 4, 5, 6, 8,
    ]);
  });

  test('keeps signs that mean nothing here as they are', () => {
    const text = '5 * 3 < 20 & a_b_c [no link] (x) #1 ITU\u2011T\u00a0A';
    expect(read(text).prose).toEqual([{ kind: 'paragraph', runs: [{ text }] }]);
  });
});

const word = fc.constantFrom(
  'lamp',
  'oil',
  'ITU\u2011T',
  'dusk,',
  '5G',
  'a)',
  'it\u2019s',
  'Y.3101',
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
const targets = fc.constantFrom(
  'term/oil',
  'itu-t/recommendation/y.3101@2018',
  'wtsa/resolution/92@2024#considering.a',
);
const run: fc.Arbitrary<Run> = fc.record(
  {
    text: words,
    to: targets.map((to) => to as Address),
    style: fc.constantFrom('emphasis' as const, 'strong' as const),
  },
  { requiredKeys: ['text'] },
);
/** Plain words between the others, as a pen sets them: two marked runs side by side are not Markdown. */
const runs = fc
  .array(run, { minLength: 1, maxLength: 4 })
  .map((list) =>
    list.flatMap((each, at): Run[] =>
      at === 0 ? [{ text: 'So ' }, each] : [{ text: ' then ' }, each],
    ),
  );
const joined = (list: readonly Run[]): Run[] => {
  const out: Run[] = [];
  for (const each of list) {
    const last = out.at(-1);
    if (last !== undefined && last.style === each.style && last.to === each.to)
      out[out.length - 1] = { ...last, text: last.text + each.text };
    else out.push(each);
  }
  return out;
};
const prose: fc.Arbitrary<Prose> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('paragraph' as const), runs: runs.map(joined) }),
    fc.record({ kind: fc.constant('heading' as const), runs: runs.map(joined) }),
    fc.record({
      kind: fc.constant('list' as const),
      isOrdered: fc.boolean(),
      items: fc.array(runs.map(joined), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('quotation' as const),
      runs: runs.map(joined),
      from: targets.map((to) => to as Address),
    }),
  ),
  { maxLength: 6 },
);

const print = (list: readonly Run[]): string =>
  list
    .map(({ text, to, style }) => {
      const marked = style === 'strong' ? `**${text}**` : style === 'emphasis' ? `_${text}_` : text;
      return to === undefined ? marked : `[${marked}](${to})`;
    })
    .join('');
const printBlocks = (blocks: Prose): string =>
  blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return print(block.runs);
        case 'heading':
          return `## ${print(block.runs)}`;
        case 'list':
          return block.items
            .map((item, at) => `${block.isOrdered ? `${at + 1}.` : '-'} ${print(item)}`)
            .join('\n');
        case 'quotation':
          return `> ${print(block.runs)}\n>\n> [x](${block.from})`;
      }
    })
    .join('\n\n<!-- -->\n\n');

test('a text printed as Markdown is read back as it was, whatever it holds', () => {
  fc.assert(
    fc.property(prose, (blocks) => {
      const back = read(printBlocks(blocks));
      // The comments between blocks keep two lists apart; they are refused and leave nothing behind.
      expect(back.problems.every(({ message }) => message.startsWith('HTML'))).toBe(true);
      expect(back.prose).toEqual(blocks);
    }),
  );
});

test.each([
  ['a text without end', 'lamp '.repeat(20_000), /^is longer than/],
  ['quotations without end', `oil\n\n${'>'.repeat(20_000)}`, /^a quotation in a quotation/],
  ['a quotation in a quotation', '> oil\n>\n> > lamp', /^a quotation in a quotation/],
])('%s is refused', (_what, markdown, problem) => {
  expect(read(markdown).problems[0]?.message).toMatch(problem);
});

test('no text makes the reader fail, and every problem names a line of it', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '#',
          '-',
          '>',
          '1.',
          '[',
          '](',
          ')',
          '*',
          '_',
          '`',
          '|',
          '&lt;',
          '<b>',
          '!',
          '%E0',
          '\n',
          '\n\n',
          '  ',
          'lamp',
          'term/oil',
          'https://x.org',
        ),
      ),
      (signs) => {
        const text = signs.join('');
        const { problems } = read(text);
        const lines = text.split('\n').length;
        expect(problems.every(({ line }) => line !== null && line >= 1 && line <= lines)).toBe(
          true,
        );
      },
    ),
  );
});
