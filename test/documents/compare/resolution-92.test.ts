import { describe, expect, it } from 'vitest';
import { wtsa92Of2016 } from '../expected/wtsa-resolution-92-hammamet-2016.ts';
import { wtsa92Of2024 } from '../expected/wtsa-resolution-92-new-delhi-2024.ts';
import { compareDocuments } from '../../../main/documents/compare/index.ts';
import { rowsOf } from './comparing.ts';

/**
 * Resolution 92 of 2016 and of 2024 as a careful person marks them, from reading the two texts side by side: status,
 * the place in 2016, the place in 2024. Two recitals changed their place: the one on Recommendation 207 went up from f)
 * to c), the one on informal coordination went down behind the roadmap, which kept its g). In "noting" the
 * resolution that stays is Resolution 18, which has taken over the title of Resolution 59 of WTDC. The recital on the
 * Focus Group of 2015 is gone; the new one on the lead of Study Group 13 speaks of something else.
 */
const marked: readonly string[] = [
  'amended  considering.a                        considering.a',
  'same     considering.b                        considering.b',
  'moved*   considering.f                        considering.c',
  'new      -                                    considering.d',
  'amended  considering.c                        considering.e',
  'amended  considering.d                        considering.f',
  'amended  considering.g                        considering.g',
  'moved*   considering.e                        considering.h',
  'amended  considering.h                        considering.i',
  'amended  considering.i                        considering.j',
  'new      -                                    considering.k',
  'amended  considering.j                        considering.l',
  'removed  considering.k                        -',
  'removed  considering.l                        -',
  'new      -                                    considering.m',
  'new      -                                    considering.n',
  'new      -                                    considering.o',
  'new      -                                    considering.p',
  'new      -                                    considering.q',
  'new      -                                    considering.r',
  'new      -                                    considering.s',
  'new      -                                    considering.t',
  'amended  noting.a                             noting.p1',
  'removed  noting.b                             -',
  'removed  noting.c                             -',
  'removed  noting.d                             -',
  'removed  noting.e                             -',
  'removed  noting.f                             -',
  'amended  resolves-to-invite-tsag.1            resolves-to-invite-tsag.1',
  'new      -                                    resolves-to-invite-tsag.2',
  'new      -                                    resolves-to-invite-tsag.3',
  'amended  resolves-to-invite-tsag.2            resolves-to-invite-tsag.4',
  'amended  instructs-itu-t-study-groups.1       instructs-itu-t-study-groups.1',
  'amended  instructs-itu-t-study-groups.2       instructs-itu-t-study-groups.2',
  'new      -                                    instructs-itu-t-study-groups.3',
  'amended  instructs-itu-t-study-groups.3       instructs-itu-t-study-groups.4',
  'new      -                                    instructs-itu-t-study-groups.5',
  'new      -                                    instructs-itu-t-sg-2.p1',
  'new      -                                    instructs-itu-t-sg-3.p1',
  'new      -                                    instructs-itu-t-sg-5.p1',
  'amended  instructs-itu-t-sg-11.p1             instructs-itu-t-sg-11.p1',
  'amended  instructs-itu-t-sg-12.p1             instructs-itu-t-sg-12.p1',
  'amended  instructs-itu-t-sg-13.1              instructs-itu-t-sg-13.1',
  'new      -                                    instructs-itu-t-sg-13.2',
  'amended  instructs-itu-t-sg-13.2              instructs-itu-t-sg-13.3',
  'amended  instructs-itu-t-sg-13.3              instructs-itu-t-sg-13.4',
  'amended  instructs-itu-t-sg-15.p1             instructs-itu-t-sg-15.p1',
  'amended  instructs-itu-t-sg-17.p1             instructs-itu-t-sg-17.1',
  'new      -                                    instructs-itu-t-sg-17.2',
  'new      -                                    instructs-itu-t-sg-17.3',
  'new      -                                    instructs-itu-t-sg-20.p1',
  'new      -                                    instructs-itu-t-sg-21.p1',
  'same     instructs-director-tsb.1             instructs-director-tsb.1',
  'amended  instructs-director-tsb.2             instructs-director-tsb.2',
  'amended  encourages-directors.p1              encourages-directors.1',
  'new      -                                    encourages-directors.2',
  'new      -                                    encourages-directors.3',
  'amended  invites.1                            invites.1',
  'amended  invites.2                            invites.2',
];

/** A row as a line of the table; `moved*` is one that was moved and amended. */
const line = ({ status, moved, from, to }: ReturnType<typeof rowsOf>[number]): string =>
  `${(moved === true ? 'moved*' : status).padEnd(9)}${(from ?? '-').padEnd(37)}${to ?? '-'}`;

describe('Resolution 92 of 2016 and of 2024', () => {
  it('is marked as a careful person marks it, row by row', () => {
    expect(rowsOf(wtsa92Of2016, wtsa92Of2024).map(line)).toStrictEqual(marked);
  });

  it('marks the words that changed as a careful person strikes them out and writes them in', () => {
    const marks = new Map(
      rowsOf(wtsa92Of2016, wtsa92Of2024).map(({ to, diff }) => [
        to,
        diff
          .map(({ op, text }) =>
            op === 'same' ? text : op === 'added' ? `{${text}}` : `[${text}]`,
          )
          .join(''),
      ]),
    );
    expect(marks.get('considering.a')).toBe(
      'that International Mobile Telecommunications (IMT) is the root name that encompasses {all IMT systems and their further development, including }IMT-2000, IMT-Advanced[ and IMT-2020]{, IMT-2020 and IMT-2030}, collectively (see Resolution ITU‑R [56]{56‑3} (Rev. [Geneva, 2015]{Dubai, 2023}) of the Radiocommunication Assembly);',
    );
    expect(marks.get('considering.i')).toBe(
      'that Resolution 43 (Rev. [Dubai, 2014]{Buenos Aires, 2017}) of the World Telecommunication Development Conference (WTDC) acknowledged the continuous need to promote {the use of }IMT {systems }throughout the world, [and ]in particular in developing countries;',
    );
    expect(marks.get('instructs-itu-t-sg-13.4')).toBe(
      'to [establish the Joint Coordination Activity for IMT-2020 (JCA IMT-2020) and coordinate]{promote JCA-IMT2020 and beyond and to continue coordinating} the standardization activities of IMT [(especially IMT-2020)]{systems} among all relevant study groups[ and]{,} focus groups and other SDOs,',
    );
    expect(marks.get('encourages-directors.1')).toBe(
      'to investigate new ways to improve the efficiency of ITU work on IMT,{ and to examine the possibility of establishing an observatory for IMT systems, including appropriate guidelines if needed, taking into account budgetary considerations;}',
    );
  });

  it('tells the sections that came in and the headings that were amended', () => {
    const { sections } = compareDocuments(wtsa92Of2016, wtsa92Of2024);
    const of = (status: string) =>
      sections.filter((row) => row.status === status).map(({ from, to }) => to ?? from);
    expect(of('new')).toStrictEqual([
      'instructs-itu-t-sg-2',
      'instructs-itu-t-sg-3',
      'instructs-itu-t-sg-5',
      'instructs-itu-t-sg-20',
      'instructs-itu-t-sg-21',
    ]);
    expect(of('removed')).toStrictEqual([]);
    expect(of('moved')).toStrictEqual([]);
    expect(of('amended')).toStrictEqual([
      'instructs-itu-t-sg-11',
      'instructs-itu-t-sg-12',
      'instructs-itu-t-sg-13',
      'instructs-itu-t-sg-15',
      'instructs-itu-t-sg-17',
      'invites',
    ]);
  });
});
