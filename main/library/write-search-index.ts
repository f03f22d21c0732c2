import type { Connection } from './opening.ts';
import { unstemmed } from './schema.ts';

const newestEditions = `
  SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY work_id ORDER BY year DESC, edition DESC) AS age FROM editions
  ) WHERE age = 1`;

/**
 * How much what is found in a record counts. Whoever looks for words of a resolution wants the provision before what a
 * handbook or a note says of it.
 */
const weightOfRecord = 0.45;

/**
 * Fills what search reads: the entries, their full-text index, and the whole words for prefixes. The entries are
 * numbered by importance, so that ordering by score and then by number is the order people expect, and the same
 * each time.
 */
export function writeSearchIndex(connection: Connection): void {
  connection.exec(`
    INSERT INTO entries (id, position, weight, edition_id, section_id, provision_id, place_id)
    SELECT row_number() OVER (ORDER BY place_id, provision_id IS NOT NULL, is_operative DESC, year DESC, position),
           position,
           CASE WHEN place_id IS NOT NULL THEN ${weightOfRecord}
                ELSE 1.0 + 0.1 * is_operative + 0.1 * (edition_id IN (${newestEditions})) END,
           edition_id, section_id, provision_id, place_id
    FROM (
      SELECT row_number() OVER (ORDER BY place_id, edition_id, provision_id) AS position,
             edition_id, section_id, provision_id, place_id, is_operative, year
      FROM (
        SELECT NULL AS edition_id, NULL AS section_id, NULL AS provision_id, id AS place_id, 0 AS is_operative, year
        FROM record_places
        UNION ALL
        SELECT id, NULL, NULL, NULL, 0, year
        FROM editions
        UNION ALL
        SELECT s.edition_id, s.id, p.id, NULL, s.is_operative, d.year
        FROM provisions p JOIN sections s ON s.id = p.section_id JOIN editions d ON d.id = s.edition_id
      )
    )
    ORDER BY 1;

    INSERT INTO matches (rowid, text, heading, notes)
    SELECT id, text, heading, notes FROM entry_texts ORDER BY id;
    INSERT INTO matches (matches) VALUES ('optimize');

    CREATE VIRTUAL TABLE plain USING fts5 (
      text, heading, notes, content = '', detail = 'none', tokenize = '${unstemmed}'
    );
    INSERT INTO plain (rowid, text, heading, notes)
    SELECT id, text, heading, notes FROM entry_texts ORDER BY id;
    CREATE VIRTUAL TABLE temp.plain_words USING fts5vocab(main, plain, row);
    INSERT INTO words (word, count) SELECT term, doc FROM temp.plain_words ORDER BY term;
    DROP TABLE temp.plain_words;
    DROP TABLE plain;
  `);
}
