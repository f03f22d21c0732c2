import { array, assert, asyncProperty, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namedBy } from '../../main/service/search/named.ts';
import { bundledNaming } from './naming.ts';

const lookups = await bundledNaming();
const named = async (typed: string): Promise<string[] | null> =>
  (await namedBy(typed, lookups))?.things.map(({ address }) => address) ?? null;

const newest92 = 'wtsa/resolution/92@2024';
const older92 = 'wtsa/resolution/92@2016';
const only43 = 'wtdc/resolution/43@2017';

describe('a resolution', () => {
  it.each([
    'Res 92',
    'res. 92',
    'RES92',
    'resolution 92',
    'Resolution No. 92',
    'WTSA Resolution 92',
    'wtsa res92',
    'Résolution 92',
    'Резолюция 92',
    '第92号决议',
    'ITU-T 92',
    'МСЭ-Т Резолюция 92',
    'Résolution 92 de l’AMNT',
    'wtsa/res/92',
    'resolution-92',
    'wtsa 92',
    'Resolution 92 of the World Telecommunication Standardization Assembly',
  ])('is named by %s: its newest edition with text, then the work', async (typed) => {
    expect(await named(typed)).toEqual([newest92, 'wtsa/resolution/92']);
  });

  it.each([
    ['resolution 92 new delhi', newest92],
    ['WTSA-24 res 92', newest92],
    ['res 92 wtsa24', newest92],
    ['Resolution 92 (Rev. New Delhi, 2024)', newest92],
    ['92 new delhi resolution', newest92],
    ['resolution 92 2024', newest92],
    ['res 92 (rev. hammamet)', older92],
    ['Resolution 92 (Hammamet, 2016)', older92],
    ['2016 resolution 92', older92],
    ['wtsa-16 resolution 92', older92],
    ['Resolution 43 Buenos Aires', only43],
    ['wtdc res43 2017', only43],
  ])('is named with its edition by %s', async (typed, edition) => {
    expect(await named(typed)).toEqual([edition]);
  });

  it.each([
    ['res 238 wrc-15', 'wrc/resolution/238'],
    ['res 59 dubai 2014', 'wtdc/resolution/59'],
    ['PP res. 135', 'pp/resolution/135'],
    ['Resolution 200 Busan', 'pp/resolution/200'],
    ['Plenipotentiary Conference resolution 200', 'pp/resolution/200'],
    ['ITU-R 56', 'ra/resolution/56'],
    ['Resolution ITU-R 56-3', 'ra/resolution/56'],
    ['RA-23 resolution 56', 'ra/resolution/56'],
    ['Resolution 92 (Rev. Geneva, 2022)', 'wtsa/resolution/92'],
    ['unga 70/1', 'unga/resolution/70-1'],
    ['70/1 unga', 'unga/resolution/70-1'],
    ['A/RES/70/1', 'unga/resolution/70-1'],
    ['resolution 70/1', 'unga/resolution/70-1'],
    ['Recommendation 207', 'wrc/recommendation/207'],
  ])('whose text is not here is named as a work by %s', async (typed, work) => {
    expect(await named(typed)).toEqual([work]);
  });

  it('of two bodies is both', async () => {
    expect(await named('Resolution 2')).toEqual(['wtdc/resolution/2', 'wtsa/resolution/2']);
    expect(await named('WTDC Resolution 2')).toEqual(['wtdc/resolution/2']);
  });

  it('with text comes before one that has none', async () => {
    const more = await bundledNaming(['pp/resolution/92']);
    expect((await namedBy('res 92', more))?.things.map(({ address }) => address)).toEqual([
      newest92,
      'pp/resolution/92',
      'wtsa/resolution/92',
    ]);
  });
});

describe('a Recommendation, Report or Question', () => {
  it.each([
    ['Y3101', 'itu-t/recommendation/y.3101'],
    ['y 3101', 'itu-t/recommendation/y.3101'],
    ['Y.3101', 'itu-t/recommendation/y.3101'],
    ['ITU-T Y.3101 (2018)', 'itu-t/recommendation/y.3101'],
    ['Recommendation ITU-T Y.3101', 'itu-t/recommendation/y.3101'],
    ['rec. itu-t a5', 'itu-t/recommendation/a.5'],
    ['A.4', 'itu-t/recommendation/a.4'],
    ['E.800', 'itu-t/recommendation/e.800'],
    ['g8275.1', 'itu-t/recommendation/g.8275.1'],
    ['D.502R', 'itu-t/recommendation/d.502r'],
    ['Q.1741.9', 'itu-t/recommendation/q.1741.9'],
    ['q5001', 'itu-t/recommendation/q.5001'],
    ['rec m2083', 'itu-r/recommendation/m.2083'],
    ['M.2150-2', 'itu-r/recommendation/m.2150'],
    ['Report ITU-R M.2370', 'itu-r/report/m.2370'],
    ['Rep M.2083', 'itu-r/report/m.2083'],
    ['Y Suppl. 59', 'itu-t/supplement/y.59'],
    ['ITU-T Y.Suppl.59', 'itu-t/supplement/y.59'],
    ['Supplement 59', 'itu-t/supplement/y.59'],
    ['Q1/1', 'itu-d/question/1-1'],
    ['question 1/1', 'itu-d/question/1-1'],
    ['ITU-D Q. 1/1', 'itu-d/question/1-1'],
    ['Requirements of the IMT-2020 network', 'itu-t/recommendation/y.3101'],
    ['ITU-T Rec. Y.3101 (01/2018)', 'itu-t/recommendation/y.3101'],
    ['Y.3101: Requirements of the IMT-2020 network', 'itu-t/recommendation/y.3101'],
    ['GSTR-TN5G', 'itu-t/technical-report/gstr-tn5g'],
    [
      'Handbook on Global Trends in International Mobile Telecommunications',
      'itu-r/handbook/global-trends-in-imt',
    ],
  ])('is named by %s', async (typed, work) => {
    expect(await named(typed)).toEqual([work]);
  });

  it.each(['M.2083', 'itu-r m 2083', 'ITU-R M2083', 'm 2083'])(
    'is both where %s means two',
    async (typed) => {
      expect(await named(typed)).toEqual(['itu-r/recommendation/m.2083', 'itu-r/report/m.2083']);
    },
  );
});

describe('a provision', () => {
  it.each([
    ['res. 92 resolves 2', `${newest92}#resolves-to-invite-tsag.2`],
    ['resolves to invite tsag 2 of resolution 92', `${newest92}#resolves-to-invite-tsag.2`],
    ['92 considering a', `${newest92}#considering.a`],
    ['92 considering a)', `${newest92}#considering.a`],
    ['Res 92, considering a)', `${newest92}#considering.a`],
    ['resolution 92 hammamet considering k', `${older92}#considering.k`],
    ['considering k) of Resolution 92 (Hammamet, 2016)', `${older92}#considering.k`],
    ['resolution 92 considering k (Rev. New Delhi, 2024)', `${newest92}#considering.k`],
    ['res 43 instructs 10', `${only43}#instructs-director-bdt.10`],
    ['res 92 instructs SG 13 2', `${newest92}#instructs-itu-t-sg-13.2`],
    ['res 92 instructs ITU-T Study Group 13 3', `${newest92}#instructs-itu-t-sg-13.3`],
    ['res 92 instructs the Director of TSB 1', `${newest92}#instructs-director-tsb.1`],
    ['wtsa-24 res 92 encourages 3', `${newest92}#encourages-directors.3`],
    ['res 43 resolves 2 ii', `${only43}#resolves.2.ii`],
    ['res 43 resolves 2ii)', `${only43}#resolves.2.ii`],
    ['res 43 resolves 2.ii', `${only43}#resolves.2.ii`],
  ])('is named by %s', async (typed, address) => {
    expect(await named(typed)).toEqual([address]);
  });

  it('without a label is the section', async () => {
    expect((await namedBy('res 43 recognizing', lookups))?.things).toEqual([
      { address: `${only43}#recognizing`, kind: 'section', work: 'wtdc/resolution/43' },
    ]);
  });

  it('is the section that speaks to the body named', async () => {
    expect(await named('res 92 instructs SG13')).toEqual([`${newest92}#instructs-itu-t-sg-13`]);
    expect(await named('instructs the Director of TSB, Resolution 92')).toEqual([
      `${newest92}#instructs-director-tsb`,
    ]);
  });

  it('is several where several sections begin so', async () => {
    expect(await named('res 92 new delhi instructs 3')).toEqual([
      `${newest92}#instructs-itu-t-study-groups.3`,
      `${newest92}#instructs-itu-t-sg-13.3`,
      `${newest92}#instructs-itu-t-sg-17.3`,
    ]);
  });

  it.each([
    'resolves to invite tsag 2',
    'considering a',
    'res 92 considering z',
    'res 92 decides 2',
  ])('is not named by %s', async (typed) => {
    expect(await named(typed)).toBeNull();
  });
});

describe('a body or meeting', () => {
  it.each([
    ['SG13', ['body/itu-t-sg-13']],
    ['sg 13', ['body/itu-t-sg-13']],
    ['ITU-T Study Group 13', ['body/itu-t-sg-13']],
    ['Study Group 13 of ITU-T', ['body/itu-t-sg-13']],
    ['study group 5', ['body/itu-r-sg-5', 'body/itu-t-sg-5']],
    ['ITU-R study group 5', ['body/itu-r-sg-5']],
    ['sg5 itu-t', ['body/itu-t-sg-5']],
    ['3GPP SA3', ['body/3gpp-sa3']],
    ['SA3', ['body/3gpp-sa3']],
    ['WP5D', ['body/itu-r-wp-5d']],
    ['ITU-R Working Party 5D', ['body/itu-r-wp-5d']],
    ['JCA-IMT2020', ['body/jca-imt2020']],
    ['FG IMT 2020', ['body/fg-imt-2020']],
    ['TSAG', ['body/tsag']],
    ['the Radiocommunication Assembly', ['body/ra']],
    ['WTSA-24', ['meeting/wtsa-24']],
    ['wtsa 24', ['meeting/wtsa-24']],
    ['WTSA 2024', ['meeting/wtsa-24']],
    ['WTSA New Delhi', ['meeting/wtsa-24']],
    ['WTSA-24 (New Delhi)', ['meeting/wtsa-24']],
    ['WRC-19 Sharm el-Sheikh', ['meeting/wrc-19']],
    ['wrc sharm el sheikh', ['meeting/wrc-19']],
    ['第13研究组', ['body/itu-t-sg-13']],
    ['WRC-2000', ['meeting/wrc-2000']],
  ])('is named by %s', async (typed, addresses) => {
    expect((await named(typed))?.toSorted()).toEqual(addresses);
  });
});

describe('an address', () => {
  it.each([
    [newest92, 'edition'],
    [`${newest92}#instructs-itu-t-sg-13.3`, 'provision'],
    [`${newest92}#noting`, 'section'],
    ['wtsa/resolution/92', 'work'],
    ['itu-r/recommendation/m.2083', 'work'],
    ['term/imt-2020', 'record'],
    ['body/3gpp', 'record'],
  ])('names %s', async (address, kind) => {
    expect(await namedBy(address, lookups)).toMatchObject({
      things: [{ address, kind }],
      rest: '',
    });
    expect(await named(` ${address.toUpperCase()}.`)).toEqual([address]);
  });

  it('leaves the text beside it', async () => {
    expect(await namedBy(`see ${newest92}#noting.p1, on partnership`, lookups)).toEqual({
      things: [{ address: `${newest92}#noting.p1`, kind: 'provision', work: 'wtsa/resolution/92' }],
      rest: 'see on partnership',
    });
  });

  it('of which only a part is here leads to that part', async () => {
    expect(await named(`${newest92}#noting.z`)).toEqual([`${newest92}#noting`]);
    expect(await named('wtsa/resolution/92@2022#noting.a')).toEqual(['wtsa/resolution/92']);
    expect(await named('wtsa/resolution/999')).toBeNull();
  });
});

describe('words', () => {
  it.each([
    '',
    '92',
    '2024',
    '1/1',
    'new delhi',
    'ITU-R',
    'resolution',
    'resolution 999',
    'Y.9999',
    'IMT-2020',
    '5G',
    'network slicing Y.3112',
    'Y.3112 network slicing',
    'Y.3112: Requirements of the IMT-2020 network',
    'Connect 2020 resolution 200 busan',
    'considering 92',
    'security',
    'Which study group is responsible for security of IMT?',
    'What changed between the 2016 and 2024 editions of Resolution 92?',
    'tasks of Study Group 12 on quality of experience',
    '"resolution 92"',
    'res 9*',
    'and/or',
    'body:wtdc spectrum',
  ])('are no reference: %s', async (typed) => {
    expect(await named(typed)).toBeNull();
  });

  it('and references in any mixture are answered at once', async () => {
    const pieces = constantFrom(
      ...'Res|92|resolution|(|)|wtsa-24|WTSA|new delhi|2016|M.2083|ITU-R|itu|Q1/1|70/1|SG13|considering|a)|'.split(
        '|',
      ),
      ...'resolves|2.ii|study group 5|of|-|.|/|@|#|wtsa/resolution/92@2024|第|号决议|МСЭ-Т|\u2011'.split(
        '|',
      ),
    );
    await assert(
      asyncProperty(
        array(oneof(pieces, pieces, string({ unit: 'binary', maxLength: 4 })), { maxLength: 24 }),
        async (parts) => {
          const found = await namedBy(parts.join(' '), lookups);
          expect(found?.things).not.toEqual([]);
          for (const { address } of found?.things ?? []) expect(lookups.isHere(address)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
