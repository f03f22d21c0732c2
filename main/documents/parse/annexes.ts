import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { slug } from '../cite/fold.ts';
import { plainText, warnOfLostFootnotes } from './blocks.ts';
import { readLabel, type Label } from './labels.ts';
import { findSpot, startList, type OpenList } from './lists.ts';
import { addNode, emptyTree, type Node } from './provisions.ts';
import { splitRunOn } from './run-on.ts';

/** An annex while its blocks are gathered. */
export interface GatheredAnnex {
  readonly name: string;
  heading: string;
  readonly blocks: Block[];
}

const kinds =
  'annex|appendix|attachment|addendum|enclosure|annexe|appendice|pièce jointe|anexo|apéndice|приложение|дополнение|الملحق|附件|附录';
const number = String.raw`(?<number>[A-Z]{1,2}\d{0,2}|\d{1,3}(?:bis)?|[IVX]{1,6})`;
/** What an annex may say that it belongs to: "to Resolution 32 (Rev. …)", "(to this Resolution)". */
const owner = String.raw`(?:,? ?\(?(?:to|of|de|del|à|к|al?) (?:the |this |la |le |present )?(?:RES|REC|DEC|OPI|ANN|APP|ATT|RÉS|РЕЗ|ПРИ)\p{L}{0,20}(?: [^;]{0,160})?)`;
const heading = new RegExp(
  String.raw`^(?<kind>${kinds})(?: ${number})?(?:${owner}|\s?[-\u2010-\u2015:]\s\S.{0,250})?(?: ?\*{1,3})?$`,
  'iu',
);

/** The heading of an annex; null for a paragraph that only speaks of one. */
function readAnnexHeading(block: Block): string | null {
  if (block.table !== undefined || block.figure !== undefined) return null;
  const text = plainText(block);
  if (text.length > 300 || /[.;,]$/.test(text) || !/^\P{Ll}/u.test(text)) return null;
  const groups = heading.exec(text)?.groups;
  if (groups === undefined) return null;
  const isNumbered = groups['number'] === undefined || /^[A-ZIVX\d]/.test(groups['number']);
  return isNumbered ? slug(`${groups['kind']} ${groups['number'] ?? ''}`) : null;
}

/** Where the annexes begin; -1 where there are none. Only what stands behind `from` counts. */
export const firstAnnex = (blocks: readonly Block[], from: number): number =>
  blocks.findIndex((block, index) => index > from && readAnnexHeading(block) !== null);

const mostTitleLines = 4;

/** Gathers the blocks of each annex; the lines under its heading that are no sentence are its title. */
export function gatherAnnexes(
  blocks: readonly Block[],
  warnings: Warnings,
): readonly GatheredAnnex[] {
  const annexes: GatheredAnnex[] = [];
  let titleLines = 0;
  for (const [index, block] of blocks.entries()) {
    const name = readAnnexHeading(block);
    const current = annexes.at(-1);
    if (name !== null) {
      warnOfLostFootnotes(block, 'a heading', warnings);
      annexes.push({ name, heading: plainText(block), blocks: [] });
      titleLines = 0;
    } else if (current !== undefined) {
      const isFirst = current.blocks.length === 0 && titleLines < mostTitleLines;
      if (isFirst && isTitle(block, blocks[index + 1])) {
        current.heading += ` ${plainText(block)}`;
        warnOfLostFootnotes(block, 'a heading', warnings);
        titleLines += 1;
      } else {
        current.blocks.push(block);
      }
    }
  }
  return annexes;
}

function isTitle(block: Block, next: Block | undefined): boolean {
  if (block.table !== undefined || block.figure !== undefined || next === undefined) return false;
  if (readLabel(block.text) !== null || readPart(block) !== null) return false;
  if (/^\((?:to|of) .{1,200}\)$/iu.test(block.text)) return true;
  return (
    block.text.length <= 200 && /^[\p{Lu}\p{Lo}(]/u.test(block.text) && !/[.;:,]$/.test(block.text)
  );
}

const part =
  /^(?<kind>part|section|chapter|partie|parte|часть)\s(?<number>[A-Z]|\d{1,2}|[IVX]{1,5})(?:\s?[-\u2010-\u2015:.]?\s.{1,200})?$/iu;

/** "PART A – Title": a division that holds what follows it. */
function readPart(block: Block): Label | null {
  const found = part.exec(block.text);
  const { kind = '', number: own = '' } = found?.groups ?? {};
  if (found === null || /[.;,]$/.test(block.text) || !/^\p{Lu}/u.test(block.text)) return null;
  const [head = ''] = /^\S+\s\S+?(?:\s?[-\u2010-\u2015:.])?(?=\s|$)/u.exec(block.text) ?? [];
  const printed = head.replace(/\s?[-\u2010-\u2015:.]$/u, '');
  return {
    printed,
    path: slug(`${kind} ${own}`),
    readings: [{ style: 'number', value: 1 }],
    end: head.length,
    isCertain: true,
  };
}

/** A numbered line that is no sentence is a heading: what follows it stands under it. */
const isHeading = (node: Node): boolean =>
  /^(?:(?:[a-z]\.?)?\d|part|section|chapter)/.test(node.ownPath) &&
  node.block.text.length <= 200 &&
  /^[\p{Lu}\p{Lo}\p{N}\-\u2010-\u2015]/u.test(node.block.text) &&
  !/[.;:,]$/.test(node.block.text);

/**
 * The provisions of an annex: as in a section, but a numbered heading holds the paragraphs that follow it, and "PART A"
 * whatever follows until the next part.
 */
export function readAnnexProvisions(blocks: readonly Block[], warnings: Warnings): readonly Node[] {
  const tree = emptyTree(warnings);
  const all = blocks.flatMap(splitRunOn);
  const open: OpenList<Node>[] = [];
  let division: Node | null = null;
  let above: Node | null = null;
  const labels = all.map((block) =>
    block.table === undefined && block.figure === undefined ? readLabel(block.text) : null,
  );
  for (const [index, block] of all.entries()) {
    const partLabel = labels[index] === null ? readPart(block) : null;
    if (partLabel !== null) {
      division = addNode(tree, block, partLabel, null);
      open.length = 0;
      above = null;
      continue;
    }
    const label = labels[index] ?? null;
    const spot = label === null ? null : findSpot(label, open, labels[index + 1] ?? null);
    const isLabel =
      label !== null &&
      spot !== null &&
      (label.isCertain || spot.isInOrder || isClauseHeading(block, label));
    if (!isLabel) {
      const holder = open.findLast(({ lastItem }) => lastItem !== null && isHeading(lastItem));
      open.length = holder === undefined ? Math.min(open.length, 1) : open.indexOf(holder) + 1;
      above = addNode(tree, block, null, holder?.lastItem ?? division);
      continue;
    }
    if (!spot.isInOrder) {
      warnings.add(
        'label-out-of-order',
        `The label "${label.printed}" does not follow the one before it.`,
        block.line,
      );
    }
    const isUnderParagraph = label.path === '' && above !== null;
    if (!isUnderParagraph) open.length = Math.min(open.length, spot.depth);
    const outside = above !== null && spot.list === null && !isHeld(open) ? null : open.at(-1);
    const list: OpenList<Node> = isUnderParagraph
      ? startList(spot, label, above)
      : (spot.list ?? startList(spot, label, outside?.lastItem ?? division));
    list.last = spot.value;
    list.lastPath = label.path;
    open.push(list);
    list.lastItem = addNode(tree, block, label, list.parent);
    above = null;
  }
  return tree.top;
}

/** Whether the innermost open item is a heading, so that what follows its paragraphs stands under it, too. */
const isHeld = (open: readonly OpenList<Node>[]): boolean => {
  const item = open.at(-1)?.lastItem ?? null;
  return item !== null && isHeading(item);
};

const isClauseHeading = (block: Block, label: Label): boolean =>
  label.readings[0]?.style === 'decimal' && !/[.;,]$/.test(block.text);
