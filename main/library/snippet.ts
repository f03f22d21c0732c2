import type { Mark } from '../contract/answers.ts';

/**
 * What FTS5's `highlight` puts around a matched word. Both are Unicode noncharacters, which no text that is meant
 * for exchange holds; the index leaves them out of texts that hold them all the same.
 */
export const markStart = '\ufdd0';
export const markEnd = '\ufdd1';

export interface Snippet {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** UTF-16 units that a snippet shows of a longer text. */
const width = 240;
const ellipsis = '\u2026';

/** Takes the sentinels out of a highlighted text and says where the marked words stand in what is left. */
function readMarks(highlighted: string): Snippet {
  const marks: Mark[] = [];
  let text = '';
  let start = 0;
  for (const piece of highlighted.split(/([\ufdd0\ufdd1])/)) {
    if (piece === markStart) start = text.length;
    else if (piece === markEnd) marks.push([start, text.length]);
    else text += piece;
  }
  return { text, marks };
}

/** The start of the window that shows most marks; the earliest of equals, set a little before its first mark. */
function bestStart(text: string, marks: readonly Mark[]): number {
  let best = { start: 0, count: 0 };
  for (const [first] of marks) {
    const start = Math.max(0, Math.min(first - Math.floor(width / 6), text.length - width));
    const count = marks.filter(([from, to]) => from >= start && to <= start + width).length;
    if (count > best.count) best = { start, count };
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

/**
 * The part of a highlighted text with the most matched words, cut between words, an ellipsis where something was
 * left out. `highlight` and our own window are used rather than FTS5's `snippet`, which cuts by its own tokens
 * and cannot say where in the snippet the words stand.
 */
export function makeSnippet(highlighted: string): Snippet {
  const { text, marks } = readMarks(highlighted);
  if (text.length <= width) return { text, marks };
  const start = bestStart(text, marks);
  const end = endFrom(text, start);
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
