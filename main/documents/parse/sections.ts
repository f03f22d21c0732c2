import type { Section } from '../../contract/document.ts';
import { findActors } from '../cite/actors.ts';
import { slug } from '../cite/fold.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { cutBlock, warnOfLostFootnotes } from './blocks.ts';
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
 * Where the text of a provision begins on an operative heading's own line: before its first label, before "that" right
 * behind the opening, or before "to" and a verb. The "to" of "related to" or "pursuant to", and one before a noun,
 * begins nothing.
 */
const textOnSameLine =
  /^\s(?=(?:1[.)]?|[ai]\)|that)\s)|(?<!(?:related|relating|pertaining|pursuant|according|contributing|belonging|due|respect|addition|access)),? (?=to (?!the |a |an |its |their |this |these |those |other |all |each |any |such )\p{Ll})/iu;

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
      warnOfLostFootnotes(block, 'a heading', warnings);
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
  warnOfLostFootnotes(block, 'a heading', warnings);
  if (readOpening(block.text) === null) {
    warnings.add('unknown-opening', `"${block.text}" is taken for the opening of a section.`, line);
  }
  return { opening, line, heading: plain(block), blocks: [] };
}

/** How a clause begins that belongs to the heading above it. */
const clause =
  /^(?:in|with|within|pursuant to|in accordance with|jointly|together|as well as|and)\s/iu;

/**
 * Whether a paragraph goes on with the heading above it: it stands between a heading that names somebody and the
 * first item, and neither begins nor ends as a provision does.
 */
function runsOn(section: Gathered, block: Block, next: Block | undefined): boolean {
  const namesSomebody = section.opening.isOperative && section.heading !== section.opening.words;
  if (!namesSomebody || section.blocks.length > 0 || next === undefined) return false;
  if (readLabel(block.text) !== null || /^(?:to|that)\s|[;.]$/.test(block.text)) return false;
  if (block.text.endsWith(',') && !clause.test(block.text)) return false;
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
  const { kind, end, isOperative } = section.opening;
  const [addressed = '', ...helping] = isOperative
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
