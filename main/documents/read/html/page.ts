import { Parser } from 'htmlparser2';
import type { Looks } from '../collect.ts';
import { Refusal } from '../refusal.ts';
import { spanOf } from '../table.ts';
import { blockNames, skippedNames } from './elements.ts';
import { labelOf, newList, type List } from './lists.ts';

/** A link to a place in the same document (or book) that may be a footnote's mark, at its offsets in the words. */
export interface Link {
  readonly start: number;
  readonly end: number;
  readonly target: string;
  readonly isNoteMark: boolean;
}

export interface Words {
  readonly kind: 'words';
  /** Stands apart from the words, since a note's text goes without it. */
  readonly label: string;
  readonly text: string;
  readonly links: readonly Link[];
  readonly ids: readonly string[];
  readonly isNote: boolean;
  readonly isCaption: boolean;
  readonly looks: Looks;
  readonly region: Region;
}

export interface Grid {
  readonly kind: 'grid';
  readonly caption: string;
  readonly rows: readonly { readonly cells: readonly GridCell[] }[];
  readonly isLayout: boolean;
  readonly region: Region;
}

export interface GridCell {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly pieces: readonly Piece[];
}

export type Piece = Words | Grid;

/** The part of a page that a piece stands in. */
export type Region = 'main' | 'article' | 'other';

export interface Page {
  readonly title: string | null;
  readonly language: string | null;
  readonly pieces: readonly Piece[];
}

interface Draft {
  text: string;
  /** Whether a line break was the last that it took. */
  isBroken: boolean;
  links: Link[];
  hasItalic: boolean;
  hasUpright: boolean;
  hasBold: boolean;
  hasLight: boolean;
}

const newDraft = (): Draft => ({
  text: '',
  isBroken: false,
  links: [],
  hasItalic: false,
  hasUpright: false,
  hasBold: false,
  hasLight: false,
});

type OpenCell = { isHeader: boolean; columns: number; rows: number; pieces: Piece[] };
type OpenGrid = {
  caption: string;
  rows: { cells: OpenCell[] }[];
  isLayout: boolean;
  inHead: boolean;
  lists: List[];
  captionPieces: Piece[] | null;
};

interface Open {
  readonly name: string;
  readonly region: Region;
  readonly isNote: boolean;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly level: number | undefined;
  readonly isCaption: boolean;
  readonly isPre: boolean;
  readonly link: {
    readonly start: number;
    readonly target: string;
    readonly isNoteMark: boolean;
  } | null;
}

/** How many ids of one paragraph can be linked to; a real one has one or two. */
const mostIds = 50;

const outermost: Open = {
  name: '',
  region: 'other',
  isNote: false,
  isBold: false,
  isItalic: false,
  level: undefined,
  isCaption: false,
  isPre: false,
  link: null,
};

const isHidden = (attributes: Readonly<Record<string, string>>): boolean =>
  attributes['hidden'] !== undefined ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test(attributes['style'] ?? '');

const isNotePlace = (attributes: Readonly<Record<string, string>>): boolean =>
  /\b(?:doc-)?(?:footnotes?|endnotes?|rearnotes?)\b/i.test(
    `${attributes['role'] ?? ''} ${attributes['epub:type'] ?? ''} ${attributes['class'] ?? ''}`,
  );

const isNoteMark = (attributes: Readonly<Record<string, string>>): boolean =>
  /\b(?:doc-)?noteref\b/i.test(`${attributes['role'] ?? ''} ${attributes['epub:type'] ?? ''}`);

/**
 * The pieces of an HTML page in reading order, in one pass and without building its tree. What is no text for readers
 * (scripts, navigation, what stands aside, what is hidden) is passed over. `place` is the page's own file in a book, empty else.
 * Refuses with `too-deep` and `entities-refused`.
 */
export function readPage(source: string, place: string, maxDepth: number, isXhtml: boolean): Page {
  if (/<!doctype[^>[]{0,1000}\[|<!entity\s/i.test(source.slice(0, 100_000))) {
    throw new Refusal(
      'entities-refused',
      'is not read: it declares entities of its own, which no page needs',
    );
  }
  const pieces: Piece[] = [];
  const stack: Open[] = [];
  const grids: OpenGrid[] = [];
  let lists: List[] = [];
  let draft = newDraft();
  let ids: string[] = [];
  let skipped = 0;
  let title = '';
  let inTitle = false;
  let language: string | null = null;
  const top = (): Open => stack.at(-1) ?? outermost;

  const put = (piece: Piece): void => {
    const grid = grids.at(-1);
    if (grid === undefined) pieces.push(piece);
    else if (grid.captionPieces !== null) grid.captionPieces.push(piece);
    else {
      if (piece.kind === 'grid' || (piece.kind === 'words' && piece.looks.level !== undefined))
        grid.isLayout = true;
      const cell = grid.rows.at(-1)?.cells.at(-1);
      if (cell === undefined) pieces.push(piece);
      else cell.pieces.push(piece);
    }
  };

  const flush = (): void => {
    const done = draft;
    if (done.text.trim() === '') {
      draft = newDraft();
      return;
    }
    draft = newDraft();
    const { level, region, isNote, isCaption } = top();
    const list = lists.at(-1);
    const label = list === undefined ? '' : labelOf(list, done.text);
    put({
      kind: 'words',
      label,
      text: done.text,
      links: done.links,
      ids: ids.slice(0, mostIds),
      isNote,
      isCaption,
      region,
      looks: {
        ...(level !== undefined && { level }),
        ...(level === undefined && list !== undefined && { depth: lists.length }),
        isItalic: done.hasItalic && !done.hasUpright,
        isBold: done.hasBold && !done.hasLight,
      },
    });
    ids = [];
  };

  const addWords = (words: string): void => {
    const { isBold, isItalic } = top();
    draft.text += words;
    if (words.trim() === '') return;
    draft.isBroken = false;
    if (isItalic) draft.hasItalic = true;
    else draft.hasUpright = true;
    if (isBold) draft.hasBold = true;
    else draft.hasLight = true;
  };

  const openTablePart = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const grid = grids.at(-1);
    if (name === 'table') {
      const isLayout = /^(?:presentation|none)$/i.test(attributes['role'] ?? '');
      grids.push({ caption: '', rows: [], isLayout, inHead: false, lists, captionPieces: null });
      lists = [];
    } else if (grid === undefined) return;
    else if (name === 'thead') grid.inHead = true;
    else if (name === 'tbody' || name === 'tfoot') grid.inHead = false;
    else if (name === 'caption') grid.captionPieces = [];
    else if (name === 'tr') grid.rows.push({ cells: [] });
    else if (name === 'td' || name === 'th') {
      if (grid.rows.length === 0) grid.rows.push({ cells: [] });
      grid.rows.at(-1)?.cells.push({
        isHeader: name === 'th' || grid.inHead,
        columns: spanOf(attributes['colspan'] ?? null),
        rows: spanOf(attributes['rowspan'] ?? null),
        pieces: [],
      });
    }
  };

  const closeTablePart = (name: string, region: Region): void => {
    const grid = grids.at(-1);
    if (grid === undefined) return;
    if (name === 'thead') grid.inHead = false;
    if (name === 'caption' && grid.captionPieces !== null) {
      grid.caption = grid.captionPieces
        .map((piece) => (piece.kind === 'words' ? piece.text : ''))
        .join(' ');
      grid.captionPieces = null;
    }
    if (name !== 'table') return;
    grids.pop();
    ({ lists } = grid);
    put({ kind: 'grid', caption: grid.caption, rows: grid.rows, isLayout: grid.isLayout, region });
  };

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (stack.length >= maxDepth) {
      throw new Refusal(
        'too-deep',
        `is not read: its elements stand more than ${maxDepth} deep inside one another`,
      );
    }
    const around = top();
    const isNote = around.isNote || isNotePlace(attributes);
    const isPassedOver =
      skipped > 0 ||
      isHidden(attributes) ||
      (skippedNames.has(name) && !(name === 'aside' && isNote)) ||
      ((name === 'header' || name === 'footer') && around.region === 'other');
    if (name === 'title' && stack.every((one) => one.name !== 'svg')) inTitle = title === '';
    if (name === 'html') language = attributes['lang'] ?? attributes['xml:lang'] ?? null;
    if (isPassedOver) {
      skipped += 1;
      stack.push({ ...around, name });
      return;
    }
    if (blockNames.has(name)) flush();
    if (name === 'br') {
      if (draft.isBroken) flush();
      else {
        draft.text += '\n';
        draft.isBroken = true;
      }
    }
    for (const id of [attributes['id'], name === 'a' ? attributes['name'] : undefined]) {
      if (id !== undefined && id !== '') ids.push(`${place}#${id}`);
    }
    if (name === 'ul' || name === 'ol' || name === 'menu') lists.push(newList(name, attributes));
    if (name === 'li') lists.at(-1)?.startItem(attributes);
    openTablePart(name, attributes);
    const heading = /^h([1-6])$/.exec(name)?.[1];
    const [file, fragment] = (attributes['href'] ?? '').split('#');
    const isLink = name === 'a' && fragment !== undefined && fragment !== '';
    const style = attributes['style'] ?? '';
    const isMain = name === 'main' || attributes['role'] === 'main';
    stack.push({
      name,
      isNote,
      region: isMain
        ? 'main'
        : name === 'article' && around.region === 'other'
          ? 'article'
          : around.region,
      isBold:
        around.isBold ||
        name === 'b' ||
        name === 'strong' ||
        /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style),
      isItalic:
        around.isItalic ||
        name === 'i' ||
        name === 'em' ||
        /font-style\s*:\s*(?:italic|oblique)/i.test(style),
      level: heading === undefined ? around.level : Number(heading),
      isCaption: around.isCaption || name === 'figcaption',
      isPre: around.isPre || name === 'pre',
      link: isLink
        ? {
            start: draft.text.length,
            target: `${file === '' ? place : (file ?? '').replace(/^.*\//, '')}#${fragment}`,
            isNoteMark: isNoteMark(attributes),
          }
        : null,
    });
  };

  const close = (name: string): void => {
    if (name === 'title') inTitle = false;
    const isBlock = blockNames.has(name) && skipped === 0;
    if (isBlock) flush();
    const closed = stack.pop();
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    if (closed?.link) draft.links.push({ ...closed.link, end: draft.text.length });
    if (name === 'ul' || name === 'ol' || name === 'menu') lists.pop();
    if (name === 'li') lists.at(-1)?.endItem();
    closeTablePart(name, top().region);
  };

  const parser = new Parser(
    {
      onopentag: open,
      onclosetag: close,
      ontext(text) {
        if (inTitle) title += text;
        if (skipped > 0) return;
        const words = text.includes('\u00ad') ? text.replaceAll('\u00ad', '') : text;
        if (!top().isPre) {
          addWords(words.replaceAll(/[\t\n\f\r ]+/g, ' '));
          return;
        }
        for (const [index, row] of words.split(/\r\n|\n|\r/).entries()) {
          if (index > 0) flush();
          addWords(row);
        }
      },
    },
    { decodeEntities: true, recognizeSelfClosing: isXhtml, recognizeCDATA: isXhtml },
  );
  // Piece by piece, so that what stands too deep is refused before all of it is taken in.
  for (let at = 0; at < source.length; at += 1 << 16)
    parser.write(source.slice(at, at + (1 << 16)));
  parser.end();
  flush();
  return { title: title.replaceAll(/\s+/g, ' ').trim() || null, language, pieces };
}
