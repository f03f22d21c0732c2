import type { OutlineEntry } from './page.ts';
import type { Paragraph } from './paragraph.ts';

/** Gives a paragraph its level as a heading, 1 to 6; undefined for one that is none. */
type LevelOf = (paragraph: Paragraph, text: string) => number | undefined;

const longestHeading = 240;
const mostLines = 4;
const deepestLevel = 6;

/**
 * Headings are what the outline names on that page; else short paragraphs in larger type than the body's, the largest
 * first; else whole lines in bold, below those.
 */
export function headingLevels(
  paragraphs: readonly Paragraph[],
  outline: readonly OutlineEntry[],
  bodySize: number,
  isBodyBold: boolean,
): LevelOf {
  const outlined = new Map<string, OutlineEntry[]>();
  for (const entry of outline) {
    const key = keyOf(entry.title);
    if (key === '') continue;
    const entries = outlined.get(key);
    if (entries === undefined) outlined.set(key, [entry]);
    else entries.push(entry);
  }
  const sizes = new Set<number>();
  for (const paragraph of paragraphs) {
    if (isLarge(paragraph, bodySize)) sizes.add(sizeOf(paragraph));
  }
  const ranks = [...sizes].toSorted((a, b) => b - a);
  return (paragraph, text) => {
    const [first] = paragraph.lines;
    if (first === undefined || text.length > longestHeading) return undefined;
    const named = outlined
      .get(keyOf(text))
      ?.find((entry) => entry.page === 0 || entry.page === first.page);
    if (named !== undefined) return Math.min(named.level, deepestLevel);
    if (isLarge(paragraph, bodySize)) {
      return Math.min(ranks.indexOf(sizeOf(paragraph)) + 1, deepestLevel);
    }
    const isBold = !isBodyBold && paragraph.lines.every((line) => line.isBold);
    const isHeading =
      isBold && paragraph.lines.length <= 2 && !/[.;,:]$/.test(text) && /\p{L}/u.test(text);
    return isHeading && first.size > bodySize * 0.95
      ? Math.min(ranks.length + 1, deepestLevel)
      : undefined;
  };
}

/** To half a point: producers round sizes. */
const sizeOf = (paragraph: Paragraph): number =>
  Math.round((paragraph.lines[0]?.size ?? 0) * 2) / 2;

const isLarge = (paragraph: Paragraph, bodySize: number): boolean =>
  sizeOf(paragraph) > bodySize * 1.08 &&
  paragraph.lines.length <= mostLines &&
  paragraph.lines.reduce((sum, line) => sum + line.text.length, 0) <= longestHeading;

const keyOf = (text: string): string =>
  text.toLowerCase().replaceAll(/[\s\u00a0\u00ad\-\u2010\u2011]+/g, '');
