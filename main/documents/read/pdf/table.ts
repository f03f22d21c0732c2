import type { Cell } from '../../../contract/document.ts';
import { linesOf, type Line } from './line.ts';
import type { Box, Page, Run } from './page.ts';
import { jointOf, type Vocabulary } from './mend.ts';

/** A table with its place on the page. */
export interface PlacedTable {
  readonly rows: readonly (readonly Cell[])[];
  readonly left: number;
  readonly right: number;
  /** Its upper edge, which it is sorted by. */
  readonly y: number;
  readonly bottom: number;
  readonly page: number;
}

/** How far, in points, two ends may lie apart and still touch. */
const reach = 3;
const mostLines = 600;

/** A table's grid: the places of its ruled lines, and the lines themselves. */
interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly across: readonly Box[];
  readonly down: readonly Box[];
}

/**
 * The ruled tables of a page, and the runs that stand outside them. Cells that share no line between them are one
 * spanned cell. A single frame is no table.
 */
export function takeTables(
  page: Page,
  vocabulary: () => Vocabulary,
): { readonly tables: readonly PlacedTable[]; readonly rest: readonly Run[] } {
  if (page.rules.length < 4 || page.rules.length > mostLines * 4) {
    return { tables: [], rest: page.runs };
  }
  const tables: PlacedTable[] = [];
  let rest = page.runs;
  for (const grid of gridsOf(page.rules)) {
    const left = grid.xs[0] ?? 0;
    const right = grid.xs.at(-1) ?? 0;
    const top = grid.ys[0] ?? 0;
    const bottom = grid.ys.at(-1) ?? 0;
    const inside = rest.filter((run) => {
      const middle = (run.left + run.right) / 2;
      const height = run.y - run.size * 0.3;
      return middle > left && middle < right && height > top && height < bottom;
    });
    if (inside.length === 0) continue;
    const rows = cellsOf(grid, inside, page.number, vocabulary);
    const filled = rows.flat().filter((cell) => cell.text !== '').length;
    if (filled < 2 || rows.every((row) => row.length < 2)) continue;
    const taken = new Set(inside);
    rest = rest.filter((run) => !taken.has(run));
    tables.push({ rows, left, right, y: top, bottom, page: page.number });
  }
  return { tables, rest };
}

function gridsOf(rules: readonly Box[]): Grid[] {
  const across = rules.filter((rule) => rule.right - rule.left >= rule.bottom - rule.top);
  const down = rules.filter((rule) => rule.right - rule.left < rule.bottom - rule.top);
  const grids: Grid[] = [];
  for (const group of touching([...across, ...down])) {
    const isAcross = new Set(across);
    const lines = group.filter((rule) => isAcross.has(rule));
    const posts = group.filter((rule) => !isAcross.has(rule));
    const ys = places(lines.map((rule) => (rule.top + rule.bottom) / 2));
    const xs = places(posts.map((rule) => (rule.left + rule.right) / 2));
    // A table without its outer posts still has the ends of its lines.
    const ends = places([
      ...xs,
      Math.min(...lines.map((rule) => rule.left)),
      Math.max(...lines.map((rule) => rule.right)),
    ]);
    if (ys.length < 2 || xs.length < 1 || ends.length + ys.length < 5) continue;
    grids.push({ xs: ends.filter(Number.isFinite), ys, across: lines, down: posts });
  }
  return grids;
}

/** Groups of lines that touch one another, directly or through others. */
function touching(rules: readonly Box[]): Box[][] {
  const sorted = rules.toSorted((a, b) => a.top - b.top);
  const groups: { box: Box; rules: Box[] }[] = [];
  for (const rule of sorted) {
    const met = groups.filter(({ rules: members }) => members.some((other) => touch(rule, other)));
    const [home, ...others] = met;
    if (home === undefined) {
      groups.push({ box: rule, rules: [rule] });
      continue;
    }
    home.rules.push(rule);
    for (const other of others) {
      home.rules.push(...other.rules);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.map((group) => group.rules);
}

const touch = (a: Box, b: Box): boolean =>
  a.left <= b.right + reach &&
  b.left <= a.right + reach &&
  a.top <= b.bottom + reach &&
  b.top <= a.bottom + reach;

/** Distinct places in rising order; those that lie within reach are one. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - (found.at(-1) ?? -Infinity) > reach) found.push(value);
  }
  return found;
}

function cellsOf(
  grid: Grid,
  runs: readonly Run[],
  page: number,
  vocabulary: () => Vocabulary,
): Cell[][] {
  const { xs, ys } = grid;
  const columns = xs.length - 1;
  const taken = new Set<number>();
  const rows: Cell[][] = [];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    const cells: { cell: Cell; isBold: boolean }[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (taken.has(row * columns + column)) continue;
      let wide = 1;
      while (
        column + wide < columns &&
        !taken.has(row * columns + column + wide) &&
        !hasPost(grid, column + wide, row)
      ) {
        wide += 1;
      }
      let high = 1;
      while (row + high + 1 < ys.length && !hasLine(grid, row + high, column, wide)) high += 1;
      for (let down = 0; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) {
          taken.add((row + down) * columns + column + right);
        }
      }
      const lines = linesIn(runs, page, {
        left: xs[column] ?? 0,
        right: xs[column + wide] ?? 0,
        top: ys[row] ?? 0,
        bottom: ys[row + high] ?? 0,
      });
      cells.push({
        cell: {
          text: textOfCell(lines, vocabulary),
          isHeader: false,
          columns: wide,
          rows: high,
        },
        isBold: lines.length > 0 && lines.every((line) => line.isBold),
      });
    }
    const isHeader =
      row === rows.length &&
      rows.every((above) => above[0]?.isHeader === true) &&
      cells.some(({ isBold }) => isBold) &&
      cells.every(({ cell, isBold }) => isBold || cell.text === '');
    rows.push(
      cells.map(({ cell: { text, columns: wide, rows: high } }) => ({
        text,
        isHeader,
        columns: wide,
        rows: high,
      })),
    );
  }
  return rows.filter((row) => row.length > 0);
}

/** Whether a line stands left of the column, at the height of the row. */
function hasPost({ xs, ys, down }: Grid, column: number, row: number): boolean {
  const x = xs[column] ?? 0;
  const middle = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2;
  return down.some(
    (post) =>
      Math.abs((post.left + post.right) / 2 - x) <= reach &&
      post.top <= middle &&
      post.bottom >= middle,
  );
}

/** Whether a line lies above the row, over any of the columns. */
function hasLine({ xs, ys, across }: Grid, row: number, column: number, wide: number): boolean {
  const y = ys[row] ?? 0;
  const middle = ((xs[column] ?? 0) + (xs[column + wide] ?? 0)) / 2;
  return across.some(
    (line) =>
      Math.abs((line.top + line.bottom) / 2 - y) <= reach &&
      line.left <= middle &&
      line.right >= middle,
  );
}

function linesIn(runs: readonly Run[], page: number, box: Box): Line[] {
  const inside = runs.filter((run) => {
    const middle = (run.left + run.right) / 2;
    const height = run.y - run.size * 0.3;
    return middle > box.left && middle <= box.right && height > box.top && height <= box.bottom;
  });
  return linesOf(inside, page);
}

function textOfCell(lines: readonly Line[], vocabulary: () => Vocabulary): string {
  let text = '';
  for (const line of lines) {
    const joint = text === '' ? 'nothing' : jointOf(text, line.text, vocabulary);
    if (joint === 'drop-hyphen') text = text.slice(0, -1);
    text += (joint === 'space' ? ' ' : '') + line.text;
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** How far, in points, the cells of one column of a table without lines may begin apart. */
const alignment = 4;

/**
 * Takes the tables without ruled lines out of a column of lines: three rows or more, one after the other, of the same
 * three or more parts that begin at the same places.
 */
export function alignedTables(lines: readonly Line[]): (Line | PlacedTable)[] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last?.[0] !== undefined && Math.abs(last[0].y - line.y) < line.size * 0.3) last.push(line);
    else rows.push([line]);
  }
  const result: (Line | PlacedTable)[] = [];
  for (let from = 0; from < rows.length;) {
    const first = rows[from] ?? [];
    let to = from + 1;
    while (first.length >= 3 && to < rows.length && isAligned(first, rows[to] ?? [])) to += 1;
    if (first.length >= 3 && to - from >= 3) {
      const group = rows.slice(from, to);
      const all = group.flat();
      const isHeader = first.every((line) => line.isBold);
      result.push({
        rows: group.map((row, index) =>
          row.map(({ text }) => ({
            text: text.replaceAll(/\s+/g, ' ').trim(),
            isHeader: isHeader && index === 0,
            columns: 1,
            rows: 1,
          })),
        ),
        left: Math.min(...all.map((line) => line.left)),
        right: Math.max(...all.map((line) => line.right)),
        y: first[0]?.y ?? 0,
        bottom: all.at(-1)?.y ?? 0,
        page: first[0]?.page ?? 0,
      });
    } else result.push(...rows.slice(from, to).flat());
    from = to;
  }
  return result;
}

const isAligned = (first: readonly Line[], row: readonly Line[]): boolean =>
  row.length === first.length &&
  row.every((line, index) => {
    const above = first[index];
    return (
      above !== undefined &&
      (Math.abs(line.left - above.left) < alignment ||
        Math.abs(line.right - above.right) < alignment ||
        Math.abs(line.left + line.right - above.left - above.right) < 2 * alignment)
    );
  });
