import type { Table } from '../../contract/document.ts';

type Draft = { text: string; isHeader: boolean; columns: number; rows: number };

/** More columns than any page can print; what asks for more is cut to it (HTML's own limit, too). */
const mostColumns = 1000;

/** A span as a file has it, as a number that makes sense. */
export const spanOf = (value: string | null): number => {
  const span = value === null ? 1 : Number.parseInt(value, 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), mostColumns) : 1;
};

/** A cell as it is read. `merge`: whether it begins a cell that goes on in the rows below, or goes on from above. */
export interface NewCell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly columns: number;
  /** How many rows it says that it spans. */
  readonly rows?: number;
  readonly merge?: 'begins' | 'goes-on';
}

/** Lays cells into rows, and joins those that are merged downwards. */
export class TableBuilder {
  readonly #rows: Draft[][] = [];
  /** By their first column, the cells that may go on in the next row. */
  #open = new Map<number, Draft>();
  #column = 0;
  caption = '';

  startRow(skippedColumns = 0): void {
    this.#rows.push([]);
    this.#column = skippedColumns;
  }

  addCell(cell: NewCell): void {
    const { text, isHeader, columns, rows = 1, merge } = cell;
    const column = this.#column;
    this.#column += columns;
    const above = this.#open.get(column);
    if (merge === 'goes-on' && above !== undefined) {
      above.rows += 1;
      if (text !== '') above.text = above.text === '' ? text : `${above.text}\n${text}`;
      return;
    }
    const draft = { text, isHeader, columns, rows };
    if (merge === undefined) this.#open.delete(column);
    else this.#open.set(column, draft);
    this.#rows.at(-1)?.push(draft);
  }

  get isEmpty(): boolean {
    return this.#rows.every((row) => row.every(({ text }) => text.trim() === ''));
  }

  /** Spans never reach below the last row. */
  build(): Table {
    const rows = this.#rows.map((row, index) =>
      row.map((cell) => ({ ...cell, rows: Math.min(cell.rows, this.#rows.length - index) })),
    );
    return { caption: this.caption, rows };
  }
}
