import type { Annex, Provision, Section } from '../../../contract/document.ts';
import { findCitations } from '../../cite/citations.ts';
import type { Block } from '../../read/blocks.ts';
import { cutBlock } from '../blocks.ts';
import { readItems, type Item } from './items.ts';
import type { Clause, Division } from './outline.ts';

const tableCaption =
  /^(?:table|tableau|cuadro|таблица|表|الجدول)\s*[\p{N}A-Z][\p{L}\p{N}.\-\u2010-\u2015]{0,12}(?:$|[\s.:\p{Pd}])/iu;
const figureCaption =
  /^(?:figure|fig\.|figura|рисунок|рис\.|图|الشكل)\s*[\p{N}A-Z][\p{L}\p{N}.\-\u2010-\u2015]{0,12}\s*(?:$|[.:\p{Pd}]|\t)/iu;
const longestCaption = 300;

const isCaption = (block: Block | undefined, pattern: RegExp): block is Block =>
  block !== undefined &&
  block.table === undefined &&
  block.figure === undefined &&
  block.footnotes.length === 0 &&
  block.text.length <= longestCaption &&
  pattern.test(block.text) &&
  !/[.;]$/u.test(block.text);

const plain = (text: string): string => text.replaceAll('\t', ' ');

/**
 * Gives each table and figure the caption that stands beside it as a paragraph. A caption without a figure, as text
 * files have it, stands for the figure; a figure without any caption is left out, since nothing of it would be kept.
 */
function joinCaptions(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (block.table?.caption === '' && isCaption(before, tableCaption)) {
      joined.pop();
      joined.push({ ...block, table: { ...block.table, caption: plain(before.text) } });
    } else if (isCaption(block, figureCaption)) {
      if (before?.figure?.caption === '') joined.pop();
      joined.push({ ...block, text: '', figure: { caption: plain(block.text) } });
    } else {
      joined.push(block);
    }
  }
  return joined.filter(({ figure }) => figure?.caption !== '');
}

function itemsToProvisions(
  items: readonly Item[],
  parent: string,
  division: Division,
): readonly Provision[] {
  let paragraphs = 0;
  return items.map((item) => {
    const step = item.step ?? `p${(paragraphs += 1)}`;
    const path = division.names(parent === '' ? step : `${parent}.${step}`);
    return provision(division, path, item.label, item.block, item.start, () =>
      itemsToProvisions(item.items, path, division),
    );
  });
}

function provision(
  division: Division,
  path: string,
  label: string,
  block: Block,
  start: number,
  inside: () => readonly Provision[],
): Provision {
  const words = cutBlock(block, start);
  const text = plain(words.text);
  return {
    address: `${division.address}.${path}`,
    path,
    label,
    text,
    footnotes: words.footnotes,
    citations: findCitations(text),
    ...(block.table !== undefined && { table: block.table }),
    ...(block.figure !== undefined && { figure: block.figure }),
    provisions: inside(),
  };
}

function clauseProvisions(clause: Clause, division: Division): readonly Provision[] {
  return [
    ...itemsToProvisions(readItems(joinCaptions(clause.blocks)), clause.path, division),
    ...clause.clauses.map((inner) =>
      provision(division, inner.path, inner.label, inner.head ?? noBlock, inner.start, () =>
        clauseProvisions(inner, division),
      ),
    ),
  ];
}

const noBlock: Block = { text: '', footnotes: [], line: 0 };

/** A division as a section; its own clauses take their names first, so that no list item takes one from them. */
export const toSection = (division: Division): Section => ({
  address: division.address,
  kind: division.kind === 'heading' ? 'heading' : 'clause',
  heading: division.heading,
  actors: [],
  collaborators: [],
  provisions: clauseProvisions(division.top, division),
});

export const toAnnex = (division: Division): Annex => ({
  address: division.address,
  heading: division.heading,
  provisions: clauseProvisions(division.top, division),
});
