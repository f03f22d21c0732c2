import type { Paragraph, StructuredDocument } from '../../../contract/document.ts';
import { done, failed, type Result } from '../../../contract/failure.ts';
import { findCitations } from '../../cite/citations.ts';
import type { Block, ReadSource } from '../../read/blocks.ts';
import type { Warnings } from '../../read/warn.ts';
import { warnOfLostFootnotes } from '../blocks.ts';
import type { GivenIdentity } from '../identity.ts';
import { withoutContents } from './contents.ts';
import { readDivision } from './divisions.ts';
import { isNumberLine, readIdentity } from './identity.ts';
import { looksLikeHeading, readClauseNumber } from './numbers.ts';
import { readOutline } from './outline.ts';
import { toAnnex, toSection } from './provisions.ts';
import { addressesOf, linkReferences } from './references.ts';
import { readTerms } from './terms.ts';

/** What language a text is in, and which way it runs. */
interface Tongue {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

/**
 * A Recommendation, handbook, report or any other text as clauses; text without numbered clauses as plain text under its
 * headings. Never fails for a text that has words; `file-unreadable` where it has none.
 */
export function parseClauses(
  name: string,
  source: ReadSource,
  given: GivenIdentity | undefined,
  { language, direction }: Tongue,
  warnings: Warnings,
): Result<StructuredDocument> {
  if (!source.blocks.some(hasWords)) {
    return failed('file-unreadable', `${name} holds no words that can be read.`);
  }
  const blocks = withoutContents(source.blocks, warnings);
  const identity = readIdentity(name, blocks, frontLength(blocks), source.title, given, warnings);
  const clauses = countClauses(blocks);
  const isPublished =
    identity.body !== 'own' || blocks.some((block) => readDivision(block) !== null);
  const isNumbered = clauses >= 2 || (clauses === 1 && isPublished);
  const start = startOfBody(blocks, isNumbered, identity.body === 'own', identity.title);
  const front = blocks.slice(0, start);
  for (const block of front) warnOfLostFootnotes(block, 'the front pages', warnings);
  const divisions = readOutline(blocks.slice(start), isNumbered, warnings);
  const plainSections = divisions.filter(({ kind }) => kind !== 'annex').map(toSection);
  const plainAnnexes = divisions.filter(({ kind }) => kind === 'annex').map(toAnnex);
  const addresses = addressesOf([...plainSections, ...plainAnnexes]);
  const sections = linkReferences(plainSections, addresses);
  const annexes = linkReferences(plainAnnexes, addresses);
  return done({
    form: isNumbered ? 'clauses' : 'plain',
    language,
    direction,
    identity,
    history: [],
    preface: front
      .filter((block) => !isNumberLine(block) && block.text !== identity.title)
      .flatMap(paragraphs),
    formula: '',
    sections,
    annexes,
    terms: readTerms([...sections, ...annexes]),
    warnings: warnings.list(),
  });
}

const hasWords = ({ text, table, figure }: Block): boolean =>
  /[\p{L}\p{N}]/u.test(text) || table !== undefined || figure !== undefined;

const isClauseHeading = (block: Block): boolean => {
  const number = readClauseNumber(block);
  return number?.parts.length === 1 && looksLikeHeading(block.text.slice(number.end).trim());
};

/** How many headings of first-level clauses there are, in their order from 0 or 1 on. */
function countClauses(blocks: readonly Block[]): number {
  let count = 0;
  let last = -1;
  for (const block of blocks) {
    if (readDivision(block)?.address.startsWith('chapter-') === true) count += 1;
    if (!isClauseHeading(block)) continue;
    const value = Number(readClauseNumber(block)?.parts[0]);
    if (count === 0 ? value <= 1 : value === last + 1) {
      count += 1;
      last = value;
    }
  }
  return count;
}

/** Without a first clause only the first few blocks may be a cover. */
const fewBlocks = 12;

function frontLength(blocks: readonly Block[]): number {
  const first = blocks.findIndex((block) => isClauseHeading(block) || readDivision(block) !== null);
  return first === -1 ? fewBlocks : first;
}

/** Headings of the pages before the text. */
const frontHeading =
  /^(?:summary|history|keywords?|foreword|preface|note|intellectual property rights|acknowledge?ments?|series of .*|.*\bseries)\b/iu;

/**
 * Where the text itself begins: with its first clause, chapter or heading; everything before is front pages. A
 * person's own document has none: all of it is text.
 */
function startOfBody(
  blocks: readonly Block[],
  isNumbered: boolean,
  isOwn: boolean,
  title: string,
): number {
  if (!isNumbered || isOwn) {
    const [first] = blocks;
    const isTitle = first !== undefined && blocks.length > 1 && first.text === title;
    return isTitle ? 1 : 0;
  }
  const lastName = blocks.slice(0, frontLength(blocks)).findLastIndex(isNumberLine);
  const at = blocks.findIndex((block, index) => {
    const { level, text } = block;
    if (isClauseHeading(block) && Number(readClauseNumber(block)?.parts[0]) <= 1) return true;
    if (readDivision(block) !== null) return true;
    return level !== undefined && index > lastName && text !== title && !frontHeading.test(text);
  });
  return at === -1 ? 0 : at;
}

function paragraphs({ text, table, figure }: Block): readonly Paragraph[] {
  const lines =
    table === undefined
      ? [text === '' ? (figure?.caption ?? '') : text]
      : [table.caption, ...table.rows.map((row) => row.map((cell) => cell.text).join(' '))];
  return lines
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, citations: findCitations(line) }));
}
