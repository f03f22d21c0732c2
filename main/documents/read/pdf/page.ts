/**
 * A stretch of text as a page paints it: one font, one baseline, no wide gap inside. Lengths are points (1/72 inch),
 * `y` is the baseline's distance from the page's upper edge; `text` is in reading order, also where it runs from right
 * to left.
 */
export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly look: Look;
  readonly isRtl: boolean;
}

/** How a font looks. One object per font, so that looks can be compared by identity. */
export interface Look {
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/** An axis-parallel box; `top` is less than `bottom`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What one page holds: its text, the ruled lines of tables (boxes thinner than 3 points) and its images. */
export interface Page {
  /** Counts from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Box[];
  readonly images: readonly Box[];
}

/** One entry of a document's outline; `level` counts from 1, `page` too and is 0 where the entry leads nowhere. */
export interface OutlineEntry {
  readonly title: string;
  readonly level: number;
  readonly page: number;
}
