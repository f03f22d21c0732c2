import { isOperative } from '../../contract/document.ts';
import type { Section } from '../../contract/document.ts';
import { findActors } from '../cite/actors.ts';
import { slug } from '../cite/fold.ts';
import type { Block } from '../read/text.ts';
import type { Warnings } from '../read/warn.ts';
import { cutBlock } from './blocks.ts';
import { readLabel } from './labels.ts';
import { readOpening, readUnknownOpening, type Opening } from './openings.ts';
import { readProvisions } from './provisions.ts';
import { uniqueNames, type UniqueNames } from './unique.ts';

/** A section while its blocks are gathered. */
interface Gathered {
  readonly opening: Opening;
  readonly line: number;
  heading: string;
  readonly blocks: Block[];
}

/**
 * Words behind which the text of a provision begins on a heading's own line: "to continue", "that". The "to" of
 * "related to" or "pursuant to", and one before a noun, is no such beginning.
 */
const textOnSameLine =
  /(?<!(?:related|relating|pertaining|pursuant|according|contributing|belonging|due|respect|addition|access)),? (?=to (?!the |a |an |its |their |this |these |those |other |all |each |any |such )\p{Ll}|that )/iu;

/** Whether a paragraph opens a section. `before` is the paragraph above it. */
export function opensSection(block: Block, before: Block | undefined): Opening | null {
  if (readLabel(block.text)?.isCertain === true) return null;
  const opening = readOpening(block.text);
  if (opening !== null) return opening;
  const hasEndedBefore = before?.text.endsWith(',') === true;
  return hasEndedBefore ? readUnknownOpening(block.text) : null;
}

/**
 * The sections of a resolution, from the paragraphs behind its formula. The first of `blocks` opens a section. `body`
 * is who adopted it: "Study Group 13" alone is a group of that body's Sector.
 */
export function readSections(
  blocks: readonly Block[],
  body: string,
  warnings: Warnings,
): readonly Section[] {
  const addresses = uniqueNames();
  return gather(blocks, warnings).map((section) => finish(section, body, addresses, warnings));
}

function gather(blocks: readonly Block[], warnings: Warnings): readonly Gathered[] {
  const sections: Gathered[] = [];
  for (const [index, block] of blocks.entries()) {
    const current = sections.at(-1);
    const opening = opensSection(block, blocks[index - 1]);
    if (opening !== null) {
      sections.push(begin(block, opening, warnings));
    } else if (current !== undefined && runsOn(current, block, blocks[index + 1])) {
      current.heading += ` ${plain(block)}`;
    } else {
      current?.blocks.push(block);
    }
  }
  return sections;
}

const plain = (block: Block): string => block.text.replaceAll('\t', ' ');

/** Parts a heading from a provision's text on the same line. */
function begin(block: Block, opening: Opening, warnings: Warnings): Gathered {
  const rest = block.text.slice(opening.end);
  const { line } = block;
  const split = opening.isOperative ? textOnSameLine.exec(rest) : /^\s(?=\S)/u.exec(rest);
  if (split !== null) {
    const end = opening.end + split.index;
    const text = cutBlock(block, end + split[0].length);
    return { opening, line, heading: plain(block).slice(0, end), blocks: [text] };
  }
  if (block.footnotes.length > 0) {
    warnings.add(
      'footnote-in-heading',
      `A footnote stands in a heading and is left out: "${block.footnotes.map(({ text }) => text).join(' ')}".`,
      line,
    );
  }
  if (readOpening(block.text) === null) {
    warnings.add('unknown-opening', `"${block.text}" is taken for the opening of a section.`, line);
  }
  return { opening, line, heading: plain(block), blocks: [] };
}

/**
 * Whether a paragraph goes on with the heading above it: it stands between a heading that names somebody and the
 * first item, and neither begins nor ends as a provision does.
 */
function runsOn(section: Gathered, block: Block, next: Block | undefined): boolean {
  const namesSomebody = section.opening.isOperative && section.heading !== section.opening.words;
  if (!namesSomebody || section.blocks.length > 0 || next === undefined) return false;
  if (readLabel(block.text) !== null || /^(?:to|that)\s|[;,.]$/.test(block.text)) return false;
  return readLabel(next.text)?.readings.some(({ value }) => value === 1) ?? /^to\s/.test(next.text);
}

/** Behind these words stand those who only help. */
const collaboration =
  /(?:in (?:\p{L}+ )?(?:collaboration|cooperation|coordination|consultation|conjunction|association|liaison)|together|jointly) with |with the (?:assistance|support|cooperation|help) of /u;

function finish(
  section: Gathered,
  body: string,
  addresses: UniqueNames,
  warnings: Warnings,
): Section {
  const { kind, end } = section.opening;
  const [addressed = '', ...helping] = isOperative(kind)
    ? section.heading.slice(end).split(collaboration)
    : [];
  const actors = findActors(addressed, body);
  const collaborators = findActors(helping.join(' '), body).filter(
    (actor) => !actors.includes(actor),
  );
  const [actor, ...more] = actors;
  const name = actor === undefined || more.length > 0 ? kind : `${kind} ${actor}`;
  const address = addresses(slug(name));
  if (section.blocks.length === 0) {
    warnings.add('section-empty', `Nothing stands under "${section.heading}".`, section.line);
  }
  return {
    address,
    kind,
    heading: section.heading,
    actors,
    collaborators,
    provisions: readProvisions(section.blocks, address, warnings),
  };
}
