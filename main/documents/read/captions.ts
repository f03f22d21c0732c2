import type { Footnote, Table } from '../../contract/document.ts';
import { noteAt, type BlockList, type RawParagraph } from './collect.ts';

export type CaptionKind = 'table' | 'figure';

/** What the body of a document is made of, before captions find their tables. */
export type Item =
  | { readonly kind: 'paragraph'; readonly paragraph: RawParagraph; readonly caption?: CaptionKind }
  | { readonly kind: 'table'; readonly table: Table; readonly notes: readonly Footnote[] };

/** The words of items, a paragraph a line; what a cell or a note holds. */
export function wordsOf(items: readonly Item[]): string {
  return items
    .map((item) =>
      item.kind === 'paragraph'
        ? item.paragraph.text
        : item.table.rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n'),
    )
    .filter((text) => text.trim() !== '')
    .join('\n');
}

/** Their footnotes; in a cell they have no place of their own in the text. */
export const notesOf = (items: readonly Item[]): readonly Footnote[] =>
  items.flatMap((item) =>
    (item.kind === 'paragraph' ? item.paragraph.notes : item.notes).map((note) => noteAt(note, 0)),
  );

const tableWord = /^\s*(?:table|tableau|tabla|cuadro|таблица|表|جدول|الجدول)/iu;

/** Whether a style is one of captions: Word's own, LibreOffice's, and those of the Union's templates. */
export function captionOfStyle(style: string, text: string): CaptionKind | undefined {
  if (/^table(?:[_ ]?(?:no|title))?$/i.test(style)) return 'table';
  if (/^(?:figure(?:[_ ]?(?:no|title))?|illustration|drawing)$/i.test(style)) return 'figure';
  if (/^(?:caption|légende|leyenda|epígrafe)$/i.test(style))
    return tableWord.test(text) ? 'table' : 'figure';
  return undefined;
}

interface HeldTable {
  table: Table;
  notes: readonly Footnote[];
}

/**
 * Puts items into a list of blocks. The caption of a table stands above it, or else below; a number and a title in
 * paragraphs of their own are one caption. Captions of figures become figures, since figures are not kept.
 */
export class Captioner {
  readonly #list: BlockList;
  #held: HeldTable | null = null;
  #captions: { kind: CaptionKind; parts: RawParagraph[] } | null = null;

  constructor(list: BlockList) {
    this.#list = list;
  }

  add(item: Item): void {
    if (item.kind === 'table') {
      const caption = this.#captions?.kind === 'table' ? this.#takeCaption() : null;
      this.flush();
      const { table } = item;
      this.#held = {
        table: caption === null ? table : { ...table, caption: caption.text },
        notes: caption === null ? item.notes : [...caption.notes, ...item.notes],
      };
      return;
    }
    const { paragraph, caption } = item;
    if (caption !== undefined && paragraph.text.trim() === '' && paragraph.notes.length === 0)
      return;
    if (caption === undefined) {
      if (paragraph.text.trim() === '' && paragraph.notes.length === 0 && this.#captions !== null)
        return;
      this.flush();
      this.#list.addParagraph(paragraph);
      return;
    }
    const isTitle =
      this.#captions?.kind === caption &&
      this.#captions.parts.length === 1 &&
      isNumberAlone(this.#captions.parts[0]?.text ?? '');
    if (isTitle) this.#captions?.parts.push(paragraph);
    else {
      if (this.#captions !== null) this.flush();
      this.#captions = { kind: caption, parts: [paragraph] };
    }
  }

  /** What still waits, in its order. */
  flush(): void {
    const kind = this.#captions?.kind;
    const caption = this.#takeCaption();
    const held = this.#held;
    this.#held = null;
    const isBelow = kind === 'table' && held !== null && held.table.caption === '';
    if (held !== null) {
      this.#list.addTable(
        isBelow && caption !== null ? { ...held.table, caption: caption.text } : held.table,
        isBelow && caption !== null ? [...held.notes, ...caption.notes] : held.notes,
      );
    }
    if (caption === null || isBelow) return;
    if (kind === 'figure') this.#list.addFigure(caption.text, caption.notes);
    else this.#list.addParagraph(caption);
  }

  #takeCaption(): RawParagraph | null {
    const parts = this.#captions?.parts ?? [];
    this.#captions = null;
    if (parts.length === 0) return null;
    return {
      text: parts.map(({ text }) => text.trim()).join(' \u2013 '),
      notes: parts.flatMap(({ notes }) => notes.map((note) => noteAt(note, 0))),
    };
  }
}

/** "TABLE 1", "Figure 3-2": its title stands in the next paragraph. */
const isNumberAlone = (text: string): boolean =>
  /^\s*[\p{L}.]{1,12}\s{0,3}[\p{N}A-Z][\p{N}.\-\u2011\u2013/A-Z]{0,10}\s*$/u.test(text);
