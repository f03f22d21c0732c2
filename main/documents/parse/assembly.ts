import type { ActorId } from '../../contract/ids.ts';
import { findActors } from '../cite/actors.ts';
import { slug } from '../cite/fold.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { cutBlock, joinBlocks, plainText } from './blocks.ts';
import { readLabel } from './labels.ts';
import { readAssemblyOpening, type Opening } from './openings.ts';
import type { DraftSection } from './sections.ts';
import { readProvisions } from './provisions.ts';
import { uniqueNames } from './unique.ts';

/** A section of the General Assembly while its blocks are gathered. */
interface Gathered {
  readonly kind: string;
  readonly heading: string;
  readonly isOperative: boolean;
  readonly line: number;
  readonly blocks: Block[];
}

/** How such a resolution ends: the meeting and the day. */
const closing =
  /^(?:\d{1,3}(?:st|nd|rd|th) (?:\(resumed\) )?plenary meeting|\d{1,2} \p{Lu}\p{Ll}{2,9} \d{4})$/u;

const longestHeading = 200;

/**
 * The sections of a resolution of the General Assembly: each paragraph is one, its opening words the kind. An operative
 * one keeps its number as the label of its only provision. A line that is no sentence is a heading of its own.
 */
export function readAssemblySections(
  blocks: readonly Block[],
  warnings: Warnings,
): readonly DraftSection[] {
  const gathered: Gathered[] = [];
  for (const block of blocks) {
    if (closing.test(block.text)) {
      warnings.add(
        'closing-left-out',
        `"${block.text}" closes the text and is left out.`,
        block.line,
      );
      continue;
    }
    const section = begin(block, gathered.at(-1));
    if (section === null) gathered.at(-1)?.blocks.push(block);
    else gathered.push(section);
  }
  const addresses = uniqueNames();
  return gathered.map((section) => {
    const isAddressed = section.isOperative && addressing.test(section.kind);
    const actors = isAddressed ? addressees(section.blocks[0]) : [];
    const [actor, ...more] = actors;
    const name = actor === undefined || more.length > 0 ? section.kind : `${section.kind} ${actor}`;
    return {
      address: addresses(
        section.kind === 'heading' ? slug(section.heading) || 'heading' : slug(name),
      ),
      kind: section.kind,
      heading: section.heading,
      actors,
      collaborators: [],
      nodes: readProvisions(section.blocks, warnings, true),
    };
  });
}

/** Verbs that speak to somebody. */
const addressing =
  /(?:requests|invites|encourages|urges|calls (?:up)?on|instructs|appeals|authorizes|directs)/;

/** Whom a paragraph such as "the Secretary-General to report" speaks to. */
function addressees(block: Block | undefined): readonly ActorId[] {
  const words = block === undefined ? '' : plainText(block).slice(0, 400);
  const head =
    /^(?:\d{1,3}\.?\s)?(?<who>.{1,300}?)(?:,? to \p{Ll}|, in |;|$)/u.exec(words)?.groups?.['who'] ??
    '';
  return /^(?:that|to|its|upon the importance)\b/.test(head) ? [] : findActors(head, 'unga');
}

/** The section that a block opens; null for one that belongs to the section above it. */
function begin(block: Block, current: Gathered | undefined): Gathered | null {
  const label = block.table === undefined ? readLabel(block.text) : null;
  const style = label?.readings[0]?.style;
  const isNumbered = style === 'number';
  if (label !== null && !isNumbered && style !== 'decimal' && current !== undefined) return null;
  const start = isNumbered ? (label?.end ?? 0) : 0;
  const words = cutBlock(block, start);
  const opening = readAssemblyOpening(words.text, isNumbered);
  if (opening !== null) return open(block, words, opening, start);
  if (isNumbered) {
    const isOperative = false;
    return { kind: 'paragraph', heading: '', isOperative, line: block.line, blocks: [block] };
  }
  const isHeading =
    current === undefined ||
    (block.text.length <= longestHeading &&
      /^[\p{Lu}\p{N}]/u.test(block.text) &&
      !/[.;:,]$/.test(block.text));
  return isHeading && block.table === undefined
    ? {
        kind: 'heading',
        heading: plainText(block),
        isOperative: false,
        line: block.line,
        blocks: [],
      }
    : null;
}

function open(block: Block, words: Block, opening: Opening, start: number): Gathered {
  const text = cutBlock(words, opening.end);
  const label = block.text.slice(0, start).trim();
  const shown = { ...block, text: `${label}\t`, footnotes: [] };
  return {
    kind: opening.kind,
    heading: opening.words,
    isOperative: opening.isOperative,
    line: block.line,
    blocks: [label === '' ? text : joinBlocks(shown, text, '')],
  };
}
