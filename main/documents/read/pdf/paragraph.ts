import { hasBracketLabel, hasNumberLabel, tabbedLabel } from './label.ts';
import { isSameLook, type Line } from './line.ts';
import { jointOf, type Vocabulary } from './mend.ts';
import { looksLikeMark } from './notes.ts';

/** Lines that are one paragraph. `column` tells the columns of the document apart, in reading order. */
export interface Paragraph {
  readonly lines: Line[];
  readonly column: ColumnShape;
}

/** Where the text of a column begins and ends, in points; which side is the beginning follows the text's direction. */
interface ColumnShape {
  readonly left: number;
  readonly right: number;
  readonly isRtl: boolean;
  /** The usual distance of two baselines, in parts of the type size. */
  readonly pitch: number;
}

export function shapeOf(lines: readonly Line[], pitch: number): ColumnShape {
  const rtl = lines.filter((line) => line.isRtl).length;
  return {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    isRtl: rtl * 2 > lines.length,
    pitch,
  };
}

/** Joins the pieces of one row, such as a label and its words, with a tab. */
export function joinRows(lines: readonly Line[]): Line[] {
  const rows: Line[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (
      last === undefined ||
      last.page !== line.page ||
      Math.abs(last.y - line.y) > line.size * 0.2
    ) {
      rows.push(line);
      continue;
    }
    const [first, second] = line.isRtl || last.isRtl ? sortRtl(last, line) : [last, line];
    const shift = first.text.length + 1;
    rows[rows.length - 1] = {
      ...(second.text.length > first.text.length ? second : first),
      text: `${first.text}\t${second.text}`,
      raised: [
        ...first.raised,
        ...second.raised.map((raised) => ({ ...raised, at: raised.at + shift })),
      ],
      left: Math.min(first.left, second.left),
      right: Math.max(first.right, second.right),
      isBold: first.isBold && second.isBold,
      isItalic: first.isItalic && second.isItalic,
    };
  }
  return rows;
}

const sortRtl = (a: Line, b: Line): readonly [Line, Line] => (a.right >= b.right ? [a, b] : [b, a]);

/** The paragraphs of a column. */
export function paragraphsOf(lines: readonly Line[], column: ColumnShape): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open === undefined || begins(open, line)) paragraphs.push({ lines: [line], column });
    else open.lines.push(line);
  }
  return paragraphs;
}

/** From the side where lines begin to a line's first character, and from its last one to the other side. */
const indentOf = (line: Line, column: ColumnShape): number =>
  column.isRtl ? column.right - line.right : line.left - column.left;
const roomOf = (line: Line, column: ColumnShape): number =>
  column.isRtl ? line.left - column.left : column.right - line.right;

const endsSentence = /[.;:!?,؛،؟。；：，]["»”’')\]]*$|(?:\s|^)(?:and|or|et|ou|y|o|и|или|و|أو)$/u;
/** An item of a list ends so; a comma does not end one, since lists inside a sentence have labels, too. */
const endsItem = /[.;:؛。；：]["»”’')\]]*$|[;,]\s(?:and|or|et|ou|y|o|и|или)$/u;
const endsFull = /[.;:!?؛؟。；：]["»”’')\]]*$/u;

/** Whether a line begins a new paragraph, after the lines of an open one in the same column. */
function begins(open: Paragraph, line: Line): boolean {
  const { lines, column } = open;
  const last = lines.at(-1);
  if (last === undefined) return true;
  if (!isSameLook(last, line)) return true;
  const em = line.size;
  const pitch = line.y - last.y;
  const before = lines.at(-2);
  const inside = before === undefined || before.page !== last.page ? 0 : last.y - before.y;
  const usual = inside > 0 ? inside : column.pitch * em;
  if (pitch > usual * 1.22 + 1 && pitch > em * 1.25) return true;
  if (tabbedLabel(line.text) !== '') return true;
  if (/[,،]$/.test(last.text) && beginsSection(line.text)) return true;

  const indent = indentOf(line, column);
  const lastIndent = indentOf(last, column);
  const isCentred =
    isMiddle(line, column) && isMiddle(last, column) && indent > 2 * em && lastIndent > em;
  if (isCentred) return false;
  if (hasBracketLabel(line.text) && (endsItem.test(last.text) || indent < lastIndent - em)) {
    return true;
  }
  const isShort = couldHaveTakenMore(last, line, column);
  if (hasNumberLabel(line.text) && endsFull.test(last.text) && (isShort || indent !== lastIndent)) {
    return true;
  }
  if (isShort) return true;
  if (line.isItalic && !last.isItalic && endsSentence.test(last.text)) return true;
  const [first] = lines;
  const hasLabel =
    first !== undefined && (tabbedLabel(first.text) !== '' || hasBracketLabel(first.text));
  if (indent > lastIndent + 0.7 * em) return !(lines.length === 1 && hasLabel);
  return lines.length > 1 && indent < lastIndent - 0.7 * em;
}

const isMiddle = (line: Line, column: ColumnShape): boolean =>
  Math.abs(line.left + line.right - column.left - column.right) < line.size;

/** The next line's first word would have fitted behind this line: so a paragraph ended here. */
function couldHaveTakenMore(last: Line, next: Line, column: ColumnShape): boolean {
  const first = /^\S+/.exec(next.text)?.[0].length ?? 0;
  const letter = (next.right - next.left) / Math.max(next.text.length, 1);
  return roomOf(last, column) > (first + 1) * letter * 1.15 + last.size * 0.6;
}

/** Whether a column's first paragraph goes on with the last one of the column before. */
export function goesOn(open: Paragraph, next: Paragraph): boolean {
  const last = open.lines.at(-1);
  const [line] = next.lines;
  if (last === undefined || line === undefined || !isSameLook(last, line)) return false;
  if (tabbedLabel(line.text) !== '' || hasBracketLabel(line.text)) return false;
  if (endsFull.test(last.text) || couldHaveTakenMore(last, line, open.column)) return false;
  const isLower = /^\p{Ll}/u.test(line.text);
  if (/[,،]$/.test(last.text)) {
    // Sections of resolutions end with a comma, and the next one's opening words are in lower case, too.
    const isHeading = next.lines.length === 1 && !/\p{P}$/u.test(line.text);
    return isLower && !isHeading && !opensSection.test(line.text);
  }
  return isLower || !last.isItalic;
}

/** Opening words of sections in lower case, as English resolutions have them. */
const opensSection =
  /^(?:further |also )?(?:recall|consider|recogni[sz]|not|bear|tak|emphasi[sz]|welcom|reaffirm|acknowledg|having|aware|mindful|convinced|resolv|decid|instruct|invit|encourag|urg|request|call|authori[sz]|appeal)(?:ing|ed|es|e|s)?\b/;

const opensBare = new RegExp(`${opensSection.source}(?: further| also)?$`);

/**
 * Whether a line behind a comma begins a section however full the line before is: opening words alone, since no
 * sentence is broken just there, or with a capital, as the United Nations print them.
 */
function beginsSection(text: string): boolean {
  const isCapital = /^\p{Lu}\p{Ll}/u.test(text);
  return opensBare.test(text) || (isCapital && opensSection.test(text.toLowerCase()));
}

/** A paragraph's words, with the footnote marks that were taken out of them. */
export interface Words {
  readonly text: string;
  readonly marks: readonly { readonly mark: string; readonly at: number; readonly page: number }[];
  /** How many words that were broken at a line's end are whole again. */
  readonly mended: number;
}

/** `isMark` says which raised texts are marks of footnotes of their page. */
export function wordsOf(
  lines: readonly Line[],
  vocabulary: () => Vocabulary,
  isMark: (mark: string, page: number) => boolean,
): Words {
  let text = '';
  let mended = 0;
  const marks: { mark: string; at: number; page: number }[] = [];
  const [first] = lines;
  const beginning = first === undefined ? undefined : withPartedNumber(first);
  const label = tabbedLabel(beginning?.text ?? '');
  for (const [index, line] of lines.entries()) {
    const isFirst = index === 0;
    const piece = takeMarks(isFirst && beginning !== undefined ? beginning : line, isMark);
    const plain = isFirst && label !== '' ? piece.text : piece.text.trimStart();
    const joint = isFirst ? 'nothing' : jointOf(text, plain, vocabulary);
    if (joint === 'drop-hyphen') {
      text = text.slice(0, -1);
      mended += 1;
    }
    if (joint === 'space') text += ' ';
    for (const { mark, at } of piece.marks) {
      marks.push({ mark, page: line.page, at: text.length + at });
    }
    text += plain;
  }
  return { ...evened(text, marks, label), mended };
}

/** A tab may be so narrow that a clause's number touches its words. */
function withPartedNumber(line: Line): Line {
  const end = /^\d{1,3}(?:\.\d{1,3})+(?=\p{L}\p{Ll}{2})/u.exec(line.text)?.[0].length;
  if (end === undefined) return line;
  return {
    ...line,
    text: `${line.text.slice(0, end)}\t${line.text.slice(end)}`,
    raised: line.raised.map(({ text, at }) => ({ text, at: at + 1 })),
  };
}

function takeMarks(
  line: Line,
  isMark: (mark: string, page: number) => boolean,
): { readonly text: string; readonly marks: readonly { mark: string; at: number }[] } {
  let text = '';
  let copied = 0;
  const marks: { mark: string; at: number }[] = [];
  for (const { text: raised, at } of line.raised) {
    const mark = raised.replace(/\)$/, '');
    if (at < copied || !looksLikeMark(raised) || !isMark(mark, line.page)) continue;
    text += line.text.slice(copied, at).trimEnd();
    marks.push({ mark, at: text.length });
    copied = line.text.indexOf(raised, at) + raised.length;
  }
  text += line.text.slice(copied);
  return { text, marks };
}

/** One space for every run of white space, one tab behind the label; the marks move along. */
function evened(
  text: string,
  marks: Words['marks'],
  label: string,
): { readonly text: string; readonly marks: Words['marks'] } {
  const tab = label === '' ? -1 : text.indexOf('\t');
  let even = '';
  const moved: { mark: string; at: number; page: number }[] = [];
  let next = 0;
  const moveUntil = (at: number): void => {
    for (let mark = marks[next]; mark !== undefined && mark.at <= at; mark = marks[next]) {
      moved.push({ ...mark, at: even.trimEnd().length });
      next += 1;
    }
  };
  let index = 0;
  for (const match of text.matchAll(/\s+/g)) {
    for (let mark = marks[next]; mark !== undefined && mark.at <= match.index; mark = marks[next]) {
      moved.push({ ...mark, at: even.length + mark.at - index });
      next += 1;
    }
    even += text.slice(index, match.index);
    index = match.index + match[0].length;
    moveUntil(index);
    if (even === '') continue;
    const holdsTab = tab >= match.index && tab < index;
    even += holdsTab ? '\t' : ' ';
  }
  for (const mark of marks.slice(next)) moved.push({ ...mark, at: even.length + mark.at - index });
  even += text.slice(index);
  return { text: even.trimEnd(), marks: moved };
}
