import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printQuery, queryFields, readQuery } from '../../../main/library/query/index.ts';
import type { Ask, Part } from '../../../main/library/query/query.ts';

const word = (text: string): Part => wanted({ kind: 'word', text });
const wanted = (of: Ask): Part => ({ kind: 'wanted', of });
const unwanted = (of: Ask): Part => ({ kind: 'unwanted', of });

/** The parts of a query without alternatives that was read as it stands. */
function partsOf(typed: string): readonly Part[] {
  const { query, remarks } = readQuery(typed);
  expect(remarks).toEqual([]);
  expect(query.branches).toHaveLength(1);
  return query.branches[0] ?? [];
}

/** The words of a query that was read as plain words, which it says. */
function plainWordsOf(typed: string): readonly string[] {
  const { query, remarks } = readQuery(typed);
  expect(remarks).toContain('read-as-plain-words');
  expect(query.branches).toHaveLength(1);
  return (query.branches[0] ?? []).map(({ kind, of }) =>
    kind === 'wanted' && of.kind === 'word' ? of.text : `no word: ${printQuery(query)}`,
  );
}

describe('the language of search', () => {
  it('wants every word', () => {
    expect(partsOf('network  slicing')).toEqual([word('network'), word('slicing')]);
  });

  it('keeps a compound whole', () => {
    expect(partsOf('IMT-2020 roadmap')).toEqual([word('IMT-2020'), word('roadmap')]);
  });

  it('reads a phrase between quotation marks', () => {
    expect(partsOf('"core  network" slicing')).toEqual([
      wanted({ kind: 'phrase', text: 'core network' }),
      word('slicing'),
    ]);
  });

  it.each([
    ['curly', '\u201ccore network\u201d'],
    ['German', '\u201ecore network\u201c'],
    ['French', '\u00ab\u00a0core network\u00a0\u00bb'],
    ['Chinese', '\u300ccore network\u300d'],
    ['full-width', '\uff02core\u3000network\uff02'],
  ])('takes %s quotation marks for straight ones', (_name, typed) => {
    expect(partsOf(typed)).toEqual([wanted({ kind: 'phrase', text: 'core network' })]);
  });

  it('reads quotation marks inside Chinese, which knows no spaces', () => {
    expect(partsOf('网络“切片”技术')).toEqual([
      word('网络'),
      wanted({ kind: 'phrase', text: '切片' }),
      word('技术'),
    ]);
  });

  it.each(['-', '\u2212', '\u2011', '\u2010', '\u2013', '\uff0d'])(
    'takes %s before a word for a minus',
    (minus) => {
      expect(partsOf(`network ${minus}radio`)).toEqual([
        word('network'),
        unwanted({ kind: 'word', text: 'radio' }),
      ]);
    },
  );

  it('leaves a minus between spaces out', () => {
    expect(partsOf('network - radio')).toEqual([word('network'), word('radio')]);
  });

  it('can do without a phrase, a field, a prefix and words near each other', () => {
    expect(partsOf('network -"core network" -type:tour -radio* -near(a b)').slice(1)).toEqual([
      unwanted({ kind: 'phrase', text: 'core network' }),
      unwanted({ kind: 'field', field: 'type', value: 'tour' }),
      unwanted({ kind: 'prefix', text: 'radio' }),
      unwanted({ kind: 'near', texts: ['a', 'b'], distance: 10 }),
    ]);
  });

  it('parts a query into alternatives at OR', () => {
    expect(readQuery('fixed wireless OR satellite')).toEqual({
      query: { branches: [[word('fixed'), word('wireless')], [word('satellite')]] },
      remarks: [],
    });
  });

  it('takes operators in small letters for words, and labels in brackets', () => {
    expect(partsOf('now or never near (a) plate')).toHaveLength(6);
  });

  it('reads a star at the end of a word as any ending', () => {
    expect(partsOf('softwari*')).toEqual([wanted({ kind: 'prefix', text: 'softwari' })]);
  });

  it.each([
    ['near(network slicing, 8)', ['network', 'slicing'], 8],
    ['NEAR(network slicing)', ['network', 'slicing'], 10],
    ['network NEAR slicing', ['network', 'slicing'], 10],
    ['network NEAR/8 slicing', ['network', 'slicing'], 8],
    ['near("core network" slicing core, 0)', ['core network', 'slicing', 'core'], 0],
    ['"core network" NEAR/3 slicing NEAR/3 core', ['core network', 'slicing', 'core'], 3],
    ['near(network slicing\uff0c 8)', ['network', 'slicing'], 8],
  ])('reads %s as words near each other', (typed, texts, distance) => {
    expect(partsOf(typed)).toEqual([wanted({ kind: 'near', texts, distance })]);
  });

  it('reads every field', () => {
    expect(partsOf(queryFields.map((field) => `${field}:x`).join(' '))).toEqual(
      queryFields.map((field) => wanted({ kind: 'field', field, value: 'x' })),
    );
  });

  it.each([
    ['section:"resolves to invite"', 'section', 'resolves to invite'],
    ['Section:\u201cresolves to invite\u201d', 'section', 'resolves to invite'],
    ['year\uff1a2016', 'year', '2016'],
    ['edition:wtsa/resolution/92@2024', 'edition', 'wtsa/resolution/92@2024'],
  ] as const)('reads the value of %s', (typed, field, value) => {
    expect(partsOf(typed)).toEqual([wanted({ kind: 'field', field, value })]);
  });

  it.each([
    'wtsa/resolution/92@2024#instructs-itu-t-sg-13.3',
    'https://www.itu.int/rec/T-REC-Y.3101?lang=en&id=(1)',
    'colour:red',
    'Resolution(92)',
  ])('leaves %s as it is, a word', (typed) => {
    expect(partsOf(typed)).toEqual([word(typed)]);
  });

  it('takes fields alone for a query', () => {
    expect(partsOf('type:tour year:2016')).toHaveLength(2);
  });

  it('says so when there is no word', () => {
    for (const typed of ['', '  ', '""', '- ? "!"', '\u{1f4e1}'])
      expect(readQuery(typed)).toEqual({ query: { branches: [] }, remarks: ['no-words'] });
  });
});

describe('a query that does not follow the language', () => {
  it.each([
    ['"network slicing', ['network', 'slicing']],
    ['network 5"slicing"', ['network', '5', 'slicing']],
    ['"core netw"*', ['core', 'netw']],
    ['-radio', ['radio']],
    ['-type:tour', ['type', 'tour']],
    ['network OR', ['network', 'or']],
    ['network OR -radio', ['network', 'or', 'radio']],
    ['a OR OR b', ['a', 'or', 'or', 'b']],
    ['network NEAR', ['network', 'near']],
    ['network NEAR/3 -radio', ['network', 'near/3', 'radio']],
    ['a NEAR/3 b NEAR/4 c', ['a', 'near/3', 'b', 'near/4', 'c']],
    ['near(network)', ['near', 'network']],
    ['near(network slicing', ['near', 'network', 'slicing']],
    ['slicing type:', ['slicing', 'type']],
    ['(radio OR core) network', ['radio', 'or', 'core', 'network']],
    ['radio OR ""(core network', ['radio', 'or', 'core', 'network']],
    ['radio -(core network)', ['radio', 'core', 'network']],
  ])('reads %s as plain words', (typed, words) => {
    expect(plainWordsOf(typed)).toEqual(words);
  });

  it('lets labels stand beside OR', () => {
    expect(readQuery('considering b) OR noting c)').remarks).toEqual([]);
  });
});

describe('a query that is too long', () => {
  it('keeps 24 words and says so', () => {
    const { query, remarks } = readQuery(Array.from({ length: 30 }, (_, at) => `w${at}`).join(' '));
    expect(query.branches[0]).toHaveLength(24);
    expect(query.branches[0]?.at(-1)).toEqual(word('w23'));
    expect(remarks).toEqual(['query-shortened']);
  });

  it('is read further where its reader allows it', () => {
    const long = Array.from({ length: 64 }, (_, at) => `word${at}`).join(' ');
    const { query, remarks } = readQuery(long, { length: 2000, parts: 64 });
    expect(query.branches[0]).toHaveLength(64);
    expect(remarks).toEqual([]);
  });

  it('keeps whole words of 400 characters', () => {
    const { query, remarks } = readQuery(`${'abcdefghi '.repeat(20)}${'x'.repeat(300)} end`);
    expect(query.branches[0]).toHaveLength(20);
    expect(remarks).toEqual(['query-shortened']);
  });

  it('closes the phrase that it cuts', () => {
    const { query, remarks } = readQuery(`"${'abcdefghi '.repeat(60)}" end`);
    expect(query.branches[0]?.[0]?.of.kind).toBe('phrase');
    expect(remarks).toEqual(['query-shortened']);
  });

  it('shortens what it reads as plain words, and says both', () => {
    const { remarks } = readQuery('radio OR OR '.repeat(90));
    expect(remarks).toEqual(['query-shortened', 'read-as-plain-words']);
  });
});

/** Pieces of the language, whole and broken. */
const pieces = constantFrom(
  ...'"|-|*|(|)|:|,|/|OR|NEAR|NEAR/8|NEAR/999|near(|near(a b)|near(a b, 3)|type:|type:tour|has:"a b"|'.split(
    '|',
  ),
  ...'a|soft*|"core network"|切片|、|“|”|«|＂|：|－|\u2212|\u2011|\u2014|&|IMT-2020|Y.3101|ONE two|sets|\ud83d'.split(
    '|',
  ),
);
const anyQuery = oneof(
  string({ unit: 'binary', maxLength: 500 }),
  array(oneof(pieces, pieces, constantFrom(' '), string({ maxLength: 4 })), {
    maxLength: 60,
    size: 'max',
  }).map((parts) => parts.join('')),
  array(pieces, { maxLength: 120, size: 'max' }).map((parts) => parts.join(' ')),
);

describe('any text at all', () => {
  it('is a query of which each alternative asks for something', () => {
    assert(
      property(anyQuery, (typed) => {
        const { query, remarks } = readQuery(typed);
        expect(query.branches.length === 0).toBe(remarks.includes('no-words'));
        for (const parts of query.branches)
          expect(parts.some(({ kind }) => kind === 'wanted')).toBe(true);
        expect(query.branches.flat().length).toBeLessThanOrEqual(24);
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same query when it is printed and read again', () => {
    assert(
      property(anyQuery, (typed) => {
        const { query } = readQuery(typed);
        const again = readQuery(printQuery(query));
        expect(again.query).toEqual(query);
        expect(again.remarks).toEqual(query.branches.length === 0 ? ['no-words'] : []);
      }),
      { numRuns: 4000 },
    );
  });

  it.each(['"', '-', '(', 'near(', 'near("', 'type:', '*', 'OR ', 'NEAR ', 'a NEAR ', '"a', '  '])(
    'is read to its end within the time of a test, were it 100 000 times %s',
    (piece) => {
      const { query } = readQuery(piece.repeat(100_000));
      expect(printQuery(query).length).toBeLessThanOrEqual(400);
    },
  );
});
