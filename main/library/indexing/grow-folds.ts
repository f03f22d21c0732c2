import { toTheEnd } from '../../contract/steps.ts';
import type { Connection } from '../opening.ts';
import { findFolds } from './find-folds.ts';
import { createNumbering } from './numbering.ts';

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
    const numbersOf = createNumbering();
    const provisions = editions.map(({ id, language }) =>
      provisionsOf.all(id).map(({ entry, section, label, text }) => ({
        entry,
        section,
        label,
        words: numbersOf(text, language),
      })),
    );
    for (const [follower, leader] of toTheEnd(findFolds(provisions)))
      put.run(follower, leader, work);
  };
}
