import type { Connection } from './opening.ts';
import { rowInOrder, unstemmed } from './schema.ts';

/** Keeps what search reads in step with one edition at a time, as `write-search-index.ts` fills it for all. */
export interface OwnSearchIndex {
  /** Both take the edition's row; its texts must be in the tables. */
  add(edition: number): void;
  remove(edition: number): void;
  /** Gives the newest edition of a work the weight of the newest, and no other. Takes the work's row. */
  weigh(work: number): void;
}

const importance = `CASE WHEN provision_id IS NULL THEN 0 WHEN is_operative THEN 1 ELSE 2 END`;

const ofEdition = `
  SELECT id, text, heading, notes FROM entry_texts
  WHERE id IN (SELECT id FROM entries WHERE edition_id = ?) ORDER BY id`;

export function prepareOwnSearchIndex(connection: Connection): OwnSearchIndex {
  connection.exec(`
    CREATE VIRTUAL TABLE temp.plain USING fts5 (
      text, heading, notes, content = '', detail = 'none', tokenize = '${unstemmed}'
    );
    CREATE VIRTUAL TABLE temp.plain_words USING fts5vocab (temp, plain, row);
  `);
  const addEntries = connection.prepare<{ edition: number }>(`
    INSERT INTO entries (id, position, weight, edition_id, section_id, provision_id)
    SELECT ${rowInOrder(importance, 'year', 'position')}, position, 1.0, edition_id, section_id, provision_id
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
  const addMatches = connection.prepare<[number]>(
    `INSERT INTO matches (rowid, text, heading, notes) ${ofEdition}`,
  );
  const removeMatches = connection.prepare<[number]>(
    `INSERT INTO matches (matches, rowid, text, heading, notes)
     SELECT 'delete', id, text, heading, notes FROM (${ofEdition})`,
  );
  const removeEntries = connection.prepare<[number]>('DELETE FROM entries WHERE edition_id = ?');
  const addPlain = connection.prepare<[number]>(
    `INSERT INTO temp.plain (rowid, text, heading, notes) ${ofEdition}`,
  );
  const clearPlain = connection.prepare("INSERT INTO temp.plain (plain) VALUES ('delete-all')");
  const addWords = connection.prepare(`
    INSERT INTO words (word, count) SELECT term, doc FROM temp.plain_words WHERE true
    ON CONFLICT (word) DO UPDATE SET count = count + excluded.count`);
  const takeWords = connection.prepare(`
    UPDATE words SET count = count - plain_words.doc FROM temp.plain_words WHERE word = plain_words.term`);
  const removeWords = connection.prepare(
    'DELETE FROM words WHERE count < 1 AND word IN (SELECT term FROM temp.plain_words)',
  );
  const weigh = connection.prepare<{ work: number }>(`
    UPDATE entries SET weight = 1.0
      + 0.1 * coalesce((SELECT s.is_operative FROM sections s WHERE s.id = section_id), 0)
      + 0.1 * (edition_id = (SELECT id FROM editions WHERE work_id = @work ORDER BY year DESC, edition DESC LIMIT 1))
    WHERE edition_id IN (SELECT id FROM editions WHERE work_id = @work)`);

  return {
    add: (edition) => {
      addEntries.run({ edition });
      addMatches.run(edition);
      addPlain.run(edition);
      addWords.run();
      clearPlain.run();
    },
    remove: (edition) => {
      addPlain.run(edition);
      takeWords.run();
      removeWords.run();
      clearPlain.run();
      removeMatches.run(edition);
      removeEntries.run(edition);
    },
    weigh: (work) => {
      weigh.run({ work });
    },
  };
}
