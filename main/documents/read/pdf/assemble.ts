import type { Block } from '../blocks.ts';
import type { Warnings } from '../warn.ts';
import { blockWriter } from './block.ts';
import { columnsOf, type Column } from './column.ts';
import { findFurniture, type PageLines } from './furniture.ts';
import { linesOf, type Line } from './line.ts';
import { vocabularyOf } from './mend.ts';
import { marksIn, takeNotes, type Note } from './notes.ts';
import type { OutlineEntry, Page } from './page.ts';
import { goesOn, joinRows, paragraphsOf, shapeOf } from './paragraph.ts';
import { isTable, noteKey, type Piece } from './piece.ts';
import { alignedTables, takeTables, type PlacedTable } from './table.ts';

/** The blocks of all pages in reading order. */
export function blocksOf(
  pages: readonly Page[],
  outline: readonly OutlineEntry[],
  warnings: Warnings,
): Block[] {
  const bodySize = usualSize(pages);
  const vocabulary = vocabularyOf(() => textsOf(pages));
  const laidOut = pages.map((page) => {
    const { tables, rest } = takeTables(page, vocabulary);
    return { page, tables, lines: linesOf(rest, page.number) };
  });
  const furniture = findFurniture(laidOut, bodySize);
  warnOfFurniture(furniture.size, warnings);
  const pitch = usualPitch(laidOut, bodySize);
  const notes = new Map<string, Note>();
  const pieces: Piece[] = [];
  for (const { page, tables, lines } of laidOut) {
    const own = lines.filter((line) => !furniture.has(line));
    const marks = marksIn(own);
    const isRtl = own.filter((line) => line.isRtl).length * 2 > own.length;
    for (const column of columnsOf<Line | PlacedTable>([...own, ...tables], isRtl)) {
      const found = readColumn(column, marks, bodySize, pitch);
      for (const note of found.notes) notes.set(noteKey(page.number, note.mark), note);
      append(pieces, found.pieces);
    }
  }
  return blockWriter({ outline, notes, vocabulary, bodySize, warnings })(pieces);
}

function readColumn(
  column: Column<Line | PlacedTable>,
  marks: ReadonlySet<string>,
  bodySize: number,
  pitch: number,
): { readonly pieces: readonly Piece[]; readonly notes: readonly Note[] } {
  const stretches: (Line[] | PlacedTable)[] = [];
  const add = (item: Line | PlacedTable): void => {
    const last = stretches.at(-1);
    if (isTable(item)) stretches.push(item);
    else if (Array.isArray(last)) last.push(item);
    else stretches.push([item]);
  };
  for (const item of column) add(item);
  const separate = stretches.flatMap((stretch) =>
    Array.isArray(stretch) ? alignedTables(stretch) : [stretch],
  );
  stretches.length = 0;
  for (const item of separate) add(item);
  const joined = stretches.map((stretch) => (Array.isArray(stretch) ? joinRows(stretch) : stretch));
  let notes: readonly Note[] = [];
  const tail = joined.at(-1);
  if (Array.isArray(tail)) {
    const taken = takeNotes(tail, marks, bodySize);
    notes = taken.notes;
    joined[joined.length - 1] = [...taken.text];
  }
  const lines = joined.flatMap((stretch) => (Array.isArray(stretch) ? stretch : []));
  const shape = shapeOf(lines, pitch);
  return {
    notes,
    pieces: joined.flatMap<Piece>((stretch) =>
      Array.isArray(stretch) ? paragraphsOf(stretch, shape) : [stretch],
    ),
  };
}

/** Adds a column's pieces; a paragraph that goes on over the column's or page's end becomes one. */
function append(pieces: Piece[], added: readonly Piece[]): void {
  const last = pieces.at(-1);
  const [first, ...others] = added;
  if (first === undefined) return;
  if (last !== undefined && !isTable(last) && !isTable(first) && goesOn(last, first)) {
    last.lines.push(...first.lines);
    pieces.push(...others);
  } else pieces.push(...added);
}

function* textsOf(pages: readonly Page[]): Generator<string> {
  for (const page of pages) for (const run of page.runs) yield run.text;
}

function warnOfFurniture(count: number, warnings: Warnings): void {
  if (count === 0) return;
  warnings.add(
    'page-mark',
    count === 1
      ? '1 line that belongs to a page (head, foot, page number) is left out.'
      : `${count} lines that belong to the pages (heads, feet, page numbers) are left out.`,
    null,
  );
}

/** The size in which the most letters are set. */
function usualSize(pages: readonly Page[]): number {
  const letters = new Map<number, number>();
  for (const page of pages) {
    for (const { size, text } of page.runs) {
      const rounded = Math.round(size * 10) / 10;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return most(letters) ?? 12;
}

/** A distance that this part of the lines or more keep is one inside paragraphs. */
const commonPart = 0.12;

/**
 * The distance between the baselines inside a paragraph, in parts of the type size: the smallest common one, since many
 * documents have more lines that begin a paragraph than lines that go on.
 */
function usualPitch(pages: readonly PageLines[], bodySize: number): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { lines } of pages) {
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1];
      if (above === undefined || Math.abs(line.size - bodySize) > 0.5) continue;
      const pitch = Math.round((line.y - above.y) * 2) / 2;
      if (pitch < bodySize * 0.9 || pitch > bodySize * 2.2) continue;
      counts.set(pitch, (counts.get(pitch) ?? 0) + 1);
      all += 1;
    }
  }
  const common = [...counts].filter(([, count]) => count >= all * commonPart);
  return Math.min(...common.map(([pitch]) => pitch), bodySize * 2.2) / bodySize;
}

function most(counts: ReadonlyMap<number, number>): number | undefined {
  let best: readonly [value: number, count: number] | undefined;
  for (const entry of counts) if (best === undefined || entry[1] > best[1]) best = entry;
  return best?.[0];
}
