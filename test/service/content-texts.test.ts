import { describe, expect, test } from 'vitest';
import { checkContent } from '../../main/service/index.ts';
import { lanternContent } from '../fixtures/content.ts';
import { sentences } from '../fixtures/lanterns.ts';
import { describeRefusals } from './refusals.ts';

const y9001 = 'references/itu-t/recommendation/y.9001.yaml';
const consideringA =
  'lanterns guide ships along every coast by night and in fog, as Recommendation';
const chapter = 'handbooks/keeping/oil.md';

describeRefusals('quotations', [
  {
    what: 'a word that is not there',
    file: chapter,
    from: '"every coast by night"',
    to: '"every coast by day"',
    line: 'by day',
    problem: /^"every coast by day" does not stand in wtsa\/resolution\/701@2024#considering\.a$/,
  },
  {
    what: 'half a word',
    file: chapter,
    from: '"every coast by night"',
    to: '"very coast by night"',
    line: 'very coast',
    problem: /does not stand in/,
  },
  {
    what: 'another place',
    file: chapter,
    from: /(#considering\.)a\)/,
    to: '#considering.b)',
    line: '#considering.b)',
    problem: /does not stand in .*considering\.b$/,
  },
  {
    what: 'no place',
    file: chapter,
    from: /\(\[considering a\].*\)\)/,
    to: 'in the text',
    line: 'every coast',
    problem: /^"every coast by night" has no link after it$/,
  },
  {
    what: 'a place without a text',
    file: chapter,
    from: 'wtsa/resolution/701@2024#considering.a',
    to: 'itu-t/recommendation/y.9001',
    line: 'y.9001',
    problem: /cannot be compared/,
  },
  {
    what: 'a quotation mark alone',
    file: chapter,
    from: 'by night"',
    to: 'by night',
    line: 'every coast',
    problem: /^a quotation mark has no other$/,
  },
  {
    what: 'a block that is not there',
    file: chapter,
    from: '> well-made wicks',
    to: '> half-made wicks',
    line: '> half-made',
    problem: /does not stand in/,
  },
  {
    what: 'a block without a place',
    file: chapter,
    from: '>\n> [considering b](wtsa/resolution/701@2024#considering.b)\n',
    to: '',
    line: '> well-made',
    problem: /^a quotation ends with a line that holds the link to its place alone$/,
  },
]);

describeRefusals('words of others', [
  {
    what: 'eight words in a row',
    file: chapter,
    from: '## More',
    to: `It says that ${consideringA} [Y.9001](term/wick).\n\n## More`,
    line: 'It says',
    problem:
      /^shares with a resolution, outside quotation marks: "that lanterns guide ships along every coast by night and in fog, as Recommendation"$/,
  },
  {
    what: 'eight words, in other letters and without hyphens',
    file: chapter,
    from: '## More',
    to: 'OIL AND WELL MADE WICKS WITH THE HARBOUR [x](term/wick).\n\n## More',
    line: 'OIL AND',
    problem: /^shares with a resolution/,
  },
]);

describeRefusals('grounds', [
  {
    what: 'a first paragraph that rests on nothing',
    file: chapter,
    from: '# On oil\n\n',
    to: '# On oil\n\nSo it is.\n\n',
    line: 'So it is.',
    problem: /^a paragraph has neither a link nor a quotation/,
  },
  {
    what: 'a paragraph that rests on nothing',
    file: chapter,
    from: '## More',
    to: 'So it is.\n\n## More',
    line: 'So it is.',
    problem: /^a paragraph has neither a link nor a quotation/,
  },
  {
    what: 'a list that rests on nothing',
    file: chapter,
    from: '[glimwick](term/wick)',
    to: 'glimwick',
    line: `- ${sentences(50)}`,
    problem: /^a list has neither a link nor a quotation/,
  },
]);

describeRefusals('what has no place in a text', [
  {
    what: 'HTML',
    file: chapter,
    from: '## More',
    to: '<b>So</b> [it](term/wick) is.\n\n## More',
    line: '<b>So',
    problem: /^HTML has no place in a text$/,
  },
  {
    what: 'an image',
    file: chapter,
    from: '## More',
    to: '![x](term/wick)\n\n## More',
    line: '![x]',
    problem: /^an image has no place in a text$/,
  },
  {
    what: 'a table',
    file: chapter,
    from: '## More',
    to: '| a | b |\n| - | - |\n| c | d |\n\n## More',
    line: '| a |',
    problem: /^a table has no place in a text$/,
  },
  {
    what: 'code',
    file: chapter,
    from: '## More',
    to: 'This is `code` [x](term/wick).\n\n## More',
    line: '`code`',
    problem: /^code has no place in a text$/,
  },
  {
    what: 'a block of code',
    file: chapter,
    from: '## More',
    to: '```\ncode\n```\n\n## More',
    line: '```',
    problem: /^a block of code has no place in a text$/,
  },
  {
    what: 'a deep heading',
    file: chapter,
    from: '## More',
    to: '### More',
    line: '### More',
    problem: /^a heading is no deeper than ##$/,
  },
  {
    what: 'a second title',
    file: chapter,
    from: '## More',
    to: '# More',
    line: '# More',
    problem: /^a chapter has one title/,
  },
  {
    what: 'a heading in a note',
    file: y9001,
    from: 'note: >',
    to: 'note: |\n  ## Note\n',
    line: '## Note',
    problem: /^a heading stands only in a chapter$/,
  },
  {
    what: 'a list in a list',
    file: chapter,
    from: '\n\n> well',
    to: '\n  - deeper\n\n> well',
    line: '- deeper',
    problem: /^a list in a list has no place in a text$/,
  },
  {
    what: 'an entity',
    file: chapter,
    from: '## More',
    to: 'Oil &amp; [wicks](term/wick).\n\n## More',
    line: '&amp;',
    problem: /^holds an HTML entity$/,
  },
]);

describe('the content check lets pass', () => {
  test.each([
    [
      'a quotation with other hyphens, spaces and marks',
      '"oil and well-made wicks" ([b](wtsa/resolution/701@2024#considering.b))',
    ],
    [
      'a quotation in curly marks',
      '\u201cevery coast by night\u201d ([a](wtsa/resolution/701@2024#considering.a))',
    ],
    [
      'a quotation in pieces',
      '"lanterns guide ships … by night and in fog" ([a](wtsa/resolution/701@2024#considering.a))',
    ],
    [
      'a quotation of a whole edition',
      '"to keep a list of all lanterns" ([here](wtsa/resolution/701@2024))',
    ],
    [
      'a quotation inside its own link',
      '["to keep a list of all lanterns"](wtsa/resolution/701@2024#resolves)',
    ],
    ['a term of three words without a place', 'the "old lantern law" of [harbours](term/wick)'],
    [
      'an official title in quotation marks',
      '"Requirements of coastal lanterns that burn all night" ([Y.9001](itu-t/recommendation/y.9001))',
    ],
    [
      'a long official name',
      'the World Telecommunication Standardization Assembly in New Delhi, 2024, spoke of [oil](term/wick)',
    ],
    [
      'seven words in a row',
      'We know that lanterns guide ships along every shore, says [a](wtsa/resolution/701@2024#considering.a)',
    ],
  ])('%s', async (_what, words) => {
    const content = lanternContent();
    content.replace(chapter, '## More', `It is ${words}.\n\n## More`);
    expect((await checkContent(content.folder)).lines).toEqual([]);
  });

  test('a paragraph that only leads to a list', async () => {
    const content = lanternContent();
    content.replace(chapter, '## More', 'These help:\n\n- [oil](term/wick)\n\n## More');
    expect((await checkContent(content.folder)).lines).toEqual([]);
  });
});

test('a problem of a text that is folded over several lines names its very line', async () => {
  const content = lanternContent();
  const file = 'references/wtsa/resolution/702.yaml';
  content.replace(file, 'came\n', 'came\n  long [before](term/nobody)\n');
  const { lines } = await checkContent(content.folder);
  const line = content.lineOf(file, 'term/nobody');
  expect(line).toBe(content.lineOf(file, 'came') + 1);
  expect(lines).toEqual([
    `${content.path(file)}:${line}: the link to term/nobody leads nowhere: there is no such record`,
  ]);
});
