import type { Footnote } from '../../../contract/document.ts';
import { captionOfStyle, notesOf, wordsOf, type Item } from '../captions.ts';
import { noteAt } from '../collect.ts';
import { spanOf, TableBuilder } from '../table.ts';
import type { Warnings } from '../warn.ts';
import { attribute, type ElementRule } from '../xml.ts';
import { countItem, type Counters } from './lists.ts';
import type { OdtStyle, OdtStyles } from './styles.ts';

interface Paragraph {
  text: string;
  readonly notes: Footnote[];
  readonly style: OdtStyle | undefined;
  readonly level: number | undefined;
  readonly depth: number;
  readonly label: string;
  readonly boxed: Item[];
  hasHidden: boolean;
  hasItalic: boolean;
  hasUpright: boolean;
  hasBold: boolean;
  hasLight: boolean;
}

interface OpenList {
  readonly counters: Counters;
  /** Whether the item that is open still waits for the paragraph that bears its label. */
  isWaiting: boolean;
  start: number | null;
}

interface OpenTable {
  readonly builder: TableBuilder;
  readonly notes: Footnote[];
  isHeader: boolean;
  cells: number;
  readonly items: Item[];
  cell: { items: Item[]; columns: number; rows: number };
}

/** What stands inside a note or text box is gathered apart from the paragraph around it. */
interface Aside {
  readonly paragraph: Paragraph | null;
  readonly spans: (OdtStyle | undefined)[];
  readonly lists: OpenList[];
  readonly tableCount: number;
  readonly items: Item[];
  mark: string;
}

/**
 * The rules that read the body of an OpenDocument text in one pass, giving each paragraph and table to `onItem` in reading
 * order. What tracked changes deleted stands apart in such files and is passed over.
 */
export function bodyRules(
  styles: OdtStyles,
  warnings: Warnings,
  lineNow: () => number,
  onItem: (item: Item) => void,
): { readonly rules: Map<string, ElementRule>; readonly onText: (text: string) => void } {
  let paragraph: Paragraph | null = null;
  let spans: (OdtStyle | undefined)[] = [];
  let lists: OpenList[] = [];
  let inCitation = false;
  const tables: OpenTable[] = [];
  const asides: Aside[] = [];
  const byId = new Map<string, Counters>();
  const byStyle = new Map<string, Counters>();
  const outline: Counters = { style: styles.outline, values: [] };

  const put = (item: Item): void => {
    const aside = asides.at(-1);
    if (tables.length > (aside?.tableCount ?? 0)) tables.at(-1)?.cell.items.push(item);
    else if (aside === undefined) onItem(item);
    else aside.items.push(item);
  };

  const onText = (raw: string): void => {
    const aside = asides.at(-1);
    if (inCitation && aside !== undefined) {
      aside.mark += raw.trim();
      return;
    }
    if (paragraph === null) return;
    const words = raw.replaceAll('\u00ad', '').replaceAll(/[\t\n\r ]+/g, ' ');
    const given = (key: 'isBold' | 'isItalic' | 'isHidden'): boolean =>
      spans.findLast((span) => span?.[key] !== undefined)?.[key] ??
      paragraph?.style?.[key] ??
      false;
    if (given('isHidden')) {
      paragraph.hasHidden = true;
      return;
    }
    paragraph.text += words;
    if (words.trim() === '') return;
    if (given('isItalic')) paragraph.hasItalic = true;
    else paragraph.hasUpright = true;
    if (given('isBold')) paragraph.hasBold = true;
    else paragraph.hasLight = true;
  };

  const startParagraph = (attributes: string, isHeading: boolean): void => {
    const style = styles.of('paragraph', attribute(attributes, 'text:style-name') ?? '');
    const outlineLevel = Number(attribute(attributes, 'text:outline-level') ?? 1);
    const list = lists.at(-1);
    let label = '';
    if (list !== undefined) {
      if (list.isWaiting) label = countItem(list.counters, lists.length, list.start);
      list.isWaiting = false;
      list.start = null;
    } else if (isHeading && attribute(attributes, 'text:is-list-header') !== 'true') {
      label = countItem(outline, outlineLevel, null);
    }
    const isTitle = /^title$/i.test(style?.name ?? '');
    paragraph = {
      text: '',
      notes: [],
      style,
      level: isHeading ? Math.min(Math.max(outlineLevel, 1), 6) : isTitle ? 1 : undefined,
      depth: lists.length,
      label,
      boxed: [],
      hasHidden: false,
      hasItalic: false,
      hasUpright: false,
      hasBold: false,
      hasLight: false,
    };
    spans = [];
  };

  const finishParagraph = (): void => {
    const done = paragraph;
    paragraph = null;
    if (done === null) return;
    if (done.hasHidden) {
      warnings.add('hidden-text', 'Words that are formatted as hidden are left out.', lineNow());
    }
    const { text, notes, level, depth, label } = done;
    const before = label === '' || text.trim() === '' ? '' : `${label}\t`;
    const caption = captionOfStyle(done.style?.name ?? '', text);
    put({
      kind: 'paragraph',
      ...(caption !== undefined && { caption }),
      paragraph: {
        text: before + text,
        notes: notes.map((note) => noteAt(note, note.at + before.length)),
        ...(level !== undefined && { level }),
        ...(level === undefined && depth > 0 && { depth }),
        isItalic: done.hasItalic && !done.hasUpright,
        isBold: done.hasBold && !done.hasLight,
      },
    });
    for (const item of done.boxed) put(item);
  };

  const openAside = (): void => {
    asides.push({ paragraph, spans, lists, tableCount: tables.length, items: [], mark: '' });
    paragraph = null;
    spans = [];
    lists = [];
  };
  const closeAside = (): Aside | undefined => {
    const aside = asides.pop();
    if (aside !== undefined) ({ paragraph, spans, lists } = aside);
    return aside;
  };

  const countersFor = (attributes: string): Counters => {
    const above = lists.at(-1);
    const name = attribute(attributes, 'text:style-name');
    if (above !== undefined && (name === null || styles.lists.get(name) === above.counters.style)) {
      return above.counters;
    }
    const id = attribute(attributes, 'xml:id');
    const earlier =
      byId.get(attribute(attributes, 'text:continue-list') ?? '') ??
      (attribute(attributes, 'text:continue-numbering') === 'true'
        ? byStyle.get(name ?? '')
        : undefined);
    const counters = earlier ?? { style: styles.lists.get(name ?? '') ?? new Map(), values: [] };
    if (id !== null) byId.set(id, counters);
    byStyle.set(name ?? '', counters);
    return counters;
  };

  const finishTable = (): void => {
    const table = tables.pop();
    if (table === undefined) return;
    // A table of one cell is a frame around its words.
    if (table.cells === 1) for (const item of table.items) put(item);
    else if (!table.builder.isEmpty)
      put({ kind: 'table', table: table.builder.build(), notes: table.notes });
  };

  const span: ElementRule = {
    hasText: true,
    open: (attributes) =>
      void spans.push(styles.of('text', attribute(attributes, 'text:style-name') ?? '')),
    close: () => void spans.pop(),
  };
  const field: ElementRule = { hasText: true };
  const skip: ElementRule = { isSkipped: true };
  const contents: ElementRule = {
    open() {
      warnings.add('contents-left-out', 'The table of contents or index is left out.', lineNow());
      return true;
    },
  };
  const add = (text: string): void => {
    if (paragraph !== null) paragraph.text += text;
  };
  const item = (hasLabel: boolean): ElementRule => ({
    open(attributes) {
      const list = lists.at(-1);
      if (list === undefined) return;
      const start = attribute(attributes, 'text:start-value');
      list.isWaiting = hasLabel;
      list.start = start === null ? null : Number(start);
    },
    close() {
      const list = lists.at(-1);
      if (list !== undefined) list.isWaiting = false;
    },
  });

  const rules = new Map<string, ElementRule>([
    [
      'text:p',
      {
        hasText: true,
        open: (attributes) => startParagraph(attributes, false),
        close: finishParagraph,
      },
    ],
    [
      'text:h',
      {
        hasText: true,
        open: (attributes) => startParagraph(attributes, true),
        close: finishParagraph,
      },
    ],
    ['text:span', span],
    ['text:a', field],
    ['text:meta', field],
    ['text:ruby-base', field],
    ...[
      'sequence',
      'sequence-ref',
      'bookmark-ref',
      'reference-ref',
      'note-ref',
      'title',
      'subject',
      'date',
      'time',
    ]
      .concat(
        'user-field-get',
        'variable-get',
        'variable-set',
        'expression',
        'text-input',
        'placeholder',
      )
      .map((name): [string, ElementRule] => [`text:${name}`, field]),
    ['text:tab', { open: () => add('\t') }],
    ['text:line-break', { open: () => add('\n') }],
    ['text:s', { open: () => add(' ') }],
    [
      'text:list',
      {
        open: (attributes) =>
          void lists.push({ counters: countersFor(attributes), isWaiting: false, start: null }),
        close: () => void lists.pop(),
      },
    ],
    ['text:list-item', item(true)],
    ['text:list-header', item(false)],
    [
      'text:note',
      {
        open: openAside,
        close() {
          const aside = closeAside();
          if (aside === undefined || paragraph === null) return;
          const text = wordsOf(aside.items);
          paragraph.notes.push({ mark: aside.mark, text, at: paragraph.text.length });
        },
      },
    ],
    [
      'text:note-citation',
      {
        hasText: true,
        open: () => void (inCitation = true),
        close: () => void (inCitation = false),
      },
    ],
    [
      'draw:text-box',
      {
        open: openAside,
        close() {
          const aside = closeAside();
          for (const one of aside?.items ?? []) {
            if (paragraph === null) put(one);
            else paragraph.boxed.push(one);
          }
        },
      },
    ],
    [
      'table:table',
      {
        open: () =>
          void tables.push({
            builder: new TableBuilder(),
            notes: [],
            isHeader: false,
            cells: 0,
            items: [],
            cell: { items: [], columns: 1, rows: 1 },
          }),
        close: finishTable,
      },
    ],
    [
      'table:table-header-rows',
      {
        open: () => setHeader(true),
        close: () => setHeader(false),
      },
    ],
    ['table:table-row', { open: () => tables.at(-1)?.builder.startRow() }],
    [
      'table:table-cell',
      {
        open(attributes) {
          const table = tables.at(-1);
          if (table === undefined) return;
          table.cell = {
            items: [],
            columns: spanOf(attribute(attributes, 'table:number-columns-spanned')),
            rows: spanOf(attribute(attributes, 'table:number-rows-spanned')),
          };
        },
        close() {
          const table = tables.at(-1);
          if (table === undefined) return;
          const { items, columns, rows } = table.cell;
          table.cells += 1;
          for (const one of items) table.items.push(one);
          for (const one of notesOf(items)) table.notes.push(one);
          table.builder.addCell({ text: wordsOf(items), isHeader: table.isHeader, columns, rows });
        },
      },
    ],
    ['text:table-of-content', contents],
    ['text:illustration-index', contents],
    ['text:table-index', contents],
    ['text:alphabetical-index', contents],
    [
      'text:section',
      {
        open(attributes) {
          if (attribute(attributes, 'text:display') !== 'none') return false;
          warnings.add(
            'hidden-text',
            'A section that is formatted as hidden is left out.',
            lineNow(),
          );
          return true;
        },
      },
    ],
    ['text:tracked-changes', skip],
    ['office:annotation', skip],
    ['text:ruby-text', skip],
    ['office:forms', skip],
    ['text:sequence-decls', skip],
    ['table:covered-table-cell', skip],
  ]);

  function setHeader(isHeader: boolean): void {
    const table = tables.at(-1);
    if (table !== undefined) table.isHeader = isHeader;
  }
  return { rules, onText };
}
