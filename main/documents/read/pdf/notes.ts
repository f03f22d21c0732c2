import type { Line } from './line.ts';

/** A footnote at a page's foot: its mark and the lines of its text, the mark taken out of the first. */
export interface Note {
  readonly mark: string;
  readonly lines: readonly Line[];
}

/** Notes are set in type of at most this part of the body's. */
const smallType = 0.95;
const markAtStart = /^(\d{1,3}|\*{1,4}|†|‡|§|[a-z](?=[)\s]))\)?[\t ]*/;

/** What a raised small text must look like to be a footnote's mark. */
export const looksLikeMark = (text: string): boolean =>
  /^(?:\d{1,3}|\*{1,4}|†|‡|§|[a-z])\)?$/.test(text);
const bare = (mark: string): string => mark.replace(/\)$/, '');

/**
 * Takes the footnotes off the end of a page's column. `marks` are those that stand in the page's text: a small line
 * that begins with none of them is no note.
 */
export function takeNotes(
  column: readonly Line[],
  marks: ReadonlySet<string>,
  bodySize: number,
): { readonly text: readonly Line[]; readonly notes: readonly Note[] } {
  let start = column.length;
  while (start > 0 && (column[start - 1]?.size ?? Infinity) < bodySize * smallType) start -= 1;
  const small = column.slice(start);
  const first = small.findIndex((line) => marks.has(markOf(line)));
  if (first === -1) return { text: column, notes: [] };
  const notes: { mark: string; lines: Line[] }[] = [];
  for (const line of small.slice(first)) {
    const mark = markOf(line);
    const last = notes.at(-1);
    // A line of the note itself may begin with a number, too: only a raised or the next mark begins a note.
    const isNext =
      last === undefined || line.raised[0]?.at === 0 || Number(mark) === Number(last.mark) + 1;
    if (mark !== '' && marks.has(mark) && isNext) notes.push({ mark, lines: [withoutMark(line)] });
    else last?.lines.push(line);
  }
  return { text: [...column.slice(0, start), ...small.slice(0, first)], notes };
}

/** The marks of a page's text: raised small texts that do not begin a line. */
export function marksIn(lines: readonly Line[]): Set<string> {
  const marks = new Set<string>();
  for (const line of lines) {
    for (const raised of line.raised) {
      if (raised.at > 0 && looksLikeMark(raised.text)) marks.add(bare(raised.text));
    }
    const star = /\p{L}[,;.]?(\*{1,3})(?=[\s,;.)]|$)/u.exec(line.text)?.[1];
    if (star !== undefined) marks.add(star);
  }
  return marks;
}

function markOf(line: Line): string {
  return markAtStart.exec(line.text)?.[1] ?? '';
}

function withoutMark(line: Line): Line {
  const length = markAtStart.exec(line.text)?.[0].length ?? 0;
  return {
    ...line,
    text: line.text.slice(length),
    raised: line.raised
      .filter((raised) => raised.at >= length)
      .map(({ text, at }) => ({ text, at: at - length })),
  };
}
