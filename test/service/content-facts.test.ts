import { expect, test } from 'vitest';
import { checkContent } from '../../main/service/index.ts';
import { lanternContent } from '../fixtures/content.ts';
import { lanternFiles, sentences } from '../fixtures/lanterns.ts';
import { describeRefusals } from './refusals.ts';

const y9001 = 'references/itu-t/recommendation/y.9001.yaml';
const y9000 = 'references/itu-t/recommendation/y.9000.yaml';
const chapter = 'handbooks/keeping/oil.md';
const tour = 'tours/eight-lights.yaml';
const resolution702 = 'references/wtsa/resolution/702.yaml';
const source = 'resolutions/lanterns-2024.txt';

describeRefusals('addresses', [
  {
    what: 'a provision that is not there',
    file: tour,
    from: '#resolves.1',
    to: '#resolves.9',
    line: '#resolves.9',
    problem:
      /^stops\.0\.show\.0: wtsa\/resolution\/701@2024#resolves\.9 leads nowhere: that edition holds no such place$/,
  },
  {
    what: 'an edition that the record does not know',
    file: resolution702,
    from: 'y.9001@2018',
    to: 'y.9001@2019',
    line: 'y.9001@2019',
    problem: /leads nowhere: its record knows no such edition/,
  },
  {
    what: 'a work without record and text',
    file: 'glossary.yaml',
    from: 'y.9001, body',
    to: 'y.9009, body',
    line: 'y.9009',
    problem: /y\.9009 leads nowhere/,
  },
  {
    what: 'a body that is not there',
    file: y9001,
    from: 'responsible: itu-t-sg-13',
    to: 'responsible: itu-t-sg-99',
    line: 'itu-t-sg-99',
    problem: /^responsible: body\/itu-t-sg-99 leads nowhere: there is no such record$/,
  },
  {
    what: 'a chapter that is not there',
    file: tour,
    from: '#fog',
    to: '#mist',
    line: '#mist',
    problem: /keeping#mist leads nowhere/,
  },
  {
    what: 'a topic that is not there',
    file: 'glossary.yaml',
    from: 'topics: [light]',
    to: 'topics: [dark]',
    line: 'dark',
    problem: /topic\/dark leads nowhere/,
  },
  {
    what: 'a link of a chapter',
    file: chapter,
    from: 'term/wick',
    to: 'term/wicked',
    line: 'term/wicked',
    problem: /^the link to term\/wicked leads nowhere/,
  },
  {
    what: 'a link to the network',
    file: chapter,
    from: 'term/wick',
    to: 'https://example.org/',
    line: 'example.org',
    problem: /does not lead to an address/,
  },
  {
    what: 'an address in capital letters',
    file: chapter,
    from: 'term/wick',
    to: 'term/Wick',
    line: 'term/Wick',
    problem: /does not lead to an address/,
  },
  {
    what: 'a source that is none',
    file: y9001,
    from: '[almanac,',
    to: '[calendar,',
    line: 'calendar',
    problem: /^sources\.0 "calendar" is not in sources\.yaml/,
  },
  {
    what: 'a source in a place that is not there',
    file: y9001,
    from: '#considering.a]',
    to: '#considering.z]',
    line: '#considering.z',
    problem: /leads nowhere/,
  },
  {
    what: 'a comparison at a place of another edition',
    file: tour,
    from: 'handbook/keeping#fog',
    to: 'compare: { from: wtsa/resolution/701@2024, to: wtsa/resolution/701@2024, at: itu-t/recommendation/y.9001 }',
    line: 'compare',
    problem: /at is no place in/,
  },
  {
    what: 'a cited edition that the record does not know',
    file: resolution702,
    from: "'2024'",
    to: "'2022'",
    in: source,
    line: 'Resolution 702',
    problem:
      /^cites wtsa\/resolution\/702@2024, which is an edition that its record does not know$/,
  },
]);

describeRefusals('terms', [
  {
    what: 'a name that another term has, in other letters',
    file: 'glossary.yaml',
    from: 'wick:',
    to: `lamp:\n  term: lamp\n  synonyms: [Lantern-Wick]\n  definition: ${sentences(12)}\n  sources: [almanac]\nwick:`,
    line: 'wick:',
    problem: /^"lantern wick" is a name of term\/lamp too$/,
  },
]);

describeRefusals('sources', [
  {
    what: 'a work whose text is not here',
    file: y9001,
    from: 'wtsa/resolution/701@2024#considering.a]',
    to: 'itu-t/recommendation/y.9000]',
    line: 'sources',
    problem: /^sources\.1: itu-t\/recommendation\/y\.9000 is no source: no text of it is here$/,
  },
]);

describeRefusals('editions', [
  {
    what: 'editions that do not begin with the newest',
    file: y9001,
    from: "'2020-03-15'\n    status: in-force",
    to: "'2017'\n    status: unknown",
    line: "edition: '2018'",
    problem: /^editions has 2018 below 2020; the newest stands first$/,
  },
  {
    what: 'an edition in another year than its date',
    file: y9001,
    from: "edition: '2018'",
    to: "edition: '2016'",
    line: "edition: '2016'",
    problem: /^editions\.1\.edition is 2016, but it is of 2018-01$/,
  },
  {
    what: 'an edition that is issued before it is approved',
    file: y9001,
    from: "'2018-06'",
    to: "'2017-06'",
    line: '2017-06',
    problem: /^editions\.1\.published is 2017-06, before it was approved$/,
  },
  {
    what: 'an old edition in force',
    file: y9001,
    from: "published: '2018-06'\n    status: superseded",
    to: "status: in-force # published: '2018-06'",
    line: "published: '2018-06'",
    problem: /^editions\.1\.status is in-force, but 2020 is newer$/,
  },
  {
    what: 'a work in force that another has replaced',
    file: y9000,
    from: 'withdrawn',
    to: 'in-force',
    line: 'status',
    problem:
      /^editions\.0\.status is in-force, but replaced-by names itu-t\/recommendation\/y\.9001$/,
  },
  {
    what: 'replacing that the other does not know',
    file: y9000,
    from: 'replaced-by: [itu-t/recommendation/y.9001]\n',
    to: '',
    in: y9001,
    line: 'replaces:',
    problem:
      /^replaces names itu-t\/recommendation\/y\.9000, whose record does not name this work in replaced-by$/,
  },
]);

describeRefusals('meetings', [
  {
    what: 'another place than the edition has',
    file: 'meetings.yaml',
    from: 'New Delhi',
    to: 'Delhi',
    line: 'place',
    problem: /^place of WTSA-24 is Delhi, but .*lanterns-2024\.yaml says New Delhi$/,
  },
  {
    what: 'days of another year',
    file: 'meetings.yaml',
    from: "from: '2024-10-15'\n  to: '2024-10-24'",
    to: "from: '2023-10-15'\n  to: '2023-10-24'",
    line: 'year',
    problem: /^wtsa-24\.year is 2024, but its days are/,
  },
  {
    what: 'days in the wrong order',
    file: 'meetings.yaml',
    from: "'2024-10-24'",
    to: "'2024-10-14'",
    line: 'to:',
    problem: /^wtsa-24\.to is before wtsa-24\.from$/,
  },
  {
    what: 'a name that citations use of another year',
    file: 'meetings.yaml',
    from: 'wtsa-24:',
    to: 'wtsa-20:\n  name: WTSA-20\n  body: wtsa\n  place: Geneva\n  year: 2020\n  sources: [almanac]\nwtsa-24:',
    line: 'name: WTSA-20',
    problem: /^name: "Resolution 1 \(WTSA-20\)" would cite wtsa\/resolution\/1@2022/,
  },
  {
    what: 'a place and year of another body',
    file: 'meetings.yaml',
    from: 'wtsa-24:',
    to: 'lights:\n  name: Lights\n  body: wtsa\n  place: Busan\n  year: 2014\n  sources: [almanac]\nwtsa-24:',
    line: 'place: Busan',
    problem: /would cite pp\/resolution\/1@2014, not wtsa/,
  },
  {
    what: 'an edition of a conference that has no sitting of that year',
    file: resolution702,
    from: "'2024'",
    to: "'2022'",
    line: '- edition',
    problem: /^editions\.0 is 2022, a year for which meetings\.yaml has no sitting of wtsa$/,
  },
]);

describeRefusals('the names under which resolutions speak to a body', [
  {
    what: 'a name that none uses',
    file: 'bodies/itu-t-sg-13.yaml',
    from: 'actors: [itu-t-sg-13]',
    to: 'actors: [itu-t-sg-13, sg13]',
    line: 'actors',
    problem: /^actors names sg13, to whom no document here speaks$/,
  },
  {
    what: 'a body without the name that one uses',
    file: 'bodies/itu-t-sg-13.yaml',
    from: 'actors: [itu-t-sg-13]\n',
    to: '',
    line: 'name:',
    problem: /^actors leaves out itu-t-sg-13, to whom a document speaks$/,
  },
]);

describeRefusals('orphans', [
  {
    what: 'a source that no record names',
    file: 'sources.yaml',
    from: 'almanac:',
    to: 'atlas:\n  title: An atlas\nalmanac:',
    line: 'atlas',
    problem: /^atlas is a source that no record names$/,
  },
  {
    what: 'a topic that nothing names',
    file: 'topics.yaml',
    from: 'light:',
    to: `dark:\n  title: Dark\n  lead: >\n    ${sentences(15)}\n  sources: [almanac]\nlight:`,
    line: 'dark',
    problem: /^topic\/dark is an orphan/,
  },
  {
    what: 'a term that nobody uses',
    file: 'glossary.yaml',
    from: 'wick:',
    to: `moth:\n  term: moth\n  definition: ${sentences(12)}\n  sources: [almanac]\nwick:`,
    line: 'moth',
    problem: /^term\/moth is an orphan/,
  },
  {
    what: 'a meeting that adopted nothing',
    file: 'meetings.yaml',
    from: 'wtsa-24:',
    to: 'wtsa-20:\n  name: WTSA-20\n  body: wtsa\n  place: Geneva\n  year: 2022\n  sources: [almanac]\nwtsa-24:',
    line: 'wtsa-20',
    problem: /^meeting\/wtsa-20 is an orphan/,
  },
]);

test('a work that a document cites and that has no record is a problem, where it is cited', async () => {
  const content = lanternContent();
  content.remove(y9001);
  const { lines } = await checkContent(content.folder);
  expect(lines).toContain(
    `${content.path(source)}:${content.lineOf(source, 'Y.9001')}: cites itu-t/recommendation/y.9001, which has no record`,
  );
});

test('a meeting that the metadata names and that has no record is a problem', async () => {
  const content = lanternContent();
  content.replace('meetings.yaml', 'name: WTSA-24', 'name: WTSA-2024');
  const { lines } = await checkContent(content.folder);
  expect(lines).toContainEqual(
    expect.stringMatching(/lanterns-2024\.yaml: meeting is WTSA-24, which has no/),
  );
});

test('a record that does not fit is told once, not by everything that leads to it', async () => {
  const content = lanternContent();
  content.replace(y9001, /^where: .*\n/m, '');
  const { lines } = await checkContent(content.folder);
  expect(lines).toEqual([`${content.path(y9001)}:1: where is missing`]);
});

test('a folder without references need not know what its documents cite', async () => {
  const content = lanternContent();
  for (const [file] of lanternFiles()) if (!file.startsWith('resolutions/')) content.remove(file);
  expect(await checkContent(content.folder)).toMatchObject({ checked: 1, lines: [] });
});
