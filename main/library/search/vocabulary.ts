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

/** Beginnings of which the words are kept, and words of which it is kept that no name begins so. */
const mostStarts = 200;
const mostNameless = 5000;

/** Answers once more what was answered lately. */
function lately<Answer>(ask: (asked: string) => Answer, most: number): (asked: string) => Answer {
  const known = new Map<string, Answer>();
  return (asked) => {
    const before = known.get(asked);
    if (before !== undefined) return before;
    const answer = ask(asked);
    if (known.size >= most) known.clear();
    known.set(asked, answer);
    return answer;
  };
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

  const readWordsFrom = (start: string): readonly WordCount[] => {
    const stored = [...start].length <= longestBeginning ? beginnings.get(start) : undefined;
    if (stored !== undefined)
      return stored.split(' ').map((word) => ({ word, count: countOfWord.get(word) ?? 0 }));
    // No word holds U+10FFFF, so it ends the range of those that begin alike.
    return wordsBetween.all(start, `${start}\u{10ffff}`, mostExpansions);
  };
  const wordsFrom = lately(readWordsFrom, mostStarts);
  /** Words with which no name begins: most are. */
  const nameless = new Set<string>();

  return {
    wordsFrom,
    words: createWordPages(connection, false),
    names: (all) => {
      const starts = all.filter((start) => !nameless.has(start));
      if (starts.length === 0) return [];
      const rows = namesOfTerms.all(JSON.stringify(starts));
      if (rows.length === 0) {
        if (nameless.size > mostNameless) nameless.clear();
        for (const start of starts) nameless.add(start);
      }
      return [...Map.groupBy(rows, ({ address }) => address)].map(([address, names]) => ({
        address,
        names: names.map(({ text, key, isSaid }) => ({ text, key, isSaid: isSaid === 1 })),
      }));
    },
  };
}
