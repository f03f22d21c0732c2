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

/** The part of a paragraph between two offsets, trimmed, with the footnotes whose marks stand in it. */
export function sliceBlock(block: Block, start: number, end: number): Block {
  const isLast = end >= block.text.length;
  const inside = block.footnotes.filter(
    ({ at }) => (at > start || start === 0) && (at <= end || isLast),
  );
  return cutBlock({ ...block, text: block.text.slice(0, end), footnotes: inside }, start);
}

/** Two paragraphs as one, the footnotes of the second moved along. */
export function joinBlocks(first: Block, second: Block, between: string): Block {
  const shift = first.text.length + between.length;
  return {
    ...first,
    text: `${first.text}${between}${second.text}`,
    footnotes: [
      ...first.footnotes,
      ...second.footnotes.map((footnote) => ({ ...footnote, at: footnote.at + shift })),
    ],
  };
}

/** A paragraph's words with its tabs as spaces. */
export const plainText = ({ text }: Block): string => text.replaceAll('\t', ' ');

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
