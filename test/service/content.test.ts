import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../main/service/index.ts';
import { copyContent, names } from '../fixtures/content.ts';
import { temporaryFolder } from '../fixtures/temporary.ts';

const metadata = `${names.wtsa92of2024}.yaml`;
const source = `${names.wtsa92of2024}.txt`;

describe('the content check', () => {
  test('finds the bundled sources in order, and says how many it looked at', async () => {
    expect(await checkContent(copyContent().folder)).toMatchObject({
      checked: 3,
      problems: [],
      lines: [],
    });
  });

  test.each<[string, string | RegExp, string, string, RegExp]>([
    ['a work that is no work', /^work: .*$/m, 'work: Resolution 92', 'work', /is not a work/],
    [
      'a number that is not the work\u2019s',
      "number: '92'",
      "number: '93'",
      'number',
      /is 93, but the work is/,
    ],
    [
      'an edition that is not the year of the meeting',
      "edition: '2024'",
      "edition: '2020'",
      'edition',
      /2020/,
    ],
    [
      'an edition that is a number to YAML',
      "edition: '2024'",
      'edition: 2024',
      'edition',
      /quotation marks/,
    ],
    [
      'a date that is no date',
      "from: '2024-10-15'",
      "from: '15 October 2024'",
      'from',
      /is not a date/,
    ],
    [
      'a day that no calendar has',
      "from: '2024-10-15'",
      "from: '2024-02-30'",
      'from',
      /not a day of the calendar/,
    ],
    [
      'dates in the wrong order',
      "to: '2024-10-24'",
      "to: '2024-10-14'",
      'to',
      /is before dates\.from/,
    ],
    ['another meeting\u2019s name', 'meeting: WTSA-24', 'meeting: WTSA-20', 'meeting', /WTSA-20/],
    [
      'a place that the text does not name',
      'place: New Delhi',
      'place: Delft',
      'place',
      /Delft, 2024/,
    ],
    ['a title that the text does not hold', 'Enhancing', 'Enlarging', 'title', /does not stand in/],
    ['a language that is none', 'language: en', 'language: english', 'language', /is not one of/],
    [
      'a key that nobody knows',
      'language: en',
      'language: en\ncolour: blue',
      'colour',
      /colour is not a key/,
    ],
    [
      'a number of bytes that is not the file\u2019s',
      'bytes: 14616',
      'bytes: 14617',
      'bytes',
      /has 14616/,
    ],
    [
      'a SHA-256 that is not the file\u2019s',
      /sha256: ./,
      'sha256: 0',
      'sha256',
      /is not that of the file/,
    ],
    [
      'the name of another source',
      `file: ${source}`,
      'file: other.txt',
      'file',
      /the text of the same name/,
    ],
    ['an empty right', /^rights: .*$/m, "rights: ''", 'rights', /is empty/],
  ])('refuses %s, and names the line', async (_what, from, to, key, message) => {
    const content = copyContent();
    content.replace(metadata, from, to);
    const { checked, problems, lines } = await checkContent(content.folder);
    const file = content.path(metadata);
    const line = content.lineOf(metadata, `${key}:`);
    expect(checked).toBe(3);
    expect(problems[0]).toEqual({ file, line, message: expect.stringMatching(message) as string });
    expect(lines[0]).toBe(`${file}:${line}: ${problems[0]!.message}`);
  });

  test('refuses metadata without a key that it must have, and names it', async () => {
    const content = copyContent();
    content.replace(metadata, /^place: .*\n/m, '');
    const { problems } = await checkContent(content.folder);
    expect(problems).toEqual([
      expect.objectContaining({ file: content.path(metadata), message: 'place is missing' }),
    ]);
  });

  test('refuses metadata that is not YAML, on its line', async () => {
    const content = copyContent();
    content.replace(metadata, "edition: '2024'", "edition: '2024");
    const { problems } = await checkContent(content.folder);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({
      file: content.path(metadata),
      line: expect.any(Number) as number,
    });
  });

  test.each([
    ['a list', '- one\n- two\n'],
    ['nothing', ''],
    [
      'aliases that multiply',
      'a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\n',
    ],
    ['far too much', `title: ${'x'.repeat(100_000)}\n`],
  ])('refuses metadata that is %s', async (_what, yaml) => {
    const content = copyContent();
    writeFileSync(content.path(metadata), yaml);
    const { problems } = await checkContent(content.folder);
    expect(problems.map(({ file }) => file)).toContain(content.path(metadata));
  });

  test('refuses a source with one byte changed', async () => {
    const content = copyContent();
    const bytes = readFileSync(content.path(source));
    bytes[bytes.indexOf('roadmap')] = 'R'.charCodeAt(0);
    writeFileSync(content.path(source), bytes);
    const { problems } = await checkContent(content.folder);
    expect(problems).toEqual([
      {
        file: content.path(metadata),
        line: content.lineOf(metadata, 'sha256:'),
        message: expect.stringContaining('is not that of the file') as string,
      },
    ]);
  });

  test('refuses a source with something added', async () => {
    const content = copyContent();
    appendFileSync(content.path(source), '\n');
    const { problems } = await checkContent(content.folder);
    expect(problems).toMatchObject([{ line: content.lineOf(metadata, 'bytes:') }]);
  });

  test.each([
    ['a byte that is not UTF-8', 0xff],
    ['a zero byte', 0],
  ])('refuses a source with %s, on the very line', async (_what, byte) => {
    const content = copyContent();
    const bytes = readFileSync(content.path(source));
    const place = bytes.indexOf('noting');
    bytes[place] = byte;
    writeFileSync(content.path(source), bytes);
    const line = bytes.subarray(0, place).toString('utf8').split('\n').length;
    const { problems } = await checkContent(content.folder);
    expect(problems).toMatchObject([{ file: content.path(source), line }]);
  });

  test('refuses a source without metadata and metadata without a source', async () => {
    const content = copyContent();
    rmSync(content.path(metadata));
    rmSync(content.path(`${names.wtdc43}.txt`));
    const { problems } = await checkContent(content.folder);
    expect(problems).toEqual([
      { file: content.path(`${names.wtdc43}.txt`), line: null, message: 'is missing' },
      { file: content.path(metadata), line: null, message: 'is missing' },
    ]);
  });

  test('refuses two sources of one edition', async () => {
    const content = copyContent();
    cpSync(content.path(source), content.path('copy.txt'));
    cpSync(content.path(metadata), content.path('copy.yaml'));
    content.replace('copy.yaml', source, 'copy.txt');
    const { problems } = await checkContent(content.folder);
    expect(problems).toMatchObject([
      { message: expect.stringContaining('wtsa/resolution/92@2024') as string },
    ]);
  });

  test('refuses a file that it would have to pass over', async () => {
    const content = copyContent();
    writeFileSync(content.path('notes.docx'), '');
    const { problems } = await checkContent(content.folder);
    expect(problems).toMatchObject([{ file: content.path('notes.docx') }]);
  });

  test('tells all problems at once', async () => {
    const content = copyContent();
    content.replace(metadata, 'language: en', 'language: xx');
    content.replace(`${names.wtdc43}.yaml`, "number: '43'", "number: '44'");
    const { problems } = await checkContent(content.folder);
    expect(problems).toHaveLength(2);
  });

  test('finds it a problem to find nothing', async () => {
    const folder = temporaryFolder();
    expect(await checkContent(join(folder, 'nowhere'))).toMatchObject({
      checked: 0,
      problems: [{}],
    });
    mkdirSync(join(folder, 'resolutions'));
    expect(await checkContent(folder)).toMatchObject({
      checked: 0,
      problems: [{ message: 'holds no source' }],
    });
  });
});
