import type { Connection } from '../opening.ts';
import { forEachWord } from '../analysis/index.ts';
import { foldOf } from './columns.ts';
import { findFolds, type Foldable } from './find-folds.ts';

interface ProvisionRow {
  readonly id: number;
  readonly section: string;
  readonly label: string;
  readonly text: string;
}

function streamOf(text: string, language: string): string {
  const parts: string[] = [];
  forEachWord(text, language, (word) => parts.push(...word.parts));
  return parts.join(' ');
}

/**
 * Of every work with several editions, which provisions say what a newer edition says: pairs of entries, in the order of
 * the newer ones. `entryOf` gives the entry that the provision of a row is, `differencesOf` in what two entries differ.
 */
export function foldEditions(
  connection: Connection,
  entryOf: (provision: number) => number,
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
    `SELECT p.id, s.kind AS section, p.label, p.text
     FROM sections s JOIN provisions p ON p.section_id = s.id WHERE s.edition_id = ? ORDER BY p.id`,
  );
  const folds: [number, number][] = [];
  for (const ofWork of Map.groupBy(editions, ({ work }) => work).values()) {
    const provisions = ofWork.map(({ id, language }) =>
      provisionsOf.all(id).map(({ id: row, section, label, text }): Foldable => ({
        entry: entryOf(row),
        section,
        label,
        stream: streamOf(text, language),
      })),
    );
    // What says nothing is like everything else that does.
    folds.push(...findFolds(provisions.map((all) => all.filter(({ stream }) => stream !== ''))));
  }
  return Uint32Array.from(
    folds
      .toSorted(([a, leadsA], [b, leadsB]) => leadsA - leadsB || a - b)
      .flatMap(([entry, leader]) => [entry, foldOf(leader, differencesOf(entry, leader))]),
  );
}
