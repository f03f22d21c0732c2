import type { Line } from './line.ts';
import type { Page } from './page.ts';

/** A page's lines, still as the page has them. */
export interface PageLines {
  readonly page: Page;
  readonly lines: readonly Line[];
}

/** How near to the page's edge, in parts of its height, heads and feet stand, and how many lines of each are looked at. */
const margin = 0.16;
const narrowMargin = 0.13;
const mostRows = 5;
/** How far, in points, the same head may stand elsewhere on another page. */
const tolerance = 4;

const numberAlone = /^[\s\-–—|[(]*(\d{1,4}|[ivxlc]{1,7})[\s\-–—|\])]*$/i;
const numberInWords =
  /^[\s\-–—]*(?:page|p\.|página|стр\.|страница|الصفحة|第)\s*\d{1,4}(?:\s*(?:\/|of|de|sur|из|من)\s*\d{1,4})?\s*页?[\s\-–—]*$|^[\s\-–—]*\d{1,4}\s*(?:\/|of|de|sur|из|من)\s*\d{1,4}[\s\-–—]*$/i;

/**
 * The lines that belong to the pages and not to the text: those repeated at one place over pages, and page numbers. A
 * number that a repeated line holds may count along with the pages.
 */
export function findFurniture(pages: readonly PageLines[], bodySize: number): Set<Line> {
  const edges = pages.flatMap(({ page, lines }) => edgeLines(page, lines));
  const groups = Map.groupBy(edges, (edge) => edge.key);
  const found = new Set<Line>();
  for (const group of groups.values()) {
    for (const edge of group) {
      if (found.has(edge.line)) continue;
      const alike = group.filter(
        (other) => other.isTop === edge.isTop && Math.abs(other.place - edge.place) <= tolerance,
      );
      if (isRepeated(alike, pages.length, bodySize)) {
        for (const other of alike) found.add(other.line);
      }
    }
  }
  const numbered = edges.filter((edge) => numberAlone.test(edge.line.text));
  for (const edge of edges) {
    if (isPageNumber(edge, numbered, bodySize)) found.add(edge.line);
  }
  return keepReaching(edges, found);
}

interface Edge {
  readonly line: Line;
  readonly isTop: boolean;
  /** How many rows stand between it and the page's edge. */
  readonly rank: number;
  /** The baseline's distance from the edge that it is near to. */
  readonly place: number;
  readonly height: number;
  readonly key: string;
  readonly numbers: readonly number[];
  /** To the nearest row further in, in points. */
  readonly room: number;
}

function edgeLines(page: Page, lines: readonly Line[]): Edge[] {
  const edges: Edge[] = [];
  const rows = [...new Set(lines.map((line) => Math.round(line.y)))].toSorted((a, b) => a - b);
  const placeOf = new Map(rows.map((row, index) => [row, index]));
  for (const line of lines) {
    const isTop = line.y < page.height * margin;
    if (!isTop && line.y < page.height * (1 - margin)) continue;
    const index = placeOf.get(Math.round(line.y)) ?? 0;
    const rank = isTop ? index : rows.length - 1 - index;
    if (rank >= mostRows) continue;
    const inner = rows[isTop ? index + 1 : index - 1];
    edges.push({
      line,
      isTop,
      rank,
      place: isTop ? line.y : page.height - line.y,
      height: page.height,
      key: line.text.replaceAll(/\d+/g, '#').replaceAll(/\s+/g, ' ').toLowerCase(),
      numbers: (line.text.match(/\d+/g) ?? []).map(Number),
      room: inner === undefined ? Infinity : Math.abs(inner - line.y),
    });
  }
  return edges;
}

function isRepeated(alike: readonly Edge[], pageCount: number, bodySize: number): boolean {
  const pages = new Set(alike.map((edge) => edge.line.page));
  if (pages.size < 2 || (pages.size === 2 && pageCount > 5)) return false;
  const [first] = alike;
  if (first === undefined || numberAlone.test(first.line.text)) return false;
  // Text that happens to recur stands among text; a head or foot stands off, or is in small type, or on many pages.
  const standsOff = alike.every((edge) => edge.room > edge.line.size * 1.4);
  if (!standsOff && first.line.size > bodySize * 0.95 && pages.size * 3 < pageCount) return false;
  const isExact = alike.every((edge) => edge.line.text === first.line.text);
  if (isExact) return true;
  // Numbers differ: then each either stays or counts along with the pages, and a heading is no page head.
  if (first.line.size > bodySize * 1.06 || (first.line.isBold && pages.size < 3)) return false;
  return first.numbers.every((_, position) => {
    const offsets = new Set(alike.map((edge) => (edge.numbers[position] ?? 0) - edge.line.page));
    const values = new Set(alike.map((edge) => edge.numbers[position] ?? 0));
    return values.size === 1 || offsets.size === 1;
  });
}

function isPageNumber(edge: Edge, numbered: readonly Edge[], bodySize: number): boolean {
  const { line } = edge;
  if (edge.place > edge.height * narrowMargin || edge.rank > 2) return false;
  if (numberInWords.test(line.text)) return true;
  const printed = numberAlone.exec(line.text)?.[1];
  if (printed === undefined || line.size > bodySize * 1.3) return false;
  const value = valueOf(printed);
  const isAlone = edge.room > line.size * 1.5;
  if (value === line.page) return isAlone || edge.rank === 0;
  // Else it must count along with at least one other page.
  return numbered.some((other) => {
    const twin = numberAlone.exec(other.line.text)?.[1];
    return (
      other.line.page !== line.page &&
      other.isTop === edge.isTop &&
      twin !== undefined &&
      Math.abs(other.place - edge.place) <= tolerance &&
      valueOf(twin) - other.line.page === value - line.page
    );
  });
}

function valueOf(printed: string): number {
  if (/^\d/.test(printed)) return Number(printed);
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  const digits = Array.from(printed.toLowerCase(), (letter) => values[letter] ?? 0);
  return digits.reduce(
    (sum, value, index) => sum + (value < (digits[index + 1] ?? 0) ? -value : value),
    0,
  );
}

/** Only what reaches from the edge inwards without a line of text between is head or foot. */
function keepReaching(edges: readonly Edge[], found: ReadonlySet<Line>): Set<Line> {
  const kept = new Set<Line>();
  for (const onPage of Map.groupBy(edges, (edge) => `${edge.line.page} ${edge.isTop}`).values()) {
    for (let rank = 0; rank < mostRows; rank += 1) {
      const row = onPage.filter((edge) => edge.rank === rank);
      if (row.length === 0 || row.some((edge) => !found.has(edge.line))) break;
      for (const edge of row) kept.add(edge.line);
    }
  }
  return kept;
}
