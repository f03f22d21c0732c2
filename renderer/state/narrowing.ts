import type { RecordSummary } from '../../main/contract/answers.ts';
import type { ListPlace } from './places.ts';

/** The records of a list that its place lets through, in the order that it asks for. */
export function narrow(
  records: readonly RecordSummary[],
  { filter, status, byYear }: ListPlace,
): readonly RecordSummary[] {
  const sought = folded(filter).split(/\s+/).filter(Boolean);
  const left = records.filter(
    (record) =>
      (status === null || record.status === status) &&
      sought.every((word) => wordsOf(record).includes(word)),
  );
  return byYear ? left.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0)) : left;
}

const wordsOf = ({ name, title, detail, lead, year }: RecordSummary): string =>
  folded([name, title, detail, lead, year ?? ''].join(' '));

/** Without case and accents, so that one finds what one cannot type. */
const folded = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
