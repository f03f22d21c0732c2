import type { Provision } from '../../contract/document.ts';
import { clean } from './clean.ts';
import type { SheetBlock, SheetRun, SheetRuns, Tongue } from './sheet.ts';

/** Words that are nothing but words. */
export const plain = (text: string): SheetRuns => (text === '' ? [] : [{ text: clean(text) }]);

/**
 * The words of a provision with their footnotes where they stand, and with what leads to a place in the same document;
 * `idOf` answers what the sheet calls that place, null where it does not hold it.
 */
function runsOf(
  { text, footnotes, references = [] }: Provision,
  idOf: (address: string) => string | null,
): SheetRun[] {
  const cuts = new Set([0, text.length]);
  for (const { at } of footnotes) if (at >= 0 && at <= text.length) cuts.add(at);
  const leading = references.flatMap((each) => {
    const id = each.address === '' ? null : idOf(each.address);
    return id === null || each.end <= each.start ? [] : [{ ...each, id }];
  });
  for (const { start, end } of leading) cuts.add(start).add(end);
  const ends = [...cuts].filter((at) => at >= 0 && at <= text.length).toSorted((a, b) => a - b);

  const runs: SheetRun[] = footnotes
    .filter(({ at }) => at <= 0)
    .map((note) => ({ text: '', note: clean(note.text) }));
  for (const [index, end] of ends.entries()) {
    const start = ends[index - 1];
    if (start === undefined) continue;
    const place = leading.find((each) => each.start <= start && end <= each.end);
    runs.push({
      text: clean(text.slice(start, end)),
      ...(place !== undefined && { to: `#${place.id}` }),
    });
    for (const note of footnotes)
      if (note.at === end && end > 0) runs.push({ text: '', note: clean(note.text) });
  }
  // One that stands beyond the words stands at their end.
  for (const note of footnotes)
    if (note.at > text.length) runs.push({ text: '', note: clean(note.text) });
  return runs;
}

/** Provisions in reading order, each with what it holds besides words. */
export function* provisionBlocks(
  provisions: readonly Provision[],
  idOf: (address: string) => string | null,
  tongue?: Tongue,
  depth = 0,
): Generator<SheetBlock> {
  const own = tongue === undefined ? {} : { tongue };
  for (const provision of provisions) {
    const { address, label, table, figure } = provision;
    yield {
      ...own,
      kind: 'provision',
      id: idOf(address),
      label: clean(label),
      depth,
      runs: runsOf(provision, idOf),
    };
    if (table !== undefined) {
      yield {
        ...own,
        kind: 'table',
        caption: clean(table.caption),
        rows: table.rows.map((row) => row.map((cell) => ({ ...cell, text: clean(cell.text) }))),
      };
    }
    if (figure !== undefined)
      yield { ...own, kind: 'paragraph', look: 'caption', runs: plain(figure.caption) };
    yield* provisionBlocks(provision.provisions, idOf, tongue, depth + 1);
  }
}
