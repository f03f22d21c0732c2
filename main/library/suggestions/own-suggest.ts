import type { Connection } from '../opening.ts';
import { nearBeginnings, pagesOf, type Vocabulary } from './near-beginnings.ts';
import { asTyped, readingsOf, type Reading } from './readings.ts';
import { createOrdering, inTurn, numberLookedAt, type Suggest } from './suggest.ts';
import { typedWords, type TypedWord } from './words.ts';

/** Most that are looked at, the most important ones: FTS5 cannot be interrupted. */
const considered = 100;

/** Words that are looked through at a time. */
const wordsInPage = 500;

const termOf = ({ word, isWhole }: TypedWord): string => (isWhole ? `"${word}"` : `"${word}" *`);

const expressionOf = (reading: Reading): string =>
  reading
    .map(({ typed: { isWhole }, meant }) => meant.map((word) => termOf({ word, isWhole })))
    .map((terms) => `(${terms.join(' OR ')})`)
    .join(' AND ');

/**
 * Suggestions from a library that grows, whose words stand in a full-text index: first what begins with the words
 * typed, then what holds, for each of them, a word that begins with it.
 */
export function createOwnSuggest(connection: Connection): Suggest {
  const find = connection
    .prepare<[string, number], number>(
      'SELECT rowid FROM suggestion_words WHERE suggestion_words MATCH ? ORDER BY rowid LIMIT ?',
    )
    .pluck();
  const pageOfWords = connection
    .prepare<[string, string], [word: string, count: number]>(
      `SELECT term, doc FROM suggestion_vocabulary WHERE term > ? AND term < ? LIMIT ${wordsInPage}`,
    )
    .raw();
  const order = createOrdering(connection, false);

  const vocabulary: Vocabulary = {
    pages: (letter, isSame) =>
      pagesOf(letter, isSame, {
        after: (from, to) => pageOfWords.all(from, to),
        wordOf: ([word]) => word,
        inPage: wordsInPage,
      }),
  };
  const isKnown = (word: TypedWord): boolean => find.all(termOf(word), 1).length > 0;

  return async (text, limit, pace) => {
    const typed = typedWords(text);
    if (typed.length === 0) return [];
    const words = typed.map(({ word }) => word).join(' ');
    const beginning = find.all(`text : ^ "${words}" *`, considered);
    const holding = find.all(expressionOf(asTyped(typed)), considered);
    const found = [...new Set([...beginning, ...holding])].slice(0, considered);
    if (found.length > 0) return order(found, typed);

    const unknown = typed.filter((word) => !isKnown(word));
    const meant = new Map<TypedWord, string[]>();
    for (const word of unknown) meant.set(word, await nearBeginnings(word.word, vocabulary, pace));
    const looked = numberLookedAt(limit);
    const lists = readingsOf(typed, meant).map((reading) =>
      find.all(expressionOf(reading), looked),
    );
    return order(inTurn(lists, looked), [], true);
  };
}
