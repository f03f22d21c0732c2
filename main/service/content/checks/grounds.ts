import type { ProseBlock } from '../../../contract/prose.ts';
import { findQuoted, isQuotation } from './quoted.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Problem } from '../problem.ts';

const runsOf = (block: ProseBlock) => (block.kind === 'list' ? block.items.flat() : block.runs);

const hasGround = (block: ProseBlock): boolean =>
  block.kind === 'heading' ||
  block.kind === 'quotation' ||
  runsOf(block).some(({ to }) => to !== undefined) ||
  findQuoted(
    runsOf(block)
      .map(({ text }) => text)
      .join(''),
  ).quoted.some(isQuotation);

/** Every paragraph and list of a chapter that rests on nothing: no link, no quotation. */
export function checkGrounds(records: Iterable<PlacedRecord>): Problem[] {
  const problems: Problem[] = [];
  for (const { record, texts } of records) {
    if (record.kind !== 'chapter') continue;
    for (const [number, block] of record.text.entries()) {
      const next = record.text[number + 1];
      // A paragraph that only leads to a list or a quotation rests on what they rest on.
      const leadsOn =
        block.kind === 'paragraph' &&
        (next?.kind === 'list' || next?.kind === 'quotation') &&
        block.runs.at(-1)?.text.trimEnd().endsWith(':') === true;
      if (hasGround(block) || (leadsOn && hasGround(next))) continue;
      const text = texts.find(({ isLine }) => !isLine);
      const passage = text?.passages.find((each) => each.block === number);
      if (text === undefined || passage === undefined) continue;
      const what = block.kind === 'list' ? 'a list' : 'a paragraph';
      const message = `${what} has neither a link nor a quotation that its claims rest on`;
      problems.push({ file: text.file, line: passage.lineAt(0), message });
    }
  }
  return problems;
}
