import { Refusal } from './refusal.ts';

/** What a file is by its content. */
export type Format =
  | 'archive'
  | 'pdf'
  | 'rtf'
  | 'compound'
  | 'image'
  | 'flat-odt'
  | 'html'
  | 'markdown'
  | 'xml'
  | 'text'
  | 'binary';

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

const isImage = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0x49, 0x49, 0x2a, 0x00) ||
  startsWith(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
  /^GIF8[79]a/.test(ascii(bytes, 0, 6)) ||
  (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') ||
  (ascii(bytes, 0, 2) === 'BM' && bytes.length > 26 && bytes[14] === 40) ||
  /^ftyp(?:heic|heix|mif1|avif)/.test(ascii(bytes, 4, 8)) ||
  startsWith(bytes, 0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d);

/** Known at their first bytes, and none of them a document to read. */
const otherBinary: readonly (readonly [string, readonly number[]])[] = [
  ['a gzip archive', [0x1f, 0x8b]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90]],
  ['a SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
];

/** Formats that show at the first bytes; null: it may be text of some kind. Refuses with `format-unsupported`. */
export function detectBinary(bytes: Uint8Array): Format | null {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06))
    return 'archive';
  // Readers of PDF take a head of up to a kilobyte before the mark.
  if (ascii(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'compound';
  if (isImage(bytes)) return 'image';
  if (ascii(bytes, 0, 5) === '{\\rtf') return 'rtf';
  for (const [what, head] of otherBinary) {
    if (startsWith(bytes, ...head)) {
      throw new Refusal(
        'format-unsupported',
        `is ${what}, which Recital does not read. Give it the document itself`,
      );
    }
  }
  return null;
}

const headOfHtml =
  /^<(?:!doctype\s+html|html|head|body|article|main|div|h[1-6]|p|table|ol|ul|meta)\b/i;

/** A text without what may stand before the first element of a page. */
function fromFirstElement(head: string): string {
  let rest = head
    .trimStart()
    .replace(/^<\?xml[^>]{0,200}>/, '')
    .trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) break;
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** A heading, a link, strong words, a quotation or code: what only somebody who writes Markdown writes. */
const marksOfMarkdown: readonly RegExp[] = [
  /^#{1,6} +\S/m,
  /\[[^\]\n]{1,200}\]\((?:https?:\/\/|#|\.{0,2}\/)[^)\n]{1,400}\)/,
  /(?<![*\w])\*\*[^*\s][^*\n]{0,200}\*\*(?![*\w])/,
  /^(?:```|~~~)/m,
  /^\|?(?:\s*:?-{3,}:?\s*\|){1,40}/m,
  /^\[\^[^\]\s]{1,20}\]:/m,
];

/** Of what kind a text is. A name that ends in `.md` is believed; else Markdown shows by two of its marks. */
export function detectText(name: string, text: string): Format {
  const head = text.slice(0, 20_000);
  if (/^\s*<\?xml[\s\S]{0,2000}<office:document\b/.test(head)) return 'flat-odt';
  if (headOfHtml.test(fromFirstElement(head))) return 'html';
  if (/^\s*<\?xml\s|^\s*<!doctype\s/i.test(head)) return 'xml';
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  const marks = marksOfMarkdown.filter((mark) => mark.test(text.slice(0, 200_000))).length;
  return marks >= 2 ? 'markdown' : 'text';
}

/** The ending that a file of a format usually has, for the warning about a wrong one. */
const endings: Readonly<Record<string, RegExp>> = {
  docx: /\.(?:docx|docm|dotx|dotm)$/i,
  odt: /\.(?:odt|ott|fodt)$/i,
  epub: /\.epub$/i,
  pdf: /\.pdf$/i,
  html: /\.(?:html?|xhtml)$/i,
  markdown: /\.(?:md|markdown|txt)$/i,
  text: /\.(?:txt|text|md|markdown)$/i,
};

const nameOfFormat: Readonly<Record<string, string>> = {
  docx: 'a DOCX document',
  odt: 'an ODT document',
  epub: 'an EPUB book',
  pdf: 'a PDF document',
  html: 'an HTML page',
  markdown: 'a Markdown text',
  text: 'a plain text',
};

/** What to say where a file's name promises another format than it has; null where it promises none. */
export function misnaming(name: string, format: string): string | null {
  const ending = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0];
  const promised = Object.entries(endings).find(([, pattern]) => pattern.test(name))?.[0];
  if (ending === undefined || promised === undefined || endings[format]?.test(name) === true)
    return null;
  return `The name ends in ${ending}, but the file is ${nameOfFormat[format] ?? format}; it is read as that.`;
}
