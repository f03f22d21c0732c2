import type { Block } from '../../read/blocks.ts';
import { readLabel, type Label } from '../labels.ts';

/** A paragraph of a clause, or an item of a list in it, with the items inside. */
export interface Item {
  readonly label: string;
  /** What its label adds to the path; null for a paragraph that is counted. */
  readonly step: string | null;
  readonly block: Block;
  /** Offset of the words behind the label. */
  readonly start: number;
  readonly items: Item[];
}

interface OpenList {
  readonly style: string;
  last: number;
  readonly items: Item[];
}

const bullet = /^[\u2013\u2014\u2022\u00b7\u25aa\u25a0\u25cb\u25e6\uf0b7*-](?:\s+|$)/u;

/** How deep lists may stand in one another. */
const mostDeep = 8;

/**
 * The paragraphs of one clause in their lists. A label goes on with the innermost open list that it continues; one that
 * counts as the first of its kind opens a list inside the item before it. Bullets are counted as paragraphs and keep
 * their mark as label.
 */
export function readItems(blocks: readonly Block[]): readonly Item[] {
  const top: Item[] = [];
  const open: OpenList[] = [];
  // Behind a paragraph the outermost list may go on, but nothing new stands inside its items.
  let isInterrupted = false;
  for (const [index, block] of blocks.entries()) {
    const mark = bullet.exec(block.text)?.[0];
    if (mark !== undefined) {
      const item = { label: mark.trim(), step: null, block, start: mark.length, items: [] };
      placeBullet(item, top, open);
      continue;
    }
    const label = readLabel(block.text);
    if (label?.path === '') {
      const { printed, end: start } = label;
      placeBullet({ label: printed, step: null, block, start, items: [] }, top, open);
      continue;
    }
    const isLabelled = label !== null && label.isCertain;
    const list = isLabelled ? listFor(label, open, isInterrupted, blocks[index + 1]) : null;
    if (!isLabelled || list === null) {
      top.push({ label: '', step: null, block, start: 0, items: [] });
      open.length = Math.min(open.length, 1);
      isInterrupted = true;
      continue;
    }
    const { path: step, printed, end } = label;
    isInterrupted = false;
    const target = list.depth === 0 ? top : (open[list.depth - 1]?.items.at(-1)?.items ?? top);
    const item: Item = { label: printed, step, block, start: end, items: [] };
    target.push(item);
    const current = open[list.depth];
    if (current?.style === list.style) {
      current.last = list.value;
      current.items.push(item);
      open.length = list.depth + 1;
    } else {
      open.length = list.depth;
      open.push({ style: list.style, last: list.value, items: [item] });
    }
  }
  return top;
}

interface Spot {
  readonly style: string;
  readonly value: number;
  readonly depth: number;
}

function listFor(
  { readings, path }: Pick<Label, 'readings' | 'path'>,
  open: readonly OpenList[],
  isInterrupted: boolean,
  next: Block | undefined,
): Spot | null {
  const first = readings.find(({ value }) => value === 1);
  const isOpen = open.some(({ style }) => style === first?.style);
  const opens =
    first === undefined || open.length >= mostDeep || (isOpen && first.style !== 'bullet')
      ? null
      : { ...first, depth: isInterrupted ? 0 : open.length };
  const isRoman = opens?.style === 'roman' && readLabel(next?.text ?? '')?.path === 'ii';
  if (opens !== null && isRoman) return opens;
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const list = open[depth];
    const reading = readings.find(
      ({ style, value }) =>
        style === list?.style &&
        (value === list.last + 1 || (value === list.last && /(?:bis|ter|quater)$/.test(path))),
    );
    if (reading !== undefined) return { ...reading, depth };
  }
  if (opens !== null) return opens;
  const [reading] = readings;
  if (reading === undefined) return null;
  const depth = open.findIndex(({ style }) => style === reading.style);
  const fresh = isInterrupted ? 0 : Math.min(open.length, mostDeep - 1);
  return { ...reading, depth: depth === -1 ? fresh : depth };
}

/** A bullet stands inside what it follows, a lead-in or an item; one that the source sets deeper inside a bullet. */
function placeBullet(item: Item, top: Item[], open: readonly OpenList[]): void {
  const before = top.at(-1);
  const isInList = before !== undefined && before.step !== null;
  const holder = isInList ? open.at(-1)?.items.at(-1) : before;
  if (holder === undefined || isBullet(holder)) {
    deepest(top, (item.block.depth ?? 1) - 1).push(item);
    return;
  }
  deepest(holder.items, (item.block.depth ?? 1) - 1).push(item);
}

const isBullet = ({ label, step }: Item): boolean => label !== '' && step === null;

/** The list that is `depth` bullets deep behind the last ones, or as near to it as there is one. */
function deepest(items: Item[], depth: number): Item[] {
  let list = items;
  for (let level = 0; level < Math.min(depth, mostDeep); level += 1) {
    const last = list.at(-1);
    if (last === undefined || !isBullet(last)) break;
    list = last.items;
  }
  return list;
}
