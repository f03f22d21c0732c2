import { longestBeginning, mostExpansions } from '../indexing/write-words.ts';
import type { Connection } from '../opening.ts';
import type { Source, WordCount } from './need.ts';
import { createWordPages } from './word-pages.ts';

interface NameRow {
  readonly address: string;
  readonly text: string;
  readonly key: string;
  readonly isSaid: number;
}

/** The words of a compiled library, and the names in its glossary. */
export function createVocabulary(
  connection: Connection,
): Pick<Source, 'wordsFrom' | 'words' | 'names'> {
  const beginnings = connection
    .prepare<[string], string>('SELECT words FROM beginnings WHERE start = ?')
    .pluck();
  const countOfWord = connection
    .prepare<[string], number>('SELECT count FROM words WHERE word = ?')
    .pluck();
  const wordsBetween = connection.prepare<[string, string, number], WordCount>(
    'SELECT word, count FROM words WHERE word >= ? AND word < ? ORDER BY count DESC, word LIMIT ?',
  );
  const namesOfTerms = connection.prepare<[string], NameRow>(
    `SELECT r.address, n.text, n.key, n.is_said AS isSaid
     FROM term_names n JOIN records r ON r.id = n.record_id
     WHERE n.record_id IN (
       SELECT record_id FROM term_names WHERE beginning IN (SELECT value FROM json_each(?))
     ) ORDER BY n.id`,
  );

  return {
    wordsFrom: (start) => {
      const stored = [...start].length <= longestBeginning ? beginnings.get(start) : undefined;
      if (stored !== undefined)
        return stored.split(' ').map((word) => ({ word, count: countOfWord.get(word) ?? 0 }));
      // No word holds U+10FFFF, so it ends the range of those that begin alike.
      return wordsBetween.all(start, `${start}\u{10ffff}`, mostExpansions);
    },
    words: createWordPages(connection, false),
    names: (starts) => {
      const rows = namesOfTerms.all(JSON.stringify(starts));
      return [...Map.groupBy(rows, ({ address }) => address)].map(([address, names]) => ({
        address,
        names: names.map(({ text, key, isSaid }) => ({ text, key, isSaid: isSaid === 1 })),
      }));
    },
  };
}
