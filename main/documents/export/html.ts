import { encodeQR } from 'qr';
import { style } from './html-style.ts';
import {
  isForeign,
  type Sheet,
  type SheetBlock,
  type SheetCell,
  type SheetRun,
  type SheetRuns,
  type Tongue,
} from './sheet.ts';
import type { SheetWords } from './words.ts';

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => named[sign] ?? sign);

const spoken = ({ language, direction }: Tongue): string =>
  // An empty language says that it is not known, so that none is inherited.
  ` lang="${language === 'und' ? '' : escape(language)}" dir="${direction}"`;

/** The footnotes so far, which stand together at the end. */
type Notes = string[];

interface Around {
  readonly sheet: Sheet;
  readonly notes: Notes;
}

function runHtml({ text, style: look, to, note }: SheetRun, { sheet, notes }: Around): string {
  let html = escape(text);
  const { words } = sheet;
  if (look === 'emphasis') html = `<em>${html}</em>`;
  if (look === 'strong') html = `<strong>${html}</strong>`;
  // Marks alone are not read out.
  if (look === 'added')
    html = `<ins><span class="unseen">${escape(words.added)} </span>${html}</ins>`;
  if (look === 'removed')
    html = `<del><span class="unseen">${escape(words.removed)} </span>${html}</del>`;
  if (to !== undefined) html = `<a href="${escape(to)}">${html}</a>`;
  if (note === undefined) return html;
  notes.push(note);
  const { length } = notes;
  const label = `${escape(words.toNote)} ${length}`;
  return `${html}<sup><a role="doc-noteref" id="recital.note-${length}-from" href="#recital.note-${length}" aria-label="${label}">${length}</a></sup>`;
}

const runsHtml = (runs: SheetRuns, around: Around): string =>
  runs.map((run) => runHtml(run, around)).join('');

/** Drawn as one path of rows, since each row of a code is a few stretches. */
function codeSvg(link: string, label: string): string {
  const rows = encodeQR(link, 'raw', { ecc: 'medium', border: 2 });
  let path = '';
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const start = x;
      while (row[x + 1] === true) x += 1;
      path += `M${start} ${y}h${x - start + 1}v1H${start}z`;
    }
  }
  const { length } = rows;
  return `<svg class="code" role="img" aria-label="${escape(label)}" viewBox="0 0 ${length} ${length}" shape-rendering="crispEdges"><path fill="#000" d="${path}"/></svg>`;
}

const codeOf = (link: string, { open }: SheetWords): string => codeSvg(link, `${open}: ${link}`);

function cellHtml({ text, isHeader, columns, rows }: SheetCell): string {
  const tag = isHeader ? 'th' : 'td';
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`;
  return `<${tag}${spans}>${escape(text)}</${tag}>`;
}

/** `tongue` as attributes where it is another than the sheet's. */
const attributesOf = (tongue: Tongue | undefined, { sheet }: Around): string =>
  isForeign(tongue, sheet) ? spoken(tongue) : '';

function blockHtml(block: SheetBlock, around: Around): string {
  const { words } = around.sheet;
  const other = attributesOf(block.tongue, around);
  switch (block.kind) {
    case 'heading': {
      const tag = block.level === 1 ? 'h2' : 'h3';
      return `<${tag} id="${escape(block.id)}"${other}>${runsHtml(block.runs, around)}</${tag}>\n`;
    }
    case 'paragraph': {
      const look =
        block.look === undefined ? 'text' : block.look === 'caption' ? 'small' : block.look;
      return `<p class="${look}"${other}>${runsHtml(block.runs, around)}</p>\n`;
    }
    case 'provision': {
      const { id, label, depth, runs } = block;
      const inset = depth === 0 ? '' : ` in${Math.min(depth, 3)}`;
      const name = id === null ? '' : ` id="${escape(id)}"`;
      const text = runsHtml(runs, around);
      return label === ''
        ? `<p class="text${inset}"${name}${other}>${text}</p>\n`
        : `<p class="text provision${inset}"${name}${other}><span>${escape(label)}</span> <span>${text}</span></p>\n`;
    }
    case 'list': {
      const tag = block.isOrdered ? 'ol' : 'ul';
      const items = block.items
        .map((item) => `<li><bdi>${runsHtml(item, around)}</bdi></li>`)
        .join('');
      return `<${tag}${other}>${items}</${tag}>\n`;
    }
    case 'table': {
      const rows = block.rows.map((row) => `<tr>${row.map(cellHtml).join('')}</tr>`).join('\n');
      const caption = block.caption === '' ? '' : `<caption>${escape(block.caption)}</caption>`;
      // What is wider than the page is moved by the keyboard too.
      return `<div class="scroll" tabindex="0" role="group"${caption === '' ? '' : ` aria-label="${escape(block.caption)}"`}><table${other}>${caption}${rows}</table></div>\n`;
    }
    case 'quotation': {
      const inner = block.blocks.map((each) => blockHtml(each, around)).join('');
      const from = `<bdi${attributesOf(block.fromTongue, around)}>${runsHtml(block.from, around)}</bdi><br><a href="${escape(block.link)}" dir="ltr">${escape(block.link)}</a>`;
      return `<figure><blockquote${other}>${inner}</blockquote>${codeOf(block.link, words)}<figcaption>${from}</figcaption></figure>\n`;
    }
    case 'card': {
      const { name, detail, text, link } = block;
      const lines = [
        `<p class="name">${escape(name)}</p>`,
        ...(detail === '' ? [] : [`<p class="small">${escape(detail)}</p>`]),
        ...(text === '' ? [] : [`<p>${escape(text)}</p>`]),
      ].join('');
      return `<div class="card"><div${other}>${lines}<p class="small"><a href="${escape(link)}" dir="ltr">${escape(link)}</a></p></div>${codeOf(link, words)}</div>\n`;
    }
    case 'question': {
      const { text, answers, lines } = block;
      const boxes = answers.map((answer) => `<li>${escape(answer)}</li>`).join('');
      return `<div class="question"${other}><h3>${escape(words.question)}</h3><p>${escape(text)}</p>${boxes === '' ? '' : `<ul class="answers">${boxes}</ul>`}${'<div class="write"></div>'.repeat(lines)}</div>\n`;
    }
  }
}

const forbidden =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function headHtml(sheet: Sheet): string {
  const { title, lines, contents, words } = sheet;
  const under = lines.map((line) => `<p>${escape(line)}</p>`).join('\n');
  const items = contents
    .map(
      ({ id, text }) => `<li><a href="#${escape(encodeURIComponent(id))}">${escape(text)}</a></li>`,
    )
    .join('\n');
  const nav =
    items === ''
      ? ''
      : `<nav aria-labelledby="recital.contents"><h2 id="recital.contents">${escape(words.contents)}</h2>\n<ol>\n${items}\n</ol></nav>\n`;
  return `<!doctype html>
<html${spoken(sheet)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${forbidden}">
<meta name="generator" content="Recital">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1>${escape(title)}</h1>
${under}
</header>
${nav}`;
}

function notesHtml(notes: Notes, { notes: name, back }: SheetWords): string {
  if (notes.length === 0) return '';
  const items = notes.map(
    (note, at) =>
      `<li id="recital.note-${at + 1}">${escape(note)} <a href="#recital.note-${at + 1}-from" role="doc-backlink" aria-label="${escape(back)}, ${at + 1}">\u21a9\ufe0e</a></li>`,
  );
  return `<section class="footnotes" role="doc-endnotes" aria-label="${escape(name)}">\n<ol>\n${items.join('\n')}\n</ol></section>\n`;
}

/** Outside of what is printed as the document's own. */
function colophonHtml({ colophon }: Sheet, around: Around): string {
  if (colophon === null) return '';
  const lines = colophon.lines.map((runs) => `<p>${runsHtml(runs, around)}</p>`).join('\n');
  return `<footer>\n<h2>${escape(colophon.title)}</h2>\n${lines}\n</footer>\n`;
}

/**
 * One file that opens from a disk with the network off: no script, no font, no picture beside it. Piece by piece, so
 * that whoever joins them may let others go first between two.
 */
export function* htmlOf(sheet: Sheet): Generator<string> {
  yield headHtml(sheet);
  const around: Around = { sheet, notes: [] };
  let isInPart = false;
  for (const block of sheet.blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      yield `${isInPart ? '</section>\n' : ''}<section aria-labelledby="${escape(block.id)}">\n`;
      isInPart = true;
    }
    yield blockHtml(block, around);
  }
  if (isInPart) yield '</section>\n';
  yield `${notesHtml(around.notes, sheet.words)}</main>\n${colophonHtml(sheet, around)}</body>\n</html>\n`;
}
