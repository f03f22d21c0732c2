import type { Provision } from '../../contract/document.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { cutBlock, plainText } from './blocks.ts';
import { readLabel, type Label } from './labels.ts';
import { findSpot, startList, type OpenList } from './lists.ts';
import { splitRunOn } from './run-on.ts';
import { uniqueNames, type UniqueNames } from './unique.ts';

/** A provision while its section is read: its lists may still grow. */
export interface Node {
  readonly label: string;
  readonly path: string;
  /** Its own label's part of the path: "1.2" of a decimal, whatever it stands in. */
  readonly ownPath: string;
  readonly block: Block;
  readonly children: Node[];
  paragraphs: number;
}

/** A section's provisions while they are read, and the means to add to them. */
export interface Tree {
  readonly top: Node[];
  readonly names: UniqueNames;
  readonly warnings: Warnings;
  /** How many unlabelled paragraphs stand at the top. */
  paragraphs: number;
}

export const emptyTree = (warnings: Warnings): Tree => ({
  top: [],
  names: uniqueNames(),
  warnings,
  paragraphs: 0,
});

/**
 * Adds a block to the tree, under its label or as the next `p1`, `p2`: inside `wantedParent`, or at the top where that is
 * null or something else already stands behind it, since the words must keep their order.
 */
export function addNode(
  tree: Tree,
  block: Block,
  label: Label | null,
  wantedParent: Node | null,
): Node {
  const parent = wantedParent !== null && isLast(tree, wantedParent) ? wantedParent : null;
  const wanted = pathOf(tree, label, parent);
  const path = tree.names(wanted);
  if (path !== wanted) {
    const printed = label === null ? wanted : label.printed;
    tree.warnings.add('label-repeated', `The label "${printed}" is used twice.`, block.line);
  }
  const words = cutBlock(block, label?.end ?? 0);
  const node: Node = {
    label: label?.printed ?? '',
    path,
    ownPath: label?.path ?? '',
    block: { ...words, text: plainText(words) },
    children: [],
    paragraphs: 0,
  };
  (parent?.children ?? tree.top).push(node);
  return node;
}

/** Whether nothing stands behind a node but what stands in it. No tree is deeper than there are styles of labels. */
function isLast(tree: Tree, node: Node): boolean {
  for (let last = tree.top.at(-1); last !== undefined; last = last.children.at(-1)) {
    if (last === node) return true;
  }
  return false;
}

function pathOf(tree: Tree, label: Label | null, parent: Node | null): string {
  if (label === null || label.path === '') {
    const counter = parent ?? tree;
    counter.paragraphs += 1;
    const step = `p${counter.paragraphs}`;
    return parent === null ? step : `${parent.path}.${step}`;
  }
  if (parent === null) return label.path;
  // "1.2" inside "1" adds its "2" only.
  const own = `${parent.ownPath}.`;
  const step =
    parent.ownPath !== '' && label.path.startsWith(own) ? label.path.slice(own.length) : label.path;
  return `${parent.path}.${step}`;
}

/**
 * The provisions of one section. A label continues the innermost open list that it fits; otherwise a label that
 * counts as the first of its kind opens a list inside the last provision. Paragraphs without a label become `p1`, `p2`
 * at the top; dashes and bullets become `p1`, `p2` of the provision that they stand under. `isContinued`: the first
 * label may be any, since the numbers run through all sections.
 */
export function readProvisions(
  blocks: readonly Block[],
  warnings: Warnings,
  isContinued = false,
): readonly Node[] {
  const tree = emptyTree(warnings);
  const all = blocks.flatMap(splitRunOn);
  const open: OpenList<Node>[] = [];
  /** The last unlabelled paragraph, as long as nothing came behind it. */
  let above: Node | null = null;
  const labels = all.map((block) => (isWords(block) ? readLabel(block.text) : null));
  for (const [index, block] of all.entries()) {
    const label = labels[index] ?? null;
    const spot = label === null ? null : findSpot(label, open, labels[index + 1] ?? null);
    if (label === null || spot === null || (!label.isCertain && !spot.isInOrder)) {
      above = addNode(tree, block, null, null);
      open.length = Math.min(open.length, 1);
      continue;
    }
    if (!spot.isInOrder && !(isContinued && index === 0)) {
      warnings.add(
        'label-out-of-order',
        `The label "${label.printed}" does not follow the one before it.`,
        block.line,
      );
    }
    // Dashes behind a paragraph without a label stand under it, other new lists beside it; the list around may go on.
    const isNewBehindParagraph = above !== null && (label.path === '' || spot.list === null);
    if (!isNewBehindParagraph) open.length = Math.min(open.length, spot.depth);
    const holder = label.path === '' ? above : null;
    const list: OpenList<Node> = isNewBehindParagraph
      ? startList(spot, label, holder)
      : (spot.list ?? startList(spot, label, open.at(-1)?.lastItem ?? null));
    list.last = spot.value;
    list.lastPath = label.path;
    open.push(list);
    list.lastItem = addNode(tree, block, label, list.parent);
    above = null;
  }
  return tree.top;
}

const isWords = (block: Block): boolean => block.table === undefined && block.figure === undefined;

/** What reads the mentions in a provision's text. */
export type Reading = (text: string) => Pick<Provision, 'citations'>;

export function finishNode(node: Node, sectionAddress: string, read: Reading): Provision {
  const { block } = node;
  return {
    address: `${sectionAddress}.${node.path}`,
    path: node.path,
    label: node.label,
    text: block.text,
    footnotes: block.footnotes,
    ...read(block.text),
    ...(block.table !== undefined && { table: block.table }),
    ...(block.figure !== undefined && { figure: block.figure }),
    provisions: node.children.map((child) => finishNode(child, sectionAddress, read)),
  };
}
