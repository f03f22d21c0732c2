import type { Provision, StructuredDocument } from '../../../main/contract/document.ts';
import { parseClauses } from '../../../main/documents/parse/clauses/index.ts';
import type { Block } from '../../../main/documents/read/blocks.ts';
import { Warnings } from '../../../main/documents/read/warn.ts';

/** Blocks as a reader gives them: a line is a paragraph, `#` before it a heading of that level. */
function blocksOf(source: string): readonly Block[] {
  return source.split('\n').flatMap((line, index): Block[] => {
    const { marks = '', text = '' } = /^(?<marks>#{0,6}) ?(?<text>.*)$/u.exec(line)?.groups ?? {};
    if (text === '') return [];
    const level = marks === '' ? {} : { level: marks.length };
    return [{ text, footnotes: [], line: index + 1, ...level }];
  });
}

export function readClauses(
  source: string | readonly Block[],
  { name = 'example.txt', title = null as string | null } = {},
): StructuredDocument {
  const blocks = typeof source === 'string' ? blocksOf(source) : source;
  const read = parseClauses(
    name,
    { blocks, title },
    undefined,
    { language: 'en', direction: 'ltr' },
    new Warnings(),
  );
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

/** The whole of a document's text as lines: "address [label] text", headings with a `#`. */
export function outlineOf({ sections, annexes }: StructuredDocument): readonly string[] {
  const lines = ({ address, label, text, table, figure, provisions }: Provision): string[] => [
    [address, label === '' ? '' : `[${label}]`, text, table?.caption, figure?.caption]
      .filter((part) => part !== undefined && part !== '')
      .join(' '),
    ...(table?.rows ?? []).map((row) => `| ${row.map((cell) => cell.text).join(' | ')}`),
    ...provisions.flatMap(lines),
  ];
  return [...sections, ...annexes].flatMap(({ address, heading, provisions }) =>
    [`# ${address}: ${heading}`].concat(provisions.flatMap(lines)),
  );
}

export const provisionAt = (document: StructuredDocument, address: string): Provision => {
  const all = (provision: Provision): Provision[] => [
    provision,
    ...provision.provisions.flatMap(all),
  ];
  const found = [...document.sections, ...document.annexes]
    .flatMap(({ provisions }) => provisions.flatMap(all))
    .find((provision) => provision.address === address);
  if (found === undefined) throw new Error(`${address} is not there`);
  return found;
};
