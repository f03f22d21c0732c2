import type { Block } from '../read/blocks.ts';
import { sliceBlock } from './blocks.ts';

/** Where an item may begin inside a line, its label captured. */
const inLine =
  /(?<=^|[:;,]\s(?:(?:and|or)\s)?)\(?(?<label>[a-z]|\d{1,2}|[ivx]{2,5})\)\s(?=\p{L}|\()/gu;

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];
const sequences: readonly (readonly string[])[] = [
  Array.from('abcdefghijklmnopqrstuvwxyz'),
  romans,
  Array.from({ length: 30 }, (_, index) => `${index + 1}`),
];

/**
 * A paragraph whose items run on inside the line ("as follows: a) this; b) that;") as its lead-in and its items. It is
 * taken apart only where the labels count from the first on, each behind a colon, semicolon or comma, and there are two
 * at least; any other paragraph comes back whole.
 */
export function splitRunOn(block: Block): readonly Block[] {
  if (block.table !== undefined || block.figure !== undefined) return [block];
  const starts = Array.from(block.text.matchAll(inLine), ({ index, groups }) => ({
    index,
    label: groups?.['label'] ?? '',
  }));
  if (starts.length < 2) return [block];
  for (const sequence of sequences) {
    const from = starts.findIndex(({ label }) => label === sequence[0]);
    if (from === -1) continue;
    const run = [];
    for (const start of starts.slice(from)) {
      if (start.label === sequence[run.length]) run.push(start.index);
    }
    const [first = 0, second] = run;
    if (second === undefined || !isItemList(block.text, first, run)) continue;
    const ends = [...run.slice(1), block.text.length];
    const items = run.map((start, index) => sliceBlock(block, start, ends[index] ?? start));
    return first === 0 ? items : [sliceBlock(block, 0, first), ...items];
  }
  return [block];
}

/** The first item begins the line or stands behind a colon; each of the others behind a semicolon or comma. */
function isItemList(text: string, first: number, run: readonly number[]): boolean {
  return (
    (first === 0 || /:\s$/.test(text.slice(Math.max(0, first - 2), first))) &&
    run
      .slice(1)
      .every((start) => /[;,]\s(?:(?:and|or)\s)?$/.test(text.slice(Math.max(0, start - 6), start)))
  );
}
