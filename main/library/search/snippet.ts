import type { Mark } from '../../contract/answers.ts';

export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** UTF-16 units that a snippet shows of a longer text. */
const width = 240;
const ellipsis = '\u2026';

/** The start of the window that shows most marks; the earliest of equals, set a little before its first mark. */
function bestStart(text: string, marks: readonly Mark[]): number {
  let best = { start: 0, count: 0 };
  let from = 0;
  let to = 0;
  for (const [first] of marks) {
    const start = Math.max(0, Math.min(first - Math.floor(width / 6), text.length - width));
    while ((marks[from]?.[0] ?? Infinity) < start) from += 1;
    while ((marks[to]?.[1] ?? Infinity) <= start + width) to += 1;
    if (to - from > best.count) best = { start, count: to - from };
  }
  if (best.start === 0) return 0;
  const space = text.indexOf(' ', best.start);
  return space === -1 || space > best.start + 30 ? best.start : space + 1;
}

function endFrom(text: string, start: number): number {
  if (text.length - start <= width) return text.length;
  const space = text.lastIndexOf(' ', start + width);
  return space > start + width / 2 ? space : start + width;
}

/** Whether a cut here would part the two halves of one character. */
const isWithinCharacter = (text: string, at: number): boolean =>
  (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;

/** The part of a text with the most marked words, cut between words, an ellipsis where something was left out. */
export function makeSnippet(text: string, marks: readonly Mark[]): Snippet {
  if (text.length <= width) return { text, marks };
  let start = bestStart(text, marks);
  let end = endFrom(text, start);
  if (isWithinCharacter(text, start)) start += 1;
  if (isWithinCharacter(text, end)) end -= 1;
  const before = start > 0 ? ellipsis : '';
  const after = end < text.length ? ellipsis : '';
  const shift = before.length - start;
  return {
    text: before + text.slice(start, end) + after,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]): Mark => [from + shift, to + shift]),
  };
}
