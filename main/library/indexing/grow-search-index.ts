import { analyse, forEachWord } from '../analysis/index.ts';
import type { Connection } from '../opening.ts';
import { rowInOrder } from '../schema.ts';
import { fields, importance, type Field } from './bm25.ts';
import { createContentReader, type Entry, type EntryContent } from './entries.ts';
import { prepareFolds } from './grow-folds.ts';

/** Keeps what search reads in step with one edition at a time, as `write-search-index.ts` fills it for all. */
export interface GrowingSearchIndex {
  /** Both take the edition's row; its texts must be in the tables. */
  add(edition: number): void;
  remove(edition: number): void;
  /**
   * To be called with the row of a work whose editions are others now: tells the newest from the rest, and what several of
   * them say alike.
   */
  compare(work: number): void;
}

const rank = `CASE WHEN provision_id IS NULL THEN 0 WHEN is_operative THEN 1 ELSE 2 END`;

interface EntryRow {
  readonly id: number;
  readonly edition: number;
  readonly section: number | null;
  readonly provision: number | null;
}

const toEntry = ({ edition, section, provision }: EntryRow): Entry => ({
  kind: provision === null ? 'title' : 'provision',
  row: provision ?? edition,
  edition,
  section: section ?? 0,
  isOperative: false,
});

const streamOf = (text: string, language: string): string =>
  analyse(text, language)
    .flatMap(({ parts }) => parts)
    .join(' ');

function countWords({ texts, profile }: EntryContent, counts: Map<string, number>): void {
  for (const field of fields)
    forEachWord(texts[field], profile.lang, ({ forms }) => {
      for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
    });
}

export function prepareSearchIndex(connection: Connection): GrowingSearchIndex {
  const addEntries = connection.prepare<{ edition: number }>(`
    INSERT INTO entries (id, position, weight, edition_id, section_id, provision_id)
    SELECT ${rowInOrder(rank, 'year', 'position')}, position, 1.0, edition_id, section_id, provision_id
    FROM (
      SELECT (SELECT coalesce(max(position), 0) FROM entries) + row_number() OVER (ORDER BY provision_id) AS position,
             edition_id, section_id, provision_id, is_operative, year
      FROM (
        SELECT id AS edition_id, NULL AS section_id, NULL AS provision_id, 0 AS is_operative, year
        FROM editions WHERE id = @edition
        UNION ALL
        SELECT s.edition_id, s.id, p.id, s.is_operative, d.year
        FROM sections s JOIN provisions p ON p.section_id = s.id JOIN editions d ON d.id = s.edition_id
        WHERE s.edition_id = @edition
      )
    ) ORDER BY 1`);
  const entriesOf = connection.prepare<[number], EntryRow>(
    `SELECT id, edition_id AS edition, section_id AS section, provision_id AS provision
     FROM entries WHERE edition_id = ? ORDER BY id`,
  );
  const addStream = connection.prepare<[number, ...Record<Field, string>[Field][]]>(
    'INSERT INTO stream (rowid, text, heading, notes) VALUES (?, ?, ?, ?)',
  );
  const removeStream = connection.prepare<[number]>('DELETE FROM stream WHERE rowid = ?');
  const removeEntries = connection.prepare<[number]>('DELETE FROM entries WHERE edition_id = ?');
  const addWord = connection.prepare<[string, number]>(`
    INSERT INTO words (word, count) VALUES (?, ?)
    ON CONFLICT (word) DO UPDATE SET count = count + excluded.count`);
  const takeWord = connection.prepare<[number, string]>(
    'UPDATE words SET count = count - ? WHERE word = ?',
  );
  const dropWord = connection.prepare<[string]>('DELETE FROM words WHERE word = ? AND count < 1');
  const weigh = connection.prepare<{ work: number }>(`
    UPDATE entries SET weight = 1.0
      + ${importance.operative} * coalesce((SELECT s.is_operative FROM sections s WHERE s.id = section_id), 0)
      + ${importance.newest} * (edition_id = (SELECT id FROM editions WHERE work_id = @work ORDER BY year DESC, edition DESC LIMIT 1))
    WHERE edition_id IN (SELECT id FROM editions WHERE work_id = @work)`);

  const fold = prepareFolds(connection);

  return {
    add: (edition) => {
      addEntries.run({ edition });
      const contentOf = createContentReader(connection);
      const counts = new Map<string, number>();
      for (const row of entriesOf.all(edition)) {
        const content = contentOf(toEntry(row));
        const { texts, profile } = content;
        addStream.run(row.id, ...fields.map((field) => streamOf(texts[field], profile.lang)));
        countWords(content, counts);
      }
      for (const [word, count] of counts) addWord.run(word, count);
    },
    remove: (edition) => {
      const contentOf = createContentReader(connection);
      const counts = new Map<string, number>();
      for (const row of entriesOf.all(edition)) {
        countWords(contentOf(toEntry(row)), counts);
        removeStream.run(row.id);
      }
      for (const [word, count] of counts) {
        takeWord.run(count, word);
        dropWord.run(word);
      }
      removeEntries.run(edition);
    },
    compare: (work) => {
      weigh.run({ work });
      fold(work);
    },
  };
}
