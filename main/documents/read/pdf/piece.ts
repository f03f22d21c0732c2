import type { Line } from './line.ts';
import type { Paragraph } from './paragraph.ts';
import type { PlacedTable } from './table.ts';

/** What the text of a document consists of before it is words. */
export type Piece = Paragraph | PlacedTable;

export const isTable = (item: Line | Piece): item is PlacedTable => 'rows' in item;

/** What a footnote is found by: marks begin anew on every page. */
export const noteKey = (page: number, mark: string): string => `${page} ${mark}`;
