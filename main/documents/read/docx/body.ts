import type { Footnote } from '../../../contract/document.ts';
import { captionOfStyle, notesOf, wordsOf, type Item } from '../captions.ts';
import { noteAt } from '../collect.ts';
import { spanOf, TableBuilder } from '../table.ts';
import type { Warnings } from '../warn.ts';
import { attribute, readXml, type ElementRule } from '../xml.ts';
import type { Numbering } from './numbering.ts';
import { isOn, levelOf, valOf, type Style } from './styles.ts';
import { printSymbol } from './symbols.ts';

/** What the body refers to. */
export interface Surroundings {
  readonly styles: ReadonlyMap<string, Style>;
  readonly numbering: Numbering;
  readonly footnotes: ReadonlyMap<string, string>;
  readonly endnotes: ReadonlyMap<string, string>;
  readonly warnings: Warnings;
  readonly maxDepth: number;
  /** The line of the paragraph that is being read, for warnings; null in a note. */
  readonly lineNow: () => number | null;
}

interface Note extends Footnote {
  readonly hasOwnMark: boolean;
}

interface Paragraph {
  text: string;
  notes: Note[];
  style: string;
  level: number | undefined;
  list: string | undefined;
  listLevel: number | undefined;
  /** Its mark was deleted in a tracked change: it goes on in the next one. */
  joinsNext: boolean;
  hasHidden: boolean;
  hasItalic: boolean;
  hasUpright: boolean;
  hasBold: boolean;
  hasLight: boolean;
  /** Text boxes stand behind the paragraph that holds their anchor. */
  boxed: Item[];
}

interface Run {
  style: string;
  isBold: boolean | undefined;
  isItalic: boolean | undefined;
  isHidden: boolean | undefined;
  /** A footnote whose mark is the words of this run. */
  ownMark: Note | null;
}

interface OpenTable {
  readonly builder: TableBuilder;
  readonly notes: Footnote[];
  readonly items: Item[];
  cells: number;
  rows: number;
  skippedColumns: number;
  isHeader: boolean;
  isDeleted: boolean;
  row: Cell[];
  cell: Cell;
}

interface Cell {
  columns: number;
  merge: 'begins' | 'goes-on' | undefined;
  items: Item[];
}

const newParagraph = (): Paragraph => ({
  text: '',
  notes: [],
  style: '',
  level: undefined,
  list: undefined,
  listLevel: undefined,
  joinsNext: false,
  hasHidden: false,
  hasItalic: false,
  hasUpright: false,
  hasBold: false,
  hasLight: false,
  boxed: [],
});

const newRun = (): Run => ({
  style: '',
  isBold: undefined,
  isItalic: undefined,
  isHidden: undefined,
  ownMark: null,
});

const newCell = (): Cell => ({ columns: 1, merge: undefined, items: [] });

/** A mark that was typed by hand is typed before the note's text, too. */
function finished({ mark, text, at, hasOwnMark }: Note): Footnote {
  const rest = hasOwnMark && text.startsWith(mark) ? text.slice(mark.length) : '';
  return { mark, text: /^\s/.test(rest) ? rest.trim() : text, at };
}

const skip: ElementRule = { isSkipped: true };

/**
 * Reads a part of a WordprocessingML document in one pass and gives each paragraph and table of it to `onItem` in
 * reading order. Tracked changes are taken as accepted; deleted and hidden words, comments and field codes are left out.
 * `onNote` is told where a footnote or endnote begins, in the parts that hold them.
 */
export function readBody(
  source: string,
  around: Surroundings,
  onItem: (item: Item) => void,
  onNote?: (id: string) => void,
): void {
  const { styles, numbering, warnings, lineNow } = around;
  let paragraph = newParagraph();
  let run = newRun();
  let inProperties = false;
  let inRowProperties = false;
  /** For each field that is open, whether its code (and not its result) is being read. */
  let fields: boolean[] = [];
  const tables: OpenTable[] = [];
  const boxes: {
    paragraph: Paragraph;
    run: Run;
    fields: boolean[];
    items: Item[];
    tableCount: number;
  }[] = [];
  const counts = { footnotes: 0, endnotes: 0 };

  const isCode = (): boolean => fields.includes(true);

  /** Where finished items go: the innermost cell, text box, or the document. */
  const put = (item: Item): void => {
    const table = tables.at(-1);
    const box = boxes.at(-1);
    if (table !== undefined && tables.length > (box?.tableCount ?? 0)) table.cell.items.push(item);
    else if (box !== undefined) box.items.push(item);
    else onItem(item);
  };

  const takeWords = (words: string): void => {
    if (isCode()) return;
    const styleOfRun = run.style === '' ? undefined : styles.get(run.style);
    const style = styles.get(paragraph.style);
    if (run.isHidden ?? styleOfRun?.isHidden ?? style?.isHidden ?? false) {
      paragraph.hasHidden = true;
      return;
    }
    if (run.ownMark !== null) {
      const { ownMark } = run;
      paragraph.notes[paragraph.notes.indexOf(ownMark)] = run.ownMark = {
        ...ownMark,
        mark: ownMark.mark + words.trim(),
      };
      return;
    }
    paragraph.text += words.includes('\u00ad') ? words.replaceAll('\u00ad', '') : words;
    if (words.trim() === '') return;
    if (run.isItalic ?? styleOfRun?.isItalic ?? style?.isItalic ?? false)
      paragraph.hasItalic = true;
    else paragraph.hasUpright = true;
    if (run.isBold ?? styleOfRun?.isBold ?? style?.isBold ?? false) paragraph.hasBold = true;
    else paragraph.hasLight = true;
  };

  const takeNote = (attributes: string, kind: 'footnotes' | 'endnotes'): void => {
    if (isCode()) return;
    const text = around[kind].get(attribute(attributes, 'w:id') ?? '') ?? '';
    const hasOwnMark = /^(?:1|true|on)$/.test(attribute(attributes, 'w:customMarkFollows') ?? '');
    if (!hasOwnMark) counts[kind] += 1;
    const note = {
      mark: hasOwnMark ? '' : String(counts[kind]),
      text,
      at: paragraph.text.length,
      hasOwnMark,
    };
    paragraph.notes.push(note);
    if (hasOwnMark) run.ownMark = note;
  };

  const finishParagraph = (): void => {
    if (paragraph.joinsNext) {
      // The next paragraph's own properties hold for both.
      paragraph = {
        ...newParagraph(),
        text: paragraph.text,
        notes: paragraph.notes,
        boxed: paragraph.boxed,
      };
      return;
    }
    const done = paragraph;
    paragraph = newParagraph();
    const notes = done.notes.map(finished);
    if (done.hasHidden) {
      warnings.add('hidden-text', 'Words that are formatted as hidden are left out.', lineNow());
    }
    const style = styles.get(done.style) ?? styles.get('');
    const styleName = style?.name ?? '';
    if (/^(?:toc \d|table of figures)$/i.test(styleName)) {
      if (done.text.trim() !== '') {
        warnings.add(
          'contents-left-out',
          'A line of the table of contents is left out.',
          lineNow(),
        );
      }
    } else {
      const level = (done.level ?? style?.level ?? 0) || undefined;
      const list = done.list ?? style?.list;
      const listLevel =
        done.listLevel ?? numbering.levelOfStyle(done.style) ?? style?.listLevel ?? 0;
      const isListed = list !== undefined && list !== '0';
      const label = isListed ? numbering.next(list, listLevel) : null;
      const hasWords = done.text.trim() !== '';
      const before = label === null || !hasWords ? '' : `${label}\t`;
      const caption = captionOfStyle(styleName, done.text);
      put({
        kind: 'paragraph',
        ...(caption !== undefined && { caption }),
        paragraph: {
          text: before + done.text,
          notes: before === '' ? notes : notes.map((note) => noteAt(note, note.at + before.length)),
          ...(level !== undefined && { level }),
          ...(isListed && level === undefined && { depth: listLevel + 1 }),
          isItalic: done.hasItalic && !done.hasUpright,
          isBold: done.hasBold && !done.hasLight,
        },
      });
    }
    for (const item of done.boxed) put(item);
  };

  const finishRow = (table: OpenTable): void => {
    if (table.isDeleted) return;
    table.rows += 1;
    const isLookedHeader =
      table.rows === 1 &&
      table.row.length > 1 &&
      table.row.every(({ items }) =>
        items.every(
          (item) =>
            item.kind === 'paragraph' &&
            (item.paragraph.isBold === true || item.paragraph.text.trim() === ''),
        ),
      );
    table.builder.startRow(table.skippedColumns);
    for (const { columns, merge, items } of table.row) {
      table.cells += 1;
      for (const one of items) table.items.push(one);
      for (const one of notesOf(items)) table.notes.push(one);
      table.builder.addCell({
        text: wordsOf(items),
        isHeader: table.isHeader || isLookedHeader,
        columns,
        ...(merge !== undefined && { merge }),
      });
    }
  };

  const finishTable = (table: OpenTable): void => {
    // A table of one cell is a frame around its words.
    if (table.cells === 1) for (const item of table.items) put(item);
    else if (!table.builder.isEmpty) {
      put({ kind: 'table', table: table.builder.build(), notes: table.notes });
    }
  };

  const onTable =
    (change: (table: OpenTable, attributes: string) => void) => (attributes: string) => {
      const table = tables.at(-1);
      if (table !== undefined) change(table, attributes);
    };
  const onRun = (change: (attributes: string) => void): ElementRule => ({
    open(attributes) {
      if (!inProperties) change(attributes);
    },
  });
  const words = (text: string): ElementRule => ({ open: () => takeWords(text) });
  const sign = (text: string): ElementRule => ({
    open() {
      if (!isCode() && run.ownMark === null) paragraph.text += text;
    },
  });
  /** Deleted words; in the properties of a paragraph's mark or of a row, that the mark or row is deleted. */
  const deletion: ElementRule = {
    open() {
      const table = tables.at(-1);
      if (inProperties) paragraph.joinsNext = true;
      else if (inRowProperties && table !== undefined) table.isDeleted = true;
      return true;
    },
  };

  const rules = new Map<string, ElementRule>([
    ['w:t', { hasText: true }],
    ['m:t', { hasText: true }],
    ['m:r', { open: () => void (run = newRun()) }],
    ['w:p', { open: () => void (run = newRun()), close: finishParagraph }],
    ['w:pPr', { open: () => void (inProperties = true), close: () => void (inProperties = false) }],
    ['w:pStyle', { open: (attributes) => void (paragraph.style = valOf(attributes)) }],
    ['w:outlineLvl', { open: (attributes) => void (paragraph.level = levelOf(valOf(attributes))) }],
    ['w:numId', { open: (attributes) => void (paragraph.list = valOf(attributes)) }],
    ['w:ilvl', { open: (attributes) => void (paragraph.listLevel = Number(valOf(attributes))) }],
    ['w:r', { open: () => void (run = newRun()) }],
    ['w:rStyle', onRun((attributes) => (run.style = valOf(attributes)))],
    ['w:b', onRun((attributes) => (run.isBold = isOn(attributes)))],
    ['w:i', onRun((attributes) => (run.isItalic = isOn(attributes)))],
    ['w:vanish', onRun((attributes) => (run.isHidden = isOn(attributes)))],
    ['w:tab', onRun(() => takeSpace('\t'))],
    ['w:ptab', sign('\t')],
    ['w:br', sign('\n')],
    ['w:cr', sign('\n')],
    ['w:noBreakHyphen', words('\u2011')],
    [
      'w:sym',
      {
        open(attributes) {
          const code = Number.parseInt(attribute(attributes, 'w:char') ?? '', 16);
          if (code > 0 && code < 0xffff)
            takeWords(printSymbol(attribute(attributes, 'w:font') ?? '', code));
        },
      },
    ],
    ['w:footnoteReference', { open: (attributes) => takeNote(attributes, 'footnotes') }],
    ['w:endnoteReference', { open: (attributes) => takeNote(attributes, 'endnotes') }],
    [
      'w:fldChar',
      {
        open(attributes) {
          const kind = attribute(attributes, 'w:fldCharType');
          if (kind === 'begin') fields.push(true);
          else if (kind === 'separate' && fields.length > 0) fields[fields.length - 1] = false;
          else if (kind === 'end') fields.pop();
        },
      },
    ],
    ['w:del', deletion],
    ['w:moveFrom', deletion],
    [
      'w:trPr',
      { open: () => void (inRowProperties = true), close: () => void (inRowProperties = false) },
    ],
    [
      'w:tbl',
      {
        open: () =>
          void tables.push({
            builder: new TableBuilder(),
            notes: [],
            items: [],
            cells: 0,
            rows: 0,
            skippedColumns: 0,
            isHeader: false,
            isDeleted: false,
            row: [],
            cell: newCell(),
          }),
        close() {
          const table = tables.pop();
          if (table !== undefined) finishTable(table);
        },
      },
    ],
    [
      'w:tr',
      {
        open: onTable((table) => {
          table.row = [];
          table.isHeader = false;
          table.isDeleted = false;
          table.skippedColumns = 0;
        }),
        close() {
          const table = tables.at(-1);
          if (table !== undefined) finishRow(table);
        },
      },
    ],
    ['w:tblHeader', { open: onTable((table, attributes) => (table.isHeader = isOn(attributes))) }],
    [
      'w:gridBefore',
      { open: onTable((table, attributes) => (table.skippedColumns = spanOf(valOf(attributes)))) },
    ],
    [
      'w:tc',
      {
        open: onTable((table) => {
          table.cell = newCell();
          table.row.push(table.cell);
        }),
      },
    ],
    [
      'w:gridSpan',
      { open: onTable(({ cell }, attributes) => (cell.columns = spanOf(valOf(attributes)))) },
    ],
    [
      'w:vMerge',
      {
        open: onTable(({ cell }, attributes) => {
          cell.merge = valOf(attributes) === 'restart' ? 'begins' : 'goes-on';
        }),
      },
    ],
    [
      'w:txbxContent',
      {
        open() {
          boxes.push({ paragraph, run, fields, items: [], tableCount: tables.length });
          paragraph = newParagraph();
          fields = [];
        },
        close() {
          const box = boxes.pop();
          if (box === undefined) return;
          ({ paragraph, run, fields } = box);
          for (const one of box.items) paragraph.boxed.push(one);
        },
      },
    ],
    ['w:footnote', { open: (attributes) => startNote(attributes) }],
    ['w:endnote', { open: (attributes) => startNote(attributes) }],
    ['mc:Fallback', skip],
    ['w:sdtPr', skip],
    ['w:rt', skip],
    ['w:pPrChange', skip],
    ['w:rPrChange', skip],
    ['w:tcPrChange', skip],
    ['w:trPrChange', skip],
    ['w:tblPrChange', skip],
    ['w:tblPrExChange', skip],
    ['w:sectPr', skip],
    ['w:tabs', skip],
    ['w:tblPr', skip],
    ['w:tblGrid', skip],
  ]);

  function takeSpace(space: string): void {
    if (!isCode() && run.ownMark === null) paragraph.text += space;
  }
  function startNote(attributes: string): boolean {
    const type = attribute(attributes, 'w:type') ?? 'normal';
    if (type !== 'normal') return true;
    onNote?.(attribute(attributes, 'w:id') ?? '');
    return false;
  }
  readXml(source, rules, takeWords, around.maxDepth);
}
