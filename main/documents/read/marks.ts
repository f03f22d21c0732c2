import type { Draft, Mark } from './draft.ts';
import type { Warnings } from './warn.ts';

/** A footnote's text as the file has it, with the line on which it begins. */
export interface Note {
  readonly mark: string;
  readonly text: string;
  readonly line: number;
}

/** For every `[` that is closed, the offset of its `]`; one pass, whatever the nesting. */
function matchingBrackets(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[[\]]/g)) {
    if (bracket === '[') {
      open.push(index);
      continue;
    }
    const start = open.pop();
    if (start !== undefined) closing.set(start, index);
  }
  return closing;
}

const lineBreak = /\r\n|\n|\r/g;

/**
 * Takes the footnote texts (`[1: These include …]`) out of a converted file. The line breaks inside a note stay
 * behind, so that every line keeps its number. A bracket that looks like a note counts only where the same mark
 * (`[footnoteRef:1]`) stands somewhere in the text.
 */
export function takeNotes(
  text: string,
  warnings: Warnings,
): { readonly text: string; readonly notes: readonly Note[] } {
  const referred = new Set(
    Array.from(text.matchAll(/\[footnoteRef:(\d{1,3})\]/g), (ref) => ref[1]),
  );
  const notes: Note[] = [];
  if (referred.size === 0) return { text, notes };
  const closing = matchingBrackets(text);
  const pieces: string[] = [];
  let copied = 0;
  let line = 1;
  for (const match of text.matchAll(/\[(\d{1,3}):/g)) {
    const [opening, mark = ''] = match;
    const end = closing.get(match.index);
    if (match.index < copied || end === undefined || !referred.has(mark)) continue;
    const before = text.slice(copied, match.index);
    line += before.match(lineBreak)?.length ?? 0;
    const body = text.slice(match.index + opening.length, end);
    const words = body.replaceAll(/\s+/g, ' ').trim();
    const own = /^(\d{1,3}) /.exec(words);
    const hasOwnMark = own?.[1] === mark;
    if (hasOwnMark) {
      warnings.add(
        'stray-footnote-mark',
        `The mark "${mark}" is printed a second time before the text of footnote ${mark}; it is left out.`,
        line,
      );
    }
    notes.push({ mark, line, text: hasOwnMark ? words.slice(mark.length + 1) : words });
    const breaks = body.match(lineBreak) ?? [];
    pieces.push(before, ...breaks);
    line += breaks.length;
    copied = end + 1;
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), notes };
}

/**
 * Takes bookmarks and footnote marks out of one line. A mark that is followed by its own number once more
 * (`[footnoteRef:1]1;`) loses that number too.
 */
export function takeMarks(text: string, line: number, warnings: Warnings): Draft {
  const pieces: string[] = [];
  const marks: Mark[] = [];
  let copied = 0;
  let length = 0;
  for (const match of text.matchAll(
    /\[(?:bookmark:([^[\]]{0,200})|footnoteRef:(\d{1,3}))\](\d{1,3}(?![\p{L}\p{N}]))?/gu,
  )) {
    const [whole, bookmark, mark, digits = ''] = match;
    const isRepeated = mark !== undefined && digits === mark;
    const kept = text.slice(copied, match.index);
    length += kept.length;
    pieces.push(kept);
    if (bookmark !== undefined) {
      warnings.add('bookmark-removed', `The bookmark "${bookmark.trim()}" is left out.`, line);
    }
    if (mark !== undefined) marks.push({ mark, at: length });
    if (isRepeated) {
      warnings.add(
        'stray-footnote-mark',
        `The mark "${mark}" is printed a second time after footnote mark ${mark}; it is left out.`,
        line,
      );
    }
    copied = match.index + whole.length - (isRepeated ? 0 : digits.length);
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), marks };
}
