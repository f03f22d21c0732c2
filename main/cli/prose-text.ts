import type { Prose, ProseBlock, Run } from '../contract/prose.ts';
import { bold, dim, paragraph, safe } from './output.ts';

const words = (runs: readonly Run[]): string => safe(runs.map(({ text }) => text).join(''));

function blockText(block: ProseBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(words(block.runs));
    case 'heading':
      return bold(paragraph(words(block.runs)));
    case 'list':
      return block.items
        .map((item, at) =>
          paragraph(words(item), { label: block.isOrdered ? `${at + 1}.` : '-', margin: 4 }),
        )
        .join('\n');
    case 'quotation':
      return `${paragraph(words(block.runs), { margin: 4 })}\n    ${dim(block.from)}`;
  }
}

/** A text of the library's own in lines of the terminal; where it leads is listed apart. */
export const proseText = (prose: Prose): string => prose.map(blockText).join('\n\n');
