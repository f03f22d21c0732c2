import { done, failed, type Result } from '../../contract/failure.ts';
import type { ReadSource } from './blocks.ts';
import { detectBinary, detectText, misnaming } from './detect.ts';
import { readDocx } from './docx/index.ts';
import { decodeText } from './encoding.ts';
import { readEpub } from './epub.ts';
import { declaredEncoding } from './html/encoding.ts';
import { readHtml } from './html/index.ts';
import type { ReadLimits } from './limits.ts';
import { isBeyondMarkdown, readMarkdown } from './markdown.ts';
import { readFlatOdt, readOdt } from './odt/index.ts';
import { readPdf, type PdfEngine } from './pdf/index.ts';
import { Refusal } from './refusal.ts';
import { readText } from './text.ts';
import type { Warnings } from './warn.ts';
import { attribute, decodeXml, readXml } from './xml.ts';
import { openArchive, type Archive } from './zip.ts';

/** What a format needs from outside, since nothing here reads files. */
export interface ReadEngines {
  readonly pdf?: PdfEngine;
}

interface Request {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly limits: ReadLimits;
  readonly engines: ReadEngines;
  readonly warnings: Warnings;
}

/**
 * The blocks of a file of any format: the format is told from its content, and a name that says another one is a warning.
 *
 * Errors: `file-empty`, `too-large`, `too-deep`, `not-text`, `encrypted`, `truncated`, `damaged`, `scanned`,
 * `format-unsupported`, `archive-hostile`, `unpacks-too-large`, `entities-refused`.
 */
export async function readSource(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  engines: ReadEngines,
  warnings: Warnings,
): Promise<Result<ReadSource>> {
  try {
    return await read({ name, bytes, limits, engines, warnings });
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, `${name} ${error.message}.`);
    throw error;
  }
}

async function read(request: Request): Promise<Result<ReadSource>> {
  const { name, bytes, limits, engines, warnings } = request;
  if (bytes.length === 0) throw new Refusal('file-empty', 'is empty: it holds no bytes');
  if (bytes.length > limits.maxBytes) {
    throw new Refusal('too-large', `is larger than ${Math.floor(limits.maxBytes / 1_000_000)} MB`);
  }
  switch (detectBinary(bytes)) {
    case 'pdf':
      checkName(request, 'pdf');
      return readPdf(name, bytes, limits, engines.pdf, warnings);
    case 'archive':
      return done(readArchive(request));
    case 'compound':
      throw refuseCompound(bytes);
    case 'rtf':
      throw new Refusal(
        'format-unsupported',
        'is a rich text file (RTF), which Recital does not read. Open it in a word processor and save it as DOCX',
      );
    case 'image':
      throw new Refusal(
        'scanned',
        'is a picture, so it holds no text to read. Run text recognition on it and save the result as a PDF or DOCX',
      );
    default:
      return done(readTextual(request));
  }
}

function checkName({ name, warnings }: Request, format: string): void {
  const message = misnaming(name, format);
  if (message !== null) warnings.add('wrong-extension', message, null);
}

function readTextual(request: Request): ReadSource {
  const { name, bytes, limits, warnings } = request;
  const text = decodeText(bytes, warnings, declaredEncoding(bytes)).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new Refusal('file-empty', 'is empty: it holds no words');
  switch (detectText(name, text)) {
    case 'xml':
      throw /<!(?:doctype|entity)\b/i.test(text.slice(0, 100_000))
        ? new Refusal(
            'entities-refused',
            'is not read: it declares a document type or entities of its own',
          )
        : new Refusal(
            'format-unsupported',
            `is XML of a kind that Recital does not read. ${advice}`,
          );
    case 'flat-odt':
      checkName(request, 'odt');
      return withWords(null, readFlatOdt(text, limits, warnings));
    case 'html':
      checkName(request, 'html');
      return withWords(null, readHtml(text, limits, warnings));
    case 'markdown':
      checkName(request, 'markdown');
      if (isBeyondMarkdown(text)) {
        warnings.add(
          'markdown-as-text',
          'It is too long for Markdown and is read as plain text.',
          null,
        );
        return readText(text, limits, warnings);
      }
      return withWords(null, readMarkdown(text, limits, warnings));
    default:
      checkName(request, 'text');
      return readText(text, limits, warnings);
  }
}

/** Refuses what holds no words, with a reason of its own for a document that is pictures of pages. */
function withWords(archive: Archive | null, source: ReadSource): ReadSource {
  if (source.blocks.length > 0) return source;
  if (
    archive?.names.some((name) => /\.(?:png|jpe?g|tiff?|gif|bmp|emf|webp)$/i.test(name)) === true
  ) {
    throw new Refusal(
      'scanned',
      'holds pictures and no words. Run text recognition on it and save the result as a PDF or DOCX',
    );
  }
  throw new Refusal('file-empty', 'is empty: it holds no words');
}

function readArchive(request: Request): ReadSource {
  const { bytes, limits, warnings } = request;
  const archive = openArchive(bytes, limits);
  const body = findWordBody(archive, limits);
  if (body !== null) {
    checkName(request, 'docx');
    return withWords(archive, readDocx(archive, body, limits, warnings));
  }
  const type = archive.has('mimetype') ? mimeType(archive) : '';
  if (type.startsWith('application/epub') || archive.has('META-INF/container.xml')) {
    checkName(request, 'epub');
    return withWords(archive, readEpub(archive, limits, warnings));
  }
  if (
    type.startsWith('application/vnd.oasis.opendocument.text') ||
    (type === '' && archive.has('content.xml'))
  ) {
    checkName(request, 'odt');
    return withWords(archive, readOdt(archive, limits, warnings));
  }
  throw new Refusal(
    'format-unsupported',
    `is ${nameOfArchive(archive, type)}, which Recital does not read. ${advice}`,
  );
}

const advice = 'Give it a DOCX, ODT, PDF, EPUB, HTML, Markdown or text file';

const mimeType = (archive: Archive): string =>
  new TextDecoder().decode(archive.unpack('mimetype') ?? undefined).trim();

function nameOfArchive(archive: Archive, type: string): string {
  if (archive.has('xl/workbook.xml') || type.includes('spreadsheet')) return 'a spreadsheet';
  if (archive.has('ppt/presentation.xml') || type.includes('presentation')) return 'a presentation';
  return 'an archive of other files';
}

/** The main part of a DOCX: its usual place, or the one that the package's relations name. */
function findWordBody(archive: Archive, { maxDepth }: ReadLimits): string | null {
  if (archive.has('word/document.xml')) return 'word/document.xml';
  const relations = archive.unpack('_rels/.rels');
  if (relations === null || archive.has('xl/workbook.xml') || archive.has('ppt/presentation.xml'))
    return null;
  let body: string | null = null;
  const open = (attributes: string): void => {
    if (attribute(attributes, 'Type')?.endsWith('/officeDocument') !== true) return;
    body = attribute(attributes, 'Target')?.replace(/^\//, '') ?? null;
  };
  readXml(decodeXml(relations), new Map([['Relationship', { open }]]), () => {}, maxDepth);
  return body !== null && /(?:^|\/)document\d*\.xml$/.test(body) && archive.has(body) ? body : null;
}

/** An OLE2 container: a locked OOXML document keeps its packed self in a stream of that name. */
function refuseCompound(bytes: Uint8Array): Refusal {
  const holds = (stream: string): boolean => {
    const wanted = Array.from(stream, (letter) => letter.charCodeAt(0));
    for (
      let at = bytes.indexOf(wanted[0] ?? 0);
      at !== -1;
      at = bytes.indexOf(wanted[0] ?? 0, at + 1)
    ) {
      // Names of streams are written in UTF-16.
      if (
        wanted.every(
          (code, index) => bytes[at + 2 * index] === code && bytes[at + 2 * index + 1] === 0,
        )
      )
        return true;
    }
    return false;
  };
  if (holds('EncryptedPackage')) {
    return new Refusal(
      'encrypted',
      'is encrypted. Open it with its password, then save it without one',
    );
  }
  const what = holds('WordDocument')
    ? 'an old Word document (.doc)'
    : 'an old Office file (.doc, .xls, .ppt or .msg)';
  return new Refusal(
    'format-unsupported',
    `is ${what}, which Recital does not read. Open it in a word processor and save it as DOCX`,
  );
}
