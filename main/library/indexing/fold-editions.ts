import { toTheEnd } from '../../contract/steps.ts';
import type { Connection } from '../opening.ts';
import { foldOf } from './columns.ts';
import { findFolds, type Foldable } from './find-folds.ts';

interface ProvisionRow {
  readonly id: number;
  readonly section: string;
  readonly label: string;
}

/**
 * Of every work with several editions, which provisions say what a newer edition says: pairs of entries, in the order of
 * the newer ones. `entryOf` gives the entry that the provision of a row is, `wordsOf` the terms of its text one after
 * the other, as numbers, and `differencesOf` in what two entries differ.
 */
export function foldEditions(
  connection: Connection,
  entryOf: (provision: number) => number,
  wordsOf: (provision: number, language: string) => Uint32Array,
  differencesOf: (one: number, other: number) => number,
): Uint32Array {
  const editions = connection
    .prepare<[], { id: number; work: number; language: string }>(
      `SELECT id, work_id AS work, language FROM editions
       WHERE work_id IN (SELECT work_id FROM editions GROUP BY work_id HAVING count(*) > 1)
       ORDER BY work_id, year DESC, edition DESC`,
    )
    .all();
  const provisionsOf = connection.prepare<[number], ProvisionRow>(
    `SELECT p.id, s.kind AS section, p.label
     FROM sections s JOIN provisions p ON p.section_id = s.id WHERE s.edition_id = ? ORDER BY p.id`,
  );
  const folds: [number, number][] = [];
  for (const ofWork of Map.groupBy(editions, ({ work }) => work).values()) {
    const provisions = ofWork.map(({ id, language }) =>
      provisionsOf.all(id).map(({ id: row, section, label }): Foldable => ({
        entry: entryOf(row),
        section,
        label,
        words: wordsOf(row, language),
      })),
    );
    folds.push(...toTheEnd(findFolds(provisions)));
  }
  return Uint32Array.from(
    folds
      .toSorted(([a, leadsA], [b, leadsB]) => leadsA - leadsB || a - b)
      .flatMap(([entry, leader]) => [entry, foldOf(leader, differencesOf(entry, leader))]),
  );
}
