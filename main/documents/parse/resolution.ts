import type { Paragraph, StructuredDocument } from '../../contract/document.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { findCitations } from '../cite/citations.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';
import { warnOfLostFootnotes } from './blocks.ts';
import { isFormula, readFront } from './front.ts';
import { reconcile, type GivenIdentity } from './identity.ts';
import { readOpening } from './openings.ts';
import { opensSection, readSections } from './sections.ts';

/**
 * A resolution from the paragraphs of its text. Fails with `not-a-resolution` where no paragraph opens a section.
 */
export function parseResolution(
  name: string,
  blocks: readonly Block[],
  given: GivenIdentity | undefined,
  warnings: Warnings,
): Result<StructuredDocument> {
  const start = firstSection(blocks);
  if (start === -1) {
    return failed(
      'not-a-resolution',
      `${name} has no section such as "considering" or "resolves", so it cannot be read as a resolution.`,
    );
  }
  const front = readFront(blocks.slice(0, start));
  for (const block of blocks.slice(0, start)) {
    warnOfLostFootnotes(block, 'the head of the text', warnings);
  }
  const identity = reconcile(name, front.found, given, warnings);
  const sections = readSections(blocks.slice(start), identity.body, warnings);
  return done({
    form: 'resolution',
    language: 'en',
    direction: 'ltr',
    identity,
    history: front.history,
    preface: front.preface.map(paragraph),
    formula: front.formula,
    sections,
    annexes: [],
    terms: [],
    warnings: warnings.list(),
  });
}

/**
 * Where the sections begin: at the first opening behind the formula, since a title may begin with such a word too. A
 * heading of opening words alone is no title, so a formula behind one belongs to something else.
 */
function firstSection(blocks: readonly Block[]): number {
  const firstHeading = blocks.findIndex(({ text }) => readOpening(text)?.words === text);
  const formulaAt = blocks.findIndex(isFormula);
  const isHead = firstHeading === -1 || formulaAt < firstHeading;
  return blocks.findIndex(
    (block, index) =>
      index > (isHead ? formulaAt : -1) && opensSection(block, blocks[index - 1]) !== null,
  );
}

function paragraph({ text }: Block): Paragraph {
  const plain = text.replaceAll('\t', ' ');
  return { text: plain, citations: findCitations(plain) };
}
