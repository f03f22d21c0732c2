import { Marked } from 'marked';
import type { ReadSource } from './blocks.ts';
import { readHtml } from './html/index.ts';
import type { ReadLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Warnings } from './warn.ts';

/** Line breaks are kept, since a list of labels of the genre, `a)` below `a)`, is no list of Markdown. */
const marked = new Marked({ gfm: true, breaks: true, async: false });

const noteText = /^\[\^([^\]\s]{1,40})\]:[ \t]*(.*(?:\n(?: {2,}|\t).*){0,100})/gm;
const noteMark = /\[\^([^\]\s]{1,40})\]/g;

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Footnotes are no part of the Markdown that `marked` reads; they become the HTML that pages have for them. */
function withNotes(source: string): string {
  const notes: string[] = [];
  const body = source.replaceAll(noteText, (_, id: string, text: string) => {
    notes.push(
      `<aside role="doc-footnote" id="note-${escaped(id)}">\n\n${text.replaceAll(/\n[ \t]+/g, ' ')}\n\n</aside>`,
    );
    return '';
  });
  if (notes.length === 0) return source;
  const marks = body.replaceAll(
    noteMark,
    (_, id: string) => `<a role="doc-noteref" href="#note-${escaped(id)}">${escaped(id)}</a>`,
  );
  return `${marks}\n\n${notes.join('\n\n')}\n`;
}

/** The title and language of a YAML front matter, and the text behind it. */
function takeFrontMatter(source: string): {
  readonly body: string;
  readonly title: string | null;
  readonly language: string | null;
} {
  const [whole, yaml] = /^---\r?\n((?:.{0,500}\r?\n){0,60}?)---\r?\n/.exec(source) ?? [];
  if (whole === undefined || yaml === undefined)
    return { body: source, title: null, language: null };
  const field = (name: string): string | null =>
    new RegExp(`^${name}:[ \\t]*["']?(.{1,300}?)["']?[ \\t]*\\r?$`, 'm').exec(yaml)?.[1] ?? null;
  return {
    body: source.slice(whole.length),
    title: field('title'),
    language: field('lang') ?? field('language'),
  };
}

/**
 * The time that `marked` takes grows with the square of a paragraph's length, so what no person writes is not given to it:
 * longer runs of words, and longer texts.
 */
const longestRun = 10_000;
const longestText = 1_000_000;

/** A blank line, or one that begins a heading, a quotation, a row or an item: runs of words end there. */
const startOfBlock = /\n(?=[ \t]{0,20}(?:\r?\n|[|>#]|[-*+] |\d{1,9}[.)] ))/g;

/** Whether a text is better read line by line, though it is called Markdown. */
export function isBeyondMarkdown(source: string): boolean {
  if (source.length > longestText) return true;
  let start = 0;
  for (const { index } of source.matchAll(startOfBlock)) {
    if (index - start > longestRun) return true;
    start = index;
  }
  return source.length - start > longestRun;
}

/** Reads Markdown, by way of the page that it stands for. */
export function readMarkdown(source: string, limits: ReadLimits, warnings: Warnings): ReadSource {
  const { body, title, language } = takeFrontMatter(source);
  let html: string;
  try {
    html = marked.parse(withNotes(body.replaceAll('\r\n', '\n'))) as string;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal('too-deep', 'is not read: its parts stand too deep inside one another');
  }
  const read = readHtml(html, limits, warnings);
  return { ...read, title: title ?? read.title, language };
}
