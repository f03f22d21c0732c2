import type { ActorId } from '../../contract/ids.ts';
import { findActors } from '../cite/actors.ts';
import { slug } from '../cite/fold.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { cutBlock, plainText, warnOfLostFootnotes } from './blocks.ts';
import { readLabel } from './labels.ts';
import {
  infinitive,
  readOpening,
  readUnknownOpening,
  toNouns,
  type Grammar,
  type Opening,
} from './openings.ts';
import { readProvisions, type Node } from './provisions.ts';
import { uniqueNames, type UniqueNames } from './unique.ts';

/** A section whose provisions are not yet read for mentions. */
export interface DraftSection {
  readonly address: string;
  readonly kind: string;
  readonly heading: string;
  readonly actors: readonly ActorId[];
  readonly collaborators: readonly ActorId[];
  readonly nodes: readonly Node[];
}

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
const textOnSameLine = new RegExp(
  String.raw`^[,:]?\s(?=(?:1(?:\.1)?[.)]?|\(?[ai1]\)|that|de|d['’]|que|что)\s)` +
    String.raw`|(?<!(?:${toNouns})),? (?=to (?!the |a |an |its |their |this |these |those |other |all |each |any |such )\p{Ll})` +
    // "instructs the Director of TSB 1 to report": the first item on the heading's line
    String.raw`|\s(?=(?:1[.)]?\s|a\)\s|1\t)(?:to|that)\s)|:\s(?=\S)`,
  'iu',
);

/** Whether a paragraph opens a section. `before` is the paragraph above it, `next` the one below. */
export function opensSection(
  block: Block,
  before: Block | undefined,
  next: Block | undefined,
  grammar: Grammar,
): Opening | null {
  if (block.table !== undefined || block.figure !== undefined) return null;
  if (readLabel(block.text)?.isCertain === true) return null;
  const opening = readOpening(block.text, grammar);
  if (opening !== null) return opening;
  const hasEndedBefore = before?.text.endsWith(',') === true;
  return hasEndedBefore ? readUnknownOpening(block.text, beginsList(next)) : null;
}

const beginsList = (next: Block | undefined): boolean =>
  next !== undefined &&
  (readLabel(next.text)?.readings.some(({ value }) => value === 1) ??
    /^(?:to|that)\s/.test(next.text));

/**
 * The sections of a resolution, from the paragraphs behind its formula. The first of `blocks` opens a section. `body`
 * is who adopted it: "Study Group 13" alone is a group of that body's Sector.
 */
export function readSections(
  blocks: readonly Block[],
  body: string,
  grammar: Grammar,
  warnings: Warnings,
): readonly DraftSection[] {
  const addresses = uniqueNames();
  return gather(blocks, grammar, warnings).map((section) =>
    finish(section, body, addresses, warnings),
  );
}

function gather(
  blocks: readonly Block[],
  grammar: Grammar,
  warnings: Warnings,
): readonly Gathered[] {
  const sections: Gathered[] = [];
  for (const [index, block] of blocks.entries()) {
    const current = sections.at(-1);
    const next = blocks[index + 1];
    const opening = opensSection(block, blocks[index - 1], next, grammar);
    if (opening !== null) {
      sections.push(begin(block, opening, next, grammar, warnings));
    } else if (current !== undefined && runsOn(current, block, next)) {
      current.heading += ` ${plainText(block)}`;
      warnOfLostFootnotes(block, 'a heading', warnings);
    } else {
      current?.blocks.push(block);
    }
  }
  return sections;
}

/** Parts a heading from a provision's text on the same line. */
function begin(
  block: Block,
  opening: Opening,
  next: Block | undefined,
  grammar: Grammar,
  warnings: Warnings,
): Gathered {
  const rest = block.text.slice(opening.end);
  const { line } = block;
  const split = opening.isOperative
    ? isWholeHeading(rest, next)
      ? null
      : textOnSameLine.exec(rest)
    : /^[,:]?\s(?=\S)/u.exec(rest);
  if (split !== null) {
    const sign = /^[,:]/.exec(split[0])?.[0] ?? '';
    const isKept = sign === ':' || (sign === ',' && split.index === 0);
    const end = opening.end + split.index + (isKept ? 1 : 0);
    const text = cutBlock(block, opening.end + split.index + split[0].length);
    return { opening, line, heading: plainText(block).slice(0, end), blocks: [text] };
  }
  warnOfLostFootnotes(block, 'a heading', warnings);
  if (readOpening(block.text, grammar) === null) {
    warnings.add('unknown-opening', `"${block.text}" is taken for the opening of a section.`, line);
  }
  return { opening, line, heading: plainText(block), blocks: [] };
}

/**
 * A line that neither ends as a provision nor leads one in, and has the first item of a list below it, is all heading:
 * "invites the ITU Radiocommunication Sector to complete in time for the next conference".
 */
const isWholeHeading = (rest: string, next: Block | undefined): boolean =>
  !/[.,;:]$/.test(rest) &&
  rest.length < 300 &&
  !/^\s(?:that\s|to\s|1|\(?a\))/u.test(rest) &&
  readLabel(next?.text ?? '')?.readings.some(({ value }) => value === 1) === true;

/** How a clause begins that belongs to the heading above it. */
const clause =
  /^(?:in|with|within|pursuant to|in accordance with|jointly|together|as well as|and|under|through|on|taking into account|subject to|without prejudice to|for|of the|of)\s/iu;

/**
 * Whether a paragraph goes on with the heading above it: it stands between a heading that names somebody and the
 * first item, and neither begins nor ends as a provision does.
 */
function runsOn(section: Gathered, block: Block, next: Block | undefined): boolean {
  const isWhole = /[,:]$/.test(section.heading);
  const namesSomebody =
    section.opening.isOperative && section.heading !== section.opening.words && !isWhole;
  if (!namesSomebody || section.blocks.length > 0 || next === undefined) return false;
  if (block.table !== undefined || block.figure !== undefined) return false;
  if (readLabel(block.text) !== null || /^(?:to|that)\s|[;.]$/.test(block.text)) return false;
  if (block.text.endsWith(',') && !clause.test(block.text)) return false;
  return beginsList(next) || /^to\s/.test(next.text);
}

/** Behind these words stand those who only help. */
const collaboration =
  /,?\s(?:in (?:\p{L}+ (?:and \p{L}+ )?)?(?:collaboration|cooperation|co-operation|coordination|consultation|conjunction|association|liaison|partnership|concert|agreement)(?: and (?:\p{L}+ )?(?:collaboration|cooperation|coordination|consultation))? with|together with|jointly with|working with|with the (?:\p{L}+ )?(?:assistance|support|cooperation|help|involvement|participation|collaboration|advice) (?:of|from)|with (?:assistance|support|advice) from|assisted by|supported by|after consult(?:ation with|ing)|having consulted|en (?:étroite )?(?:collaboration|coopération|consultation|concertation) avec|en (?:estrecha )?(?:colaboración|cooperación|consulta) con|в (?:тесном )?сотрудничестве с|по согласованию с|в консультации с) /iu;

function finish(
  section: Gathered,
  body: string,
  addresses: UniqueNames,
  warnings: Warnings,
): DraftSection {
  const { kind, end, isOperative } = section.opening;
  const [addressed = '', ...helping] = isOperative
    ? section.heading.slice(end).split(collaboration)
    : [];
  const purpose = addressed.search(infinitive);
  const actors = findActors(purpose === -1 ? addressed : addressed.slice(0, purpose), body);
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
    nodes: readProvisions(section.blocks, warnings),
  };
}
