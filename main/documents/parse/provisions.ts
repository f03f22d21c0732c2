import type { Provision } from '../../contract/document.ts';
import { findCitations } from '../cite/citations.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { cutBlock } from './blocks.ts';
import { readLabel, type Label, type Style } from './labels.ts';
import { uniqueNames, type UniqueNames } from './unique.ts';

/** A provision while its section is read: its lists may still grow. */
interface Node {
  readonly label: string;
  readonly path: string;
  readonly block: Block;
  readonly children: Node[];
  readonly names: UniqueNames;
}

/**
 * A list that may still be continued: how it counts, how far it came, and where its next item goes. No two open lists
 * count in the same style, so nesting is never deeper than there are styles.
 */
interface OpenList {
  readonly style: Style;
  last: number;
  readonly items: Node[];
  readonly parent: Node | null;
}

/**
 * The provisions of one section. A label continues the innermost open list that it fits; otherwise a label that
 * counts as the first of its kind opens a list inside the last provision. So `i)` is a letter after `h)` and a
 * roman number inside `2`. Paragraphs without a label become `p1`, `p2` at the top.
 */
export function readProvisions(
  blocks: readonly Block[],
  sectionAddress: string,
  warnings: Warnings,
): readonly Provision[] {
  const top: Node[] = [];
  const topNames = uniqueNames();
  const open: OpenList[] = [];
  const labels = blocks.map(({ text }) => readLabel(text));
  let paragraphs = 0;

  const place = (block: Block, label: Label | null, parent: Node | null): Node => {
    const wanted = label?.path ?? `p${(paragraphs += 1)}`;
    const step = (parent?.names ?? topNames)(wanted);
    if (step !== wanted) {
      warnings.add(
        'label-repeated',
        `The label "${label?.printed ?? wanted}" is used twice.`,
        block.line,
      );
    }
    const path = parent === null ? step : `${parent.path}.${step}`;
    const words = cutBlock(block, label?.end ?? 0);
    const node: Node = {
      label: label?.printed ?? '',
      path,
      block: { ...words, text: words.text.replaceAll('\t', ' ') },
      children: [],
      names: uniqueNames(),
    };
    (parent?.children ?? top).push(node);
    return node;
  };

  for (const [index, block] of blocks.entries()) {
    const label = labels[index] ?? null;
    const spot = label === null ? null : findSpot(label, open, labels[index + 1] ?? null);
    if (label === null || spot === null || (!label.isCertain && !spot.isInOrder)) {
      place(block, null, null);
      open.length = Math.min(open.length, 1);
      continue;
    }
    if (!spot.isInOrder) {
      warnings.add(
        'label-out-of-order',
        `The label "${label.printed}" does not follow the one before it.`,
        block.line,
      );
    }
    open.length = spot.depth;
    const list = spot.list ?? startList(open, spot.style);
    list.last = spot.value;
    open.push(list);
    list.items.push(place(block, label, list.parent));
  }
  return top.map((node) => finish(node, sectionAddress));
}

interface Spot {
  /** How many open lists lie outside this one. */
  readonly depth: number;
  /** The list that goes on; null where a new one begins. */
  readonly list: OpenList | null;
  readonly style: Style;
  readonly value: number;
  readonly isInOrder: boolean;
}

function findSpot(label: Label, open: readonly OpenList[], next: Label | null): Spot | null {
  const first = label.readings.find(({ value }) => value === 1);
  const opens: Spot | null =
    first === undefined || open.some(({ style }) => style === first.style)
      ? null
      : { depth: open.length, list: null, ...first, isInOrder: true };
  // `i)` after `h)`: the letter, unless a roman `ii)` follows.
  const isRomanStart = opens?.style === 'roman' && next?.path === 'ii';
  if (opens !== null && isRomanStart) return opens;
  const continued = fit(
    label,
    open,
    (value, last) => value === last + 1 || isAddition(label, value, last),
  );
  if (continued !== null) return { ...continued, isInOrder: true };
  if (opens !== null) return opens;
  const jumped = fit(label, open, () => true);
  if (jumped !== null) return { ...jumped, isInOrder: false };
  const [reading] = label.readings;
  return reading === undefined
    ? null
    : { depth: open.length, list: null, ...reading, isInOrder: reading.value === 1 };
}

/** `1bis` counts as 1 once more. */
const isAddition = (label: Label, value: number, last: number): boolean =>
  value === last && /(?:bis|ter|quater)$/.test(label.path);

function fit(
  label: Label,
  open: readonly OpenList[],
  accepts: (value: number, last: number) => boolean,
): Omit<Spot, 'isInOrder'> | null {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const list = open[depth];
    const reading = label.readings.find(
      ({ style, value }) => style === list?.style && accepts(value, list.last),
    );
    if (list !== undefined && reading !== undefined) return { depth, list, ...reading };
  }
  return null;
}

function startList(open: readonly OpenList[], style: Style): OpenList {
  return { style, last: 0, items: [], parent: open.at(-1)?.items.at(-1) ?? null };
}

function finish(node: Node, sectionAddress: string): Provision {
  return {
    address: `${sectionAddress}.${node.path}`,
    path: node.path,
    label: node.label,
    text: node.block.text,
    footnotes: node.block.footnotes,
    citations: findCitations(node.block.text),
    provisions: node.children.map((child) => finish(child, sectionAddress)),
  };
}
