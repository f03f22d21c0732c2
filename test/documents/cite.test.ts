import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../main/documents/index.ts';
import { documentOf, provisionsOf } from './reading.ts';
import { wtdc43 } from './expected/wtdc-resolution-43-buenos-aires-2017.ts';
import { wtsa92Of2016 } from './expected/wtsa-resolution-92-hammamet-2016.ts';
import { wtsa92Of2024 } from './expected/wtsa-resolution-92-new-delhi-2024.ts';

/** What is cited in a text: `words -> work@edition`. */
const cites = (text: string): readonly string[] =>
  findCitations(text).map(
    ({ text: words, work, edition }) =>
      `${words} -> ${work}${edition === null ? '' : `@${edition}`}`,
  );

describe('a work and its edition', () => {
  const examples = [
    // The body follows from the place and the year of the meeting, …
    ['Resolution 15 (Rev. Buenos Aires, 2017) of this conference', 'wtdc/resolution/15@2017'],
    ['Resolution 18 (Rev.\u00a0New\u00a0Delhi, 2024) of this assembly', 'wtsa/resolution/18@2024'],
    ['Resolution 43 (Rev. Dubai, 2014)', 'wtdc/resolution/43@2014'],
    ['Resolution 48 (Rev. Dubai, 2012)', 'wtsa/resolution/48@2012'],
    ['Resolution 130 (Rev. Dubai, 2018)', 'pp/resolution/130@2018'],
    ['RESOLUTION 130 (REV. DUBAI, 2018)', 'pp/resolution/130@2018'],
    ['Resolution 25 (Rev. Doha, 2006)', 'wtdc/resolution/25@2006'],
    ['Resolution 25 (Rev. Doha, 2026)', 'pp/resolution/25@2026'],
    ['Resolution 3 (Florian\u00f3polis, 2004)', 'wtsa/resolution/3@2004'],
    ['Decision 5 (Rev. Busan, 2014)', 'pp/decision/5@2014'],
    ['Decision 5', 'pp/decision/5@null'],
    ['Decision 482', 'council/decision/482@null'],
    // … from a conference's tag, …
    ['Resolution 238 (WRC-15)', 'wrc/resolution/238@2015'],
    ['Recommendation 207 (Rev.WRC15)', 'wrc/recommendation/207@2015'],
    ['RESOLUTION 223 (REV.WRC\u201123)', 'wrc/resolution/223@2023'],
    ['Resolution 644 (WARC-79)', 'wrc/resolution/644@1979'],
    ['Resolution 92 (Rev. WTSA-20)', 'wtsa/resolution/92@2022'],
  ] as const;
  for (const [text, work] of examples) {
    it(`${text}`, () =>
      expect(findCitations(text).map((c) => `${c.work}@${c.edition}`)).toEqual([work]));
  }

  it('the body is what stands before or behind, even against the place', () => {
    expect(cites('WTSA Resolution 1')).toEqual(['WTSA Resolution 1 -> wtsa/resolution/1']);
    expect(cites('WTSA-16 Resolution 92')).toEqual([
      'WTSA-16 Resolution 92 -> wtsa/resolution/92@2016',
    ]);
    expect(cites('Council Resolution 1305')).toEqual([
      'Council Resolution 1305 -> council/resolution/1305',
    ]);
    expect(cites('Resolution 1332 (Rev. 2016) of the Council')).toEqual([
      'Resolution 1332 (Rev. 2016) -> council/resolution/1332@2016',
    ]);
    expect(
      cites(
        'Recommendation 207 (Rev. Sharm el-Sheikh, 2019) of the World Radiocommunication Conference, on',
      ),
    ).toEqual(['Recommendation 207 (Rev. Sharm el-Sheikh, 2019) -> wrc/recommendation/207@2019']);
    expect(cites('Resolution 9 of RA-23')).toEqual(['Resolution 9 -> ra/resolution/9@2023']);
    expect(cites('Resolution 200 (Nowhere, 2014) of the Plenipotentiary Conference')).toEqual([
      'Resolution 200 (Nowhere, 2014) -> pp/resolution/200@2014',
    ]);
  });

  it('a resolution of ITU-R is one of the Radiocommunication Assembly, its revision no part of the name', () => {
    expect(cites('Resolution ITU\u2011R 56\u20113 (Rev. Dubai, 2023) of the')).toEqual([
      'Resolution ITU\u2011R 56\u20113 (Rev. Dubai, 2023) -> ra/resolution/56@2023',
    ]);
    expect(cites('Resolution ITUR 57 (Rev. Geneva, 2015)')).toEqual([
      'Resolution ITUR 57 (Rev. Geneva, 2015) -> ra/resolution/57@2015',
    ]);
    expect(cites('Resolution ITU-R 65.')).toEqual(['Resolution ITU-R 65 -> ra/resolution/65']);
  });

  it('Recommendations and Reports of the Sectors, types kept apart', () => {
    expect(cites('Recommendation ITU\u2011T A.4, on')).toEqual([
      'Recommendation ITU\u2011T A.4 -> itu-t/recommendation/a.4',
    ]);
    expect(cites('ITU-T Recommendation Y.3172 (06/2019)')).toEqual([
      'ITU-T Recommendation Y.3172 (06/2019) -> itu-t/recommendation/y.3172@2019',
    ]);
    expect(cites('Recommendation ITU-T Y.4000/Y.2060')).toEqual([
      'Recommendation ITU-T Y.4000/Y.2060 -> itu-t/recommendation/y.4000',
    ]);
    expect(cites('the Report ITU\u2011R M.2516\u20110 and Recommendation ITU-R M.2160-0')).toEqual([
      'Report ITU\u2011R M.2516\u20110 -> itu-r/report/m.2516@0',
      'Recommendation ITU-R M.2160-0 -> itu-r/recommendation/m.2160@0',
    ]);
    expect(cites('Recommendation ITU-R M.2083 and Report ITU-R M.2083')).toEqual([
      'Recommendation ITU-R M.2083 -> itu-r/recommendation/m.2083',
      'Report ITU-R M.2083 -> itu-r/report/m.2083',
    ]);
    expect(cites('as in ITU-T Y.3100 and ITU-R M.2083-0')).toEqual([
      'ITU-T Y.3100 -> itu-t/recommendation/y.3100',
      'ITU-R M.2083-0 -> itu-r/recommendation/m.2083@0',
    ]);
  });

  it('resolutions of the United Nations, Questions and handbooks', () => {
    expect(
      cites('Resolution\u00a070/1 of the United Nations General Assembly, particularly'),
    ).toEqual(['Resolution\u00a070/1 -> unga/resolution/70-1']);
    expect(cites('General Assembly resolution 70/125')).toEqual([
      'General Assembly resolution 70/125 -> unga/resolution/70-125',
    ]);
    expect(cites('Question 1/1, and Question 5/13')).toEqual([
      'Question 1/1 -> itu-d/question/1-1',
      'Question 5/13 -> itu-t/question/5-13',
    ]);
    expect(cites('Question ITU-R 229-2/5')).toEqual([
      'Question ITU-R 229-2/5 -> itu-r/question/229-5',
    ]);
    expect(
      cites(
        'the ITUR Handbook on Global Trends in International Mobile Telecommunications defines IMT',
      ),
    ).toEqual([
      'ITUR Handbook on Global Trends in International Mobile Telecommunications -> itu-r/handbook/global-trends-in-imt',
    ]);
    expect(cites('the ITU-R Handbook on Spectrum Monitoring and ITU-R Recommendations')).toEqual([
      'ITU-R Handbook on Spectrum Monitoring -> itu-r/handbook/spectrum-monitoring',
    ]);
  });
});

describe('lists', () => {
  it('each member of a list of Reports is a Report, and what follows it is what it says', () => {
    expect(
      cites(
        'Reports ITU-R M.2078, ITU-R M.2290 and ITU-R M.2370 as well as Recommendation ITU-R M.2083, by',
      ),
    ).toEqual([
      'Reports ITU-R M.2078 -> itu-r/report/m.2078',
      'ITU-R M.2290 -> itu-r/report/m.2290',
      'ITU-R M.2370 -> itu-r/report/m.2370',
      'Recommendation ITU-R M.2083 -> itu-r/recommendation/m.2083',
    ]);
  });
  it('one bracket at the end holds for the members before it', () => {
    expect(cites('Resolutions 50 and 52 (Rev. Hammamet, 2016)')).toEqual([
      'Resolutions 50 -> wtsa/resolution/50@2016',
      '52 (Rev. Hammamet, 2016) -> wtsa/resolution/52@2016',
    ]);
    expect(cites('Resolutions 17, 44 (Johannesburg, 2008) and 5 (Dubai, 2014) of WTDC')).toEqual([
      'Resolutions 17 -> wtdc/resolution/17@2008',
      '44 (Johannesburg, 2008) -> wtdc/resolution/44@2008',
      '5 (Dubai, 2014) -> wtdc/resolution/5@2014',
    ]);
  });
  it('a comma behind the list belongs to no member', () => {
    expect(cites('Resolutions 50 and 52, of WTSA, and')).toEqual([
      'Resolutions 50 -> wtsa/resolution/50',
      '52 -> wtsa/resolution/52',
    ]);
  });
  it('a single work is no list: what follows it is text', () => {
    expect(cites('Resolution 50 (Rev. Hammamet, 2016) and 52 countries')).toEqual([
      'Resolution 50 (Rev. Hammamet, 2016) -> wtsa/resolution/50@2016',
    ]);
  });
});

describe('the basic texts', () => {
  const examples = [
    ['No. 5.441B', ['No. 5.441B -> rr/provision/5.441b']],
    [
      'Nos. 5.441B and 5.444',
      ['Nos. 5.441B -> rr/provision/5.441b', '5.444 -> rr/provision/5.444'],
    ],
    [
      'Articles 5 and 21 of the Radio Regulations',
      ['Articles 5 -> rr/article/5', '21 -> rr/article/21'],
    ],
    ['RR Article 21', ['RR Article 21 -> rr/article/21']],
    ['Appendix 30B of the Radio Regulations', ['Appendix 30B -> rr/appendix/30b']],
    ['No. 226 of the Convention', ['No. 226 -> cv/provision/226']],
    ['Article 44 of the ITU Constitution', ['Article 44 -> cs/article/44']],
    [
      'Articles 1, 2 and 3 of the Constitution of the International Telecommunication Union',
      ['Articles 1 -> cs/article/1', '2 -> cs/article/2', '3 -> cs/article/3'],
    ],
  ] as const;
  for (const [text, expected] of examples)
    it(`${text}`, () => expect(cites(text)).toEqual(expected));
});

describe('other forms', () => {
  const examples = [
    ['A/RES/70/1', ['A/RES/70/1 -> unga/resolution/70-1']],
    [
      'resolutions 56/183 of 21 December 2001 and 57/238 of 20 December 2002',
      [
        'resolutions 56/183 -> unga/resolution/56-183@2001',
        '57/238 -> unga/resolution/57-238@2002',
      ],
    ],
    [
      'United Nations General Assembly (UNGA) Resolution 68/198',
      ['United Nations General Assembly (UNGA) Resolution 68/198 -> unga/resolution/68-198'],
    ],
    ['ITU-T Y Suppl. 59', ['ITU-T Y Suppl. 59 -> itu-t/supplement/y.59']],
    ['ITU-T Y.Suppl.59 (11/2025)', ['ITU-T Y.Suppl.59 (11/2025) -> itu-t/supplement/y.59@2025']],
    [
      'Recommendation ITU-T X.509 (2016) Amd. 1',
      ['Recommendation ITU-T X.509 (2016) Amd. 1 -> itu-t/recommendation/x.509@2016'],
    ],
    [
      'Recommendation ITU-T X.509 | ISO/IEC 9594-8',
      ['Recommendation ITU-T X.509 -> itu-t/recommendation/x.509'],
    ],
    [
      'Resolutions ITU-R 9, 36 and 56',
      [
        'Resolutions ITU-R 9 -> ra/resolution/9',
        '36 -> ra/resolution/36',
        '56 -> ra/resolution/56',
      ],
    ],
    [
      'Resolution 1332 (C11, last amended C19)',
      ['Resolution 1332 (C11, last amended C19) -> council/resolution/1332@2019'],
    ],
    ['Resolution 7 (Rev.Mob-87)', ['Resolution 7 (Rev.Mob-87) -> wrc/resolution/7@1987']],
    ['Recommendation ITU-D 22', ['Recommendation ITU-D 22 -> itu-d/recommendation/22']],
    ['ITU \u2013 T Y.3100', ['ITU \u2013 T Y.3100 -> itu-t/recommendation/y.3100']],
    ['Resolution 2 of WTDC', ['Resolution 2 -> wtdc/resolution/2']],
    [
      'Resoluciones 50 y 52 (Rev. Hammamet, 2016)',
      [
        'Resoluciones 50 -> wtsa/resolution/50@2016',
        '52 (Rev. Hammamet, 2016) -> wtsa/resolution/52@2016',
      ],
    ],
  ] as const;
  for (const [text, expected] of examples)
    it(`${text}`, () => expect(cites(text)).toEqual(expected));
});

/** What is cited in the paragraphs of a document of that body. */
const citesIn = async (formula: string, ...texts: string[]): Promise<readonly string[]> => {
  const lines = [formula, 'noting', ...texts.map((text) => `${text};`)];
  return provisionsOf(await documentOf(lines.join('\n'))).flatMap(({ citations }) =>
    citations.map(({ text, work }) => `${text} -> ${work}`),
  );
};

describe('a document says what its short mentions mean', () => {
  const wtdc = 'The World Telecommunication Development Conference (Kigali, 2022),';
  const council = 'The Council,';
  it('"of this conference" and a bare number are of its own body', async () => {
    expect(
      await citesIn(wtdc, 'that Resolution 5 of this conference and Resolution 9 hold'),
    ).toEqual(['Resolution 5 -> wtdc/resolution/5', 'Resolution 9 -> wtdc/resolution/9']);
  });
  it('a number that was cited in full before keeps its body', async () => {
    expect(
      await citesIn(
        wtdc,
        'that Resolution 130 (Rev. Dubai, 2018) holds',
        'that Resolution 130 does',
      ),
    ).toEqual([
      'Resolution 130 (Rev. Dubai, 2018) -> pp/resolution/130',
      'Resolution 130 -> pp/resolution/130',
    ]);
  });
  it('in the Council a low number is not its own', async () => {
    expect(await citesIn(council, 'that Resolution 71 and Resolution 1299 hold')).toEqual([
      'Resolution 1299 -> council/resolution/1299',
    ]);
  });
});

describe('odd spelling of raw text', () => {
  it('line breaks, no-break and doubled spaces, and lost hyphens are read through; the slice is as printed', () => {
    const text = 'see Resolution\r\nITU\u2011R\u00a0 56 (Rev.  Geneva,\n2015) and';
    expect(findCitations(text)).toEqual([
      {
        start: 4,
        end: text.length - 4,
        text: 'Resolution\r\nITU\u2011R\u00a0 56 (Rev.  Geneva,\n2015)',
        work: 'ra/resolution/56',
        edition: '2015',
      },
    ]);
  });
  it('offsets count UTF-16 units', () => {
    const [citation] = findCitations('\u{1f4e1}\u{1f4e1} Question 1/1');
    expect(citation).toMatchObject({ start: 5, end: 17 });
  });
});

describe('no citation is invented', () => {
  const plain = [
    'the implementation of this resolution',
    'the relevant Questions',
    'Study Group 13 and Study Groups 11 and 13',
    'this updated resolution 5 times',
    'Resolution 5 of this conference',
    'Resolution 1080 on screens',
    'Resolution 50 (Nowhere, 2016)',
    'a resolution 4 pixels wide',
    'Resolutions 1-5 (Rev. Hammamet, 2016)',
    'Resolution 15.3 (Rev. Hammamet, 2016)',
    'Resolution 0 (Rev. Hammamet, 2016)',
    'preResolution 15 (Rev. Hammamet, 2016)',
    'Resolution 15th (Rev. Hammamet, 2016)',
    'Resolution 20/8 of the United Nations Human Rights Council',
    'resolution 3/4 of an inch',
    'Recommendation A.4',
    'ITU-T Recommendations and ITU-R Reports',
    'Report M.2370',
    'ITU-R M-series',
    'ITU-T 2020.5',
    'the handbook on deployment of IMT-2020 systems',
    'ITU-R Handbook on deployment',
    'RA-15, WRC\u201115 as well as WTSA-16',
    'question 1/2 of the work',
    'IMT-2020 and IMT-2030',
    'Article 3 of the Convention on Biological Diversity',
    'Article 5 and Nos. 5 and 6',
    'version 5.441 of the software',
    'ITU-T G.9700-series',
    'resolution 2015/26 of the Economic and Social Council',
    'BA/RES/70/1',
    'A/RES/70/1/2',
  ];
  for (const text of plain) it(`${text}`, () => expect(findCitations(text)).toEqual([]));
});

const key = ({ work, edition }: { work: string; edition: string | null }): string =>
  edition === null ? work : `${work}@${edition}`;

describe('the raw sources', () => {
  /** A work and edition that only the head of a raw text mentions: its own number line. */
  const sources = [
    ['wtdc-resolution-43-buenos-aires-2017', wtdc43, []],
    ['wtsa-resolution-92-hammamet-2016', wtsa92Of2016, ['wtsa/resolution/92@2016']],
    ['wtsa-resolution-92-new-delhi-2024', wtsa92Of2024, []],
  ] as const;
  for (const [name, expected, ownNumber] of sources) {
    it(`${name}: the works cited in its raw bytes are those expected of its structure`, () => {
      const file = new URL(`../../content/resolutions/${name}.txt`, import.meta.url);
      const text = readFileSync(file, 'utf8');
      expect(findCitations(text).map(key)).toEqual([
        ...expected.preface.flatMap(({ citations }) => citations.map(key)),
        ...ownNumber,
        ...provisionsOf(expected).flatMap(({ citations }) => citations.map(key)),
      ]);
    });
  }
});
