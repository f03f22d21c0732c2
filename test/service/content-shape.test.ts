import { expect, test } from 'vitest';
import { checkContent } from '../../main/service/index.ts';
import { lanternContent } from '../fixtures/content.ts';
import { sentences } from '../fixtures/lanterns.ts';
import { describeRefusals } from './refusals.ts';

const y9001 = 'references/itu-t/recommendation/y.9001.yaml';
const y9000 = 'references/itu-t/recommendation/y.9000.yaml';
const chapter = 'handbooks/keeping/oil.md';
const tour = 'tours/eight-lights.yaml';

describeRefusals('the shape of a record', [
  {
    what: 'a key that nobody knows',
    file: y9001,
    from: 'where:',
    to: 'colour: red\nwhere:',
    line: 'colour',
    problem: /^colour is not a key of a reference$/,
  },
  {
    what: 'a key that is missing',
    file: y9001,
    from: /^where: .*\n/m,
    to: '',
    line: 'title',
    problem: /^where is missing$/,
  },
  {
    what: 'a status that is none',
    file: y9001,
    from: 'in-force',
    to: 'valid',
    line: 'valid',
    problem: /^editions\.0\.status is not one of/,
  },
  {
    what: 'an edition that is a number to YAML',
    file: y9001,
    from: "edition: '2018'",
    to: 'edition: 2018',
    line: 'edition: 2018',
    problem: /^editions\.1\.edition is not a text/,
  },
  {
    what: 'an edition without a date',
    file: y9000,
    from: "    published: '1999'\n",
    to: '',
    line: '- edition',
    problem: /^editions\.0 has neither approved nor published$/,
  },
  {
    what: 'a month that no calendar has',
    file: y9001,
    from: "'2018-01'",
    to: "'2018-13'",
    line: '2018-13',
    problem: /is not a date/,
  },
  {
    what: 'a note and a digest',
    file: y9001,
    from: 'note: >',
    to: 'digest: x\nnote: >',
    line: 'title',
    problem: /not one of note and digest/,
  },
  {
    what: 'a work that is none',
    file: y9001,
    from: '[itu-t/recommendation/y.9000]',
    to: '[y.9000]',
    line: 'replaces',
    problem: /^replaces\.0 is not a work/,
  },
  {
    what: 'a record without a source',
    file: y9001,
    from: /^sources: .*/m,
    to: 'sources: []',
    line: 'sources',
    problem: /^sources is empty$/,
  },
  {
    what: 'a Sector that is none',
    file: 'bodies/wtsa.yaml',
    from: 'sector: itu-t',
    to: 'sector: itu',
    line: 'sector',
    problem: /^sector is not one of/,
  },
  {
    what: 'a study period that is none',
    file: 'bodies/wtsa.yaml',
    from: '2025-2028',
    to: 'since 2025',
    line: 'period',
    problem: /^period is not a study period/,
  },
  {
    what: 'a meeting on a day that no calendar has',
    file: 'meetings.yaml',
    from: "'2024-10-15'",
    to: "'2024-10-32'",
    line: 'from',
    problem: /^wtsa-24\.from is not a day/,
  },
  {
    what: 'a slug that is none',
    file: 'glossary.yaml',
    from: 'wick:',
    to: 'Wick_1:',
    line: 'Wick_1',
    problem: /Wick_1 is not a name/,
  },
  {
    what: 'a question that asks nothing',
    file: tour,
    from: 'Who lights lamp 2?',
    to: 'Lamp 2.',
    line: 'Lamp 2.',
    problem: /^stops\.1\.question does not end with a question mark$/,
  },
  {
    what: 'a line that is marked as text is',
    file: tour,
    from: 'Who lights lamp 2?',
    to: 'Who lights **it**?',
    line: '**it**',
    problem: /is one line without marks/,
  },
  {
    what: 'a comparison of nothing',
    file: tour,
    from: 'handbook/keeping#fog',
    to: 'compare: { from: wtsa/resolution/701@2024 }',
    line: 'compare',
    problem: /^stops\.0\.show\.1\.compare\.to is missing$/,
  },
  {
    what: 'a chapter without a title',
    file: chapter,
    from: '# On oil',
    to: 'On oil',
    line: 'On oil',
    problem: /^does not begin with a title/,
  },
]);

describeRefusals('lengths', [
  {
    what: 'a note that is too short',
    file: y9001,
    from: sentences(40),
    to: sentences(39),
    line: 'note',
    problem: /^note has 39 words, not 40 to 90$/,
  },
  {
    what: 'a digest that is too long',
    file: y9000,
    from: sentences(75),
    to: sentences(280),
    line: 'digest',
    problem: /^digest has 360 words, not 150 to 350$/,
  },
  {
    what: 'a mandate that is too short',
    file: 'bodies/wtsa.yaml',
    from: sentences(150),
    to: sentences(149),
    line: 'mandate',
    problem: /^mandate has 149 words/,
  },
  {
    what: 'a part in IMT that is too short',
    file: 'bodies/wtsa.yaml',
    from: `\n  ${sentences(50)}\n`,
    to: `\n  ${sentences(49)}\n`,
    line: 'part-in-imt',
    problem: /^part-in-imt has 49 words/,
  },
  {
    what: 'a definition that is too long',
    file: 'glossary.yaml',
    from: sentences(12),
    to: sentences(61),
    line: 'definition',
    problem: /^wick\.definition has 61 words|^definition has 61 words/,
  },
  {
    what: 'notes that are too long',
    file: tour,
    from: sentences(60),
    to: sentences(151),
    line: 'notes',
    problem: /^stops\.0\.notes has 151 words/,
  },
  {
    what: 'a lead that is too short',
    file: 'topics.yaml',
    from: sentences(15),
    to: sentences(14),
    line: 'lead',
    problem: /lead has 14 words/,
  },
  {
    what: 'a chapter that is too long',
    file: chapter,
    from: sentences(100),
    to: sentences(520),
    line: '# On oil',
    problem: /^text has \d+ words, not 300 to 700$/,
  },
  {
    what: 'too few chapters',
    file: 'handbooks/keeping/handbook.yaml',
    from: ', ships]',
    to: ']',
    line: 'chapters',
    problem: /^chapters has 4 chapters, not 5 to 8$/,
  },
  {
    what: 'a stop that takes too long',
    file: tour,
    from: 'minutes: 3',
    to: 'minutes: 6',
    line: 'minutes',
    problem: /^stops\.0\.minutes has 6 minutes, not 2 to 5$/,
  },
  {
    what: 'too few stops',
    file: tour,
    from: / {2}- title: Light 8[^]*/,
    to: '',
    line: 'stops',
    problem: /^stops has 7 stops, not 8 to 15$/,
  },
]);

test('a content folder with one of everything fits', async () => {
  expect(await checkContent(lanternContent().folder)).toMatchObject({ checked: 1, lines: [] });
});

test.each([
  ['references/itu-t/y.9002.yaml', /is no reference: its path is not that of a work/],
  ['references/itu-t/recommendation/y.9002.yml', /is no reference/],
  ['bodies/Tsag.yaml', /is no record: its name is not one/],
  ['tours/old/lights.yaml', /is no record/],
  ['handbooks/keeping/moths.md', /is no chapter that handbook\.yaml names/],
  ['handbooks/stray.md', /stands in no folder of a handbook/],
  ['glossary.yml', /is nothing that content holds/],
  ['body/tsag.yaml', /is nothing that content holds/],
])('the file %s, which it would have to pass over, is a problem', async (file, problem) => {
  const content = lanternContent();
  content.write(file, 'x: y\n');
  const { lines } = await checkContent(content.folder);
  expect(lines).toEqual([expect.stringMatching(problem)]);
});

test('a chapter that the handbook names and that is not there is a problem where it is named', async () => {
  const content = lanternContent();
  content.remove(chapter);
  const { lines } = await checkContent(content.folder);
  const handbook = 'handbooks/keeping/handbook.yaml';
  expect(lines).toEqual([
    `${content.path(handbook)}:${content.lineOf(handbook, 'chapters:')}: chapters.0 oil.md is missing`,
  ]);
});

test('words for the authors and hidden files are passed over', async () => {
  const content = lanternContent();
  content.write('bodies/README.md', 'Write well.');
  content.write('references/.drafts', 'Not yet.');
  expect((await checkContent(content.folder)).lines).toEqual([]);
});
