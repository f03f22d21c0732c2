import type { Mark } from '../contract/answers.ts';
import { writeOut } from './writing.ts';

/** Prints to standard output, with one line break at the end. */
export const print = (text: string): void => writeOut(`${text}\n`);

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** A remark that is no part of the answer. */
export const remark = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Columns to set text in: those of the terminal, as far as they make a good line. */
const columns = (): number => Math.max(40, Math.min(process.stdout.columns || 80, 88));

const isStyled = (): boolean => process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
const style = (code: number, text: string): string =>
  isStyled() ? `\u001b[${code}m${text}\u001b[0m` : text;
export const bold = (text: string): string => style(1, text);
export const dim = (text: string): string => style(2, text);

/** Styles of a terminal take no room in it. */
// oxlint-disable-next-line no-control-regex -- the escape character is what begins a style
const styles = /\u001b\[\d+m/g;
const widthOf = (text: string): number => text.replace(styles, '').length;

/**
 * Sets a text in lines of the terminal's width, after a margin that holds the label. A control character in a
 * text, which could give the terminal orders, is printed as U+FFFD.
 *
 * @example paragraph('that IMT systems have …', { label: 'a)', margin: 6 })
 */
export function paragraph(text: string, { label = '', margin = 0 } = {}): string {
  const width = columns() - margin;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  lines.push(line);
  const indent = ' '.repeat(margin);
  const first = label === '' ? indent : `${label} `.padEnd(margin);
  return lines.map((each, position) => (position === 0 ? first : indent) + each).join('\n');
}

// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/** A document's words made safe for a terminal: a control character could give it orders. */
export const safe = (text: string): string => text.replace(controls, '\ufffd').replace(/\s+/g, ' ');

/** Sets the marked words of a text in bold, word by word, so that lines may break between them. */
export function marked(text: string, marks: readonly Mark[]): string {
  let result = '';
  let rest = 0;
  for (const [start, end] of marks) {
    const words = safe(text.slice(start, end)).split(' ');
    result += safe(text.slice(rest, start)) + words.map(bold).join(' ');
    rest = end;
  }
  return result + safe(text.slice(rest));
}
