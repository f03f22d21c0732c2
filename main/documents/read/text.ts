import type { Footnote } from '../../contract/document.ts';
import type { Block, ReadSource } from './blocks.ts';
import type { Draft } from './draft.ts';
import type { ReadLimits } from './limits.ts';
import { takeMarks, takeNotes, type Note } from './marks.ts';
import { Refusal } from './refusal.ts';
import { repairLine } from './repair.ts';
import type { Warnings } from './warn.ts';

/**
 * Reads a plain text file in which every line is one paragraph: blank lines (page breaks) are passed over, marks
 * of the conversion taken out, lost hyphens put back. What was left out or looks odd goes to `warnings`.
 */
export function readText(source: string, limits: ReadLimits, warnings: Warnings): ReadSource {
  const { text, notes } = takeNotes(source, warnings);
  const attach = noteFinder(notes, warnings);
  const blocks: Block[] = [];
  for (const [index, row] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const draft = repairLine(takeMarks(row, line, warnings), line, warnings);
    if (draft.text === '' && draft.marks.length === 0) continue;
    if (blocks.length >= limits.maxBlocks) {
      throw new Refusal('too-large', `is too large: it holds more than ${limits.maxBlocks} lines`);
    }
    blocks.push({ text: draft.text, footnotes: attach(draft, line), line });
  }
  attach.finish();
  return { blocks, title: null };
}

/** Gives each mark the next text under the same mark, since numbering may start anew on every page. */
function noteFinder(notes: readonly Note[], warnings: Warnings) {
  const waiting = Map.groupBy(notes, (note) => note.mark);
  const used = new Map<string, number>();
  const attach = (draft: Draft, line: number): readonly Footnote[] =>
    draft.marks.map(({ mark, at }) => {
      const turn = used.get(mark) ?? 0;
      const note = waiting.get(mark)?.[turn];
      used.set(mark, turn + 1);
      if (note === undefined) {
        warnings.add('footnote-missing', `Footnote ${mark} has a mark but no text.`, line);
        return { mark, text: '', at };
      }
      // A note is a line of words like any other: the same repairs hold.
      return {
        mark,
        at,
        text: repairLine({ text: note.text, marks: [] }, note.line, warnings).text,
      };
    });
  attach.finish = (): void => {
    for (const [mark, texts] of waiting) {
      for (const note of texts.slice(used.get(mark) ?? 0)) {
        warnings.add(
          'footnote-unmarked',
          `Footnote ${mark} has no mark left to stand at: "${note.text.slice(0, 200)}".`,
          note.line,
        );
      }
    }
  };
  return attach;
}
