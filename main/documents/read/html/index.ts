import type { ReadSource } from '../blocks.ts';
import { Captioner, captionOfStyle } from '../captions.ts';
import { BlockList, noteAt } from '../collect.ts';
import type { ReadLimits } from '../limits.ts';
import { TableBuilder } from '../table.ts';
import type { Warnings } from '../warn.ts';
import { Footnotes } from './footnotes.ts';
import { readPage, type Grid, type GridCell, type Piece, type Region } from './page.ts';

function lengthOf(piece: Piece): number {
  if (piece.kind === 'words') return piece.text.length;
  const cells = piece.rows.flatMap((row) => row.cells as readonly GridCell[]);
  return cells.reduce(
    (sum, cell) => sum + cell.pieces.reduce((all, one) => all + lengthOf(one), 0),
    0,
  );
}

/** How much of a page's words its main part must hold to count as that; a teaser can be an article, too. */
const leastShare = 0.3;

/** The pieces of the page's main part where it names one; all of them else. */
function readablePart(pieces: readonly Piece[]): readonly Piece[] {
  const amounts = { main: 0, article: 0, other: 0 } satisfies Record<Region, number>;
  for (const piece of pieces) amounts[piece.region] += lengthOf(piece);
  const total = amounts.main + amounts.article + amounts.other;
  for (const region of ['main', 'article'] as const) {
    if (amounts[region] > 0 && amounts[region] >= total * leastShare) {
      // Notes stand behind the article as often as in it.
      return pieces.filter(
        (piece) => piece.region === region || (piece.kind === 'words' && piece.isNote),
      );
    }
  }
  return pieces;
}

/** Puts the pieces of pages into a list of blocks. Footnotes are sought among all of them. */
export function addPieces(pieces: readonly Piece[], list: BlockList): void {
  const footnotes = new Footnotes(pieces);
  const captioner = new Captioner(list);
  const add = (piece: Piece): void => {
    if (piece.kind === 'grid') {
      addGrid(piece, add, footnotes, captioner);
      return;
    }
    if (footnotes.isNote(piece)) return;
    const caption = piece.isCaption ? captionOfStyle('caption', piece.text) : undefined;
    captioner.add({
      kind: 'paragraph',
      paragraph: footnotes.paragraphOf(piece),
      ...(caption !== undefined && { caption }),
    });
  };
  for (const piece of pieces) add(piece);
  captioner.flush();
}

function addGrid(
  grid: Grid,
  add: (piece: Piece) => void,
  footnotes: Footnotes,
  captioner: Captioner,
): void {
  const cells = grid.rows.flatMap((row) => row.cells as readonly GridCell[]);
  // A table that holds headings or tables, or is one cell, only puts the page in order.
  if (grid.isLayout || cells.length === 1) {
    for (const cell of cells) for (const piece of cell.pieces) add(piece);
    return;
  }
  const builder = new TableBuilder();
  builder.caption = grid.caption;
  const notes = [];
  for (const row of grid.rows) {
    builder.startRow();
    for (const { pieces, isHeader, columns, rows } of row.cells) {
      const paragraphs = pieces.flatMap((piece) =>
        piece.kind === 'words' && !footnotes.isNote(piece) ? [footnotes.paragraphOf(piece)] : [],
      );
      notes.push(
        ...paragraphs.flatMap((paragraph) => paragraph.notes.map((note) => noteAt(note, 0))),
      );
      const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
      builder.addCell({ text, isHeader, columns, rows });
    }
  }
  if (!builder.isEmpty) captioner.add({ kind: 'table', table: builder.build(), notes });
}

/** Reads the readable part of an HTML page. */
export function readHtml(source: string, limits: ReadLimits, warnings: Warnings): ReadSource {
  const isXhtml = /^\s*<\?xml/.test(source);
  const page = readPage(source, '', limits.maxDepth, isXhtml);
  const list = new BlockList(limits, warnings);
  addPieces(readablePart(page.pieces), list);
  return { blocks: list.blocks, title: page.title, language: page.language };
}
