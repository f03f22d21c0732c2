import { describe, expect, it } from 'vitest';
import type { Block } from '../../../main/documents/read/blocks.ts';
import { outlineOf, provisionAt, readClauses } from './reading.ts';

const recommendation = `INTERNATIONAL TELECOMMUNICATION UNION
ITU-T
Y.3101
(01/2018)
SERIES Y: GLOBAL INFORMATION INFRASTRUCTURE
Requirements of the lighthouse network
Recommendation ITU-T Y.3101
Recommendation ITU-T Y.3101
Requirements of the lighthouse network
Summary
This Recommendation describes the lamps of a coast.
FOREWORD
The Union is an agency of the United Nations.
Table of Contents
Page
1\tScope\t1
2\tReferences\t1
3\tDefinitions\t2
3.1\tTerms defined elsewhere\t2
4\tAbbreviations and acronyms\t3
6.1 General ........ 3
Annex A – Lamps of the south\t4
Bibliography\t5
Recommendation ITU-T Y.3101
Requirements of the lighthouse network
1\tScope
This Recommendation specifies lamps. It covers:
–\tlamps on land;
–\tlamps at sea.
2\tReferences
[ITU-T Y.3100]\tRecommendation ITU-T Y.3100 (2017), Terms of lamps.
3\tDefinitions
3.1\tTerms defined elsewhere
This Recommendation uses the following terms defined elsewhere:
3.1.1\tlamp [ITU-T Y.3100]: A thing that shines.
3.1.2\tlighthouse keeper (LK) [b-ITU-T Y.3111]: Who keeps the lamp.
NOTE 1 – A keeper sleeps by day: see above.
3.2\tTerms defined in this Recommendation
3.2.1\tbeam
What leaves the lamp.
4\tAbbreviations and acronyms
This Recommendation uses the following abbreviations and acronyms:
IMT\tInternational Mobile Telecommunications
3GPP\t3rd Generation Partnership Project
5\tConventions
None.
6\tRequirements
6.1\tGeneral
The lamp is required to:
a)\tshine at night, in particular:
i)\tin fog;
ii)\tin rain;
b)\trest by day.
Figure 6-1 – The parts of a lamp
6.1.1\tGlass
See clauses 3.1.1 and 6.1 and clause 9 and Annex A, and clause 6.1 of [ITU-T Y.3100].
6.2\tPower
3.5 GHz is no clause.
Annex A
Lamps of the south
(This annex forms an integral part of this Recommendation.)
A.1\tScope
Southern lamps, as said in A.2.
A.2\tNames
A.2.1\tShort names
None.
Appendix I
Use cases
I.1\tA storm
The lamp shines.
Bibliography
[b-ITU-T Y.3111]\tRecommendation ITU-T Y.3111 (2017), Framework of keepers.`;

describe('a Recommendation of ITU-T', () => {
  const document = readClauses(recommendation);

  it('is who its cover says', () => {
    expect(document.form).toBe('clauses');
    expect(document.identity).toStrictEqual({
      work: 'itu-t/recommendation/y.3101',
      edition: '2018',
      body: 'itu-t',
      type: 'recommendation',
      number: 'Y.3101',
      place: null,
      year: 2018,
      title: 'Requirements of the lighthouse network',
    });
  });

  it('has every clause, item, figure, annex and source at its address', () => {
    expect(outlineOf(document)).toStrictEqual([
      '# clause-1: 1 Scope',
      'clause-1.p1 This Recommendation specifies lamps. It covers:',
      'clause-1.p1.p1 [–] lamps on land;',
      'clause-1.p1.p2 [–] lamps at sea.',
      '# clause-2: 2 References',
      'clause-2.p1 [ITU-T Y.3100] Recommendation ITU-T Y.3100 (2017), Terms of lamps.',
      '# clause-3: 3 Definitions',
      'clause-3.1 [3.1] Terms defined elsewhere',
      'clause-3.1.p1 This Recommendation uses the following terms defined elsewhere:',
      'clause-3.1.1 [3.1.1] lamp [ITU-T Y.3100]: A thing that shines.',
      'clause-3.1.2 [3.1.2] lighthouse keeper (LK) [b-ITU-T Y.3111]: Who keeps the lamp.',
      'clause-3.1.2.p1 NOTE 1 – A keeper sleeps by day: see above.',
      'clause-3.2 [3.2] Terms defined in this Recommendation',
      'clause-3.2.1 [3.2.1] beam',
      'clause-3.2.1.p1 What leaves the lamp.',
      '# clause-4: 4 Abbreviations and acronyms',
      'clause-4.p1 This Recommendation uses the following abbreviations and acronyms:',
      'clause-4.p2 IMT International Mobile Telecommunications',
      'clause-4.p3 3GPP 3rd Generation Partnership Project',
      '# clause-5: 5 Conventions',
      'clause-5.p1 None.',
      '# clause-6: 6 Requirements',
      'clause-6.1 [6.1] General',
      'clause-6.1.p1 The lamp is required to:',
      'clause-6.1.a [a)] shine at night, in particular:',
      'clause-6.1.a.i [i)] in fog;',
      'clause-6.1.a.ii [ii)] in rain;',
      'clause-6.1.b [b)] rest by day.',
      'clause-6.1.p2 Figure 6-1 – The parts of a lamp',
      'clause-6.1.1 [6.1.1] Glass',
      'clause-6.1.1.p1 See clauses 3.1.1 and 6.1 and clause 9 and Annex A, and clause 6.1 of [ITU-T Y.3100].',
      'clause-6.2 [6.2] Power',
      'clause-6.2.p1 3.5 GHz is no clause.',
      '# annex-a: Annex A Lamps of the south',
      'annex-a.p1 (This annex forms an integral part of this Recommendation.)',
      'annex-a.1 [A.1] Scope',
      'annex-a.1.p1 Southern lamps, as said in A.2.',
      'annex-a.2 [A.2] Names',
      'annex-a.2.1 [A.2.1] Short names',
      'annex-a.2.1.p1 None.',
      '# appendix-i: Appendix I Use cases',
      'appendix-i.1 [I.1] A storm',
      'appendix-i.1.p1 The lamp shines.',
      '# bibliography: Bibliography',
      'bibliography.p1 [b-ITU-T Y.3111] Recommendation ITU-T Y.3111 (2017), Framework of keepers.',
    ]);
  });

  it('defines its terms and abbreviations', () => {
    expect(document.terms).toStrictEqual([
      {
        term: 'lamp',
        abbreviation: null,
        definition: 'A thing that shines.',
        address: 'clause-3.1.1',
      },
      {
        term: 'lighthouse keeper',
        abbreviation: 'LK',
        definition: 'Who keeps the lamp.',
        address: 'clause-3.1.2',
      },
      {
        term: 'beam',
        abbreviation: null,
        definition: 'What leaves the lamp.',
        address: 'clause-3.2.1',
      },
      {
        term: 'International Mobile Telecommunications',
        abbreviation: 'IMT',
        definition: '',
        address: 'clause-4.p2',
      },
      {
        term: '3rd Generation Partnership Project',
        abbreviation: '3GPP',
        definition: '',
        address: 'clause-4.p3',
      },
    ]);
  });

  it('cites what it refers to, in the provision that does', () => {
    expect(provisionAt(document, 'clause-2.p1').citations).toContainEqual({
      start: 15,
      end: 49,
      text: 'Recommendation ITU-T Y.3100 (2017)',
      work: 'itu-t/recommendation/y.3100',
      edition: '2017',
    });
    expect(provisionAt(document, 'bibliography.p1').citations).toContainEqual({
      start: 17,
      end: 51,
      text: 'Recommendation ITU-T Y.3111 (2017)',
      work: 'itu-t/recommendation/y.3111',
      edition: '2017',
    });
  });

  it('links the places of its own that it names, and none of another document', () => {
    expect(provisionAt(document, 'clause-6.1.1.p1').references).toStrictEqual([
      { start: 4, end: 17, text: 'clauses 3.1.1', address: 'clause-3.1.1' },
      { start: 22, end: 25, text: '6.1', address: 'clause-6.1' },
      { start: 43, end: 50, text: 'Annex A', address: 'annex-a' },
    ]);
    expect(provisionAt(document, 'clause-1.p1').references).toStrictEqual([
      { start: 0, end: 19, text: 'This Recommendation', address: '' },
    ]);
  });

  it('keeps its front pages as a preface and leaves its contents out with a warning', () => {
    expect(document.preface.map(({ text }) => text)).toStrictEqual([
      'INTERNATIONAL TELECOMMUNICATION UNION',
      'ITU-T',
      'Y.3101',
      '(01/2018)',
      'SERIES Y: GLOBAL INFORMATION INFRASTRUCTURE',
      'Summary',
      'This Recommendation describes the lamps of a coast.',
      'FOREWORD',
      'The Union is an agency of the United Nations.',
    ]);
    expect(document.warnings).toStrictEqual([
      {
        code: 'contents-left-out',
        message:
          'A table of contents of 10 lines is left out, since the headings stand in the text.',
        line: 14,
      },
    ]);
  });
});

describe('a Report of ITU-R', () => {
  const document = readClauses(`Report ITU-R M.2516-0
(11/2022)
Future lamps towards 2030
M Series
Mobile services
REPORT ITU-R M.2516-0
Future lamps towards 2030
(2022)
TABLE OF CONTENTS
1 Introduction ............. 2
2 Scope 2
Annex 1 – Lamps ......... 4
1 Introduction
Lamps are described in Recommendation ITU-R M.2083-0.
2 Scope
2.1 Definitions
Tower: What bears a lamp.
Annex 1
Lamps of the world
1 Introduction
See section 1.1.
1.1 Northern lamps
They shine by day.
2 Numbers
There are 300 lamps.
Attachment 1 to Annex 1
A list of lamps follows.`);

  it('counts its revisions as edition', () => {
    expect(document.identity).toStrictEqual({
      work: 'itu-r/report/m.2516',
      edition: '0',
      body: 'itu-r',
      type: 'report',
      number: 'M.2516',
      place: null,
      year: 2022,
      title: 'Future lamps towards 2030',
    });
  });

  it('starts its numbers anew in an annex', () => {
    expect(outlineOf(document)).toStrictEqual([
      '# clause-1: 1 Introduction',
      'clause-1.p1 Lamps are described in Recommendation ITU-R M.2083-0.',
      '# clause-2: 2 Scope',
      'clause-2.1 [2.1] Definitions',
      'clause-2.1.p1 Tower: What bears a lamp.',
      '# annex-1: Annex 1 Lamps of the world',
      'annex-1.1 [1] Introduction',
      'annex-1.1.p1 See section 1.1.',
      'annex-1.1.1 [1.1] Northern lamps',
      'annex-1.1.1.p1 They shine by day.',
      'annex-1.2 [2] Numbers',
      'annex-1.2.p1 There are 300 lamps.',
      '# attachment-1: Attachment 1 to Annex 1',
      'attachment-1.p1 A list of lamps follows.',
    ]);
    expect(provisionAt(document, 'annex-1.1.p1').references).toStrictEqual([
      { start: 4, end: 15, text: 'section 1.1', address: 'annex-1.1.1' },
    ]);
    expect(document.terms).toStrictEqual([
      {
        term: 'Tower',
        abbreviation: null,
        definition: 'What bears a lamp.',
        address: 'clause-2.1.p1',
      },
    ]);
  });
});

describe('the name on a cover', () => {
  it.each([
    ['Recommendation ITU-T Y.3101 (01/2018)', 'itu-t/recommendation/y.3101', '2018'],
    ['ITU-T Recommendation Y.3101 (2018)', 'itu-t/recommendation/y.3101', '2018'],
    ['ITU-T Y.3101 (01/2018)', 'itu-t/recommendation/y.3101', '2018'],
    ['Rec. ITU-R M.2083-0 (09/2015)', 'itu-r/recommendation/m.2083', '0'],
    ['RECOMMENDATION ITU‑R M.2150‑3', 'itu-r/recommendation/m.2150', '3'],
    ['Recommandation UIT-T Y.3101 (01/2018)', 'itu-t/recommendation/y.3101', '2018'],
    ['Recomendación UIT-R M.2083-0', 'itu-r/recommendation/m.2083', '0'],
    ['Рекомендация МСЭ-Т Y.3101 (01/2018)', 'itu-t/recommendation/y.3101', '2018'],
    ['ITU-T Y.3101建议书 (01/2018)', 'itu-t/recommendation/y.3101', '2018'],
    ['Supplement 59 to ITU-T Y-series Recommendations (07/2020)', 'itu-t/supplement/y.59', '2020'],
  ])('%s', (line, work, edition) => {
    const { identity } = readClauses(`${line}\nLamps of the coast\n1\tScope\nLamps.`);
    expect(identity).toMatchObject({ work, edition, title: 'Lamps of the coast' });
  });

  it('with an amendment behind it is another edition than the text that it amends', () => {
    const { identity } = readClauses(
      'Recommendation ITU-T Y.3101 (01/2018)\nAmendment 1\nLamps of the coast\n1\tScope\nLamps.',
    );
    expect(identity).toMatchObject({
      work: 'itu-t/recommendation/y.3101',
      edition: '2018-amd-1',
      title: 'Lamps of the coast',
    });
  });

  it('may be followed by the title on its own line', () => {
    const { identity, preface } = readClauses(
      'Recommendation ITU-T Y.3101 (01/2018) – Lamps of the coast\n1\tScope\nLamps.',
    );
    expect(identity).toMatchObject({ edition: '2018', title: 'Lamps of the coast' });
    expect(preface).toStrictEqual([]);
  });

  it('is not that of a Recommendation which a text of its own only lists', () => {
    const { identity } = readClauses(
      '1\tSources\nRecommendation ITU-T Y.3101 (2018)\n2\tEnd\nDone.',
    );
    expect(identity.work).toBe('own/document/example');
  });

  it('without its date is an edition that is not known', () => {
    const document = readClauses('Recommendation ITU-T Y.3101\nLamps\n1\tScope\nLamps.');
    expect(document.identity.edition).toBe('undated');
    expect(document.warnings.map(({ code }) => code)).toStrictEqual(['edition-missing']);
  });
});

describe('a handbook', () => {
  const document = readClauses(`Radiocommunication Bureau
Handbook on
Global Trends in International Mobile Telecommunications
Edition of 2022
CHAPTER 1
Introduction
1.1 Background
IMT is a family.
1.1.1 Motivation
To help.
CHAPTER 2 – Service requirements
2.1 Requirements
See section 1.1.`);

  it('is a work of its Sector, its slug as it is cited', () => {
    expect(document.identity).toMatchObject({
      work: 'itu-r/handbook/global-trends-in-imt',
      edition: '2022',
      title: 'Global Trends in International Mobile Telecommunications',
    });
  });

  it('has chapters with their clauses', () => {
    expect(outlineOf(document)).toStrictEqual([
      '# chapter-1: CHAPTER 1 Introduction',
      'chapter-1.1 [1.1] Background',
      'chapter-1.1.p1 IMT is a family.',
      'chapter-1.1.1 [1.1.1] Motivation',
      'chapter-1.1.1.p1 To help.',
      '# chapter-2: CHAPTER 2 – Service requirements',
      'chapter-2.1 [2.1] Requirements',
      'chapter-2.1.p1 See section 1.1.',
    ]);
  });
});

const cell = (text: string, isHeader = false) => ({ text, isHeader, columns: 1, rows: 1 });
const paragraph = (text: string, more: Partial<Block> = {}): Block => ({
  text,
  footnotes: [],
  line: 1,
  ...more,
});

describe('a document with the headings, tables and figures of its source', () => {
  const table = {
    caption: '',
    rows: [
      [cell('Lamp', true), cell('Height', true)],
      [cell('Cape'), cell('30 m')],
    ],
  };
  const document = readClauses([
    paragraph('Guide to lamps', { level: 1 }),
    paragraph('1 Lamps', { level: 1 }),
    paragraph('Lamps shine.', { footnotes: [{ mark: '1', text: 'By night.', at: 5 }] }),
    paragraph('Table 1 – Heights'),
    paragraph('', { table }),
    paragraph('', { figure: { caption: '' } }),
    paragraph('Figure 1: A lamp'),
    paragraph('', { figure: { caption: '' } }),
    paragraph('Materials', { level: 2 }),
    paragraph('Glass and brass.'),
    paragraph('• clear', { depth: 1 }),
    paragraph('• very clear', { depth: 2 }),
    paragraph('2 Abbreviations', { level: 1 }),
    paragraph('', {
      table: { caption: '', rows: [[cell('ICN'), cell('information-centric networking')]] },
    }),
  ]);

  it('keeps tables as tables, captions with their tables and figures, and footnotes at their words', () => {
    expect(outlineOf(document)).toStrictEqual([
      '# clause-1: 1 Lamps',
      'clause-1.p1 Lamps shine.',
      'clause-1.p2 Table 1 – Heights',
      '| Lamp | Height',
      '| Cape | 30 m',
      'clause-1.p3 Figure 1: A lamp',
      'clause-1.materials Materials',
      'clause-1.materials.p1 Glass and brass.',
      'clause-1.materials.p1.p1 [•] clear',
      'clause-1.materials.p1.p1.p1 [•] very clear',
      '# clause-2: 2 Abbreviations',
      'clause-2.p1',
      '| ICN | information-centric networking',
    ]);
    expect(provisionAt(document, 'clause-1.p1').footnotes).toStrictEqual([
      { mark: '1', text: 'By night.', at: 5 },
    ]);
    expect(provisionAt(document, 'clause-1.p2').table).toStrictEqual({
      ...table,
      caption: 'Table 1 – Heights',
    });
  });

  it('reads abbreviations from the rows of a table', () => {
    expect(document.terms).toStrictEqual([
      {
        term: 'information-centric networking',
        abbreviation: 'ICN',
        definition: '',
        address: 'clause-2.p1',
      },
    ]);
  });

  it('is a work of the person’s own, named by its title', () => {
    expect(document.identity).toStrictEqual({
      work: 'own/document/guide-to-lamps',
      edition: '1',
      body: 'own',
      type: 'document',
      number: 'guide-to-lamps',
      place: null,
      year: null,
      title: 'Guide to lamps',
    });
  });
});

describe('an annex whose title is a heading of its own', () => {
  it('takes it into its heading', () => {
    const document = readClauses(`# 1 Scope
Lamps.
# Annex A
# Lamps of the south
(This annex forms an integral part of this Recommendation.)
## Overview
South.`);
    expect(outlineOf(document)).toStrictEqual([
      '# clause-1: 1 Scope',
      'clause-1.p1 Lamps.',
      '# annex-a: Annex A Lamps of the south',
      'annex-a.p1 (This annex forms an integral part of this Recommendation.)',
      'annex-a.overview Overview',
      'annex-a.overview.p1 South.',
    ]);
  });
});

describe('plain text', () => {
  it('stands under its headings, a repeated one counted', () => {
    const document = readClauses(`Before any heading.
# Introduction
Hello.
## Introduction
Again.
# الملخص
مصباح.`);
    expect(document.form).toBe('plain');
    expect(outlineOf(document)).toStrictEqual([
      '# text: ',
      'text.p1 Before any heading.',
      '# introduction: Introduction',
      'introduction.p1 Hello.',
      '# introduction-2: Introduction',
      'introduction-2.p1 Again.',
      '# الملخص: الملخص',
      'الملخص.p1 مصباح.',
    ]);
  });

  it('without a heading is one section, its work named by the file and its year', () => {
    const document = readClauses('Dear colleagues, lunch is at noon.', {
      name: 'Notes of Lunch 2023.txt',
    });
    expect(outlineOf(document)).toStrictEqual([
      '# text: ',
      'text.p1 Dear colleagues, lunch is at noon.',
    ]);
    expect(document.identity).toMatchObject({
      work: 'own/document/notes-of-lunch-2023',
      edition: '2023',
      year: 2023,
      title: 'Notes of Lunch 2023',
    });
    expect(document.warnings.map(({ code }) => code)).toStrictEqual(['identity-made-up']);
  });

  it('with nothing but marks is refused', () => {
    expect(() => readClauses('***\n---')).toThrow('holds no words');
  });
});
