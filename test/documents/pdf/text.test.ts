import { describe, expect, it } from 'vitest';
import { blocksOf, read } from './reading.ts';

describe('a resolution of two pages from LibreOffice', () => {
  it('is read paragraph by paragraph, labels parted by a tab, without heads, feet and numbers of pages', async () => {
    const blocks = await blocksOf('resolution.pdf');
    expect(blocks.map((block) => block.text)).toEqual([
      'RESOLUTION 999 (Hamlet, 2031)',
      'Harbour lights for small boats',
      '(Hamlet, 2031)',
      'The Assembly of Harbour Keepers (Hamlet, 2031),',
      'considering',
      'a)\tthat lights in small harbours guide boats home, and that Recommendation ITU-T Y.3100 describes what a network for such lights needs from IMT-2020 and from the systems that will follow it;',
      'b)\tthat many keepers work alone at night and need simple tools,',
      'recognizing',
      'that lamps fail in winter, that spare parts arrive late, and that the cost of one lamp is small beside the cost of one boat; that the keepers have said so in every meeting since the first one, and have asked each time for a lamp that they can mend by themselves,',
      'resolves',
      '1\tto collect the needs of all harbours with fewer than ten boats;',
      '2\tto write a handbook that',
      'i)\texplains how a lamp is mended;',
      'ii)\tlists the parts that every keeper should have at hand in the winter,',
      'instructs the Director of Lights',
      '1\tto report each year on the lamps that failed, on the time that it took to mend them, and on what was learned from it for the harbours that have no lamp as yet;',
      '2\tto publish the list of parts in the six languages.',
      '',
      '',
    ]);
  });

  it('has its footnotes behind the words that their marks stand at', async () => {
    const blocks = await blocksOf('resolution.pdf');
    const noted = blocks.filter((block) => block.footnotes.length > 0);
    expect(
      noted.map(({ text, footnotes }) => [text.slice(0, footnotes[0]?.at), footnotes]),
    ).toEqual([
      [
        'b)\tthat many keepers work alone at night',
        [
          {
            mark: '1',
            at: 40,
            text: 'Keepers of islands are counted with the harbour to which their island belongs, whatever the distance between the two.',
          },
        ],
      ],
      [
        'that lamps fail in winter, that spare parts arrive late, and that the cost of one lamp is small beside the cost of one boat',
        [{ mark: '2', at: 123, text: 'Figures of the year 2030.' }],
      ],
    ]);
  });

  it('keeps a ruled table as a table with its caption, and of a figure the caption', async () => {
    const blocks = await blocksOf('resolution.pdf');
    expect(blocks.slice(-2).map(({ table, figure }) => ({ table, figure }))).toEqual([
      {
        table: {
          caption: 'Table 1 – Lamps by harbour',
          rows: [
            ['Harbour', 'Lamps', 'Spare parts'].map(plainCell),
            ['North Bay', '12', 'bulbs and glass'].map(plainCell),
            [{ ...plainCell('No lamp in the other harbours'), columns: 3 }],
          ],
        },
        figure: undefined,
      },
      { table: undefined, figure: { caption: 'Figure 1 – A lamp seen from the sea' } },
    ]);
  });

  it('knows its pages, its italic openings and its title', async () => {
    const { result, warnings } = await read('resolution.pdf');
    if (!result.ok) throw new Error(result.error.message);
    expect(result.value.title).toBe('Resolution 999 on harbour lights');
    const { blocks } = result.value;
    expect(blocks.findIndex((block) => block.page === 2)).toBe(10);
    expect(blocks.filter((block) => block.isItalic).map((block) => block.text)).toEqual([
      '(Hamlet, 2031)',
      'considering',
      'recognizing',
      'resolves',
      'instructs the Director of Lights',
    ]);
    expect(warnings).toEqual([
      {
        code: 'page-mark',
        message: '4 lines that belong to the pages (heads, feet, page numbers) are left out.',
        line: null,
      },
    ]);
  });
});

const plainCell = (text: string) => ({ text, isHeader: false, columns: 1, rows: 1 });

describe('a page of two columns', () => {
  it('is read column by column between the paragraphs that run over both', async () => {
    const blocks = await blocksOf('columns.pdf');
    expect(blocks.map((block) => block.text)).toEqual([
      'Two columns of the harbour report',
      'This paragraph runs over the whole width of the page, above both columns, and it must come before them; it is long enough to fill more than one line of the page.',
      '1 Lights',
      'Boats that come home late need a light that can be seen from far away, and the keeper who tends it needs a quiet place to work. This text stands in the left column and runs on for some lines, so that its reader can see whether the columns are kept apart.',
      'The second paragraph belongs to the left column as well. It tells of fog, of horns and of bells, and of the long-term plans that each harbour makes for the years in which its lamps are to be renewed.',
      '1.1 Rescue',
      'Here the third paragraph begins. It is about the rescue boats, which lie at the end of the pier, and about the crews who run to them whenever the bell rings twice, by day and by night.',
      'The last paragraph of this part closes the right column. Nothing of it may be mixed with the words on the left, however near to one another the two of them stand on the paper.',
      'After the columns the text takes the whole width of the page again, and it must come last of all; it, too, is long enough for more than one line.',
    ]);
  });

  it('takes the levels of its headings from the outline', async () => {
    const blocks = await blocksOf('columns.pdf');
    expect(
      blocks.flatMap(({ text, level }) => (level === undefined ? [] : [[text, level]])),
    ).toEqual([
      ['Two columns of the harbour report', 1],
      ['1 Lights', 1],
      ['1.1 Rescue', 2],
    ]);
  });
});

describe('a Recommendation with clauses', () => {
  it('keeps the numbers of clauses and leaves out feet whose number counts along with the pages', async () => {
    const { result, warnings } = await read('recommendation.pdf');
    if (!result.ok) throw new Error(result.error.message);
    const { blocks } = result.value;
    expect(blocks.slice(0, 11).map(({ level, text }) => [level, text])).toEqual([
      [1, '1\tScope'],
      [
        undefined,
        'This Recommendation describes lamps for harbours and the way in which they are mended. It applies to harbours with fewer than ten boats, whatever the light that they have used up to now, and it leaves the larger ones aside.',
      ],
      [1, '2\tReferences'],
      [undefined, '[HK.6]\tRecommendation HK.6 (2029), Bells for harbours.'],
      [1, '3\tDefinitions'],
      [2, '3.1 Terms defined elsewhere'],
      [undefined, 'None.'],
      [2, '3.2 Terms defined here'],
      [
        undefined,
        '3.2.1\tlamp: A device that gives light, as long as it has oil or current; it may be fixed to a tower or carried by hand.',
      ],
      [undefined, '–\ta dash item;'],
      [undefined, '•\ta bullet item.'],
    ]);
    expect(blocks.slice(11).map((block) => block.text)).toEqual(
      ['north', 'south', 'east', 'west', 'upper', 'lower', 'old', 'new'].map(
        (harbour) =>
          `The requirements of harbour ${harbour} are the following: the lamp shall burn all night, the keeper shall watch it, and a second lamp shall be at hand; the requirements hold in every season and in every weather that the harbour meets.`,
      ),
    );
    expect(warnings.map((warning) => warning.code)).toEqual(['page-mark']);
  });
});

describe('scripts', () => {
  it('puts Arabic into reading order, with names and numbers from left to right inside it', async () => {
    const blocks = await blocksOf('arabic.pdf');
    expect(blocks.map((block) => block.text)).toEqual([
      'القرار 999 (هاملت، 2031)',
      'أضواء الموانئ للقوارب الصغيرة',
      'إن جمعية حراس الموانئ (هاملت، 2031)،',
      'إذ تضع في اعتبارها',
      'أ )\tأن الأضواء في الموانئ الصغيرة ترشد القوارب إلى بيوتها في الليل، وأن التوصية ITU-T Y.3100 تصف ما تحتاج إليه شبكة هذه الأضواء؛',
      'ب)\tأن كثيراً من الحراس يعملون وحدهم في الليل،',
      'تقرر',
      '1\tجمع احتياجات جميع الموانئ التي فيها أقل من 10 قوارب؛',
      '2\tكتابة دليل لإصلاح المصابيح (IMT-2020).',
    ]);
  });

  const russian = [
    'РЕЗОЛЮЦИЯ 999 (Гамлет, 2031 г.)',
    'Ассамблея смотрителей гаваней (Гамлет, 2031 г.),',
    'учитывая,',
    'a)\tчто огни малых гаваней ведут лодки домой и что в Рекомендации МСЭ-Т Y.3100 описано, что нужно сети таких огней от систем IMT-2020 и следующих за ними;',
    'b)\tчто многие смотрители работают ночью в одиночку,',
    'решает',
    '1\tсобрать потребности всех гаваней, в которых меньше десяти лодок.',
  ];

  it('reads Russian', async () => {
    expect((await blocksOf('russian.pdf')).map((block) => block.text)).toEqual(russian);
  });

  it('opens a file that is encrypted with an empty password like any other', async () => {
    expect((await blocksOf('open-password.pdf')).map((block) => block.text)).toEqual(russian);
  });

  it('reads Chinese without spaces at the ends of lines', async () => {
    expect((await blocksOf('chinese.pdf')).map((block) => block.text)).toEqual([
      '第999号决议',
      '港口管理者大会，考虑到小港口的灯光引导船只回家，并且许多管理者在夜间独自工作，需要简单的工具，',
      '做出决议',
      '1\t收集所有小港口的需求。',
    ]);
  });
});

describe('a page with broken words from groff', () => {
  it('makes broken words whole and keeps the hyphens that belong to words', async () => {
    const { result, warnings } = await read('clauses.pdf');
    if (!result.ok) throw new Error(result.error.message);
    expect(
      result.value.blocks.map(({ text, footnotes }) =>
        [text].concat(footnotes.map(({ mark, at, text: note }) => `${mark} at ${at}: ${note}`)),
      ),
    ).toEqual([
      ['1 Scope of telecommunication for harbours'],
      [
        'This report describes the telecommunication services that small harbours need, the responsibilities of the administrations that operate them, and the recommendations that the organization of keepers has approved for international cooperation.',
      ],
      [
        'The telecommunication services of a harbour are provided by the administrations and by the keepers. International cooperation between administrations makes long-term responsibilities clear, and the well-known recommendations of the organization apply.',
        '1 at 98: The responsibilities of keepers are described in the second part of this report.',
      ],
      [
        'Harbour lights are operated under the responsibilities of the organization; standardization of telecommunication equipment follows the recommendations, and interoperability of equipment is verified by the administrations.',
      ],
      ['2 Equipment'],
      [
        'The equipment of harbours consists of lamps, of telecommunication terminals, and of instruments for the observation of weather; standardization and interoperability are required for each of them by the administrations.',
      ],
      [
        'Every keeper writes down which lamp failed and when. The administrations collect these observations, compare them with those of the years before, and publish what was learned for the benefit of all harbours.',
      ],
      ['Nothing in this report limits what a harbour may do to keep its boats safe.'],
    ]);
    expect(warnings.map((warning) => warning.code)).toEqual(['page-mark', 'broken-word']);
  });
});

describe('a page printed by Chromium', () => {
  it('keeps headings with their levels, numbered items, the table and the figure', async () => {
    const { result, warnings } = await read('report.pdf');
    if (!result.ok) throw new Error(result.error.message);
    expect(warnings.map((warning) => warning.code)).toEqual(['lost-hyphen']);
    expect(result.value.title).toBe('Report on harbour bells');
    expect(
      result.value.blocks.map(({ text, level, table, figure }) => table ?? figure ?? [level, text]),
    ).toEqual([
      [1, 'Report on harbour bells'],
      [
        undefined,
        'A bell is heard where no light is seen. This report tells which bells the harbours have, how they sound, and who rings them when the fog comes in from the sea.',
      ],
      [2, '1 Bells in use'],
      [undefined, 'Most harbours ring one bell; some ring two. The table gives their number.'],
      {
        caption: 'Table 1 – Bells by harbour',
        rows: [
          [
            { ...plainCell('Harbour'), isHeader: true },
            { ...plainCell('Bells'), isHeader: true },
          ],
          ['North Bay', '2'].map(plainCell),
          ['South Pier, with its old tower', '1'].map(plainCell),
        ],
      },
      [2, '2 Sound'],
      [undefined, '1. A bell sounds deep when it is large.'],
      [undefined, '2. A bell sounds high when it is small.'],
      { caption: 'Figure 1 – The bell of North Bay' },
      [
        undefined,
        'The old Greek letters α and β name the two bells of the tower, which need no IMT\u20112020 network.',
      ],
    ]);
  });
});
