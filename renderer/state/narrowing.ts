import type { RecordSummary } from '../../main/contract/answers.ts';

/** The records of a list that have every word of a filter, in their order. */
export function narrow(
  records: readonly RecordSummary[],
  filter: string,
): readonly RecordSummary[] {
  const sought = wordsOf(filter);
  return records.filter((record) => {
    const text = folded(textOf(record));
    return sought.every((word) => text.includes(word));
  });
}

const textOf = ({ name, title, detail, lead, year }: RecordSummary): string =>
  [name, title, detail, lead, year ?? ''].join(' ');

/** What is typed to narrow a list, word by word. */
export const wordsOf = (filter: string): readonly string[] =>
  folded(filter).split(/\s+/).filter(Boolean);

/** Without case and accents, so that one finds what one cannot type. */
export const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
