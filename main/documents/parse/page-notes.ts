import type { Footnote } from '../../contract/document.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { joinBlocks } from './blocks.ts';

/** A footnote's text at the foot of a page: its mark, then words that begin as a sentence does. */
const note = /^(?<mark>\d{1,2}|\*{1,3})\)?[\s\t]{0,3}(?=[\p{Lu}"\u201c])/u;
/** A mark that lost its raised place: `countries1`, `Union)2,`, `(WRC-07)*`. */
const mark =
  /(?:(?<=\p{Ll}{3}[,;.]?|[)\]"\u201d\u2019][,;.]?)(?<mark>[1-9]\d?)|(?<=[\p{L}\p{N})\]"\u201d\u2019][,;.]?)(?<star>\*{1,3}))(?![\p{L}\p{N}*]|[./\-\u2010-\u2015]\d)/gu;

interface Note {
  readonly index: number;
  readonly mark: string;
  readonly text: string;
  readonly line: number;
  /** How many blocks it takes: a note may run on over lines. */
  readonly length: number;
}

/**
 * Joins the footnotes that stand as paragraphs of their own, at the foot of a page or the end of the text, to the marks
 * in the words above them. A paragraph is such a note only where its mark stands, unused, in a paragraph above. What
 * was joined is a warning `footnote-joined`.
 */
export function joinPageNotes(blocks: readonly Block[], warnings: Warnings): readonly Block[] {
  const notes = findNotes(blocks);
  if (notes.length === 0) return blocks;
  const result = [...blocks];
  const taken = new Set<number>();
  const nextOf = new Map<string, number>();
  for (const found of notes) {
    const from = nextOf.get(found.mark) ?? 0;
    const place = findMark(result, from, found, taken);
    if (place === null) continue;
    const { at, index } = place;
    const block = result[index];
    if (block === undefined) continue;
    const footnote = { mark: found.mark, text: found.text, at };
    result[index] = withFootnote(block, footnote);
    nextOf.set(found.mark, index);
    for (let offset = 0; offset < found.length; offset += 1) taken.add(found.index + offset);
    warnings.add(
      'footnote-joined',
      `Footnote ${found.mark} stands apart from its mark and is joined to it.`,
      found.line,
    );
  }
  return result.filter((_, index) => !taken.has(index));
}

function findNotes(blocks: readonly Block[]): readonly Note[] {
  const notes: Note[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    const found = block === undefined ? null : note.exec(block.text);
    if (block === undefined || found === null || block.table !== undefined) continue;
    let whole: Block = { ...block, text: block.text.slice(found[0].length) };
    let length = 1;
    for (let next = blocks[index + length]; next !== undefined; next = blocks[index + length]) {
      if (/[.;:!?"\u201d)]$/.test(whole.text) || !/^\p{Ll}/u.test(next.text)) break;
      whole = joinBlocks(whole, next, ' ');
      length += 1;
    }
    const sign = found.groups?.['mark'] ?? '';
    notes.push({ index, mark: sign, text: whole.text, line: block.line, length });
  }
  return notes;
}

/** The nearest unused mark above a note. */
function findMark(
  blocks: readonly Block[],
  from: number,
  found: Note,
  taken: ReadonlySet<number>,
): { readonly index: number; readonly at: number } | null {
  const lowest = Math.max(from, found.index - furthest);
  for (let index = found.index - 1; index >= lowest; index -= 1) {
    const block = blocks[index];
    if (block === undefined || taken.has(index)) continue;
    for (const match of block.text.matchAll(mark)) {
      if ((match.groups?.['mark'] ?? match.groups?.['star']) === found.mark)
        return { index, at: match.index };
    }
  }
  return null;
}

/** A note stands at most this many paragraphs below its mark; it bounds the search. */
const furthest = 400;

/** Puts a footnote at a mark and takes the mark out of the words. */
function withFootnote(block: Block, footnote: Footnote): Block {
  const { at } = footnote;
  const { length } = footnote.mark;
  const text = block.text.slice(0, at) + block.text.slice(at + length);
  const moved = block.footnotes.map((other) =>
    other.at > at ? { ...other, at: other.at - length } : other,
  );
  return { ...block, text, footnotes: [...moved, footnote].toSorted((a, b) => a.at - b.at) };
}
