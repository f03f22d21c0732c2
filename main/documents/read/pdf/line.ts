import { withRightBrackets } from './bidi.ts';
import type { Run } from './page.ts';
import { areBesideChinese, blank } from './runs.ts';

/** A raised small text in a line: perhaps a footnote's mark. It stands in `text` from `at` on. */
interface Raised {
  readonly text: string;
  readonly at: number;
}

/** A line of a column, or the part of it between two wide gaps. Lengths as in `Run`. */
export interface Line {
  readonly text: string;
  readonly raised: readonly Raised[];
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** Of the most of its letters. */
  readonly size: number;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isRtl: boolean;
  readonly page: number;
}

/** How far, in parts of the type size, a gap parts a line in two that may belong to two columns. */
const partingGap = 1.6;

/** The lines of a page from top to bottom, those on one baseline from left to right. */
export function linesOf(runs: readonly Run[], page: number): Line[] {
  const rows = rowsOf(runs);
  const lines: Line[] = [];
  for (const row of rows) {
    row.runs.sort((a, b) => a.left - b.left);
    let part: Run[] = [];
    let right = -Infinity;
    for (const run of row.runs) {
      if (part.length > 0 && run.left - right > partingGap * row.size) {
        lines.push(lineOf(part, row, page));
        part = [];
        right = -Infinity;
      }
      part.push(run);
      right = Math.max(right, run.right);
    }
    if (part.length > 0) lines.push(lineOf(part, row, page));
  }
  return lines.filter((line) => line.text !== '');
}

interface Row {
  readonly y: number;
  readonly size: number;
  readonly runs: Run[];
}

/** Runs of one baseline, with the raised and lowered small ones that touch them. */
function rowsOf(runs: readonly Run[]): Row[] {
  const sorted = runs.toSorted((a, b) => a.y - b.y || a.left - b.left);
  const rows: Row[] = [];
  for (const run of sorted) {
    const last = rows.at(-1);
    if (last !== undefined && Math.abs(last.y - run.y) < 0.12 * Math.max(last.size, run.size)) {
      last.runs.push(run);
      if (run.size > last.size) rows[rows.length - 1] = { ...last, size: run.size };
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  for (const [index, small] of rows.entries()) {
    for (const main of [rows[index + 1], rows[index - 1], rows[index + 2]]) {
      if (main === undefined || main.runs.length === 0) continue;
      const rise = main.y - small.y;
      if (rise > main.size * 0.62 || rise < -main.size * 0.3) continue;
      const moved = small.runs.filter(
        (run) => run.size < main.size * 0.86 && main.runs.some((other) => areBeside(run, other)),
      );
      if (moved.length === 0) continue;
      main.runs.push(...moved);
      const kept = small.runs.filter((run) => !moved.includes(run));
      small.runs.length = 0;
      small.runs.push(...kept);
    }
  }
  return rows.filter((row) => row.runs.length > 0);
}

const areBeside = (a: Run, b: Run): boolean => {
  const reach = b.size * 0.6;
  return a.size < b.size * 0.86 && a.left < b.right + reach && a.right > b.left - reach;
};

function lineOf(parts: readonly Run[], row: Row, page: number): Line {
  let letters = 0;
  let bold = 0;
  let italic = 0;
  let rtl = 0;
  for (const { text, look, isRtl } of parts) {
    letters += text.length;
    if (look.isBold) bold += text.length;
    if (look.isItalic) italic += text.length;
    if (isRtl) rtl += text.length;
  }
  const isRtl = rtl * 2 > letters;
  const { text, raised } = joinRuns(isRtl ? fromRight(parts) : parts, row, isRtl);
  return {
    text,
    raised,
    left: Math.min(...parts.map((run) => run.left)),
    right: Math.max(...parts.map((run) => run.right)),
    y: row.y,
    size: row.size,
    isBold: bold > letters * 0.9,
    isItalic: italic > letters * 0.9,
    isRtl,
    page,
  };
}

/** The runs of a right-to-left line in reading order: from the right, but words from left to right keep their order. */
function fromRight(runs: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let foreign: Run[] = [];
  for (const run of runs.toReversed()) {
    if (run.isRtl) {
      ordered.push(...foreign.toReversed(), run);
      foreign = [];
    } else foreign.push(run);
  }
  ordered.push(...foreign.toReversed());
  return ordered;
}

function joinRuns(runs: readonly Run[], row: Row, isRtl: boolean): Pick<Line, 'text' | 'raised'> {
  let text = '';
  const raised: Raised[] = [];
  let last: Run | undefined;
  for (const run of runs) {
    if (last !== undefined) {
      const width = Math.max(run.left - last.right, last.left - run.right);
      // A gap between two runs may hold a written space that shows nowhere else, hence the small measure.
      if (!areBesideChinese(text, run.text) || width > row.size * 0.5) {
        text += blank(width, row.size * 0.8, false);
      }
    }
    const isRaised = run.y < row.y - row.size * 0.15 && run.size < row.size * 0.86;
    if (isRaised) raised.push({ text: run.text.trim(), at: text.length });
    text += run.text;
    last = run;
  }
  return { text: isRtl ? withRightBrackets(text) : text, raised };
}

/** Whether two looks of lines are the same. */
export const isSameLook = (a: Line, b: Line): boolean =>
  a.isBold === b.isBold && Math.abs(a.size - b.size) < 0.08 * Math.max(a.size, b.size);
