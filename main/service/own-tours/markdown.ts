import type { Prose, ProseBlock, Run } from '../../contract/prose.ts';
import { readProse } from '../content/read-prose.ts';

/**
 * What a person typed, as prose. Where it holds marks that the library's own texts do not know, all of it is shown as it was
 * typed, since nothing of it may be lost.
 */
export function proseFrom(text: string): Prose {
  const { prose, problems } = readProse({ file: '', text, lineAt: () => 1 });
  return problems.length === 0 ? prose : asTyped(text);
}

const asTyped = (text: string): Prose =>
  text
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.replaceAll(/\s+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ kind: 'paragraph', runs: [{ text: paragraph }] }));

/** The other way: `proseFrom(markdownFrom(prose))` is `prose`. */
export const markdownFrom = (prose: Prose): string => prose.map(blockText).join('\n\n');

function blockText(block: ProseBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return atLineStart(inline(block.runs));
    case 'heading':
      return `## ${inline(block.runs)}`;
    case 'list':
      return block.items
        .map((item, at) => `${block.isOrdered ? `${at + 1}.` : '-'} ${atLineStart(inline(item))}`)
        .join('\n');
    case 'quotation':
      return `> ${atLineStart(inline(block.runs))}\n> [${block.from}](${block.from})`;
  }
}

const inline = (runs: readonly Run[]): string => runs.map(runText).join('');

const marksOf = { emphasis: '*', strong: '**' } as const;

function runText({ text, to, style }: Run): string {
  // A mark beside a space is none, so spaces at the ends stay outside.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  const mark = style === undefined || words === '' ? '' : marksOf[style];
  const marked = `${mark}${escaped(words)}${mark}`;
  const linked = to === undefined || words === '' ? marked : `[${marked}](${to})`;
  return `${before}${linked}${after}`;
}

/** Of what would be a mark, an entity or a link by itself the first character is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>~&|!@]/g, String.raw`\$&`)
    .replaceAll(/\b(https?|ftp):/gi, String.raw`$1\:`)
    .replaceAll(/\bwww\./gi, String.raw`www\.`);

/** What would make a heading, a list or a rule of a line. */
const atLineStart = (line: string): string =>
  line.replace(/^(\d+)([.)])/, String.raw`$1\$2`).replace(/^[#+=-]/, String.raw`\$&`);
