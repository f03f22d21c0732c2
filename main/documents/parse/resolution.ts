import type { Paragraph, ResolutionDocument } from '../../contract/document.ts';
import { done, failed, type Result } from '../../contract/failure.ts';
import { findCitations } from '../cite/citations.ts';
import type { Block } from '../read/text.ts';
import type { Warnings } from '../read/warn.ts';
import { isFormula, readFront } from './front.ts';
import { reconcile, type GivenIdentity } from './identity.ts';
import { opensSection, readSections } from './sections.ts';

/**
 * A resolution from the paragraphs of its text. Fails with `not-a-resolution` where no paragraph opens a section.
 */
export function parseResolution(
  name: string,
  blocks: readonly Block[],
  given: GivenIdentity | undefined,
  warnings: Warnings,
): Result<ResolutionDocument> {
  const formulaAt = blocks.findIndex(isFormula);
  const start = blocks.findIndex(
    (block, index) => index > formulaAt && opensSection(block, blocks[index - 1]) !== null,
  );
  if (start === -1) {
    return failed(
      'not-a-resolution',
      `${name} has no section such as "considering" or "resolves", so it cannot be read as a resolution.`,
    );
  }
  const front = readFront(blocks.slice(0, start));
  const identity = reconcile(name, front.found, given, warnings);
  const sections = readSections(blocks.slice(start), identity.body, warnings);
  return done({
    identity,
    history: front.history,
    preface: front.preface.map(paragraph),
    formula: front.formula,
    sections,
    annexes: [],
    warnings: warnings.list(),
  });
}

function paragraph({ text }: Block): Paragraph {
  const plain = text.replaceAll('\t', ' ');
  return { text: plain, citations: findCitations(plain) };
}
