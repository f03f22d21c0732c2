import { isRightToLeft, readingOrder } from './bidi.ts';
import type { Look, Run } from './page.ts';

const plain: Look = { isBold: false, isItalic: false };
const bold: Look = { isBold: true, isItalic: false };
const italic: Look = { isBold: false, isItalic: true };
const boldItalic: Look = { isBold: true, isItalic: true };

const italicFlag = 1 << 6;
const forcedBoldFlag = 1 << 18;

/** How a font looks, from its name, its weight (400 is normal, 0 unknown) and its flags (ISO 32000-2, table 121). */
export function lookOf(name: string, weight: number, flags: number): Look {
  const isBold =
    /bold|black|heavy|demi/i.test(name) || weight >= 600 || (flags & forcedBoldFlag) !== 0;
  const isItalic = /ital|obli/i.test(name) || (flags & italicFlag) !== 0;
  if (isBold) return isItalic ? boldItalic : bold;
  return isItalic ? italic : plain;
}

/** One glyph may stand for several letters, and letters may come in the shape they have inside a word. */
function plainLetters(text: string): string {
  const code = text.charCodeAt(0);
  const isShaped = (code >= 0xfb00 && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfefc);
  return isShaped ? text.normalize('NFKC').trim() : text;
}

/** Gaps between two characters, in parts of the type size. */
const gap = {
  /** Less is no space, even where the file has one. */
  spaceIfWritten: 0.03,
  /** More is a space, even where the file has none. */
  space: 0.17,
  /** More is a tab, a label's or a column's, and begins another run. */
  tab: 0.85,
  /** Typesetters put this much between Chinese signs and foreign words, where the text has no space. */
  besideChinese: 0.5,
  /** How far one may reach into the other. */
  overlap: 0.35,
} as const;

/** What stands for a gap of this width: nothing, a space, or a tab where it is wider than a space ever is. */
export function blank(width: number, size: number, isWritten: boolean): '' | ' ' | '\t' {
  if (width > gap.tab * size) return '\t';
  return width > (isWritten ? gap.spaceIfWritten : gap.space) * size ? ' ' : '';
}

const isChinese = (code: number): boolean => code >= 0x2e80 && code <= 0x9fff;

export const areBesideChinese = (before: string, after: string): boolean =>
  isChinese(before.charCodeAt(before.length - 1)) || isChinese(after.charCodeAt(0));

/** One sign of a page, where it stands; `hasSpace`: the file has a space before it. */
interface Glyph {
  text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly look: Look;
  readonly hasSpace: boolean;
}

interface Growing extends Run {
  text: string;
  right: number;
}

/** Gathers the signs of a page into runs; they come in the order in which the page paints them. */
interface RunBuilder {
  /** The file has a space here; how wide it is shows with the next sign. */
  space(): void;
  glyph(painted: string, left: number, right: number, y: number, size: number, look: Look): void;
  finish(): readonly Run[];
}

/** For pages whose text all runs from left to right: it is painted in that order, too. */
export class LeftToRightBuilder implements RunBuilder {
  readonly #runs: Run[] = [];
  #open: Growing | null = null;
  #hasSpace = false;
  #lastLeft = 0;

  space(): void {
    this.#hasSpace = true;
  }

  glyph(painted: string, left: number, right: number, y: number, size: number, look: Look): void {
    const text = plainLetters(painted);
    const open = this.#open;
    const hadSpace = this.#hasSpace;
    this.#hasSpace = false;
    if (open !== null && Math.abs(open.y - y) < 0.5) {
      // The letters of one glyph come one by one, at one place.
      if (!hadSpace && Math.abs(this.#lastLeft - left) < 0.02) {
        open.text += text;
        return;
      }
      const after = left - open.right;
      if (
        after > -gap.overlap * size &&
        after < gap.tab * size &&
        open.look === look &&
        Math.abs(open.size - size) < 0.3
      ) {
        const isSet =
          !hadSpace && after < gap.besideChinese * size && areBesideChinese(open.text, text);
        open.text += (isSet ? '' : blank(after, size, hadSpace)) + text;
        if (right > open.right) open.right = right;
        this.#lastLeft = left;
        return;
      }
    }
    if (open !== null) this.#runs.push(open);
    this.#open = { text, left, right, y, size, look, isRtl: false };
    this.#lastLeft = left;
  }

  finish(): readonly Run[] {
    if (this.#open !== null) this.#runs.push(this.#open);
    this.#open = null;
    return this.#runs;
  }
}

/** For pages with text that runs from right to left: producers paint it in many orders, so only its places count. */
export class AnyDirectionBuilder implements RunBuilder {
  readonly #glyphs: Glyph[] = [];
  readonly #marks: Glyph[] = [];
  #hasSpace = false;

  space(): void {
    this.#hasSpace = true;
  }

  glyph(painted: string, left: number, right: number, y: number, size: number, look: Look): void {
    const text = plainLetters(painted);
    const last = this.#glyphs.at(-1);
    const isSameGlyph =
      last !== undefined &&
      !this.#hasSpace &&
      Math.abs(last.y - y) < 0.02 &&
      Math.abs(last.left - left) < 0.02;
    if (isSameGlyph) last.text += text;
    else {
      const list = /^\p{M}/u.test(text) ? this.#marks : this.#glyphs;
      list.push({ text, left, right, y, size, look, hasSpace: this.#hasSpace });
      this.#hasSpace = false;
    }
  }

  finish(): readonly Run[] {
    for (const mark of this.#marks) this.#attach(mark);
    let rtl = 0;
    let ltr = 0;
    for (const { text } of this.#glyphs) {
      if (isRightToLeft(text)) rtl += 1;
      else if (/\p{L}/u.test(text)) ltr += 1;
    }
    const sorted = this.#glyphs.toSorted((a, b) => a.y - b.y || a.left - b.left);
    return onBaselines(sorted).flatMap((row) =>
      chunksOf(row).map((part) => runOf(part, rtl > ltr)),
    );
  }

  /** A vowel sign belongs to the letter that it stands over or under. */
  #attach(mark: Glyph): void {
    const middle = (mark.left + mark.right) / 2;
    let best: Glyph | undefined;
    let nearest = Infinity;
    for (const glyph of this.#glyphs) {
      if (Math.abs(glyph.y - mark.y) > mark.size || !/^\p{L}/u.test(glyph.text)) continue;
      const away =
        Math.max(glyph.left - middle, middle - glyph.right, 0) * 4 + Math.abs(glyph.y - mark.y);
      if (away >= nearest || away > mark.size * 2) continue;
      nearest = away;
      best = glyph;
    }
    if (best !== undefined) best.text += mark.text;
  }
}

function onBaselines(sorted: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  let y = -Infinity;
  for (const glyph of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(glyph.y - y) < 0.5) row.push(glyph);
    else {
      rows.push([glyph]);
      ({ y } = glyph);
    }
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

function chunksOf(row: readonly Glyph[]): Glyph[][] {
  const chunks: Glyph[][] = [];
  let right = -Infinity;
  for (const glyph of row) {
    const chunk = chunks.at(-1);
    const last = chunk?.at(-1);
    const isNext =
      last !== undefined &&
      glyph.left - right < gap.tab * glyph.size &&
      last.look === glyph.look &&
      Math.abs(last.size - glyph.size) < 0.3;
    if (chunk !== undefined && isNext) chunk.push(glyph);
    else {
      chunks.push([glyph]);
      right = -Infinity;
    }
    right = Math.max(right, glyph.right);
  }
  return chunks;
}

function runOf(glyphs: readonly Glyph[], isRtl: boolean): Run {
  const signs: string[] = [];
  let right = glyphs[0]?.left ?? 0;
  for (const glyph of glyphs) {
    const between = blank(glyph.left - right, glyph.size, false);
    if (between !== '') signs.push(' ');
    signs.push(glyph.text);
    right = Math.max(right, glyph.right);
  }
  const [first] = glyphs;
  return {
    text: readingOrder(signs, isRtl),
    left: first?.left ?? 0,
    right,
    y: first?.y ?? 0,
    size: first?.size ?? 0,
    look: first?.look ?? plain,
    isRtl: glyphs.some((glyph) => isRightToLeft(glyph.text)),
  };
}
