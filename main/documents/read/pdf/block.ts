import type { Footnote } from '../../../contract/document.ts';
import type { Block } from '../blocks.ts';
import type { Draft } from '../draft.ts';
import { repairLine } from '../repair.ts';
import type { Warnings } from '../warn.ts';
import { headingLevels } from './heading.ts';
import type { Vocabulary } from './mend.ts';
import type { Note } from './notes.ts';
import type { OutlineEntry } from './page.ts';
import { isTable, noteKey, type Piece } from './piece.ts';
import { wordsOf, type Paragraph, type Words } from './paragraph.ts';

/** What the words of a piece depend on besides itself. */
interface Surroundings {
  readonly outline: readonly OutlineEntry[];
  /** By page and mark. */
  readonly notes: ReadonlyMap<string, Note>;
  readonly vocabulary: () => Vocabulary;
  readonly bodySize: number;
  readonly warnings: Warnings;
}

const tableCaption = /^(?:table|tableau|tabla|cuadro|таблица|الجدول|表)\s*[\dA-Z]/iu;
const figureCaption =
  /^(?:figure|fig\.|figura|рисунок|рис\.|الشكل|图)\s*[\dA-Z][\w.-]*\s*(?:$|[–—:.\-\u2012]|\s{2}|\t)/iu;
const longestCaption = 300;

/**
 * A wide net around the patterns of `repairLine`, which copies its text at every space: white space is even here already,
 * and most paragraphs need no repair, so asking first makes reading a third faster.
 */
const mayNeedRepair =
  /[^\P{Cc}\t]|ITU[RTD]|IMT[2A]|WRC\d|WTSA\d|WTDC\d|ultrareli| [,;]|the (?:are|is|was|were|has|have|had)\b|\b(the|of|an?|and|to|in|is|for|with) \1\b/iu;

/** Makes blocks of pieces: words, footnotes at their marks, levels of headings, captions at what they name. */
export function blockWriter(around: Surroundings): (pieces: readonly Piece[]) => Block[] {
  const { notes, vocabulary, warnings } = around;
  let mended = 0;

  const footnotesOf = (words: Words): Footnote[] =>
    words.marks.map(({ mark, at, page }) => {
      const note = notes.get(noteKey(page, mark));
      const text = note === undefined ? null : wordsOf(note.lines, vocabulary, () => false);
      mended += text?.mended ?? 0;
      return { mark, text: text?.text.replaceAll('\t', ' ') ?? '', at };
    });

  /** The same repairs as in every other format. */
  const repair = (draft: Draft, line: number): Draft =>
    mayNeedRepair.test(draft.text) ? repairLine(draft, line, warnings) : draft;
  const repaired = (text: string, line: number): string => repair({ text, marks: [] }, line).text;

  return (pieces) => {
    const paragraphs = pieces.filter((piece): piece is Paragraph => !isTable(piece));
    const levelOf = headingLevels(
      paragraphs,
      around.outline,
      around.bodySize,
      isMostlyBold(paragraphs),
    );
    const used = new Set<string>();
    const blocks: Block[] = [];
    for (const piece of pieces) {
      const line = blocks.length + 1;
      if (isTable(piece)) {
        const above = blocks.at(-1);
        const isCaption =
          above !== undefined &&
          above.text.length < longestCaption &&
          tableCaption.test(above.text);
        if (isCaption) blocks.pop();
        blocks.push({
          text: '',
          footnotes: [],
          line: blocks.length + 1,
          page: piece.page,
          table: {
            caption: isCaption ? above.text : '',
            rows: piece.rows.map((row) =>
              row.map((cell) => ({
                columns: cell.columns,
                rows: cell.rows,
                isHeader: cell.isHeader,
                text: repaired(cell.text, line),
              })),
            ),
          },
        });
        continue;
      }
      const words = wordsOf(piece.lines, vocabulary, (mark, page) => {
        const key = noteKey(page, mark);
        if (notes.has(key)) used.add(key);
        return notes.has(key);
      });
      mended += words.mended;
      if (words.text === '') continue;
      const page = piece.lines[0]?.page ?? 1;
      const draft = repair(words, line);
      const footnotes = footnotesOf(words).map(({ mark, text }, index) => ({
        mark,
        text: repaired(text, line),
        at: draft.marks[index]?.at ?? draft.text.length,
      }));
      if (words.text.length < longestCaption && figureCaption.test(words.text)) {
        blocks.push({ text: '', footnotes, line, page, figure: { caption: draft.text } });
        continue;
      }
      const level = levelOf(piece, words.text);
      blocks.push({
        text: draft.text,
        footnotes,
        line,
        page,
        isBold: piece.lines.every((each) => each.isBold),
        isItalic: piece.lines.every((each) => each.isItalic),
        ...(level === undefined ? {} : { level }),
      });
    }
    warnOfUnmarked(used);
    if (mended > 0) {
      warnings.add(
        'broken-word',
        mended === 1
          ? '1 word that was broken at a line end is joined.'
          : `${mended} words that were broken at line ends are joined.`,
        null,
      );
    }
    return blocks;
  };

  function warnOfUnmarked(used: ReadonlySet<string>): void {
    for (const [key, note] of notes) {
      if (used.has(key)) continue;
      const { text } = wordsOf(note.lines, vocabulary, () => false);
      warnings.add(
        'footnote-unmarked',
        `Footnote ${note.mark} has no mark left to stand at: "${text.slice(0, 200)}".`,
        null,
      );
    }
  }
}

function isMostlyBold(paragraphs: readonly Paragraph[]): boolean {
  let bold = 0;
  let all = 0;
  for (const { lines } of paragraphs) {
    for (const line of lines) {
      all += line.text.length;
      if (line.isBold) bold += line.text.length;
    }
  }
  return bold > all * 0.6;
}
