import type { KnownEdition, ReferenceRecord } from '../../../contract/records.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Places } from './places.ts';
import type { Problem } from '../problem.ts';

/** Compares two dates as far as both are exact: negative where `a` is before `b`. */
function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).localeCompare(b.slice(0, length));
}

const dateOf = ({ approved, published }: KnownEdition): string => approved ?? published ?? '';

const isYear = (edition: string): boolean => /^\d{4}(?:-|$)/.test(edition);

function checkEdition(edition: KnownEdition): { key: string; message: string } | null {
  const { edition: name, approved, published } = edition;
  if (approved !== null && published !== null && compareDates(published, approved) < 0)
    return { key: 'published', message: `is ${published}, before it was approved` };
  const years = [approved, published].map((date) => date?.slice(0, 4));
  if (isYear(name) && !years.includes(name.slice(0, 4)))
    return { key: 'edition', message: `is ${name}, but it is of ${dateOf(edition)}` };
  return null;
}

/** Two neighbours in a list that begins with the newest. */
function checkOrder(newer: KnownEdition, older: KnownEdition): string | null {
  if (newer.edition === older.edition) return `names ${older.edition} twice`;
  const dates = compareDates(dateOf(newer), dateOf(older));
  const isLater =
    isYear(older.edition) === isYear(newer.edition) &&
    older.edition.localeCompare(newer.edition, 'en', { numeric: true }) > 0;
  return dates < 0 || (dates === 0 && isLater)
    ? `has ${older.edition} below ${newer.edition}; the newest stands first`
    : null;
}

function checkEditions({ record, file, lineOf }: PlacedRecord<ReferenceRecord>): Problem[] {
  const problems: Problem[] = [];
  const { editions } = record;
  for (const [index, edition] of editions.entries()) {
    const path = ['editions', index];
    const wrong = checkEdition(edition);
    if (wrong !== null) {
      const message = `${path.join('.')}.${wrong.key} ${wrong.message}`;
      problems.push({ file, line: lineOf([...path, wrong.key]), message });
    }
    const newer = editions[index - 1];
    if (newer === undefined) continue;
    const disorder = checkOrder(newer, edition);
    if (disorder !== null) {
      problems.push({ file, line: lineOf(path), message: `editions ${disorder}` });
    } else if (edition.status === 'in-force') {
      const message = `${path.join('.')}.status is in-force, but ${newer.edition} is newer`;
      problems.push({ file, line: lineOf([...path, 'status']), message });
    }
  }
  return problems;
}

/** What has been replaced is no longer in force. */
function checkReplaced({ record, file, lineOf }: PlacedRecord<ReferenceRecord>): Problem[] {
  const [by] = record.replacedBy;
  const [newest] = record.editions;
  if (by === undefined || newest?.status !== 'in-force') return [];
  const message = `editions.0.status is in-force, but replaced-by names ${by}`;
  return [{ file, line: lineOf(['editions', 0, 'status']), message }];
}

/** "replaces" and "replaced-by" are two ends of one fact. */
function checkReplacing(
  { record, file, lineOf }: PlacedRecord<ReferenceRecord>,
  places: Places,
): Problem[] {
  const ends = [
    { key: 'replaces', works: record.replaces, other: 'replaced-by' },
    { key: 'replaced-by', works: record.replacedBy, other: 'replaces' },
  ] as const;
  return ends.flatMap(({ key, works, other }) =>
    works.flatMap((work, index) => {
      const found = places.records.get(work)?.record;
      if (found?.kind !== 'reference') return [];
      const back = other === 'replaces' ? found.replaces : found.replacedBy;
      if (back.includes(record.address)) return [];
      const message = `${key} names ${work}, whose record does not name this work in ${other}`;
      return [{ file, line: lineOf([key, index]), message }];
    }),
  );
}

const isReference = (placed: PlacedRecord): placed is PlacedRecord<ReferenceRecord> =>
  placed.record.kind === 'reference';

/** Whatever does not agree in the editions of references, and between one reference and another. */
export const checkAllEditions = (records: readonly PlacedRecord[], places: Places): Problem[] =>
  records
    .filter(isReference)
    .flatMap((each) =>
      checkEditions(each).concat(checkReplaced(each), checkReplacing(each, places)),
    );
