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

const read = async (body: keyof typeof formulaOf, ...lines: string[]) =>
  await documentOf([formulaOf[body], ...lines].join('\n'));
const sections = async (
  body: keyof typeof formulaOf,
  ...lines: string[]
): Promise<readonly Section[]> => (await read(body, ...lines)).sections;
const addresses = async (...lines: string[]): Promise<readonly string[]> =>
  provisionsOf(await read('wtsa', ...lines)).map(({ address }) => address);

const actorsOf = async (
  body: keyof typeof formulaOf,
  heading: string,
): Promise<readonly string[]> => (await sections(body, heading, '1\tto act.'))[0]?.actors ?? [];

describe('labels', () => {
  it('i) after h) is a letter', async () => {
    const letters = Array.from('abcdefghijk');
    expect(
      await addresses('considering', ...letters.map((letter) => `${letter})\tthat ${letter};`)),
    ).toEqual(letters.map((letter) => `considering.${letter}`));
  });
  it('i) at the end of a section after h) is a letter too', async () => {
    const letters = Array.from('abcdefghi');
    expect(
      (await addresses('considering', ...letters.map((letter) => `${letter})\tx`))).at(-1),
    ).toBe('considering.i');
  });
  it('i) inside a) is a roman number, and b) goes on outside', async () => {
    expect(
      await addresses('considering', 'a)\tas to', 'i)\tone;', 'ii)\ttwo;', 'b)\tthat'),
    ).toEqual(['considering.a', 'considering.a.i', 'considering.a.ii', 'considering.b']);
  });
  it('i) after h) is a roman number where ii) follows', async () => {
    const letters = Array.from('abcdefgh', (letter) => `${letter})\tx`);
    expect(
      (await addresses('considering', ...letters, 'i)\tx', 'ii)\tx', 'i)\tx')).slice(7),
    ).toEqual(['considering.h', 'considering.h.i', 'considering.h.ii', 'considering.i']);
  });
  it('numbers, letters and roman numbers nest in one another', async () => {
    expect(
      await addresses('resolves', '1\tx', 'a)\tx', 'i)\tx', 'ii)\tx', 'b)\tx', '2\tx', 'a)\tx'),
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
  it('aa) and bb) follow z)', async () => {
    const letters = [...'abcdefghijklmnopqrstuvwxyz', 'aa', 'bb'];
    const document = await read('wtsa', 'noting', ...letters.map((letter) => `${letter})\tx`));
    expect(provisionsOf(document).map(({ address }) => address)).toEqual(
      letters.map((letter) => `noting.${letter}`),
    );
    expect(codesOf(document)).not.toContain('label-out-of-order');
  });
  it('1bis and b)bis are inserted items', async () => {
    expect(await addresses('resolves', '1\tx', '1bis\tx', '2\tx')).toEqual([
      'resolves.1',
      'resolves.1bis',
      'resolves.2',
    ]);
    expect(await addresses('noting', 'a)\tx', 'b)\tx', 'b)bis\tx', 'c)\tx')).toEqual([
      'noting.a',
      'noting.b',
      'noting.b-bis',
      'noting.c',
    ]);
  });
  it('are printed as the source has them', async () => {
    const found = provisionsOf(
      await read('wtsa', 'resolves', '1\tx', '2.\tx', '(3)\tx', '4 bis\tx'),
    );
    expect(found.map(({ label }) => label)).toEqual(['1', '2.', '(3)', '4 bis']);
    expect(found.map(({ path }) => path)).toEqual(['1', '2', '3', '4bis']);
  });
  it('a number that begins a sentence is none', async () => {
    const found = provisionsOf(await read('wtsa', 'noting', '84 countries have done so,'));
    expect(found).toMatchObject([{ path: 'p1', label: '', text: '84 countries have done so,' }]);
  });
  it('used twice get an address each and a warning', async () => {
    const document = await read('wtsa', 'resolves', '1\tone;', '1\tone again.');
    expect(provisionsOf(document).map(({ address }) => address)).toEqual([
      'resolves.1',
      'resolves.1-2',
    ]);
    expect(codesOf(document)).toContain('label-repeated');
  });
  it('out of order are kept as printed, with a warning', async () => {
    const document = await read('wtsa', 'resolves', '1\tone;', '4\tfour.');
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
  it('go on behind a paragraph without one', async () => {
    expect(await addresses('resolves', '1\tone;', 'a word between', '2\ttwo;', 'another')).toEqual([
      'resolves.1',
      'resolves.p1',
      'resolves.2',
      'resolves.p2',
    ]);
  });
});

describe('sections', () => {
  it('kinds, compound ones too, become addresses', async () => {
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
    const found = await sections('pp', ...kinds.flatMap((kind) => [kind, '1\tx,']));
    expect(found.map(({ kind }) => kind)).toEqual(kinds);
    expect(found.map(({ address }) => address)).toEqual(
      kinds.map((kind) => kind.replaceAll(' ', '-')),
    );
  });
  it('with the same address are numbered from the second on', async () => {
    const found = await sections(
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
  it('text on the heading’s own line is a provision', async () => {
    expect(
      (
        await sections(
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
        )
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
  it('a heading runs on over a second line, with or without a clause', async () => {
    const [bdt, tsb, plain] = await sections(
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
  it('a clause on a line of its own belongs to the heading, even where it ends in a comma', async () => {
    expect(
      (
        await sections(
          'pp',
          'requests the Secretary-General',
          'pursuant to Article 5,',
          'to report.',
        )
      )[0],
    ).toMatchObject({
      heading: 'requests the Secretary-General pursuant to Article 5,',
      provisions: [{ path: 'p1', text: 'to report.' }],
    });
  });
  it('a footnote in a heading or a title is left out, its text kept in a warning', async () => {
    const document = await documentOf(
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
  it('with a verb that is in no list is one where the section before has ended, and says so', async () => {
    const document = await read('wtsa', 'noting', 'a)\tthat,', 'applauding', 'a)\tthis.');
    expect(document.sections.map(({ kind }) => kind)).toEqual(['noting', 'applauding']);
    expect(document.warnings).toContainEqual({
      code: 'unknown-opening',
      line: 4,
      message: '"applauding" is taken for the opening of a section.',
    });
    expect(await sections('wtsa', 'noting', 'a)\tthat;', 'applauding', 'b)\tthis.')).toHaveLength(
      1,
    );
  });
  it('with nothing under it stays, with a warning', async () => {
    const document = await read('wtsa', 'noting', 'resolves', '1\tto act.');
    expect(document.sections.map(({ provisions }) => provisions.length)).toEqual([0, 1]);
    expect(codesOf(document)).toContain('section-empty');
  });
  it('opening words inside a labelled provision open nothing', async () => {
    expect(
      await sections('wtsa', 'resolves', '1\tnoting that all is well;', 'a)\tresolves.'),
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
    it(`${body}: ${heading}`, async () => expect(await actorsOf(body, heading)).toEqual(actors));
  }
  it('are not sought in recitals', async () => {
    expect((await sections('wtsa', 'noting', 'a)\tthat Study Group 13 works,'))[0]?.actors).toEqual(
      [],
    );
  });
  it('exactly one joins the address, several do not', async () => {
    expect(
      (
        await sections(
          'pp',
          'instructs the Secretary-General',
          '1\tx,',
          'instructs the Secretary-General and the Council',
          '1\tx.',
        )
      ).map(({ address }) => address),
    ).toEqual(['instructs-secretary-general', 'instructs']);
  });
});

describe('identity', () => {
  const body = ['noting', 'a)\tthat.'];

  it('stands in the text: number line, title over lines, history, formula, foreword', async () => {
    const document = await documentOf(
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
  it('comes from the conference’s tag where no place is given', async () => {
    const document = await documentOf(
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
  it('takes the number from the file’s name as the last resort, and says so', async () => {
    const document = await documentOf(
      ['A title', formulaOf.wtsa, ...body].join('\n'),
      undefined,
      'wtsa-resolution-92-new-delhi-2024.txt',
    );
    expect(document.identity).toMatchObject({ work: 'wtsa/resolution/92', title: 'A title' });
    expect(codesOf(document)).toEqual(['number-from-file-name']);
  });
  it('that cannot be told is unknown, never invented', async () => {
    const document = await documentOf(body.join('\n'));
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
  it('is completed from metadata with a note of what was found', async () => {
    const document = await documentOf(['A  title', formulaOf.wtsa, ...body].join('\n'), given);
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
  it('contradicted by metadata follows the metadata, and each contradiction is told', async () => {
    const document = await documentOf(
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
  it('a title that begins with an opening word is a title', async () => {
    const document = await documentOf(
      ['Encourages nobody to', 'Requests for help', formulaOf.wtsa, 'noting', 'x.'].join('\n'),
    );
    expect(document.identity.title).toBe('Encourages nobody to Requests for help');
    expect(document.sections.map(({ kind }) => kind)).toEqual(['noting']);
  });
  it('a formula further down does not hide the sections before it', async () => {
    const document = await documentOf(
      ['noting', 'a)\tthat,', 'resolves', '1\tx.', formulaOf.wtsa].join('\n'),
    );
    expect(document.sections.map(({ kind }) => kind)).toEqual(['noting', 'resolves']);
    expect(provisionsOf(document).at(-1)).toMatchObject({ path: 'p1', text: formulaOf.wtsa });
  });
});

describe('the number line', () => {
  const spellings = [
    ['RESOLUTION 130 (REV. DUBAI, 2018)', 'pp', 'pp/resolution/130', '2018'],
    ['Resolution 1 (Rev. Hammamet, 2016)', 'wtsa', 'wtsa/resolution/1', '2016'],
    ['RESOLUTION\u00a0223 (REV.WRC\u201123)', 'wrc', 'wrc/resolution/223', '2023'],
    ['MOD\tRESOLUTION 223 (REV.WRC-23)', 'wrc', 'wrc/resolution/223', '2023'],
    ['RESOLUTION 750 (REV.WRC-19)*', 'wrc', 'wrc/resolution/750', '2019'],
    ['RECOMMENDATION 207 (REV.WRC-15)', 'wrc', 'wrc/recommendation/207', '2015'],
    ['DECISION 5 (REV. BUCHAREST, 2022)', 'pp', 'pp/decision/5', '2022'],
    ['OPINION 1 (Geneva, 2013)', 'pp', 'pp/opinion/1', '2013'],
    ['RESOLUTION 1333 (C11, last amended C16)', 'council', 'council/resolution/1333', '2016'],
    ['DECISION 482 (modified 2020)', 'council', 'council/decision/482', '2020'],
    ['WTSA Resolution 2 (2024)', 'wtsa', 'wtsa/resolution/2', '2024'],
    ['R\u00c9SOLUTION 130 (R\u00c9V. DUBA\u00cf, 2018)', 'pp', 'pp/resolution/130', '2018'],
    ['RESOLUCI\u00d3N 130 (REV. DUB\u00c1I, 2018)', 'pp', 'pp/resolution/130', '2018'],
    [
      '\u0420\u0415\u0417\u041e\u041b\u042e\u0426\u0418\u042f 130 (\u041f\u0415\u0420\u0415\u0421\u041c. \u0414\u0423\u0411\u0410\u0419, 2018 \u0433.)',
      'pp',
      'pp/resolution/130',
      '2018',
    ],
  ] as const;
  const formulas = {
    wtsa: 'The World Telecommunication Standardization Assembly,',
    wrc: 'The World Radiocommunication Conference,',
    pp: 'The Plenipotentiary Conference of the International Telecommunication Union,',
    council: 'The Council,',
  } as const;
  for (const [line, body, work, edition] of spellings) {
    it(`${line}`, async () => {
      const document = await documentOf(
        [line, 'A title', formulas[body], 'noting', 'a)\tthat.'].join('\n'),
      );
      expect(document.identity).toMatchObject({ work, edition, title: 'A title' });
    });
  }
  it('may be broken in two, or carry the title', async () => {
    const broken = ['RESOLUTION 130', '(REV. DUBAI, 2018)', 'A title', formulaOf.pp];
    const carrying = ['RESOLUTION 92 \u2013 A title', formulaOf.wtsa];
    for (const head of [broken, carrying]) {
      const { identity } = await documentOf([...head, 'noting', 'a)\tthat.'].join('\n'));
      expect(identity.title).toBe('A title');
    }
  });
  it('of the Radiocommunication Assembly has its edition from the last year under the title', async () => {
    const { identity, history } = await documentOf(
      [
        'RESOLUTION ITU-R 1-9',
        'Methods',
        '(1993-2019-2023)',
        'The ITU Radiocommunication Assembly,',
        'noting',
        'that.',
      ].join('\n'),
    );
    expect(identity).toMatchObject({ work: 'ra/resolution/1', number: '1', edition: '2023' });
    expect(history.map(({ year }) => year)).toEqual([1993, 2019, 2023]);
  });
  it('of a Recommendation of ITU-R names its revision, and the scope is no part of the title', async () => {
    const { identity, preface } = await documentOf(
      [
        'RECOMMENDATION ITU-R M.9083-2',
        'Vision',
        '(2007-2015)',
        'Scope',
        'It defines.',
        'The ITU Radiocommunication Assembly,',
        'recommends',
        'that.',
      ].join('\n'),
    );
    expect(identity).toMatchObject({
      work: 'itu-r/recommendation/m.9083',
      edition: '2',
      year: 2015,
      title: 'Vision',
    });
    expect(preface.map(({ text }) => text)).toEqual(['Scope', 'It defines.']);
  });
  it('on a cover does not hide the one above the title', async () => {
    const { identity, formula } = await documentOf(
      [
        'World Telecommunication Standardization Assembly (Geneva, 2022)',
        'Resolution 92 \u2013 A cover',
        'RESOLUTION 92 (Rev. New Delhi, 2024)',
        'A title',
        formulaOf.wtsa,
        'noting',
        'that.',
      ].join('\n'),
    );
    expect(identity).toMatchObject({ edition: '2024', title: 'A title' });
    expect(formula).toBe(formulaOf.wtsa);
  });
});

describe('other openings', () => {
  const openings = [
    ['Considering also,', 'considering also'],
    ['NOTING WITH SATISFACTION:', 'noting with satisfaction'],
    ['taking also into account', 'taking also into account'],
    ['having examined', 'having examined'],
    ['recognizing in addition', 'recognizing in addition'],
    ['resolves, in addition,', 'resolves in addition'],
    ['strongly encourages', 'strongly encourages'],
    ['invites and encourages', 'invites and encourages'],
    ['resolves further to instruct', 'resolves further to instruct'],
    ['resolves to urge', 'resolves to urge'],
    ['decides to invite', 'decides to invite'],
    ['appeals to', 'appeals to'],
    ['recommends', 'recommends'],
  ] as const;
  for (const [heading, kind] of openings) {
    it(`${heading}`, async () => {
      const [first] = await sections('pp', heading, '1\tx.');
      expect(first).toMatchObject({ kind, heading });
    });
  }
  it('a verb in no list opens one where it speaks to somebody and a list follows', async () => {
    const found = await sections('wtsa', 'noting', 'that,', 'thanks the Director of TSB', '1\tx.');
    expect(found.at(-1)).toMatchObject({ kind: 'thanks', address: 'thanks-director-tsb' });
  });
  it('a heading keeps what somebody is to do where a list follows it', async () => {
    const [first] = await sections(
      'pp',
      'resolves to invite ITU-R to complete in time for WRC-27',
      '1\tx;',
      '2\ty.',
    );
    expect(first).toMatchObject({
      heading: 'resolves to invite ITU-R to complete in time for WRC-27',
      actors: ['itu-r'],
    });
  });
});

describe('more actors', () => {
  const headings = [
    ['invites the ITU Radiocommunication Sector', ['itu-r']],
    ['resolves to invite WRC-27', ['wrc-27']],
    ['invites the 2027 World Radiocommunication Conference', ['wrc-27']],
    [
      'invites administrations and developing countries',
      ['administrations', 'developing-countries'],
    ],
    ['instructs the study groups of ITU-T and ITU-R', ['itu-t-study-groups', 'itu-r-study-groups']],
    ['instructs the Deputy Secretary-General', ['deputy-secretary-general']],
    ['instructs the Council working groups', ['council-working-groups']],
    ['invites experts of ITU-T', []],
  ] as const;
  for (const [heading, actors] of headings) {
    it(`${heading}`, async () => expect(await actorsOf('pp', heading)).toEqual(actors));
  }
  const helpers = [
    'in close cooperation with the Council',
    'in collaboration and consultation with the Council',
    'with the assistance of the Council',
    'after consulting the Council',
    'together with the Council',
    'jointly with the Council',
  ];
  for (const words of helpers) {
    it(`are kept apart from those who help: ${words}`, async () => {
      const [first] = await sections('pp', `instructs TSAG, ${words}`, '1\tx.');
      expect(first).toMatchObject({ actors: ['tsag'], collaborators: ['council'] });
    });
  }
});

describe('the other languages of the Union', () => {
  const texts = [
    [
      'es',
      [
        'RESOLUCI\u00d3N 730 (REV. DUB\u00c1I, 2018)',
        'Los puentes y los r\u00edos',
        'La Conferencia de Plenipotenciarios de la Uni\u00f3n Internacional de Telecomunicaciones (Dub\u00e1i, 2018),',
        'considerando adem\u00e1s',
        'que los puentes son \u00fatiles para los pueblos,',
        'encarga al Director de la Oficina de Desarrollo de las Telecomunicaciones',
        '1\tque ayude a los pa\u00edses;',
        'invita a los Estados Miembros',
        'a reparar sus puentes.',
      ],
      ['considerando-ademas', 'encarga-director-bdt', 'invita-member-states'],
    ],
    [
      'ru',
      [
        'РЕЗОЛЮЦИЯ 730 (ПЕРЕСМ. ДУБАЙ, 2018 Г.)',
        'Мосты и реки',
        'Полномочная конференция Международного союза электросвязи (Дубай, 2018 г.),',
        'учитывая далее,',
        'что мосты полезны,',
        'решает поручить Генеральному секретарю',
        'представить отчет,',
        'предлагает Государствам-Членам',
        'ремонтировать мосты.',
      ],
      ['учитывая-далее', 'решает-поручить-secretary-general', 'предлагает-member-states'],
    ],
    [
      'ar',
      [
        'القرار 730 (المراجَع في دبي، 2018)',
        'الجسور والأنهار',
        'إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (دبي، 2018)،',
        'إذ يذكّر',
        'أ )\tبأن الجسور قديمة؛',
        'ب)\tبأن الأنهار واسعة،',
        'يكلف الأمين العام',
        'بتقديم تقرير،',
        'يدعو الدول الأعضاء',
        'إلى إصلاح جسورها.',
      ],
      ['اذ-يذكر', 'يكلف-secretary-general', 'يدعو-member-states'],
    ],
    [
      'zh',
      [
        '第730号决议（2018年，迪拜，修订版）',
        '桥梁与河流',
        '国际电信联盟全权代表大会（2018年，迪拜），',
        '进一步考虑到',
        '桥梁很有用，',
        '责成秘书长',
        '提交报告，',
        '请成员国',
        '修理桥梁。',
      ],
      ['进一步考虑到', '责成-secretary-general', '请-member-states'],
    ],
  ] as const;
  for (const [language, lines, expected] of texts) {
    it(`${language}: identity, sections and actors`, async () => {
      const document = await documentOf(lines.join('\n'));
      expect(document.identity).toMatchObject({ work: 'pp/resolution/730', edition: '2018' });
      expect(document.language).toBe(language);
      expect(document.sections.map(({ address }) => address)).toEqual(expected);
      expect(codesOf(document)).toEqual([]);
    });
  }
});
