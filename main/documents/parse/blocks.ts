import { from } from '../read/draft.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';

/** The part of a paragraph from `start` on, trimmed, its footnotes moved along. */
export function cutBlock(block: Block, start: number): Block {
  const marks = block.footnotes.map(({ mark, at }) => ({ mark, at }));
  const rest = from({ text: block.text, marks }, start);
  return {
    ...block,
    text: rest.text,
    footnotes: block.footnotes.map((footnote, index) => ({
      ...footnote,
      at: rest.marks[index]?.at ?? 0,
    })),
  };
}

/** Words of a document in which a mark has no place to stand lose their footnotes; their texts stay in a warning. */
export function warnOfLostFootnotes(block: Block, where: string, warnings: Warnings): void {
  for (const { mark, text } of block.footnotes) {
    warnings.add(
      'footnote-left-out',
      `Footnote ${mark} stands in ${where} and is left out: "${text.slice(0, 500)}".`,
      block.line,
    );
  }
}
