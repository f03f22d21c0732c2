import { forEachWord } from '../analysis/index.ts';
import type { Connection } from '../opening.ts';
import { findFolds, type Foldable } from './find-folds.ts';

interface ProvisionRow {
  readonly entry: number;
  readonly section: string;
  readonly label: string;
  readonly text: string;
}

/** Finds anew what several editions of a work say alike, as `fold-editions.ts` does for all; takes the work's row. */
export function prepareFolds(connection: Connection): (work: number) => void {
  const forget = connection.prepare<[number]>('DELETE FROM folds WHERE work_id = ?');
  const put = connection.prepare<[number, number, number]>(
    'INSERT INTO folds (follower, leader, work_id) VALUES (?, ?, ?)',
  );
  const editionsOf = connection.prepare<[number], { id: number; language: string }>(
    'SELECT id, language FROM editions WHERE work_id = ? ORDER BY year DESC, edition DESC',
  );
  const provisionsOf = connection.prepare<[number], ProvisionRow>(
    `SELECT e.id AS entry, s.kind AS section, p.label, p.text
     FROM entries e JOIN sections s ON s.id = e.section_id JOIN provisions p ON p.id = e.provision_id
     WHERE e.edition_id = ? ORDER BY p.id`,
  );

  return (work) => {
    forget.run(work);
    const editions = editionsOf.all(work);
    if (editions.length < 2) return;
    const numbers = new Map<string, number>();
    const numberOf = (part: string): number => {
      const known = numbers.get(part) ?? numbers.size;
      numbers.set(part, known);
      return known;
    };
    const provisions = editions.map(({ id, language }) =>
      provisionsOf.all(id).flatMap(({ text, ...row }): Foldable[] => {
        const words: number[] = [];
        forEachWord(text, language, ({ parts }) => words.push(...parts.map(numberOf)));
        // What says nothing is like everything else that does.
        return words.length === 0 ? [] : [{ ...row, words: Uint32Array.from(words) }];
      }),
    );
    for (const [follower, leader] of findFolds(provisions)) put.run(follower, leader, work);
  };
}
