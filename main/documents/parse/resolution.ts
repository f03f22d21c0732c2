import type {
  Annex,
  Paragraph,
  Provision,
  Section,
  StructuredDocument,
} from '../../contract/document.ts';
import { findCitations } from '../cite/citations.ts';
import { contextOf } from '../cite/context.ts';
import type { Context } from '../cite/mention.ts';
import type { Block } from '../read/blocks.ts';
import type { Language } from '../read/language.ts';
import type { Warnings } from '../read/warn.ts';
import { firstAnnex, gatherAnnexes, readAnnexProvisions } from './annexes.ts';
import { readAssemblySections } from './assembly.ts';
import { plainText, warnOfLostFootnotes } from './blocks.ts';
import { isFormula, joinFormula, joinNumber, readFront } from './front.ts';
import { reconcile, type GivenIdentity } from './identity.ts';
import { joinBroken } from './joins.ts';
import { readNumberLine } from './number-line.ts';
import {
  grammarOf,
  isBareOpening,
  readAssemblyOpening,
  readOpening,
  type Grammar,
} from './openings.ts';
import { withoutPageMarks } from './page-marks.ts';
import { joinPageNotes } from './page-notes.ts';
import { finishNode } from './provisions.ts';
import { findReferences, placesOf, type Places } from './references.ts';
import { opensSection, readSections, type DraftSection } from './sections.ts';
import { uniqueNames } from './unique.ts';

/**
 * A resolution, decision, opinion or a conference's recommendation from the paragraphs of its text; null where it is
 * none: no opening words behind a formula or a number, and none that stand alone.
 */
export function parseResolution(
  name: string,
  source: readonly Block[],
  given: GivenIdentity | undefined,
  detected: Language,
  warnings: Warnings,
): StructuredDocument | null {
  const blocks = joinNumber(joinFormula(source));
  const found = findStart(blocks, detected);
  if (found === null) return null;
  const { start, grammar, language, direction } = found;
  const clean = withoutPageMarks(blocks, start, warnings);
  const shift = blocks.length - clean.length;
  const from = shift === 0 ? start : clean.indexOf(blocks[start] ?? clean[0] ?? emptyBlock);
  const noted = joinPageNotes(clean, warnings);
  const first = noted.findIndex(({ line }) => line >= (clean[from]?.line ?? 0));
  const head = noted.slice(0, Math.max(first, 0));
  const front = readFront(head);
  for (const block of head) warnOfLostFootnotes(block, 'the head of the text', warnings);
  const identity = reconcile(name, front.found, given, warnings);
  const body = joinBroken(noted.slice(head.length), grammar, warnings);
  const annexAt = firstAnnex(body, 0);
  const main = annexAt === -1 ? body : body.slice(0, annexAt);
  const drafts =
    identity.body === 'unga'
      ? readAssemblySections(main, warnings)
      : readSections(main, identity.body, grammar, warnings);
  const annexes = annexAt === -1 ? [] : gatherAnnexes(body.slice(annexAt), warnings);
  const context = contextOf(identity, blocks.map(plainText));
  const read = readerOfMentions(context);
  const names = uniqueNames();
  for (const { address } of drafts) names(address);
  const readAnnexes = annexes.map((annex): Annex => {
    const address = names(annex.name);
    const nodes = readAnnexProvisions(annex.blocks, warnings);
    return {
      address,
      heading: annex.heading,
      provisions: nodes.map((node) => finishNode(node, address, read)),
    };
  });
  const sections = drafts.map((draft) => toSection(draft, read));
  const places = placesOf(sections, readAnnexes, identity.type);
  return {
    form: 'resolution',
    language,
    direction,
    identity,
    history: front.history,
    preface: front.preface.map((block) => paragraph(block, context)),
    formula: front.formula,
    sections: sections.map((section) => withReferences(section, places)),
    annexes: readAnnexes.map((annex) => withReferences(annex, places)),
    terms: [],
    warnings: warnings.list(),
  };
}

/**
 * Where the sections begin, and in what language they do: the detected one, else English, since a text of few words may
 * be taken for any. Null where nothing opens a section.
 */
function findStart(blocks: readonly Block[], detected: Language) {
  const isOpened = ({ language }: Language): boolean =>
    blocks.some(({ text }) => readOpening(text, grammarOf(language)) !== null);
  const tongue = [detected, english].find(isOpened) ?? english;
  const grammar = grammarOf(tongue.language);
  const start = firstSection(blocks, grammar);
  return start === -1 ? null : { start, grammar, ...tongue };
}

const english: Language = { language: 'en', direction: 'ltr' };

const emptyBlock: Block = { text: '', footnotes: [], line: 0 };

const readerOfMentions = (context: Context) => (text: string) => ({
  citations: findCitations(text, context),
});

function toSection(
  { nodes, ...section }: DraftSection,
  read: (text: string) => Pick<Provision, 'citations'>,
): Section {
  return { ...section, provisions: nodes.map((node) => finishNode(node, section.address, read)) };
}

function withReferences<T extends { readonly provisions: readonly Provision[] }>(
  holder: T,
  places: Places,
): T {
  const visit = (provision: Provision): Provision => {
    const references = findReferences(provision.text, provision.citations, places);
    const { provisions, ...rest } = provision;
    return {
      ...rest,
      ...(references.length > 0 && { references }),
      provisions: provisions.map(visit),
    };
  };
  return { ...holder, provisions: holder.provisions.map(visit) };
}

/**
 * Where the sections begin: at the first opening behind the formula, since a title may begin with such a word too. A
 * heading of opening words alone is no title, so a formula behind one belongs to something else. Without a formula a
 * text must show more, as a report may have a heading such as "Requests", or a sentence that begins so.
 */
function firstSection(blocks: readonly Block[], grammar: Grammar): number {
  const firstHeading = blocks.findIndex(({ text }) => isBareOpening(text, grammar));
  const formulaAt = findFormula(blocks, grammar);
  if (formulaAt !== -1 && (firstHeading === -1 || formulaAt < firstHeading)) {
    const isAssembly = /General Assembly/i.test(blocks[formulaAt]?.text ?? '');
    return blocks.findIndex(
      (block, index) =>
        index > formulaAt &&
        (opensSection(block, blocks[index - 1], blocks[index + 1], grammar) !== null ||
          (isAssembly && readAssemblyOpening(block.text.replace(/^1\.\s/, ''), true) !== null)),
    );
  }
  return firstWithoutFormula(blocks, grammar);
}

/** A text with fewer blocks may be a piece of a resolution, with one section only. */
const longestPiece = 15;

function firstWithoutFormula(blocks: readonly Block[], grammar: Grammar): number {
  const numberAt = blocks.findIndex(({ text }) => isActNumber(text));
  const isNamed = numberAt !== -1;
  const opens = ({ text, table }: Block): boolean =>
    table === undefined && readOpening(text, grammar) !== null;
  const heading = blocks.findIndex(
    (block) =>
      opens(block) &&
      isBareOpening(block.text, grammar) &&
      (isNamed || !/^\p{Lu}\p{Ll}/u.test(block.text)),
  );
  const openings = blocks.filter((block, index) => index > numberAt && opens(block)).length;
  // With its number above them, openings with their text on the same line count as well.
  if (isNamed && openings >= 2) {
    return blocks.findIndex(
      (block, index) =>
        index === heading || (index > numberAt && /^\p{Ll}/u.test(block.text) && opens(block)),
    );
  }
  return isNamed || openings >= 2 || blocks.length <= longestPiece ? heading : -1;
}

/** A line that names a resolution, decision or the like, and not a Recommendation of a series. */
function isActNumber(text: string): boolean {
  const number = readNumberLine(text)?.found;
  return number !== undefined && number.body?.startsWith('itu-') !== true;
}

/** The first formula with an opening below it; else the first. */
function findFormula(blocks: readonly Block[], grammar: Grammar): number {
  const found = blocks.findIndex((block, index) => {
    const next = blocks[index + 1];
    return isFormula(block) && next !== undefined && readOpening(next.text, grammar) !== null;
  });
  return found === -1 ? blocks.findIndex(isFormula) : found;
}

function paragraph(block: Block, context: Context): Paragraph {
  const text = plainText(block);
  return { text, citations: findCitations(text, context) };
}
