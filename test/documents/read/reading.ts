import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import type { Cell, Warning } from '../../../main/contract/document.ts';
import type { Result } from '../../../main/contract/failure.ts';
import type { Block, ReadSource } from '../../../main/documents/read/blocks.ts';
import { readSource } from '../../../main/documents/read/index.ts';
import { defaultLimits, type ReadLimits } from '../../../main/documents/read/limits.ts';
import { Warnings } from '../../../main/documents/read/warn.ts';

const folder = new URL('../../fixtures/files/', import.meta.url);

/** The bytes of a real file. */
export const fileOf = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(name, folder)));

export async function read(
  name: string,
  source: Uint8Array | string,
  limits: Partial<ReadLimits> = {},
): Promise<{ readonly result: Result<ReadSource>; readonly warnings: readonly Warning[] }> {
  const warnings = new Warnings();
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source;
  const result = await readSource(name, bytes, { ...defaultLimits, ...limits }, {}, warnings);
  return { result, warnings: warnings.list() };
}

export async function sourceOf(name: string, source: Uint8Array | string): Promise<ReadSource> {
  const { result } = await read(name, source);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export async function codeOf(
  name: string,
  source: Uint8Array | string,
  limits?: Partial<ReadLimits>,
): Promise<string> {
  const { result } = await read(name, source, limits);
  return result.ok ? 'read' : result.error.code;
}

const cellText = ({ text, isHeader, columns, rows }: Cell): string =>
  `${isHeader ? '!' : ''}${text.replaceAll('\n', ' / ')}${columns + rows > 2 ? ` [${columns}x${rows}]` : ''}`;

/**
 * Blocks as a person would note them down: `#` for a heading, `>` for the depth of a list, `~` for a tab, a footnote as
 * `{mark: text}` at its place, a table as rows of `|`, a span as `[columns x rows]`, `!` before a header cell.
 */
function noted({ text, footnotes, level, depth, table, figure }: Block): string {
  const notes = footnotes.map((note) => `{${note.mark}: ${note.text}}`);
  if (figure !== undefined) return `figure: ${figure.caption}${notes.join('')}`;
  if (table !== undefined) {
    const rows = table.rows.map((row) => row.map(cellText).join(' | '));
    return [`table: ${table.caption}${notes.join('')}`, ...rows].join('\n');
  }
  let words = text;
  for (const { at, mark, text: note } of footnotes.toReversed()) {
    words = `${words.slice(0, at)}{${mark}: ${note}}${words.slice(at)}`;
  }
  const head = level === undefined ? '>'.repeat(depth ?? 0) : '#'.repeat(level);
  return `${head}${head === '' ? '' : ' '}${words.replaceAll('\t', '~')}`;
}

export const linesOf = async (
  name: string,
  source: Uint8Array | string,
): Promise<readonly string[]> => (await sourceOf(name, source)).blocks.map(noted);

export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  );

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';

const kinds = ['styles', 'numbering', 'footnotes', 'endnotes'] as const;

/** A DOCX of hand-written WordprocessingML: what stands inside each part's root element. */
export function docxOf(
  body: string,
  parts: Partial<Record<(typeof kinds)[number], string>> = {},
): Uint8Array {
  const roots = {
    styles: 'w:styles',
    numbering: 'w:numbering',
    footnotes: 'w:footnotes',
    endnotes: 'w:endnotes',
  };
  const present = kinds.filter((kind) => parts[kind] !== undefined);
  return zipOf({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/_rels/document.xml.rels': `<Relationships>${present
      .map(
        (kind, index) =>
          `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${kind}.xml"/>`,
      )
      .join('')}</Relationships>`,
    ...Object.fromEntries(
      present.map((kind) => [
        `word/${kind}.xml`,
        `<${roots[kind]} ${namespaces}>${parts[kind]}</${roots[kind]}>`,
      ]),
    ),
    'word/document.xml': `<?xml version="1.0"?><w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
  });
}

export const p = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${words}</w:p>`;
export const r = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
