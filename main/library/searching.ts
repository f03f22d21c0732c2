import type { Hit, SearchAnswer, SearchNote } from '../contract/answers.ts';
import type { SearchRequest } from '../contract/api.ts';
import type { Address } from '../contract/ids.ts';
import { matchExpression, type WordsFrom } from './expression.ts';
import { createCounter } from './facets.ts';
import { narrow, type Narrowing, type Values } from './narrowing.ts';
import type { Connection } from './opening.ts';
import { parseQuery } from './query.ts';
import { makeSnippet, markEnd, markStart } from './snippet.ts';

/** An answer without the time it took, which is for whoever holds a clock. */
export type FoundInLibrary = Omit<SearchAnswer, 'ms'>;

/** Most words that one `prefix*` stands for. */
const maxExpansions = 64;
const defaultLimit = 20;
const maxLimit = 100;

/**
 * How much a word counts in the text (or title), in the heading above it, and in its footnotes. Headings are few words
 * that say whom or what all their provisions concern: who looks for "Study Group 13" wants what it is told to do
 * before what mentions it.
 */
const score = '-round(bm25(matches, 1.0, 2.0, 0.5) * e.weight, 6)';

const nothing = {
  total: 0,
  hits: [],
  facets: { type: [], body: [], year: [], section: [], actor: [] },
};

interface HitRow {
  readonly id: number;
  readonly address: Address;
  readonly name: string;
  readonly title: string;
  readonly heading: string;
  readonly label: string;
  readonly text: string;
}

/** Prepares searching: words, phrases, prefixes and exclusions over provisions and titles, narrowed by filters. */
export function createSearch(connection: Connection) {
  const expansions = connection
    .prepare<[string, string, number], string>(
      'SELECT word FROM words WHERE word >= ? AND word < ? ORDER BY count DESC, word LIMIT ?',
    )
    .pluck();
  // No word of the index holds U+10FFFF, so it ends the range of those that begin alike.
  const wordsFrom: WordsFrom = (start) =>
    start === '' ? [] : expansions.all(start, `${start}\u{10ffff}`, maxExpansions);

  const count = createCounter(connection);

  const describe = connection.prepare<[string], HitRow>(
    `SELECT e.id, d.address || coalesce('#' || p.address, '') AS address, d.name, d.title,
            coalesce(s.heading, '') AS heading, coalesce(p.label, '') AS label, coalesce(p.text, d.title) AS text
     FROM json_each(?) AS chosen
     JOIN entries e ON e.id = chosen.value
     JOIN editions d ON d.id = e.edition_id
     LEFT JOIN provisions p ON p.id = e.provision_id
     LEFT JOIN sections s ON s.id = e.section_id
     ORDER BY chosen.key`,
  );
  const highlight = connection.prepare<
    { expression: string; ids: string; from: string; to: string },
    { id: number; text: string; notes: string }
  >(
    `SELECT rowid AS id, highlight(matches, 0, @from, @to) AS text, highlight(matches, 2, @from, @to) AS notes
     FROM matches WHERE matches MATCH @expression AND rowid IN (SELECT value FROM json_each(@ids))`,
  );

  /** Highlighted texts by entry, for the hits of one page only. */
  const highlights = (expression: string | null, ids: string): Map<number, string> => {
    if (expression === null) return new Map();
    const rows = highlight.all({ expression, ids, from: markStart, to: markEnd });
    return new Map(
      rows.map(({ id, text, notes }) => [
        id,
        !text.includes(markStart) && notes.includes(markStart) ? notes : text,
      ]),
    );
  };

  const hitsOf = (
    { from, values }: Narrowing,
    expression: string | null,
    page: { limit: number; offset: number },
  ): Hit[] => {
    // Ordering by bm25() itself, not by the column `rank`, lets SQLite keep only the best rows.
    const order = expression === null ? 'e.position' : 'score DESC, e.id';
    const found = connection
      .prepare<[Values], { id: number; score: number }>(
        `SELECT e.id, ${expression === null ? '0.0' : score} AS score
         FROM ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, ...page });
    const ids = JSON.stringify(found.map(({ id }) => id));
    const highlighted = highlights(expression, ids);
    const scores = new Map(found.map((each) => [each.id, each.score]));
    return describe.all(ids).map((row) => {
      const snippet = makeSnippet(highlighted.get(row.id) ?? row.text);
      return {
        address: row.address,
        name: row.name,
        title: row.title,
        heading: row.heading,
        label: row.label,
        snippet: snippet.text,
        marks: snippet.marks,
        score: scores.get(row.id) ?? 0,
      };
    });
  };

  /**
   * Answers any string. Without a word in it the filters alone choose, in document order; without filters either,
   * nothing is found and a note says why.
   */
  return (request: SearchRequest): FoundInLibrary => {
    const query = parseQuery(request.query);
    const expression = matchExpression(query, wordsFrom);
    const isEmpty = request.query.trim() === '';
    // A query of nothing but marks asks for something that is nowhere, not for all that the filters let through.
    const narrowing = expression === null && !isEmpty ? null : narrow(request, expression);
    const notes = query.notes
      .filter((code) => code !== 'no-words' || narrowing === null)
      .map((code): SearchNote => ({ code, detail: request.query.slice(0, 100) }));
    if (narrowing === null) return { ...nothing, query: request.query, notes };

    const page = {
      limit: Math.min(Math.max(request.limit ?? defaultLimit, 1), maxLimit),
      offset: Math.max(request.offset ?? 0, 0),
    };
    const hits = hitsOf(narrowing, expression, page);
    return { query: request.query, ...count(narrowing), hits, notes };
  };
}
