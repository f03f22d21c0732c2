import { describe, expect, it } from 'vitest';
import { codesOf, documentOf, provisionsOf, readAs } from './reading.ts';

const small = 'The World Telecommunication Standardization Assembly (New Delhi, 2024),\nnoting\n';
const textOf = async (line: string): Promise<string> =>
  provisionsOf(await documentOf(small + line))[0]?.text ?? '';

describe('bytes that are no text', () => {
  const refused = [
    ['bytes that no text has', new Uint8Array([0x01, 0xd8, 0xff, 0x00]), 'not-text'],
    ['NUL bytes', 'considering\n\0a)\tthat', 'not-text'],
    ['an empty file', '', 'file-empty'],
    ['a file of white space', ' \r\n\t\u00a0\n', 'file-empty'],
    ['a byte-order mark alone', '\ufeff', 'file-empty'],
  ] as const;

  for (const [what, source, code] of refused) {
    it(`${what}: ${code}, in one line that names the file`, async () => {
      const result = await readAs(source, undefined, 'odd.txt');
      expect(result).toMatchObject({ ok: false, error: { code } });
      expect(!result.ok && result.error.message).toMatch(/^odd\.txt [^\n]+\.$/);
    });
  }
});

describe('one text in several shapes', async () => {
  const lines = [
    'Resolution 5 (Rev. New Delhi, 2024)',
    'A small title',
    'The World Telecommunication Standardization Assembly (New Delhi, 2024),',
    'considering',
    'a)\tthat one;',
    'b)\tthat two,',
    'resolves',
    '1\tto act.',
  ];
  const plain = await documentOf(lines.join('\n'));

  it('a byte-order mark changes nothing', async () => {
    expect(await documentOf(`\ufeff${lines.join('\n')}`)).toEqual(plain);
  });
  it('Windows and old Macintosh line ends change nothing', async () => {
    expect(await documentOf(lines.join('\r\n'))).toEqual(plain);
    expect(await documentOf(lines.join('\r'))).toEqual(plain);
  });
  it('blank lines from page breaks change nothing', async () => {
    expect(await documentOf(lines.join('\n\n \n\u00a0\n'))).toEqual(plain);
  });
  it('spaces for tabs, no-break and doubled spaces change nothing', async () => {
    expect(
      await documentOf(lines.join('\n').replaceAll('\t', '  ').replaceAll(' ', ' \u00a0 ')),
    ).toEqual(plain);
  });
});

describe('lost hyphens', () => {
  it('are put back as U+2011 in the names of Sectors, meetings and IMT, each with a warning and its line', async () => {
    const document = await documentOf(
      `${small}ITUR, ITUT and ITUD at WRC15 on IMT2020 and IMTAdvanced`,
    );
    expect(provisionsOf(document)[0]?.text).toBe(
      'ITU\u2011R, ITU\u2011T and ITU\u2011D at WRC\u201115 on IMT\u20112020 and IMT\u2011Advanced',
    );
    const repairs = document.warnings.filter(({ code }) => code === 'lost-hyphen');
    expect(repairs.map(({ line }) => line)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(repairs[0]?.message).toBe('"ITUR" has lost its hyphen; it is read as "ITU\u2011R".');
  });
  it('are put back behind a stroke and a full stop', async () => {
    expect(await textOf('IMT-Advanced/IMT2020 (Rev.WRC15)')).toBe(
      'IMT-Advanced/IMT\u20112020 (Rev.WRC\u201115)',
    );
  });
  it('are not seen inside other words, document numbers, and names that are written so', async () => {
    for (const line of [
      'JCA-IMT2020 and JCA IMT2020',
      'WRC15/4(Add.1)',
      'VIRTUTR, ITURS and XIMT2020',
      'IMT20201',
      'ITU\u2011R, WRC-15 and IMT\u20112020',
    ]) {
      const document = await documentOf(small + line);
      expect(provisionsOf(document)[0]?.text).toBe(line);
      expect(codesOf(document)).not.toContain('lost-hyphen');
    }
  });
  it('that may be none are left alone with a warning', async () => {
    const document = await documentOf(`${small}ultrareliable communications`);
    expect(provisionsOf(document)[0]?.text).toBe('ultrareliable communications');
    expect(document.warnings).toContainEqual({
      code: 'doubtful-hyphen',
      line: 3,
      message: '"ultrareliable" may have lost a hyphen; it is kept as it stands.',
    });
  });
});

describe('odd text is kept and pointed at', () => {
  const odd = [
    ['study groups of the are currently involved', '"of the are"'],
    ['to the the benefit', '"the the"'],
    ['to encourage , in cooperation', '"encourage ,"'],
  ] as const;
  for (const [line, found] of odd) {
    it(`${line}`, async () => {
      const document = await documentOf(small + line);
      expect(provisionsOf(document)[0]?.text).toBe(line);
      expect(document.warnings).toContainEqual(
        expect.objectContaining({
          code: 'odd-text',
          line: 3,
          message: expect.stringContaining(found),
        }),
      );
    });
  }
});

describe('footnotes', () => {
  it('on the same line as their mark: the mark keeps its place in the words', async () => {
    const [provision] = provisionsOf(
      await documentOf(
        `${small}a)\tdeveloping  countries[footnoteRef:1] and others; [1:  \tThese include some.] `,
      ),
    );
    expect(provision?.text).toBe('developing countries and others;');
    expect(provision?.footnotes).toEqual([{ mark: '1', at: 20, text: 'These include some.' }]);
  });
  it('on a later line, with brackets and a line break inside', async () => {
    const document = await documentOf(
      `${small}a)\tone[footnoteRef:2];\nb)\ttwo,\n[2: See [b-1],\nthe second line.]\nresolves\n1\tto act.`,
    );
    expect(provisionsOf(document).map(({ footnotes }) => footnotes)).toEqual([
      [{ mark: '2', at: 3, text: 'See [b-1], the second line.' }],
      [],
      [],
    ]);
    expect(document.sections.map(({ address }) => address)).toEqual(['noting', 'resolves']);
  });
  it('with the same mark on two pages go to their own marks in turn', async () => {
    const document = await documentOf(
      `${small}a)\tone[footnoteRef:1]; [1: First.]\nb)\ttwo[footnoteRef:1], [1: Second.]`,
    );
    expect(provisionsOf(document).map(({ footnotes }) => footnotes[0]?.text)).toEqual([
      'First.',
      'Second.',
    ]);
  });
  it('whose mark is printed twice lose the second one, with a warning', async () => {
    const document = await documentOf(`${small}a)\tcountries[footnoteRef:1]1; [1: 1 \tSome.]`);
    expect(provisionsOf(document)[0]).toMatchObject({
      text: 'countries;',
      footnotes: [{ mark: '1', at: 9, text: 'Some.' }],
    });
    expect(codesOf(document).filter((code) => code === 'stray-footnote-mark')).toHaveLength(2);
  });
  it('do not swallow a number that belongs to the text', async () => {
    expect(await textOf('a)\tband[footnoteRef:1]2020 [1: Some.]')).toBe('band2020');
    expect(await textOf('a)\tcountries[footnoteRef:1]12 [1: Some.]')).toBe('countries12');
  });
  it('without a text, and texts without a mark, are warnings', async () => {
    expect(codesOf(await documentOf(`${small}a)\tone[footnoteRef:1];`))).toContain(
      'footnote-missing',
    );
    const document = await documentOf(`${small}a)\tone[footnoteRef:1]; [1: First.]\n[1: Second.]`);
    expect(document.warnings).toContainEqual({
      code: 'footnote-unmarked',
      line: 4,
      message: 'Footnote 1 has no mark left to stand at: "Second.".',
    });
  });
  it('are told from brackets that only look like them', async () => {
    expect(await textOf('the ratio [1: 2] and [3: x')).toBe('the ratio [1: 2] and [3: x');
  });
});

it('bookmarks leave the text and are named in a warning', async () => {
  const document = await documentOf(`${small}[bookmark: _GoBack]3\tto act[bookmark: a b].`);
  expect(provisionsOf(document)[0]).toMatchObject({ label: '3', text: 'to act.' });
  expect(document.warnings.filter(({ code }) => code === 'bookmark-removed')).toEqual([
    { code: 'bookmark-removed', line: 3, message: 'The bookmark "_GoBack" is left out.' },
    { code: 'bookmark-removed', line: 3, message: 'The bookmark "a b" is left out.' },
  ]);
});

it('control characters leave the text with a warning', async () => {
  const document = await documentOf(`${small}a\u0007\u0001b`);
  expect(provisionsOf(document)[0]?.text).toBe('ab');
  expect(codesOf(document)).toContain('control-character');
});

it('past 500 warnings the rest is counted', async () => {
  const document = await documentOf(small + 'ITUR '.repeat(700));
  expect(document.warnings).toHaveLength(501);
  expect(document.warnings.at(-1)).toEqual({
    code: 'more-warnings',
    line: null,
    message: expect.stringMatching(/^20[01] more warnings are not listed\.$/),
  });
});
