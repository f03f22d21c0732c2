import type { Footnote } from '../../../contract/document.ts';
import type { RawParagraph } from '../collect.ts';
import type { GridCell, Link, Piece, Words } from './page.ts';

/** What a link must look like to be a footnote's mark: a number, a letter, a star; in brackets or not. */
const markPattern = /^[[(]?(\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})[\])]?$/i;

function* wordsWithin(pieces: readonly Piece[]): Generator<Words> {
  for (const piece of pieces) {
    if (piece.kind === 'words') yield piece;
    else {
      for (const row of piece.rows) {
        for (const cell of row.cells as readonly GridCell[]) yield* wordsWithin(cell.pieces);
      }
    }
  }
}

/** The words without some of their links, each offset moved to its place in what is left. */
function cut(text: string, links: readonly Link[]): string {
  let left = '';
  let copied = 0;
  for (const { start, end } of links) {
    left += text.slice(copied, start);
    copied = Math.max(copied, end);
  }
  return left + text.slice(copied);
}

/**
 * Finds the footnotes of a page: a link with the look of a mark to a later paragraph that is marked as a note or links back to the
 * place it was linked from. Their paragraphs leave the text and stand at their marks.
 */
export class Footnotes {
  readonly #noteOf = new Map<Link, Words>();
  readonly #notes = new Set<Words>();

  constructor(pieces: readonly Piece[]) {
    const byId = new Map<string, Words>();
    const order = new Map<Words, number>();
    for (const words of wordsWithin(pieces)) {
      order.set(words, order.size);
      for (const id of words.ids) if (!byId.has(id)) byId.set(id, words);
    }
    const targets = new Map<Words, ReadonlySet<string>>();
    const targetsOf = (words: Words): ReadonlySet<string> => {
      const known = targets.get(words) ?? new Set(words.links.map((link) => link.target));
      targets.set(words, known);
      return known;
    };
    for (const [words, at] of order) {
      for (const link of words.links) {
        const target = byId.get(link.target);
        if (target === undefined || target === words || (order.get(target) ?? 0) < at) continue;
        const isMark =
          link.isNoteMark || markPattern.test(words.text.slice(link.start, link.end).trim());
        const linksBack = words.ids.some((id) => targetsOf(target).has(id));
        if (!isMark || !(link.isNoteMark || target.isNote || linksBack)) continue;
        this.#noteOf.set(link, target);
        this.#notes.add(target);
      }
    }
  }

  isNote(words: Words): boolean {
    return this.#notes.has(words);
  }

  /** A paragraph with its label, without its marks, and with the notes that they stand for. */
  paragraphOf(words: Words): RawParagraph {
    const notes: Footnote[] = [];
    const marks = words.links
      .filter((link) => this.#noteOf.has(link))
      .toSorted((a, b) => a.start - b.start);
    let removed = -words.label.length;
    for (const link of marks) {
      const note = this.#noteOf.get(link);
      if (note === undefined) continue;
      const printed = words.text.slice(link.start, link.end).trim();
      const mark = markPattern.exec(printed)?.[1] ?? printed;
      notes.push({ mark, text: textOfNote(note, mark), at: link.start - removed });
      removed += link.end - link.start;
    }
    return { text: words.label + cut(words.text, marks), notes, ...words.looks };
  }
}

/** A note's text without the link back and without its mark. */
function textOfNote(note: Words, mark: string): string {
  const backLinks = note.links.filter(({ start, end }) => {
    const printed = note.text.slice(start, end).trim();
    return markPattern.test(printed) || /^(?:\u21a9|\u2191|\^|\ufe0e|\s)*$/u.test(printed);
  });
  const text = cut(note.text, backLinks).trim();
  const own = text.startsWith(mark) ? text.slice(mark.length) : null;
  return own !== null && /^[.)\]\s\u00a0]/.test(own) ? own.replace(/^[.)\]\s\u00a0]+/, '') : text;
}
