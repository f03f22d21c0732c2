import { findMatches, openPostings, rank, type Clause, type Postings } from '../impacts/index.ts';
import type { Connection } from '../opening.ts';
import { beginningOf, lettersOfPart, mostExpansions, termOfBeginning } from './beginnings.ts';
import { keeping } from './kept.ts';
import { nearBeginnings, pagesOf, type Vocabulary, type WordRows } from './near-beginnings.ts';
import { asTyped, readingsOf, type Reading } from './readings.ts';
import { createOrdering, inTurn, numberLookedAt, type Suggest } from './suggest.ts';
import { typedWords, type TypedWord } from './words.ts';
import type { StoredPart, WordPart } from './word-index.ts';

/** Bytes of postings, and of parts of the index as they are stored, that are kept for the next key press. */
const mostPostings = 4 * 1024 * 1024;
const mostParts = 2 * 1024 * 1024;
/** What is kept takes some room however small it is. */
const leastCost = 200;

/** How much a word counts that only begins with what was typed, to one that is it. */
const factorOfBeginning = 0.8;

/** Parts whose words are looked through at a time. */
const partsInPage = 40;

interface StoredWords {
  readonly beginning: string;
  readonly words: string;
}

/**
 * Suggestions from a compiled library. FlexSearch gives the words that begin as the typed ones do, and postings the
 * entries that have one for each of them. It is loaded at the first call, since most runs of the command never suggest,
 * and of its index the parts for the letters that are typed.
 */
export function createSuggest(connection: Connection): Suggest {
  const countEntries = connection
    .prepare<[], number>(
      `SELECT max(coalesce((SELECT max(id) FROM suggestions), 0),
                  coalesce((SELECT max(id) FROM suggestion_sections), 0))`,
    )
    .pluck();
  const readTerm = connection
    .prepare<[string], Buffer>('SELECT postings FROM suggestion_terms WHERE term = ?')
    .pluck();
  const readPart = connection.prepare<[string], StoredPart>(
    'SELECT words, data FROM suggestion_parts WHERE beginning = ?',
  );
  const pageOfParts = connection.prepare<[string, string], StoredWords>(
    `SELECT beginning, words FROM suggestion_parts WHERE beginning > ? AND beginning < ?
     ORDER BY beginning LIMIT ${partsInPage}`,
  );
  const partRows: WordRows<StoredWords> = {
    after: (from, to) => pageOfParts.all(from, to),
    wordOf: ({ beginning }) => beginning,
    inPage: partsInPage,
  };
  const order = createOrdering(connection, true);

  const postingsOf = keeping<Postings | null>(mostPostings, (term) => {
    const bytes = readTerm.get(term);
    return {
      value: bytes === undefined ? null : openPostings(bytes),
      bytes: leastCost + 2 * (bytes?.length ?? 0),
    };
  });

  const loadParts = async () => {
    const { openPart, readWords } = await import('./word-index.ts');
    const partOf = keeping<WordPart | null>(mostParts, (beginning) => {
      const stored = readPart.get(beginning);
      return {
        value: stored === undefined ? null : openPart(stored),
        bytes: leastCost + (stored === undefined ? 0 : stored.words.length + stored.data.length),
      };
    });
    const vocabulary: Vocabulary = {
      *pages(letter, isSame) {
        for (const page of pagesOf(letter, isSame, partRows))
          for (const { words } of page) yield readWords(words);
      },
    };
    return { partOf, vocabulary };
  };
  let parts: ReturnType<typeof loadParts> | undefined;

  return async (text, limit, pace) => {
    const typed = typedWords(text);
    if (typed.length === 0) return [];
    parts ??= loadParts();
    const { partOf, vocabulary } = await parts;
    await pace.rest();
    const entries = countEntries.get() ?? 0;
    const looked = numberLookedAt(limit);

    const expansionsOf = (beginning: string): string[] => {
      if ([...beginning].length < lettersOfPart) return [termOfBeginning(beginning)];
      const part = partOf(beginningOf(beginning, lettersOfPart));
      const words = part?.begunBy(beginning, mostExpansions + 1) ?? [];
      return words.length > mostExpansions ? [termOfBeginning(beginning)] : words;
    };
    const clauseOf = ({ word, isWhole }: TypedWord): Clause =>
      [word, ...(isWhole ? [] : expansionsOf(word))].flatMap((term, at) => {
        const postings = at > 0 && term === word ? null : postingsOf(term);
        return postings === null
          ? []
          : [{ postings, factor: term === word ? 1 : factorOfBeginning }];
      });
    const find = async (reading: Reading): Promise<number[]> => {
      const clauses: Clause[] = [];
      for (const {
        typed: { isWhole },
        meant,
      } of reading) {
        const clause = meant.flatMap((word) => clauseOf({ word, isWhole }));
        if (clause.length === 0) return [];
        clauses.push(clause);
        await pace.rest();
      }
      const wanted = { clauses, atLeast: clauses.length, unwanted: [] };
      const matches = await pace.run(findMatches(wanted, entries));
      if (matches.total === 0) return [];
      const ranked = await pace.run(rank(matches, clauses, looked));
      return ranked.map(({ entry }) => entry);
    };

    const found = await find(asTyped(typed));
    if (found.length > 0) return order(found, typed);

    const unknown = typed.filter((word) => clauseOf(word).length === 0);
    // Where each word is known and nothing has them all, any of them may be one that was not meant.
    const isKnown = unknown.length === 0;
    const meant = new Map<TypedWord, string[]>();
    for (const word of isKnown ? typed : unknown)
      meant.set(word, await nearBeginnings(word.word, vocabulary, pace));
    const lists: number[][] = [];
    if (isKnown)
      for (const [word, others] of meant)
        for (const reading of readingsOf(typed, new Map([[word, others]])))
          lists.push(await find(reading));
    else for (const reading of readingsOf(typed, meant)) lists.push(await find(reading));
    return order(inTurn(lists, looked), [], true);
  };
}
