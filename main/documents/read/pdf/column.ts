/** What takes a place on a page: a line or a table. */
export interface Placed {
  readonly left: number;
  readonly right: number;
  /** What it is sorted by from top to bottom: a baseline. */
  readonly y: number;
}

/** The pieces of a page that are read one after the other, each from top to bottom. */
export type Column<T> = readonly T[];

/** A gutter is at least this wide, in points, and each side of it holds at least so many lines. */
const narrowestGutter = 8;
const fewestLines = 4;
/** A column's usual line takes this part of the page's text at least; labels and table cells take less. */
const narrowestColumn = 0.26;
const deepest = 3;

/**
 * The columns of a page in reading order. What runs across a gutter (a title, a wide table, a footnote) parts the page
 * into bands, and each band is read by itself. `isRtl`: the right column is read first.
 */
export function columnsOf<T extends Placed>(
  items: readonly T[],
  isRtl: boolean,
  depth = 0,
): Column<T>[] {
  const sorted = items.toSorted((a, b) => a.y - b.y || a.left - b.left);
  const gutter = depth < deepest ? findGutter(sorted) : null;
  if (gutter === null) return sorted.length === 0 ? [] : [sorted];
  return bandsOf(sorted, gutter).flatMap((band) => {
    if (!band.hasColumns) return columnsOf(band.items, isRtl, deepest);
    const left = band.items.filter((item) => item.right <= gutter);
    const right = band.items.filter((item) => item.right > gutter);
    const sides = isRtl ? [right, left] : [left, right];
    return sides.flatMap((side) => columnsOf(side, isRtl, depth + 1));
  });
}

/** The middle of the gutter that the fewest lines cross; null where the page has one column. */
function findGutter(items: readonly Placed[]): number | null {
  if (items.length < 2 * fewestLines) return null;
  const left = Math.min(...items.map((item) => item.left));
  const right = Math.max(...items.map((item) => item.right));
  const width = right - left;
  if (width < 20 * narrowestGutter) return null;
  // How many lines cover each step of two points.
  const step = 2;
  const covered = new Uint32Array(Math.ceil(width / step) + 1);
  for (const item of items) {
    const from = Math.max(0, Math.floor((item.left - left) / step));
    const to = Math.min(covered.length - 1, Math.ceil((item.right - left) / step) - 1);
    for (let at = from; at <= to; at += 1) covered[at] = (covered[at] ?? 0) + 1;
  }
  let best: { middle: number; crossing: number; width: number } | null = null;
  const last = Math.floor(covered.length * 0.8);
  for (let from = Math.floor(covered.length * 0.2); from < last;) {
    const crossing = covered[from] ?? 0;
    let to = from;
    while (to < last && (covered[to] ?? 0) === crossing) to += 1;
    const wide = (to - from) * step;
    const middle = left + ((from + to) / 2) * step;
    if (
      wide >= narrowestGutter &&
      crossing * 3 < items.length &&
      (best === null ||
        crossing < best.crossing ||
        (crossing === best.crossing && wide > best.width)) &&
      looksLikeColumns(items, middle, width)
    ) {
      best = { middle, crossing, width: wide };
    }
    from = to;
  }
  return best?.middle ?? null;
}

/** Both sides hold running text, side by side. */
function looksLikeColumns(items: readonly Placed[], gutter: number, width: number): boolean {
  const left = items.filter((item) => item.right <= gutter);
  const right = items.filter((item) => item.left >= gutter);
  if (left.length < fewestLines || right.length < fewestLines) return false;
  const top = Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0);
  const bottom = Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0);
  const beside = (side: readonly Placed[]): number =>
    side.filter((item) => item.y >= top - 2 && item.y <= bottom + 2).length;
  return (
    medianWidth(left) > narrowestColumn * width &&
    medianWidth(right) > narrowestColumn * width &&
    beside(left) >= fewestLines - 1 &&
    beside(right) >= fewestLines - 1
  );
}

function medianWidth(items: readonly Placed[]): number {
  const widths = items.map((item) => item.right - item.left).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

interface Band<T> {
  readonly items: T[];
  hasColumns: boolean;
}

function bandsOf<T extends Placed>(items: readonly T[], gutter: number): Band<T>[] {
  const bands: Band<T>[] = [];
  for (const item of items) {
    const hasColumns = item.right <= gutter || item.left >= gutter;
    const last = bands.at(-1);
    if (last?.hasColumns === hasColumns) last.items.push(item);
    else bands.push({ items: [item], hasColumns });
  }
  // A short last line of a wide paragraph lies on one side only: it makes no columns.
  const merged: Band<T>[] = [];
  for (const band of bands) {
    const left = band.items.filter((item) => item.right <= gutter).length;
    const isPair = band.hasColumns && left >= 2 && band.items.length - left >= 2;
    const last = merged.at(-1);
    if (last !== undefined && !isPair && !last.hasColumns) last.items.push(...band.items);
    else merged.push({ items: band.items, hasColumns: isPair });
  }
  return merged;
}
