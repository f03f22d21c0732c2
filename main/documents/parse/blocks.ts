import { from } from '../read/draft.ts';
import type { Block } from '../read/text.ts';

/** The part of a paragraph from `start` on, trimmed, its footnotes moved along. */
export function cutBlock(block: Block, start: number): Block {
  const marks = block.footnotes.map(({ mark, at }) => ({ mark, at }));
  const rest = from({ text: block.text, marks }, start);
  return {
    line: block.line,
    text: rest.text,
    footnotes: block.footnotes.map((footnote, index) => ({
      ...footnote,
      at: rest.marks[index]?.at ?? 0,
    })),
  };
}
