import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { joinBlocks } from './blocks.ts';
import { readLabel } from './labels.ts';
import { infinitive, isBareOpening, readOpening, type Grammar } from './openings.ts';

/** A text whose lines are as narrow as this was broken into lines, not into paragraphs. */
const widestLine = 130;
const fewestLines = 10;

/**
 * Puts paragraphs together that a page or a line broke in two: words that end as no provision does, with words below them
 * that begin as none does. In a text that is broken into lines throughout, a full line goes on whatever its last
 * sign. Each place is a warning `paragraph-joined`, or one for the whole text where every line is broken.
 */
export function joinBroken(
  blocks: readonly Block[],
  grammar: Grammar,
  warnings: Warnings,
): readonly Block[] {
  const width = wrapWidth(blocks);
  const joined: Block[] = [];
  let lastLine = 0;
  let lastLength = 0;
  if (width !== null) {
    warnings.add(
      'lines-joined',
      'The text is broken into lines; they are joined to paragraphs.',
      null,
    );
  }
  // Pieces are gathered first: joining two at a time would copy a long paragraph once a line.
  let pieces: Block[] = [];
  const close = (): void => {
    const [first, ...rest] = pieces;
    if (first !== undefined) joined.push(rest.length === 0 ? first : joinAll(first, rest));
    pieces = [];
  };
  for (const block of blocks) {
    const before = pieces.at(-1);
    const first = pieces[0];
    const heading = joined.at(-1);
    const isNear = block.line - lastLine <= 1;
    const goesOn =
      before !== undefined &&
      first !== undefined &&
      (width === null
        ? !(heading !== undefined && isOpenHeading(heading, grammar)) &&
          isBroken(before, block, first, grammar)
        : isWrapped(before, block, first, grammar, isNear && lastLength >= width * 0.75));
    if (goesOn) {
      if (width === null) {
        warnings.add(
          'paragraph-joined',
          'A paragraph that was broken in two is joined.',
          block.line,
        );
      }
    } else {
      close();
    }
    pieces.push(block);
    lastLine = block.line;
    lastLength = block.text.length;
  }
  close();
  return joined;
}

function joinAll(first: Block, rest: readonly Block[]): Block {
  const texts: string[] = [first.text];
  const footnotes = [...first.footnotes];
  let length = first.text.length;
  for (const block of rest) {
    const between = hyphenated(texts.at(-1) ?? '', block.text) ? '' : ' ';
    const shift = length + between.length;
    footnotes.push(...block.footnotes.map((note) => ({ ...note, at: note.at + shift })));
    texts.push(between, block.text);
    length = shift + block.text.length;
  }
  return {
    ...joinBlocks(first, { ...first, text: '', footnotes: [] }, ''),
    text: texts.join(''),
    footnotes,
  };
}

/** "non-" and "radio": the hyphen stays, since which ones belong to the word is not known. */
const hyphenated = (text: string, next: string): boolean =>
  /\p{L}[-\u2010\u2011]$/u.test(text) && /^\p{Ll}/u.test(next);

/** How wide the lines of a wrapped text are; null for a text of whole paragraphs. */
function wrapWidth(blocks: readonly Block[]): number | null {
  const words = blocks.filter(({ table, figure }) => table === undefined && figure === undefined);
  const width = words.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (words.length < fewestLines || width > widestLine || width < 50) return null;
  const broken = words.filter(
    ({ text }, index) =>
      text.length >= width * 0.75 &&
      isUnfinished(text) &&
      /^\p{Ll}/u.test(words[index + 1]?.text ?? ''),
  );
  return broken.length >= Math.max(4, words.length * 0.15) ? width : null;
}

const isUnfinished = (text: string): boolean => !/[.;:!?,]["\u201d)]?$/u.test(text);

const canJoin = (before: Block, block: Block): boolean =>
  [before, block].every(
    ({ table, figure, level }) =>
      table === undefined && figure === undefined && level === undefined,
  ) && block.depth === undefined;

/** Whether a heading's own line goes on with what is to be done. */
const holdsText = (rest: string): boolean =>
  /^[,:]?\s(?:that|to)\s/u.test(rest) || infinitive.test(rest);

/** A heading that may run on over the lines below it: what they are, the sections find out. */
const isOpenHeading = ({ text }: Block, grammar: Grammar): boolean =>
  isUnfinished(text) && text.length < 300 && isHeadingOnly(text, grammar);

function isHeadingOnly(text: string, grammar: Grammar): boolean {
  const opening = readOpening(text, grammar);
  return opening?.isOperative === true && !holdsText(text.slice(opening.end));
}

/** Words behind which no paragraph ends. */
const leadsOn =
  /\s(?:the|of|and|to|in|for|with|by|on|a|an|that|which|or|as|its|from|their|relevant|ITU-[RTD])$/u;

/** A bracket of an edition or a remark that is not yet closed; brackets do not nest here. */
const hasOpenBracket = (text: string): boolean =>
  text.lastIndexOf('(') > Math.max(text.lastIndexOf(')'), text.length - 60);

function isBroken(before: Block, block: Block, first: Block, grammar: Grammar): boolean {
  if (!canJoin(before, block) || readLabel(block.text) !== null) return false;
  if (hasOpenBracket(before.text) && /^[\p{Ll}\d]/u.test(block.text)) return true;
  if (!/^\p{Ll}/u.test(block.text) && !leadsOn.test(before.text)) return false;
  if (!isUnfinished(before.text)) return false;
  if ([before, block].some(({ text }) => isBareOpening(text, grammar))) return false;
  // A heading is followed by its clause or its text; the sections know what to do with them.
  if (isHeadingOnly(first.text, grammar)) return false;
  const opening = readOpening(block.text, grammar);
  return (
    opening === null ||
    !/^\s(?:the |all |Member|Sector|Study|ITU|TSAG|RAG|TDAG|that |to )/u.test(
      block.text.slice(opening.end),
    )
  );
}

function isWrapped(
  before: Block,
  block: Block,
  first: Block,
  grammar: Grammar,
  isFull: boolean,
): boolean {
  if (!canJoin(before, block) || isBareOpening(before.text, grammar)) return false;
  const label = readLabel(block.text);
  if (
    label !== null &&
    (label.isCertain || !isUnfinished(before.text) || /^\d+\.?\s[\p{Ll}"]/u.test(block.text))
  ) {
    return false;
  }
  if (isBareOpening(block.text, grammar)) return false;
  const opening = readOpening(block.text, grammar);
  if (opening !== null && /[,.]$/.test(before.text)) return false;
  if (isUnfinished(before.text)) {
    return isFull || (/^\p{Ll}/u.test(block.text) && readOpening(first.text, grammar) === null);
  }
  return isFull && !/[;:]$/.test(before.text);
}
