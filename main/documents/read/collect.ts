import type { Footnote, Table } from '../../contract/document.ts';
import type { Block } from './blocks.ts';
import type { ReadLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { repairLine } from './repair.ts';
import type { Warnings } from './warn.ts';

/** What a reader knows of a paragraph besides its words. */
export type Looks = Pick<Block, 'level' | 'depth' | 'isItalic' | 'isBold'>;

/** A note at another place. */
export const noteAt = ({ mark, text }: Footnote, at: number): Footnote => ({ mark, text, at });

/** A paragraph as its source has it: line breaks are "\n", notes stand in rising order of `at`. */
export interface RawParagraph extends Looks {
  readonly text: string;
  readonly notes: readonly Footnote[];
}

/** A label that opens an item: "a)", "(iv)", "2.", "1.2" with a tab, a dash or bullet. */
const labelAhead =
  /\n(?=\s*(?:\(?(?:[a-z]{1,2}|[ivx]{1,6}|\d{1,3})\)|\d{1,3}(?:\.\d{1,3}){0,4}\.?\t|[\u2022\u2013\u2014]\s))/g;

/** Gathers the blocks of a document in reading order, repaired as lines of text are, and counts them. */
export class BlockList {
  readonly #blocks: Block[] = [];
  readonly #warnings: Warnings;
  readonly #limits: ReadLimits;
  #line = 0;

  constructor(limits: ReadLimits, warnings: Warnings) {
    this.#limits = limits;
    this.#warnings = warnings;
  }

  get blocks(): readonly Block[] {
    return this.#blocks;
  }

  /** The number of the paragraph that is being read. */
  get line(): number {
    return this.#line + 1;
  }

  /** A line break before a label parts two paragraphs, since some write their lists so; any other is a space. */
  addParagraph(raw: RawParagraph): void {
    const { text, notes, ...looks } = raw;
    let start = 0;
    if (text.includes('\n')) {
      for (const { index } of text.matchAll(labelAhead)) {
        this.#addPiece(text.slice(start, index), notesWithin(notes, start, index, false), looks);
        start = index + 1;
      }
    }
    this.#addPiece(text.slice(start), notesWithin(notes, start, text.length, true), looks);
  }

  #addPiece(text: string, notes: readonly Footnote[], looks: Looks): void {
    const line = this.line;
    this.#line = line;
    if (notes.length === 0 && text.trim() === '') return;
    const draft = repairLine({ text, marks: notes }, line, this.#warnings);
    if (draft.text === '' && notes.length === 0) return;
    const footnotes = draft.marks.map(({ mark, at }, index) => ({
      mark,
      text: this.repairNote(notes[index]?.text ?? '', line),
      at,
    }));
    this.#push({ text: draft.text, footnotes, line, ...looks });
  }

  /** A note is a line of words like any other: the same repairs hold. */
  repairNote(text: string, line: number): string {
    return repairLine({ text: text.replaceAll('\t', ' '), marks: [] }, line, this.#warnings).text;
  }

  addTable(table: Table, footnotes: readonly Footnote[]): void {
    const line = this.line;
    this.#line = line;
    const repair = (text: string): string =>
      text
        .split('\n')
        .map((one) => repairLine({ text: one, marks: [] }, line, this.#warnings).text)
        .filter((one) => one !== '')
        .join('\n');
    this.#push({
      text: '',
      footnotes: footnotes.map(({ mark, text, at }) => ({
        mark,
        text: this.repairNote(text, line),
        at,
      })),
      line,
      table: {
        caption: repair(table.caption).replaceAll(/\s+/g, ' '),
        rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: repair(cell.text) }))),
      },
    });
  }

  addFigure(caption: string, footnotes: readonly Footnote[]): void {
    const line = this.line;
    this.#line = line;
    const words = repairLine({ text: caption, marks: [] }, line, this.#warnings).text;
    this.#push({ text: '', footnotes, line, figure: { caption: words.replaceAll('\t', ' ') } });
  }

  #push(block: Block): void {
    if (this.#blocks.length >= this.#limits.maxBlocks) {
      throw new Refusal(
        'too-large',
        `is too large: it holds more than ${this.#limits.maxBlocks} paragraphs`,
      );
    }
    this.#blocks.push(block);
  }
}

function notesWithin(
  notes: readonly Footnote[],
  start: number,
  end: number,
  isLast: boolean,
): readonly Footnote[] {
  if (notes.length === 0) return notes;
  return notes
    .filter(({ at }) => at >= start && (at < end || (at === end && (isLast || at > start))))
    .map((note) => noteAt(note, note.at - start));
}
