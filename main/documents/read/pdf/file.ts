import { done, failed, type Result } from '../../../contract/failure.ts';
import type { OutlineEntry, Page } from './page.ts';
import { readPage } from './read-page.ts';
import { openError, type Pdfium, type Pointer } from './raw.ts';

/** An open file. Nothing of it may be used after `close`. */
export interface PdfFile {
  readonly pageCount: number;
  /** What the file says it is called; empty where it says nothing. */
  readonly title: string;
  readonly outline: readonly OutlineEntry[];
  /** `number` counts from 1; null where the page is damaged. */
  page(number: number): Page | null;
  close(): void;
}

const mostOutlineEntries = 10_000;
const deepestOutline = 12;

/** Opens a file; one that is encrypted with an empty password opens like any other. */
export function openFile(pdfium: Pdfium, name: string, bytes: Uint8Array): Result<PdfFile> {
  const { raw } = pdfium;
  const copy = raw.malloc(bytes.length);
  if (copy === 0) return failed('too-large', `${name} is too large to be read.`);
  pdfium.bytes().set(bytes, copy);
  const document = raw.FPDF_LoadMemDocument(copy, bytes.length, 0);
  const refuse = (failure: Result<never>): Result<never> => {
    if (document !== 0) raw.FPDF_CloseDocument(document);
    raw.free(copy);
    return failure;
  };
  if (document === 0) {
    const code = raw.FPDF_GetLastError();
    if (code === openError.password || code === openError.security) {
      return refuse(
        failed(
          'encrypted',
          `${name} is encrypted. Open it with its password, then save it without one.`,
        ),
      );
    }
    return refuse(isCutOff(bytes) ? truncated(name) : unreadable(name));
  }
  // A cut file often opens, with what is left of it: that would pass a part off as the whole.
  if (isCutOff(bytes)) return refuse(truncated(name));
  const pageCount = raw.FPDF_GetPageCount(document);
  if (pageCount === 0) return refuse(unreadable(name));
  return done({
    pageCount,
    title: metaText(pdfium, document, 'Title'),
    outline: readOutline(pdfium, document),
    page: (number) => readPage(pdfium, document, number),
    close: () => {
      raw.FPDF_CloseDocument(document);
      raw.free(copy);
    },
  });
}

const truncated = (name: string): Result<never> =>
  failed(
    'truncated',
    `${name} is cut off: the end of the file is missing. Get a fresh copy of the file.`,
  );

const unreadable = (name: string): Result<never> =>
  failed(
    'damaged',
    `${name} is damaged: no page can be found in it. Get a fresh copy of the file.`,
  );

/** A PDF file ends with the place of its table of contents (ISO 32000-2, 7.5.5), give or take some stray bytes. */
function isCutOff(bytes: Uint8Array): boolean {
  const end = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 4096)));
  return !/startxref\s+\d+/.test(end);
}

function metaText(pdfium: Pdfium, document: Pointer, tag: string): string {
  const size = tag.length + 1;
  const at = pdfium.raw.malloc(size);
  if (at === 0) return '';
  pdfium.bytes().set(new TextEncoder().encode(`${tag}\0`), at);
  const text = pdfium.wideText((into, room) =>
    pdfium.raw.FPDF_GetMetaText(document, at, into, room),
  );
  pdfium.raw.free(at);
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The outline from top to bottom. Entries that lead back to themselves are met once. */
function readOutline(pdfium: Pdfium, document: Pointer): readonly OutlineEntry[] {
  const { raw } = pdfium;
  const entries: OutlineEntry[] = [];
  const met = new Set<Pointer>();
  const walk = (parent: Pointer, level: number): void => {
    for (
      let bookmark = raw.FPDFBookmark_GetFirstChild(document, parent);
      bookmark !== 0 && !met.has(bookmark) && entries.length < mostOutlineEntries;
      bookmark = raw.FPDFBookmark_GetNextSibling(document, bookmark)
    ) {
      met.add(bookmark);
      const title = pdfium.wideText((into, size) =>
        raw.FPDFBookmark_GetTitle(bookmark, into, size),
      );
      const direct = raw.FPDFBookmark_GetDest(document, bookmark);
      const action = direct === 0 ? raw.FPDFBookmark_GetAction(bookmark) : 0;
      const target = action === 0 ? direct : raw.FPDFAction_GetDest(document, action);
      const page = target === 0 ? 0 : raw.FPDFDest_GetDestPageIndex(document, target) + 1;
      entries.push({ title: title.replaceAll(/\s+/g, ' ').trim(), level, page });
      if (level < deepestOutline) walk(bookmark, level + 1);
    }
  };
  walk(0, 1);
  return entries;
}
