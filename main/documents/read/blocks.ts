import type { Figure, Footnote, Table } from '../../contract/document.ts';

/**
 * One paragraph, table or figure of a source, in reading order, whatever its format: the one shape between readers
 * and parsers. A tab in `text` parts a label from its words, also where the source numbers its lists by itself: the
 * reader writes the label that people see. `footnotes` stand at their offsets in `text`. `text` is empty for a table
 * or figure.
 */
export interface Block {
  readonly text: string;
  readonly footnotes: readonly Footnote[];
  /** The line, or in a format without lines the paragraph; counts from 1. */
  readonly line: number;
  /** Counts from 1; left out where the format has no pages. */
  readonly page?: number;
  /** 1 to 6 where the source says, or its look shows, that this is a heading; left out else. */
  readonly level?: number;
  /** How deep in a list, 1 for its outermost items; left out for what is no list item. */
  readonly depth?: number;
  /** Whether all of it is set so; left out where the source cannot say. */
  readonly isItalic?: boolean;
  readonly isBold?: boolean;
  readonly table?: Table;
  readonly figure?: Figure;
}

/** What a reader makes of a file. `title` is what the file itself says it is called; null where it says nothing. */
export interface ReadSource {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  /** The language that the file itself names, a BCP 47 tag as it stands there; left out or null where it names none. */
  readonly language?: string | null;
}
