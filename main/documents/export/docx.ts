import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  LeaderType,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { encodeQR } from 'qr';
import { settled } from './docx-settled.ts';
import { languageOf, margin, quoteInset, styles, textWidth, twips } from './docx-styles.ts';
import type { Sheet, SheetBlock, SheetRuns, Tongue } from './sheet.ts';

/** What is gathered on the way through a sheet. */
interface Around {
  readonly sheet: Sheet;
  readonly footnotes: Record<string, { children: Paragraph[] }>;
  /** Bookmarks by ids of the sheet: Word takes letters, digits and `_` only, and 40 of them. */
  readonly bookmarks: Map<string, string>;
}

function bookmarkOf(id: string, { bookmarks }: Around): string {
  const known = bookmarks.get(id);
  if (known !== undefined) return known;
  const name = `p${bookmarks.size + 1}_${id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, 40);
  bookmarks.set(id, name);
  return name;
}

/** Words without a letter from the right are set from the left, wherever they stand; signs alone go with what is around. */
const isFromTheRight = (text: string): boolean =>
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text) ||
  !/\p{L}/u.test(text);

function runsIn(runs: SheetRuns, tongue: Tongue, around: Around): ParagraphChild[] {
  const own = {
    ...(tongue.language !== around.sheet.language && { language: languageOf(tongue) }),
  };
  return runs.flatMap(({ text, style, to, note }): ParagraphChild[] => {
    const look = {
      ...own,
      ...(tongue.direction === 'rtl' && isFromTheRight(text) && { rightToLeft: true }),
      ...(style === 'emphasis' && { italics: true, italicsComplexScript: true }),
      ...(style === 'strong' && { bold: true, boldComplexScript: true }),
      ...(style === 'added' && { underline: {}, color: '0B5C2E' }),
      ...(style === 'removed' && { strike: true, color: '8C1D18' }),
    };
    const children: ParagraphChild[] = [];
    if (text !== '' && to === undefined) children.push(new TextRun({ ...look, text }));
    else if (text !== '' && to !== undefined) {
      const words = [new TextRun({ ...look, text, style: 'Hyperlink' })];
      children.push(
        to.startsWith('#')
          ? new InternalHyperlink({ anchor: bookmarkOf(to.slice(1), around), children: words })
          : new ExternalHyperlink({ link: encodeURI(to), children: words }),
      );
    }
    if (note === undefined) return children;
    const number = Object.keys(around.footnotes).length + 1;
    around.footnotes[number] = { children: [paragraph(tongue, {}, [{ text: note }], around)] };
    return [...children, new FootnoteReferenceRun(number)];
  });
}

function paragraph(
  tongue: Tongue,
  options: IParagraphOptions,
  runs: SheetRuns,
  around: Around,
  before: readonly ParagraphChild[] = [],
): Paragraph {
  return new Paragraph({
    ...options,
    ...(tongue.direction === 'rtl' && { bidirectional: true }),
    children: [...before, ...runsIn(runs, tongue, around)],
  });
}

/** A dot is so many points wide. */
const dot = 3;

function codeOf(link: string): ImageRun {
  const data = encodeQR(link, 'gif', { ecc: 'medium', scale: 4, border: 2 });
  const wide = encodeQR(link, 'raw', { ecc: 'medium', border: 2 }).length * dot;
  return new ImageRun({
    type: 'gif',
    data,
    transformation: { width: wide, height: wide },
    altText: { name: link, title: link, description: link },
  });
}

/** How far in a provision stands: room for the labels above it and for its own. */
const insetOf = (depth: number, label: string, from: number): IParagraphOptions => {
  const step = twips(11);
  const level = from + Math.min(depth, 4) * step;
  return label === ''
    ? { indent: { start: level } }
    : {
        indent: { start: level + step, hanging: step },
        tabStops: [{ type: TabStopType.LEFT, position: level + step }],
      };
};

function tableOf(
  block: Extract<SheetBlock, { kind: 'table' }>,
  tongue: Tongue,
  around: Around,
): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    ...(tongue.direction === 'rtl' && { visuallyRightToLeft: true }),
    rows: block.rows.map(
      (row, at) =>
        new TableRow({
          ...(at === 0 && row.every(({ isHeader }) => isHeader) && { tableHeader: true }),
          children: row.map(
            ({ text, isHeader, columns, rows }) =>
              new TableCell({
                ...(columns > 1 && { columnSpan: columns }),
                ...(rows > 1 && { rowSpan: rows }),
                children: [
                  paragraph(tongue, {}, [{ text, ...(isHeader && { style: 'strong' }) }], around),
                ],
              }),
          ),
        }),
    ),
  });
}

/** A line to write on: a leader, since a border is drawn once for all paragraphs that have the same one. */
const blankLine = (tongue: Tongue): Paragraph =>
  new Paragraph({
    ...(tongue.direction === 'rtl' && { bidirectional: true }),
    spacing: { before: 300 },
    tabStops: [
      { type: TabStopType.RIGHT, position: twips(textWidth), leader: LeaderType.UNDERSCORE },
    ],
    children: [new TextRun('\t')],
  });

function blockIn(
  block: SheetBlock,
  around: Around,
  within: Tongue = around.sheet,
  style = 'Provision',
): (Paragraph | Table)[] {
  const tongue = block.tongue ?? within;
  const set = (options: IParagraphOptions, runs: SheetRuns, before: ParagraphChild[] = []) =>
    paragraph(tongue, options, runs, around, before);
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
      const mark = new Bookmark({ id: bookmarkOf(block.id, around), children: [] });
      return [set({ heading }, block.runs, [mark])];
    }
    case 'paragraph': {
      const looks = {
        formula: style,
        reference: 'QuoteSource',
        small: style === 'Quote' ? 'QuoteSource' : 'Small',
        caption: 'Caption',
      };
      return [set({ style: block.look === undefined ? style : looks[block.look] }, block.runs)];
    }
    case 'provision': {
      const { id, label, depth, runs } = block;
      const mark = id === null ? [] : [new Bookmark({ id: bookmarkOf(id, around), children: [] })];
      const rightToLeft = tongue.direction === 'rtl';
      const name =
        label === ''
          ? []
          : [new TextRun({ text: `${label}\t`, ...(rightToLeft && { rightToLeft }) })];
      return [
        set({ style, ...insetOf(depth, label, style === 'Quote' ? twips(quoteInset) : 0) }, runs, [
          ...mark,
          ...name,
        ]),
      ];
    }
    case 'list':
      return block.items.map((item) =>
        set({ numbering: { reference: block.isOrdered ? 'numbers' : 'dots', level: 0 } }, item),
      );
    case 'table':
      return [
        ...(block.caption === '' ? [] : [set({ style: 'Caption' }, [{ text: block.caption }])]),
        tableOf(block, tongue, around),
        new Paragraph({}),
      ];
    case 'quotation':
      return [
        ...block.blocks.flatMap((each) => blockIn(each, around, tongue, 'Quote')),
        paragraph(around.sheet, { style: 'QuoteSource', keepNext: true }, block.from, around),
        paragraph(
          around.sheet,
          { style: 'QuoteSource' },
          [{ text: block.link, to: block.link }],
          around,
          [codeOf(block.link), new TextRun({ text: '  ' })],
        ),
      ];
    case 'card':
      return [
        set({ keepNext: true, spacing: { before: 160 } }, [{ text: block.name, style: 'strong' }]),
        ...(block.detail === ''
          ? []
          : [set({ style: 'Small', keepNext: true }, [{ text: block.detail }])]),
        ...(block.text === '' ? [] : [set({ keepNext: true }, [{ text: block.text }])]),
        set(
          { style: 'Small' },
          [{ text: block.link, to: block.link }],
          [codeOf(block.link), new TextRun({ text: '  ' })],
        ),
      ];
    case 'question':
      return [
        set({ style: 'Question' }, [{ text: `${around.sheet.words.question}: ${block.text}` }]),
        ...block.answers.map((answer) => set({ keepNext: true }, [{ text: `\u2610  ${answer}` }])),
        ...Array.from({ length: block.lines }, () => blankLine(tongue)),
      ];
  }
}

const bullet = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => [
  {
    level: 0,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: twips(8), hanging: twips(5) } } },
  },
];

function documentOf(sheet: Sheet): Document {
  const around: Around = { sheet, footnotes: {}, bookmarks: new Map() };
  const children = [
    paragraph(
      sheet,
      { heading: HeadingLevel.TITLE, alignment: AlignmentType.START },
      [{ text: sheet.title }],
      around,
    ),
    ...sheet.lines.map((line) => paragraph(sheet, { style: 'Subtitle' }, [{ text: line }], around)),
  ];
  const body: (Paragraph | Table)[] = children;
  for (const block of sheet.blocks) body.push(...blockIn(block, around));
  if (sheet.colophon !== null) {
    const { title, lines } = sheet.colophon;
    body.push(paragraph(sheet, { heading: HeadingLevel.HEADING_1 }, [{ text: title }], around));
    for (const runs of lines) body.push(paragraph(sheet, { style: 'Small' }, runs, around));
  }
  const number = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
  });
  return new Document({
    title: sheet.title,
    creator: 'Recital',
    lastModifiedBy: 'Recital',
    styles: styles(sheet),
    footnotes: around.footnotes,
    numbering: {
      config: [
        { reference: 'dots', levels: bullet(LevelFormat.BULLET, '\u2022') },
        { reference: 'numbers', levels: bullet(LevelFormat.DECIMAL, '%1.') },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(textWidth + 2 * margin), height: twips(297) },
            margin: {
              top: twips(margin),
              bottom: twips(margin),
              left: twips(margin),
              right: twips(margin),
            },
          },
        },
        footers: { default: new Footer({ children: [number] }) },
        children: body,
      },
    ],
  });
}

/** A file for Word, in the styles that Word itself knows. All at once, so it belongs in a thread of its own. */
export async function docxOf(sheet: Sheet): Promise<Uint8Array> {
  return settled(await Packer.toBuffer(documentOf(sheet)));
}
