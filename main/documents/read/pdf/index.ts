import { done, failed, type Result } from '../../../contract/failure.ts';
import type { ReadSource } from '../blocks.ts';
import type { ReadLimits } from '../limits.ts';
import type { Warnings } from '../warn.ts';
import { blocksOf } from './assemble.ts';
import { createPdfEngine, type PdfEngine } from './engine.ts';
import type { PdfFile } from './file.ts';
import type { Page } from './page.ts';

export { createPdfEngine };
export type { PdfEngine };

/**
 * Reads a PDF file: its text in reading order, without the heads, feet and numbers of its pages. Fails with
 * `encrypted`, `truncated`, `damaged`, `scanned` (pictures of pages, no text), `file-empty` (neither), `too-large`, and
 * `format-unsupported` where the caller has no engine.
 */
export async function readPdf(
  name: string,
  bytes: Uint8Array,
  limits: ReadLimits,
  engine: PdfEngine | undefined,
  warnings: Warnings,
): Promise<Result<ReadSource>> {
  if (bytes.length > limits.maxBytes)
    return failed('too-large', `${name} is too large to be read.`);
  if (bytes.length === 0) return failed('file-empty', `${name} is empty: it holds no bytes.`);
  if (engine === undefined) {
    return failed(
      'format-unsupported',
      `${name} is a PDF file, and nothing to read it with is at hand.`,
    );
  }
  return engine.use(name, bytes, (file) => {
    const pages = readPages(file, warnings);
    const refusal = refuseWithoutText(name, pages);
    if (refusal !== null) return refusal;
    const blocks = blocksOf(pages, file.outline, warnings);
    if (blocks.length > limits.maxBlocks) {
      return failed('too-large', `${name} has more paragraphs than can be read.`);
    }
    return done({ blocks, title: meaningfulTitle(file.title) });
  });
}

function readPages(file: PdfFile, warnings: Warnings): Page[] {
  const pages: Page[] = [];
  for (let number = 1; number <= file.pageCount; number += 1) {
    const page = file.page(number);
    if (page === null) {
      warnings.add('page-damaged', `Page ${number} cannot be read and is left out.`, null);
    } else pages.push(page);
  }
  return pages;
}

/** A scan may carry a few letters of a stamp; a page of text has hundreds. */
const fewestLettersOfPage = 12;

function refuseWithoutText(name: string, pages: readonly Page[]): Result<never> | null {
  if (pages.length === 0)
    return failed('damaged', `${name} is damaged: no page opens. Get a fresh copy of the file.`);
  let letters = 0;
  let pictures = 0;
  for (const page of pages) {
    for (const run of page.runs) letters += run.text.length;
    const area = page.images.reduce(
      (sum, box) => sum + (box.right - box.left) * (box.bottom - box.top),
      0,
    );
    if (area > page.width * page.height * 0.4) pictures += 1;
  }
  if (letters >= fewestLettersOfPage * pages.length) return null;
  if (pictures * 2 > pages.length) {
    return failed(
      'scanned',
      `${name} holds pictures of pages and no text. Run text recognition on it and take the result, or the original.`,
    );
  }
  return letters > 0 ? null : failed('file-empty', `${name} is empty: it holds no words.`);
}

/** Many producers write the name of the file, or their own, for a title. */
function meaningfulTitle(title: string): string | null {
  if (title === '' || /^(?:untitled|title|document\d*|microsoft word\b.*)$/i.test(title))
    return null;
  return /\.(?:docx?|odt|rtf|pdf|html?|txt|indd|tex|dvi)$/i.test(title) ? null : title;
}
