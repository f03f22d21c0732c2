import type { Block } from '../../read/blocks.ts';
import { warnOfLostFootnotes } from '../blocks.ts';
import { uniqueNames, type UniqueNames } from '../unique.ts';
import type { Warnings } from '../../read/warn.ts';
import { isBibliography, isStanding, readDivision } from './divisions.ts';
import { shortSlug } from './identity.ts';
import { comesLater, comesNext, looksLikeHeading, readClauseNumber } from './numbers.ts';

/** A clause inside another: its numbered line, what stands under it, and the clauses inside. */
export interface Clause {
  readonly label: string;
  /** Its whole path inside the division: "1.2" of clause 6.1.2. Empty for the division itself. */
  readonly path: string;
  /** The line with its number or heading; null for the division itself. */
  readonly head: Block | null;
  /** Offset of the words behind the number in `head`. */
  readonly start: number;
  readonly rank: number;
  readonly blocks: Block[];
  readonly clauses: Clause[];
}

/** A clause of the first level, an annex, a chapter, or what stands under a heading without a number. */
export interface Division {
  readonly address: string;
  readonly kind: 'clause' | 'heading' | 'annex';
  heading: string;
  /** What its numbers begin with: "6" of "6.1", "A" of "A.1"; numbers may also start anew inside it. */
  readonly prefix: string;
  readonly line: number;
  readonly top: Clause;
  readonly names: UniqueNames;
  /** Whether the numbers of an annex carry its own, as far as that is known: "1.1" of Annex 1 may be either. */
  isPrefixed?: boolean;
  /** The last number inside, without the prefix. */
  last: readonly number[];
}

/**
 * Blocks into divisions and the clauses inside them, by numbers, by the words "Annex A" and by the headings that the
 * source marks. `isNumbered` is false for plain text: then only headings count, each a division of its own.
 */
export function readOutline(
  blocks: readonly Block[],
  isNumbered: boolean,
  warnings: Warnings,
): readonly Division[] {
  const divisions: Division[] = [];
  const addresses = uniqueNames();
  let stack: Clause[] = [];
  let topNumber = -1;
  let isAfterAnnex = false;
  let hasChapters = false;
  const hasMarkedNumbers = blocks.some(
    (block) => block.level !== undefined && readClauseNumber(block)?.parts.length === 1,
  );

  const open = (
    block: Block,
    address: string,
    kind: Division['kind'],
    heading: string,
    prefix: string,
  ): void => {
    const top: Clause = emptyClause();
    divisions.push({
      address: addresses(address),
      kind: isAfterAnnex && kind !== 'annex' ? 'annex' : kind,
      heading,
      prefix,
      line: block.line,
      top,
      names: uniqueNames(),
      last: [],
    });
    warnOfLostFootnotes(block, 'a heading', warnings);
    stack = [top];
  };

  const nest = (block: Block, label: string, name: string, start: number, rank: number): void => {
    const division = divisions.at(-1);
    if (division === undefined) return;
    while (stack.length > 1 && (stack.at(-1)?.rank ?? 0) >= rank) stack.pop();
    const parent = stack.at(-1) ?? division.top;
    const isCounted = label !== '' || parent.path === '';
    const path = division.names(isCounted ? name : `${parent.path}.${name}`);
    const clause: Clause = { label, path, head: block, start, rank, blocks: [], clauses: [] };
    parent.clauses.push(clause);
    stack.push(clause);
  };

  for (const [index, block] of blocks.entries()) {
    const isParagraph = block.table === undefined && block.figure === undefined;
    if (isParagraph) {
      if (readTop(block, index) || readInside(block)) continue;
      if (completesHeading(divisions.at(-1), block, blocks[index + 1])) continue;
      if (readUnnumbered(block)) continue;
    }
    if (divisions.length === 0) open({ ...block, footnotes: [] }, 'text', 'heading', '', '');
    (stack.at(-1) ?? divisions.at(-1)?.top)?.blocks.push(block);
  }
  return divisions;

  /** "6 Functional requirements", "Annex A", "Bibliography". */
  function readTop(block: Block, index: number): boolean {
    const division = isNumbered || block.level !== undefined ? readDivision(block) : null;
    if (division !== null) {
      isAfterAnnex ||= division.isAnnex;
      hasChapters ||= !division.isAnnex;
      const kind = division.isAnnex ? 'annex' : 'clause';
      open(block, division.address, kind, plain(block.text), division.prefix);
      return true;
    }
    if (isNumbered && isBibliography(block.text)) {
      open(block, shortSlug(block.text), 'heading', plain(block.text), '');
      return true;
    }
    if (!isNumbered || isAfterAnnex) return false;
    const number = readClauseNumber(block);
    if (number === null || number.parts.length !== 1) return false;
    const value = Number(number.parts[0]);
    if (hasChapters) return false;
    if (hasMarkedNumbers && block.level === undefined) return false;
    const isNext = topNumber === -1 ? value <= 1 : value === topNumber + 1;
    const isMarkedLater = block.level !== undefined && value > topNumber;
    const isItem = block.level === undefined && isListItem(block, blocks[index + 1], value);
    if (!looksLikeHeading(block.text.slice(number.end).trim()) || isItem) return false;
    if (!isNext && !isMarkedLater) return false;
    topNumber = value;
    open(block, `clause-${value}`, 'clause', plain(block.text), String(value));
    return true;
  }

  /** "6.1.2 Roles" inside clause 6, "A.1 Scope" inside Annex A, "1 Scope" where numbers start anew in an annex. */
  function readInside(block: Block): boolean {
    const number = isNumbered ? readClauseNumber(block) : null;
    const division = divisions.at(-1);
    if (number === null || division === undefined) return false;
    const [first = '', ...rest] = number.parts;
    const isAnnexByNumber = division.kind === 'annex' && /^\d/.test(division.prefix);
    const mayPrefix = !isAnnexByNumber || (division.isPrefixed ?? division.last.length === 0);
    const hasPrefix = mayPrefix && first === division.prefix && rest.length > 0;
    const startsAnew =
      !hasPrefix && division.kind !== 'heading' && restarts(division) && /^\d/.test(first);
    if (!hasPrefix && !startsAnew) return false;
    const parts = (hasPrefix ? rest : number.parts).map(Number);
    const isNext = comesNext(parts, division.last);
    const isLater = number.isCertain && comesLater(parts, division.last);
    if (!isNext && !isLater) return false;
    const words = block.text.slice(number.end).trim();
    if (parts.length === 1 && startsAnew && !looksLikeHeading(words)) return false;
    division.last = parts;
    division.isPrefixed ??= hasPrefix;
    nest(block, number.printed, parts.join('.'), number.end, parts.length);
    return true;
  }

  /** A heading that only its look makes one. */
  function readUnnumbered(block: Block): boolean {
    if (block.level === undefined || block.text === '' || block.text.length > 300) return false;
    const division = divisions.at(-1);
    const isInside = isNumbered && division !== undefined && division.kind !== 'heading';
    if (isInside && (block.level > 1 || isAfterAnnex)) {
      // Short, since it may stand deep, and an address has an end.
      const step = shortSlug(block.text, 20);
      nest(block, '', step === '' ? 'heading' : step, 0, division.last.length + 1);
      return true;
    }
    const name = shortSlug(block.text);
    open(block, name === '' ? 'heading' : name, 'heading', plain(block.text), '');
    return true;
  }
}

const emptyClause = (): Clause => ({
  label: '',
  path: '',
  head: null,
  start: 0,
  rank: 0,
  blocks: [],
  clauses: [],
});

const plain = (text: string): string => text.replaceAll('\t', ' ');

/** Numbers start anew in annexes and chapters; never in a clause, whose numbers carry its own. */
const restarts = ({ address }: Division): boolean => !/^clause-\d/.test(address);

/** One line of a list of bare numbers is followed by the next one at once; two clauses have words between them. */
function isListItem(block: Block, next: Block | undefined, value: number): boolean {
  const following = next === undefined ? null : readClauseNumber(next);
  return (
    following?.parts.length === 1 &&
    Number(following.parts[0]) === value + 1 &&
    block.level === undefined
  );
}

const hasTitleBelow = ({ kind, address }: Division): boolean =>
  kind === 'annex' || address.startsWith('chapter-');

/** The lines under "Annex A" that go on with it: "(This annex forms …)" and its title. */
function completesHeading(
  division: Division | undefined,
  block: Block,
  next: Block | undefined,
): boolean {
  if (division === undefined || !hasTitleBelow(division)) return false;
  if (division.top.blocks.length > 0) return false;
  if (division.top.clauses.length > 0 || next === undefined) return false;
  const isBare = /^\p{L}+\s{0,3}[\p{L}\p{N}]{0,5}(?:\s\(.*\))?$/u.test(division.heading);
  if (!isBare || block.footnotes.length > 0) return false;
  if (!isStanding(block.text) && (!looksLikeHeading(block.text) || block.text.length > 150))
    return false;
  division.heading += ` ${plain(block.text)}`;
  return true;
}
