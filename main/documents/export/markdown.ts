import type { Sheet, SheetBlock, SheetCell, SheetRun, SheetRuns } from './sheet.ts';

/** Signs that mean something wherever they stand in CommonMark and its tables. */
const escape = (text: string): string =>
  text.replace(/[\\`*_[\]>&|~^$#]/g, '\\$&').replaceAll('<', '&lt;');

/** Signs that mean something where a paragraph begins. */
const atStart = (line: string): string =>
  line.replace(/^(\s*)(?:(\d{1,9})([.)])|([-+=:]))/, (_all, space, number, end, sign) =>
    number === undefined ? `${space}\\${sign}` : `${space}${number}\\${end}`,
  );

/** A link's address between `<` and `>`. */
const target = (to: string): string => `<${to.replace(/[<>\\\s]/g, encodeURIComponent)}>`;

type Notes = string[];

/**
 * Signs around words. They hold only where they touch words and no other sign, so elsewhere, and for what Markdown has no
 * sign for, stands the HTML that it is made of.
 */
function around(sign: string, tag: string, text: string): string {
  const isPlain = sign !== '' && /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(text);
  return isPlain ? `${sign}${escape(text)}${sign}` : `<${tag}>${escape(text)}</${tag}>`;
}

const marks = {
  emphasis: ['*', 'em'],
  strong: ['**', 'strong'],
  added: ['', 'ins'],
  removed: ['', 'del'],
} as const;

function runText({ text, style, to, note }: SheetRun, notes: Notes): string {
  const [sign, tag] = style === undefined ? [] : marks[style];
  let line = tag === undefined ? escape(text) : around(sign, tag, text);
  if (to !== undefined && !to.startsWith('#')) line = `[${line}](${target(to)})`;
  if (note === undefined) return line;
  notes.push(note);
  return `${line}[^${notes.length}]`;
}

const runsText = (runs: SheetRuns, notes: Notes): string =>
  runs
    .map((run) => runText(run, notes))
    .join('')
    .trim();

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** Widest table that is set as one. */
const maxColumns = 60;

/** Cells in a grid; what a cell spans stays empty, since these tables have no spans. */
function gridOf(rows: readonly (readonly SheetCell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < Math.min(cell.rows, rows.length - y); down += 1)
        for (let right = 0; right < Math.min(cell.columns, maxColumns - x); right += 1)
          (grid[y + down] ?? [])[x + right] = down + right === 0 ? cell.text : '';
      x += cell.columns;
    }
  }
  return grid;
}

function tableText(rows: readonly (readonly SheetCell[])[]): string {
  const grid = gridOf(rows);
  const width = Math.max(1, ...grid.map((row) => row.length));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_none, x) => escape(row[x] ?? '')).join(' | ')} |`;
  const [first = [], ...others] = grid;
  return [line(first), `|${' --- |'.repeat(width)}`, ...others.map(line)].join('\n');
}

function blockText(block: SheetBlock, sheet: Sheet, notes: Notes): string {
  switch (block.kind) {
    case 'heading':
      return `${block.level === 1 ? '##' : '###'} ${runsText(block.runs, notes)}`;
    case 'paragraph':
      return atStart(runsText(block.runs, notes));
    case 'provision':
      return atStart(
        [escape(block.label), runsText(block.runs, notes)].filter((part) => part !== '').join(' '),
      );
    case 'list':
      return block.items
        .map((item, at) => `${block.isOrdered ? `${at + 1}.` : '-'} ${runsText(item, notes)}`)
        .join('\n');
    case 'table': {
      const table = tableText(block.rows);
      return block.caption === '' ? table : `${atStart(escape(block.caption))}\n\n${table}`;
    }
    case 'quotation': {
      const inner = block.blocks.map((each) => blockText(each, sheet, notes)).join('\n\n');
      const from = `\u2014 ${runsText(block.from, notes)}`;
      return quoted(`${inner}\n\n${from}\n\n<${block.link}>`);
    }
    case 'card':
      return [
        `**${escape(block.name)}**`,
        atStart(escape(block.detail)),
        atStart(escape(block.text)),
        `<${block.link}>`,
      ]
        .filter((line) => line !== '')
        .join('\n\n');
    case 'question': {
      const answers = block.answers.map((answer) => `- [ ] ${escape(answer)}`).join('\n');
      const lines = Array.from({ length: block.lines }, () => '\\_'.repeat(40)).join('\n\n');
      return [`**${escape(sheet.words.question)}:** ${escape(block.text)}`, answers, lines]
        .filter((part) => part !== '')
        .join('\n\n');
    }
  }
}

/**
 * CommonMark with tables, footnotes and boxes as GitHub has them; marks for new and old words are the
 * two elements of HTML that say so. Piece by piece.
 */
export function* markdownOf(sheet: Sheet): Generator<string> {
  const notes: Notes = [];
  const lines = sheet.lines.map((line) => `${atStart(escape(line))}\n\n`).join('');
  yield `# ${escape(sheet.title)}\n\n${lines}`;
  for (const block of sheet.blocks) {
    const text = blockText(block, sheet, notes);
    if (text !== '') yield `${text}\n\n`;
  }
  if (sheet.colophon !== null) {
    const { title, lines: about } = sheet.colophon;
    yield `## ${escape(title)}\n\n`;
    for (const runs of about) yield `${atStart(runsText(runs, notes))}\n\n`;
  }
  if (notes.length > 0)
    yield `${notes.map((note, at) => `[^${at + 1}]: ${escape(note)}`).join('\n')}\n`;
}
