/** A place in the engine's memory; 0 is none. */
export type Pointer = number;

/**
 * The functions of PDFium that reading needs, called on the WebAssembly exports themselves: a call for every character
 * then costs some nanoseconds, where the package's wrappers take many times that. Names and meaning are those of
 * PDFium's public headers (`fpdfview.h`, `fpdf_text.h`, `fpdf_edit.h`, `fpdf_doc.h`); a boolean is 0 or 1.
 */
export interface RawFunctions {
  malloc(size: number): Pointer;
  free(at: Pointer): void;
  FPDF_LoadMemDocument(bytes: Pointer, length: number, password: Pointer): Pointer;
  FPDF_CloseDocument(document: Pointer): void;
  FPDF_GetLastError(): number;
  FPDF_GetPageCount(document: Pointer): number;
  FPDF_GetMetaText(document: Pointer, tag: Pointer, into: Pointer, size: number): number;
  FPDF_LoadPage(document: Pointer, index: number): Pointer;
  FPDF_ClosePage(page: Pointer): void;
  FPDF_GetPageWidthF(page: Pointer): number;
  FPDF_GetPageHeightF(page: Pointer): number;
  FPDFPage_GetRotation(page: Pointer): number;
  FPDF_GetPageBoundingBox(page: Pointer, into: Pointer): number;
  FPDFPage_CountObjects(page: Pointer): number;
  FPDFPage_GetObject(page: Pointer, index: number): Pointer;
  FPDFFormObj_CountObjects(form: Pointer): number;
  FPDFFormObj_GetObject(form: Pointer, index: number): Pointer;
  FPDFPageObj_GetType(object: Pointer): number;
  FPDFPageObj_GetMatrix(object: Pointer, into: Pointer): number;
  FPDFPageObj_GetBounds(
    object: Pointer,
    left: Pointer,
    bottom: Pointer,
    right: Pointer,
    top: Pointer,
  ): number;
  FPDFPath_CountSegments(path: Pointer): number;
  FPDFPath_GetPathSegment(path: Pointer, index: number): Pointer;
  FPDFPath_GetDrawMode(path: Pointer, fill: Pointer, stroke: Pointer): number;
  FPDFPathSegment_GetPoint(segment: Pointer, x: Pointer, y: Pointer): number;
  FPDFPathSegment_GetType(segment: Pointer): number;
  FPDFPathSegment_GetClose(segment: Pointer): number;
  FPDFText_LoadPage(page: Pointer): Pointer;
  FPDFText_ClosePage(text: Pointer): void;
  FPDFText_CountChars(text: Pointer): number;
  FPDFText_GetText(text: Pointer, start: number, count: number, into: Pointer): number;
  FPDFText_GetUnicode(text: Pointer, index: number): number;
  FPDFText_IsGenerated(text: Pointer, index: number): number;
  FPDFText_GetCharOrigin(text: Pointer, index: number, x: Pointer, y: Pointer): number;
  FPDFText_GetLooseCharBox(text: Pointer, index: number, into: Pointer): number;
  FPDFText_GetTextObject(text: Pointer, index: number): Pointer;
  FPDFText_GetFontSize(text: Pointer, index: number): number;
  FPDFText_GetMatrix(text: Pointer, index: number, into: Pointer): number;
  FPDFTextObj_GetFont(object: Pointer): Pointer;
  FPDFFont_GetBaseFontName(font: Pointer, into: Pointer, size: number): number;
  FPDFFont_GetFlags(font: Pointer): number;
  FPDFFont_GetWeight(font: Pointer): number;
  FPDFBookmark_GetFirstChild(document: Pointer, bookmark: Pointer): Pointer;
  FPDFBookmark_GetNextSibling(document: Pointer, bookmark: Pointer): Pointer;
  FPDFBookmark_GetTitle(bookmark: Pointer, into: Pointer, size: number): number;
  FPDFBookmark_GetDest(document: Pointer, bookmark: Pointer): Pointer;
  FPDFBookmark_GetAction(bookmark: Pointer): Pointer;
  FPDFAction_GetDest(document: Pointer, action: Pointer): Pointer;
  FPDFDest_GetDestPageIndex(document: Pointer, destination: Pointer): number;
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}

/** PDFium's codes for what a page holds and why a file did not open. */
export const objectType = { text: 1, path: 2, image: 3, form: 5 } as const;
export const openError = { password: 4, security: 5 } as const;

/** One running PDFium and a scratch place in its memory for what its functions write. */
export class Pdfium {
  readonly raw: RawFunctions;
  /** 4096 bytes. */
  readonly scratch: Pointer;
  static readonly scratchSize = 4096;

  constructor(raw: RawFunctions) {
    this.raw = raw;
    this.scratch = raw.malloc(Pdfium.scratchSize);
  }

  /** Views of the whole memory; stale after any call that may allocate. */
  bytes(): Uint8Array {
    return new Uint8Array(this.raw.memory.buffer);
  }
  floats(): Float32Array {
    return new Float32Array(this.raw.memory.buffer);
  }
  doubles(): Float64Array {
    return new Float64Array(this.raw.memory.buffer);
  }
  integers(): Int32Array {
    return new Int32Array(this.raw.memory.buffer);
  }

  /** A text that PDFium writes as UTF-16 with a closing zero; empty where there is none. */
  wideText(write: (into: Pointer, size: number) => number): string {
    return this.#text(write, (bytes) => new TextDecoder('utf-16le').decode(bytes), 2);
  }

  /** The same for single bytes. */
  narrowText(write: (into: Pointer, size: number) => number): string {
    return this.#text(write, (bytes) => new TextDecoder('latin1').decode(bytes), 1);
  }

  #text(
    write: (into: Pointer, size: number) => number,
    decode: (bytes: Uint8Array) => string,
    zero: number,
  ): string {
    const size = write(this.scratch, Pdfium.scratchSize);
    if (size <= zero || size > Pdfium.scratchSize) return '';
    const text = decode(this.bytes().slice(this.scratch, this.scratch + size - zero));
    return text.replaceAll('\0', '');
  }
}
