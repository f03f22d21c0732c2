import type { TermRecord } from '../../../contract/records.ts';
import type { PlacedRecord } from '../placed.ts';
import type { Problem } from '../problem.ts';
import { foldedWords } from './words.ts';

const folded = (name: string): string =>
  foldedWords(name)
    .map(({ word }) => word)
    .join(' ');

const namesOf = ({ term, abbreviation, synonyms }: TermRecord): string[] => [
  term,
  ...(abbreviation === null ? [] : [abbreviation]),
  ...synonyms,
];

/** A name that two terms share: whoever meets it in a text would not know which is meant. */
export function checkTerms(records: readonly PlacedRecord[]): Problem[] {
  const owners = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { record, file, lineOf } of records) {
    if (record.kind !== 'term') continue;
    for (const name of namesOf(record)) {
      const owner = owners.get(folded(name));
      if (owner === undefined) owners.set(folded(name), record.address);
      else if (owner !== record.address)
        problems.push({ file, line: lineOf([]), message: `"${name}" is a name of ${owner} too` });
    }
  }
  return problems;
}
