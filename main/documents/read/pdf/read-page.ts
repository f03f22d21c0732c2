import { isRightToLeftCode } from './bidi.ts';
import { readDrawing } from './drawing.ts';
import { times, type Matrix } from './matrix.ts';
import type { Look, Page } from './page.ts';
import type { Pdfium, Pointer, RawFunctions } from './raw.ts';
import { AnyDirectionBuilder, LeftToRightBuilder, lookOf } from './runs.ts';

/** The most signs a page may have; more is no page that a person could read. */
const mostSigns = 200_000;

/** One page of an open document; null where it is damaged, or holds more signs than a page can. */
export function readPage(pdfium: Pdfium, document: Pointer, number: number): Page | null {
  const { raw } = pdfium;
  const page = raw.FPDF_LoadPage(document, number - 1);
  if (page === 0) return null;
  const text = raw.FPDFText_LoadPage(page);
  if (text !== 0 && raw.FPDFText_CountChars(text) > mostSigns) {
    raw.FPDFText_ClosePage(text);
    raw.FPDF_ClosePage(page);
    return null;
  }
  const toShown = shownMatrix(pdfium, page);
  const shown: Page = {
    number,
    width: raw.FPDF_GetPageWidthF(page),
    height: raw.FPDF_GetPageHeightF(page),
    runs: text === 0 ? [] : readRuns(pdfium, text, toShown),
    ...readDrawing(pdfium, page, toShown),
  };
  if (text !== 0) raw.FPDFText_ClosePage(text);
  raw.FPDF_ClosePage(page);
  return shown;
}

/** Pages may be turned and may show a part of their paper only; shown pages count from their upper left corner. */
function shownMatrix(pdfium: Pdfium, page: Pointer): Matrix {
  const { raw, scratch } = pdfium;
  const width = raw.FPDF_GetPageWidthF(page);
  const height = raw.FPDF_GetPageHeightF(page);
  const hasBox = raw.FPDF_GetPageBoundingBox(page, scratch) !== 0;
  const [left = 0, , , bottom = 0] = hasBox
    ? pdfium.floats().subarray(scratch >> 2, (scratch >> 2) + 4)
    : [];
  switch (raw.FPDFPage_GetRotation(page)) {
    case 1:
      return [0, 1, 1, 0, -bottom, -left];
    case 2:
      return [-1, 0, 0, 1, width + left, -bottom];
    case 3:
      return [0, -1, -1, 0, width + bottom, height + left];
    default:
      return [1, 0, 0, -1, -left, height + bottom];
  }
}

/** Letters that PDFium's order or codes do not settle: right-to-left scripts, and letters in the shape of their place. */
const needsSigns = /[\u0590-\u08ff\ufb00-\ufdff\ufe70-\ufefc]/;
/** PDFium writes these for a hyphen at a line's end: in the text of a page, and as the code of one sign. */
const lineEndHyphen = '\ufffe';
const hyphenCode = 2;

const isBlank = (code: number): boolean => (code <= 0x20 && code !== hyphenCode) || code === 0xa0;

function readRuns(pdfium: Pdfium, text: Pointer, toShown: Matrix): Page['runs'] {
  const count = pdfium.raw.FPDFText_CountChars(text);
  const words = wholeText(pdfium, text, count);
  return words === null || needsSigns.test(words)
    ? readSigns(pdfium, text, count, toShown)
    : readWords(pdfium, text, words, toShown);
}

/** The text of a page in one call; null where its signs are not one code unit each. */
function wholeText(pdfium: Pdfium, text: Pointer, count: number): string | null {
  const { raw } = pdfium;
  const into = raw.malloc((count + 1) * 2);
  if (into === 0) return null;
  const written = raw.FPDFText_GetText(text, 0, count, into);
  const bytes = pdfium.bytes().slice(into, into + count * 2);
  raw.free(into);
  return written === count + 1
    ? new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes)
    : null;
}

/** Word by word, which takes few calls: for pages whose text runs from left to right. */
function readWords(pdfium: Pdfium, text: Pointer, words: string, toShown: Matrix): Page['runs'] {
  const { raw } = pdfium;
  const place = new Placing(pdfium, text, toShown);
  const styles = new Styles(pdfium, text, toShown);
  const builder = new LeftToRightBuilder();
  let object: Pointer = -1;
  let start = -1;
  const finish = (end: number): void => {
    if (start === -1) return;
    const style = styles.at(start, object);
    if (style !== null) {
      place.read(start, end - 1);
      const word = words.slice(start, end);
      const plain = word.includes(lineEndHyphen) ? withHyphen(raw, text, start, word) : word;
      builder.glyph(plain, place.left, place.right, place.y, style.size, style.look);
    }
    start = -1;
  };
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    if (isBlank(code)) {
      finish(index);
      if (code >= 0x20 && raw.FPDFText_IsGenerated(text, index) === 0) builder.space();
      continue;
    }
    const owner = raw.FPDFText_GetTextObject(text, index);
    if (owner !== object) {
      finish(index);
      object = owner;
    }
    if (start === -1) start = index;
  }
  finish(words.length);
  return builder.finish();
}

function withHyphen(raw: RawFunctions, text: Pointer, start: number, word: string): string {
  return word.replaceAll(lineEndHyphen, (_, at: number) => {
    const code = raw.FPDFText_GetUnicode(text, start + at);
    return code <= hyphenCode || code > 0xff_fd ? '-' : String.fromCodePoint(code);
  });
}

/** Sign by sign: for pages with right-to-left text. */
function readSigns(pdfium: Pdfium, text: Pointer, count: number, toShown: Matrix): Page['runs'] {
  const { raw } = pdfium;
  const place = new Placing(pdfium, text, toShown);
  const styles = new Styles(pdfium, text, toShown);
  const builder = hasRightToLeft(pdfium, text, count)
    ? new AnyDirectionBuilder()
    : new LeftToRightBuilder();
  for (let index = 0; index < count; index += 1) {
    const code = raw.FPDFText_GetUnicode(text, index);
    if (isBlank(code)) {
      if (code >= 0x20 && raw.FPDFText_IsGenerated(text, index) === 0) builder.space();
      continue;
    }
    const style = styles.at(index, raw.FPDFText_GetTextObject(text, index));
    if (style === null) continue;
    place.read(index, index);
    const sign =
      code === hyphenCode ? '-' : String.fromCodePoint(code <= 0x10_ff_ff ? code : 0xff_fd);
    builder.glyph(sign, place.left, place.right, place.y, style.size, style.look);
  }
  return builder.finish();
}

function hasRightToLeft({ raw }: Pdfium, text: Pointer, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    if (isRightToLeftCode(raw.FPDFText_GetUnicode(text, index))) return true;
  }
  return false;
}

/** Where signs stand on the shown page: `read` sets the rest, so that nothing is made for each of a million signs. */
class Placing {
  left = 0;
  right = 0;
  y = 0;
  readonly #pdfium: Pdfium;
  readonly #text: Pointer;
  readonly #toShown: Matrix;
  readonly #doubles: Float64Array;
  readonly #floats: Float32Array;

  constructor(pdfium: Pdfium, text: Pointer, toShown: Matrix) {
    this.#pdfium = pdfium;
    this.#text = text;
    this.#toShown = toShown;
    this.#doubles = pdfium.doubles();
    this.#floats = pdfium.floats();
  }

  /** From the beginning of the first sign to the end of the last. */
  read(first: number, last: number): void {
    const { raw, scratch } = this.#pdfium;
    const [a, b, c, d, e, f] = this.#toShown;
    raw.FPDFText_GetCharOrigin(this.#text, first, scratch, scratch + 8);
    const x = this.#doubles[scratch >> 3] ?? 0;
    const y = this.#doubles[(scratch >> 3) + 1] ?? 0;
    const at = (scratch + 16) >> 2;
    raw.FPDFText_GetLooseCharBox(this.#text, first, scratch + 16);
    const left = this.#floats[at] ?? 0;
    const bottom = this.#floats[at + 3] ?? 0;
    if (last !== first) raw.FPDFText_GetLooseCharBox(this.#text, last, scratch + 16);
    const right = this.#floats[at + 2] ?? 0;
    const top = this.#floats[at + 1] ?? 0;
    const one = a * left + c * bottom + e;
    const other = a * right + c * top + e;
    this.left = Math.min(one, other);
    this.right = Math.max(one, other);
    this.y = b * x + d * y + f;
  }
}

interface Style {
  readonly size: number;
  readonly look: Look;
}

/** Sizes and looks; all signs of one text object share them. */
class Styles {
  readonly #pdfium: Pdfium;
  readonly #text: Pointer;
  readonly #toShown: Matrix;
  readonly #looks = new Map<Pointer, Look>();
  #object: Pointer = -1;
  #style: Style | null = null;

  constructor(pdfium: Pdfium, text: Pointer, toShown: Matrix) {
    this.#pdfium = pdfium;
    this.#text = text;
    this.#toShown = toShown;
  }

  /** Null for text that does not stand upright on the page. */
  at(index: number, object: Pointer): Style | null {
    if (object !== this.#object) {
      this.#object = object;
      this.#style = styleAt(this.#pdfium, this.#text, index, object, this.#toShown, this.#looks);
    }
    return this.#style;
  }
}

function styleAt(
  pdfium: Pdfium,
  text: Pointer,
  index: number,
  object: Pointer,
  toShown: Matrix,
  looks: Map<Pointer, Look>,
): Style | null {
  const { raw, scratch } = pdfium;
  const size = raw.FPDFText_GetFontSize(text, index);
  if (raw.FPDFText_GetMatrix(text, index, scratch) === 0) return null;
  const [a = 1, b = 0, c = 0, d = 1] = pdfium.floats().subarray(scratch >> 2, (scratch >> 2) + 4);
  const shown = times([a, b, c, d, 0, 0], toShown);
  if (Math.abs(shown[1]) > Math.abs(shown[0]) * 0.2 || shown[0] <= 0) return null;
  const font = object === 0 ? 0 : raw.FPDFTextObj_GetFont(object);
  let look = looks.get(font);
  if (look === undefined) {
    const name =
      font === 0
        ? ''
        : pdfium.narrowText((into, room) => raw.FPDFFont_GetBaseFontName(font, into, room));
    look = lookOf(
      name,
      font === 0 ? 0 : raw.FPDFFont_GetWeight(font),
      font === 0 ? 0 : raw.FPDFFont_GetFlags(font),
    );
    looks.set(font, look);
  }
  return { size: size * Math.hypot(shown[2], shown[3]), look };
}
