import { describe, expect, it } from 'vitest';
import type { GivenIdentity } from '../../main/documents/index.ts';
import type { Section } from '../../main/contract/document.ts';
import type { WorkId } from '../../main/contract/ids.ts';
import { codesOf, documentOf, provisionsOf } from './reading.ts';

const formulaOf = {
  wtsa: 'The World Telecommunication Standardization Assembly (New Delhi, 2024),',
  wtdc: 'The World Telecommunication Development Conference (Kigali, 2022),',
  pp: 'The Plenipotentiary Conference of the International Telecommunication Union (Bucharest, 2022),',
} as const;

const read = (body: keyof typeof formulaOf, ...lines: string[]) =>
  documentOf([formulaOf[body], ...lines].join('\n'));
const sections = (body: keyof typeof formulaOf, ...lines: string[]): readonly Section[] =>
  read(body, ...lines).sections;
const addresses = (...lines: string[]): readonly string[] =>
  provisionsOf(read('wtsa', ...lines)).map(({ address }) => address);

const actorsOf = (body: keyof typeof formulaOf, heading: string): readonly string[] =>
  sections(body, heading, '1\tto act.')[0]?.actors ?? [];

describe('labels', () => {
  it('i) after h) is a letter', () => {
    const letters = Array.from('abcdefghijk');
    expect(
      addresses('considering', ...letters.map((letter) => `${letter})\tthat ${letter};`)),
    ).toEqual(letters.map((letter) => `considering.${letter}`));
  });
  it('i) at the end of a section after h) is a letter too', () => {
    const letters = Array.from('abcdefghi');
    expect(addresses('considering', ...letters.map((letter) => `${letter})\tx`)).at(-1)).toBe(
      'considering.i',
    );
  });
  it('i) inside a) is a roman number, and b) goes on outside', () => {
    expect(addresses('considering', 'a)\tas to', 'i)\tone;', 'ii)\ttwo;', 'b)\tthat')).toEqual([
      'considering.a',
      'considering.a.i',
      'considering.a.ii',
      'considering.b',
    ]);
  });
  it('i) after h) is a roman number where ii) follows', () => {
    const letters = Array.from('abcdefgh', (letter) => `${letter})\tx`);
    expect(addresses('considering', ...letters, 'i)\tx', 'ii)\tx', 'i)\tx').slice(7)).toEqual([
      'considering.h',
      'considering.h.i',
      'considering.h.ii',
      'considering.i',
    ]);
  });
  it('numbers, letters and roman numbers nest in one another', () => {
    expect(
      addresses('resolves', '1\tx', 'a)\tx', 'i)\tx', 'ii)\tx', 'b)\tx', '2\tx', 'a)\tx'),
    ).toEqual([
      'resolves.1',
      'resolves.1.a',
      'resolves.1.a.i',
      'resolves.1.a.ii',
      'resolves.1.b',
      'resolves.2',
      'resolves.2.a',
    ]);
  });
  it('aa) and bb) follow z)', () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz', 'aa', 'bb'];
    const document = read('wtsa', 'noting', ...letters.map((letter) => `${letter})\tx`));
    expect(provisionsOf(document).map(({ address }) => address)).toEqual(
      letters.map((letter) => `noting.${letter}`),
    );
    expect(codesOf(document)).not.toContain('label-out-of-order');
  });
  it('1bis and b)bis are inserted items', () => {
    expect(addresses('resolves', '1\tx', '1bis\tx', '2\tx')).toEqual([
      'resolves.1',
      'resolves.1bis',
      'resolves.2',
    ]);
    expect(addresses('noting', 'a)\tx', 'b)\tx', 'b)bis\tx', 'c)\tx')).toEqual([
      'noting.a',
      'noting.b',
      'noting.b-bis',
      'noting.c',
    ]);
  });
  it('are printed as the source has them', () => {
    const found = provisionsOf(read('wtsa', 'resolves', '1\tx', '2.\tx', '(3)\tx', '4 bis\tx'));
    expect(found.map(({ label }) => label)).toEqual(['1', '2.', '(3)', '4 bis']);
    expect(found.map(({ path }) => path)).toEqual(['1', '2', '3', '4bis']);
  });
  it('a number that begins a sentence is none', () => {
    const found = provisionsOf(read('wtsa', 'noting', '84 countries have done so,'));
    expect(found).toMatchObject([{ path: 'p1', label: '', text: '84 countries have done so,' }]);
  });
  it('used twice get an address each and a warning', () => {
    const document = read('wtsa', 'resolves', '1\tone;', '1\tone again.');
    expect(provisionsOf(document).map(({ address }) => address)).toEqual([
      'resolves.1',
      'resolves.1-2',
    ]);
    expect(codesOf(document)).toContain('label-repeated');
  });
  it('out of order are kept as printed, with a warning', () => {
    const document = read('wtsa', 'resolves', '1\tone;', '4\tfour.');
    expect(provisionsOf(document).map(({ address }) => address)).toEqual([
      'resolves.1',
      'resolves.4',
    ]);
    expect(document.warnings).toContainEqual({
      code: 'label-out-of-order',
      line: 4,
      message: 'The label "4" does not follow the one before it.',
    });
  });
  it('go on behind a paragraph without one', () => {
    expect(addresses('resolves', '1\tone;', 'a word between', '2\ttwo;', 'another')).toEqual([
      'resolves.1',
      'resolves.p1',
      'resolves.2',
      'resolves.p2',
    ]);
  });
});

describe('sections', () => {
  it('kinds, compound ones too, become addresses', () => {
    const kinds = [
      'recalling',
      'considering further',
      'recognizing also',
      'bearing in mind',
      'taking into account',
      'noting with appreciation',
      'further resolves',
      'resolves further',
      'resolves to invite',
      'resolves',
    ];
    const found = sections('pp', ...kinds.flatMap((kind) => [kind, '1\tx,']));
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.map(({ address }) => address)).toEqual(
      kinds.map((kind) => kind.replaceAll(' ', '-')),
    );
  });
  it('with the same address are numbered from the second on', () => {
    const found = sections(
      'wtsa',
      'noting',
      'x,',
      'instructs the Director of the Telecommunication Standardization Bureau',
      '1\tto act,',
      'noting',
      'y,',
      'instructs the Director of TSB',
      '1\tto act again,',
      'noting',
      'z.',
    );
    expect(found.map(({ address }) => address)).toEqual([
      'noting',
      'instructs-director-tsb',
      'noting-2',
      'instructs-director-tsb-2',
      'noting-3',
    ]);
    expect(found[3]?.provisions[0]?.address).toBe('instructs-director-tsb-2.1');
  });
  it('text on the heading’s own line is a provision', () => {
    expect(
      sections(
        'wtsa',
        'considering that all is well,',
        'noting a)\tthat one;',
        'b)\tthat two,',
        'resolves to continue the work,',
        'resolves 1 to do one thing;',
        '2 to do another,',
        'resolves that more be done,',
        'instructs the Director of TSB, in collaboration with the Director of BR, to report to the Council,',
        'invites organizations related to the work to contribute.',
      ).map(({ address, heading, provisions }) =>
        [address, heading].concat(provisions.map(({ path, text }) => `${path}: ${text}`)),
      ),
    ).toEqual([
      ['considering', 'considering', 'p1: that all is well,'],
      ['noting', 'noting', 'a: that one;', 'b: that two,'],
      ['resolves', 'resolves', 'p1: to continue the work,'],
      ['resolves-2', 'resolves', '1: to do one thing;', '2: to do another,'],
      ['resolves-3', 'resolves', 'p1: that more be done,'],
      [
        'instructs-director-tsb',
        'instructs the Director of TSB, in collaboration with the Director of BR',
        'p1: to report to the Council,',
      ],
      ['invites', 'invites organizations related to the work', 'p1: to contribute.'],
    ]);
  });
  it('a heading runs on over a second line, with or without a clause', () => {
    const [bdt, tsb, plain] = sections(
      'wtdc',
      'instructs the Director of the Telecommunication Development Bureau',
      'in consultation with the Secretary-General and TDAG:',
      '1\tto act,',
      'instructs the Director of the',
      'Telecommunication Standardization Bureau',
      'to report,',
      'invites Member States',
      'those that can do so,',
      'in cooperation with others.',
    );
    expect(bdt).toMatchObject({
      address: 'instructs-director-bdt',
      heading:
        'instructs the Director of the Telecommunication Development Bureau in consultation with the Secretary-General and TDAG:',
      actors: ['director-bdt'],
      collaborators: ['secretary-general', 'tdag'],
    });
    expect(tsb).toMatchObject({
      address: 'instructs-director-tsb',
      heading: 'instructs the Director of the Telecommunication Standardization Bureau',
      provisions: [{ path: 'p1', text: 'to report,' }],
    });
    expect(plain).toMatchObject({ heading: 'invites Member States' });
    expect(plain?.provisions).toHaveLength(2);
  });
  it('a clause on a line of its own belongs to the heading, even where it ends in a comma', () => {
    expect(
      sections('pp', 'requests the Secretary-General', 'pursuant to Article 5,', 'to report.')[0],
    ).toMatchObject({
      heading: 'requests the Secretary-General pursuant to Article 5,',
      provisions: [{ path: 'p1', text: 'to report.' }],
    });
  });
  it('a footnote in a heading or a title is left out, its text kept in a warning', () => {
    const document = documentOf(
      `A title[footnoteRef:1]\n${formulaOf.pp}\nresolves[footnoteRef:2]\n1\tx.\n[1: Of it.]\n[2: So.]`,
    );
    expect(document.identity.title).toBe('A title');
    expect(document.warnings.filter(({ code }) => code === 'footnote-left-out')).toEqual([
      {
        code: 'footnote-left-out',
        line: 1,
        message: 'Footnote 1 stands in the head of the text and is left out: "Of it.".',
      },
      {
        code: 'footnote-left-out',
        line: 3,
        message: 'Footnote 2 stands in a heading and is left out: "So.".',
      },
    ]);
  });
  it('with a verb that is in no list is one where the section before has ended, and says so', () => {
    const document = read('wtsa', 'noting', 'a)\tthat,', 'applauding', 'a)\tthis.');
    expect(document.sections.map(({ kind }) => kind)).toEqual(['noting', 'applauding']);
    expect(document.warnings).toContainEqual({
      code: 'unknown-opening',
      line: 4,
      message: '"applauding" is taken for the opening of a section.',
    });
    expect(sections('wtsa', 'noting', 'a)\tthat;', 'applauding', 'b)\tthis.')).toHaveLength(1);
  });
  it('with nothing under it stays, with a warning', () => {
    const document = read('wtsa', 'noting', 'resolves', '1\tto act.');
    expect(document.sections.map(({ provisions }) => provisions.length)).toEqual([0, 1]);
    expect(codesOf(document)).toContain('section-empty');
  });
  it('opening words inside a labelled provision open nothing', () => {
    expect(
      sections('wtsa', 'resolves', '1\tnoting that all is well;', 'a)\tresolves.'),
    ).toHaveLength(1);
  });
});

describe('actors', () => {
  const headings = [
    ['wtsa', 'instructs Study Group 13', ['itu-t-sg-13']],
    ['wtdc', 'instructs Study Group 1', ['itu-d-sg-1']],
    ['pp', 'instructs ITU-R Study Group 5', ['itu-r-sg-5']],
    ['pp', 'instructs ITUT Study Group 5', ['itu-t-sg-5']],
    [
      'wtsa',
      'instructs Study Groups 11, 13 and 17 of ITU-T',
      ['itu-t-sg-11', 'itu-t-sg-13', 'itu-t-sg-17'],
    ],
    [
      'wtdc',
      'invites Study Group 2 of the ITU Telecommunication Standardization Sector',
      ['itu-t-sg-2'],
    ],
    ['wtsa', 'instructs the study groups', ['itu-t-study-groups']],
    ['pp', 'invites the study groups of ITU-D', ['itu-d-study-groups']],
    ['wtsa', 'instructs the Director of TSB', ['director-tsb']],
    ['pp', 'instructs the Directors of the Bureaux', ['directors']],
    ['pp', 'instructs the Directors of the three Bureaux', ['directors']],
    [
      'pp',
      'instructs the Secretary-General and the Directors of the Radiocommunication Bureau and the Telecommunication Development Bureau (BDT)',
      ['secretary-general', 'director-br', 'director-bdt'],
    ],
    ['pp', 'instructs the ITU Council', ['council']],
    ['wtsa', 'instructs TSAG', ['tsag']],
    ['wtdc', 'instructs the Telecommunication Development Advisory Group', ['tdag']],
    ['pp', 'instructs the Radiocommunication Advisory Group', ['rag']],
    ['pp', 'invites Member States and Sector Members', ['member-states', 'sector-members']],
    ['wtsa', 'resolves', []],
  ] as const;
  for (const [body, heading, actors] of headings) {
    it(`${body}: ${heading}`, () => expect(actorsOf(body, heading)).toEqual(actors));
  }
  it('are not sought in recitals', () => {
    expect(sections('wtsa', 'noting', 'a)\tthat Study Group 13 works,')[0]?.actors).toEqual([]);
  });
  it('exactly one joins the address, several do not', () => {
    expect(
      sections(
        'pp',
        'instructs the Secretary-General',
        '1\tx,',
        'instructs the Secretary-General and the Council',
        '1\tx.',
      ).map(({ address }) => address),
    ).toEqual(['instructs-secretary-general', 'instructs']);
  });
});

describe('identity', () => {
  const body = ['noting', 'a)\tthat.'];

  it('stands in the text: number line, title over lines, history, formula, foreword', () => {
    const document = documentOf(
      [
        'FOREWORD',
        'The Union is an agency. It does much.',
        'RESOLUTION 130 (REV. BUCHAREST, 2022)',
        'Strengthening the role of ITU',
        'in building confidence',
        '(Marrakesh, 2002; Florian\u00f3polis, 2004; Bucharest, 2022)',
        formulaOf.pp,
        ...body,
      ].join('\n'),
    );
    expect(document).toMatchObject({
      identity: {
        work: 'pp/resolution/130',
        edition: '2022',
        body: 'pp',
        type: 'resolution',
        number: '130',
        place: 'Bucharest',
        year: 2022,
        title: 'Strengthening the role of ITU in building confidence',
      },
      history: [
        { place: 'Marrakesh', year: 2002 },
        { place: 'Florian\u00f3polis', year: 2004 },
        { place: 'Bucharest', year: 2022 },
      ],
      formula: formulaOf.pp,
      preface: [{ text: 'FOREWORD' }, { text: 'The Union is an agency. It does much.' }],
      warnings: [],
    });
  });
  it('comes from the conference’s tag where no place is given', () => {
    const document = documentOf(
      [
        'RESOLUTION 223 (REV.WRC-23)',
        'Frequency bands',
        'The World Radiocommunication Conference (Dubai, 2023),',
        ...body,
      ].join('\n'),
    );
    expect(document.identity).toMatchObject({
      work: 'wrc/resolution/223',
      edition: '2023',
      place: 'Dubai',
    });
  });
  it('takes the number from the file’s name as the last resort, and says so', () => {
    const document = documentOf(
      ['A title', formulaOf.wtsa, ...body].join('\n'),
      undefined,
      'wtsa-resolution-92-new-delhi-2024.txt',
    );
    expect(document.identity).toMatchObject({ work: 'wtsa/resolution/92', title: 'A title' });
    expect(codesOf(document)).toEqual(['number-from-file-name']);
  });
  it('that cannot be told is unknown, never invented', () => {
    const document = documentOf(body.join('\n'));
    expect(document.identity).toEqual({
      work: 'unknown/resolution/unnumbered',
      edition: 'undated',
      body: 'unknown',
      type: 'resolution',
      number: 'unnumbered',
      place: null,
      year: null,
      title: '',
    });
    expect(codesOf(document)).toEqual(['number-missing', 'body-missing', 'year-missing']);
  });

  const given: GivenIdentity = {
    work: 'wtsa/resolution/92' as WorkId,
    edition: '2024',
    number: '92',
    place: 'New Delhi',
    year: 2024,
    title: 'A title',
  };
  it('is completed from metadata with a note of what was found', () => {
    const document = documentOf(['A  title', formulaOf.wtsa, ...body].join('\n'), given);
    expect(document.identity).toMatchObject({ work: 'wtsa/resolution/92', title: 'A title' });
    expect(document.warnings).toEqual([
      {
        code: 'identity-from-metadata',
        line: null,
        message:
          'Taken from the metadata: type "resolution", number "92". Found in the text: body, place, year, title.',
      },
    ]);
  });
  it('contradicted by metadata follows the metadata, and each contradiction is told', () => {
    const document = documentOf(
      ['Resolution 93', 'Another title', formulaOf.wtdc, ...body].join('\n'),
      given,
    );
    expect(document.identity).toMatchObject({
      work: 'wtsa/resolution/92',
      edition: '2024',
      title: 'A title',
    });
    expect(document.warnings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'identity-differs: The text gives the body "wtdc", the metadata "wtsa"; the metadata is taken.',
      'identity-differs: The text gives the number "93", the metadata "92"; the metadata is taken.',
      'identity-differs: The text gives the place "Kigali", the metadata "New Delhi"; the metadata is taken.',
      'identity-differs: The text gives the year "2022", the metadata "2024"; the metadata is taken.',
      'identity-differs: The text gives the title "Another title", the metadata "A title"; the metadata is taken.',
    ]);
  });
});

describe('where the sections begin', () => {
  it('a title that begins with an opening word is a title', () => {
    const document = documentOf(
      ['Encourages nobody to', 'Requests for help', formulaOf.wtsa, 'noting', 'x.'].join('\n'),
    );
    expect(document.identity.title).toBe('Encourages nobody to Requests for help');
    expect(document.sections.map(({ kind }) => kind)).toEqual(['noting']);
  });
  it('a formula further down does not hide the sections before it', () => {
    const document = documentOf(
      ['noting', 'a)\tthat,', 'resolves', '1\tx.', formulaOf.wtsa].join('\n'),
    );
    expect(document.sections.map(({ kind }) => kind)).toEqual(['noting', 'resolves']);
    expect(provisionsOf(document).at(-1)).toMatchObject({ path: 'p1', text: formulaOf.wtsa });
  });
});
