import type { Hit, SearchAnswer, SearchNote } from '../contract/answers.ts';
import type { SearchRequest } from '../contract/api.ts';
import type { Address } from '../contract/ids.ts';
import { matchExpression, termExpression, type WordsFrom } from './expression.ts';
import { addCounts, createCounter, type Counted } from './facets.ts';
import { narrow, type Narrowing, type Values } from './narrowing.ts';
import type { Connection } from './opening.ts';
import { parseQuery, type ParsedQuery, type Term } from './query.ts';
import { foldName } from './records/places.ts';
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
const score = (weight: string): string =>
  `-round(bm25(matches, 1.0, 2.0, 0.5) * ${weight} * @factor, 6)`;

/** What is added to the weight of a provision that stands in the newest edition of its work; see `schema.ts`. */
const ofNewest = 0.1;

/**
 * How much a record counts that is called just what was typed: more than any provision that mentions it, of which a
 * long note or mandate says the name less often for its length.
 */
const weightOfNamed = 6;

const nothing = {
  total: 0,
  hits: [],
  facets: { type: [], body: [], year: [], section: [], actor: [] },
};

/** How the editions of one library stand beside those of the other that is read with it. Rows of editions. */
export interface Standing {
  /** Those that the other library has too, and shows in place of this one's. */
  readonly hidden: readonly number[];
  /** Those that are the newest here, while the other library has a newer one of the same work. */
  readonly superseded: readonly number[];
}

interface Found {
  readonly id: number;
  readonly score: number;
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** What a query finds in one library. */
interface Matches {
  readonly counted: Counted;
  /** The best matches of a page; scores are multiplied by `factor`. */
  best(page: Page, factor: number): Found[];
  /** Hits of what was found, in the order given. */
  describe(found: readonly Found[]): Hit[];
}

/** A library prepared to be searched. */
export interface Searcher {
  /** Null: the request asks for nothing. */
  match(request: SearchRequest, query: ParsedQuery, standing: Standing): Matches | null;
  /** In how many of how many entries each term stands. */
  frequencies(terms: readonly Term[]): { readonly entries: number; readonly of: readonly number[] };
}

interface HitRow {
  readonly id: number;
  readonly address: Address;
  readonly kind: Hit['kind'];
  readonly name: string;
  readonly title: string;
  readonly heading: string;
  readonly label: string;
  readonly text: string;
}

/** Prepares searching: words, phrases, prefixes and exclusions over provisions and titles, narrowed by filters. */
export function createSearcher(connection: Connection, isOwn: boolean): Searcher {
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
    `SELECT e.id, coalesce(d.address || coalesce('#' || p.address, ''), r.address) AS address,
            coalesce(r.kind, CASE WHEN p.id IS NULL THEN 'edition' ELSE 'provision' END) AS kind,
            coalesce(d.name, r.name) AS name, coalesce(d.title, r.title) AS title,
            coalesce(s.heading, h.title, '') AS heading, coalesce(p.label, '') AS label,
            coalesce(p.text, d.title, r.text) AS text
     FROM json_each(?) AS chosen
     JOIN entries e ON e.id = chosen.value
     LEFT JOIN editions d ON d.id = e.edition_id
     LEFT JOIN provisions p ON p.id = e.provision_id
     LEFT JOIN sections s ON s.id = e.section_id
     LEFT JOIN record_places r ON r.id = e.place_id
     LEFT JOIN record_places h ON h.address = r.holder
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

  const hitsOf = (found: readonly Found[], expression: string | null): Hit[] => {
    const ids = JSON.stringify(found.map(({ id }) => id));
    const highlighted = highlights(expression, ids);
    const scores = new Map(found.map((each) => [each.id, each.score]));
    return describe.all(ids).map((row) => {
      const snippet = makeSnippet(highlighted.get(row.id) ?? row.text);
      return {
        address: row.address,
        kind: row.kind,
        name: row.name,
        title: row.title,
        heading: row.heading,
        label: row.label,
        snippet: snippet.text,
        marks: snippet.marks,
        score: scores.get(row.id) ?? 0,
        isOwn,
      };
    });
  };

  const bestOf = (
    { from, values }: Narrowing,
    expression: string | null,
    superseded: readonly number[],
    named: readonly number[],
  ): Matches['best'] => {
    const isLess = superseded.length > 0 && expression !== null;
    const isNamed = named.length > 0 && expression !== null;
    const ofEdition = isLess
      ? `(e.weight - ${ofNewest} * (e.edition_id IS NOT NULL AND e.edition_id IN (SELECT value FROM json_each(@superseded))))`
      : 'e.weight';
    const weight = isNamed
      ? `(CASE WHEN e.place_id IN (SELECT value FROM json_each(@named)) THEN ${weightOfNamed} ELSE ${ofEdition} END)`
      : ofEdition;
    // Ordering by bm25() itself, not by the column `rank`, lets SQLite keep only the best rows.
    const order = expression === null ? 'e.position' : 'score DESC, e.id';
    return (page, factor) =>
      connection
        .prepare<[Values], Found>(
          `SELECT e.id, ${expression === null ? '0.0' : score(weight)} AS score
           FROM ${from} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
        )
        .all({
          ...values,
          ...page,
          ...(expression !== null && { factor }),
          ...(isLess && { superseded: JSON.stringify(superseded) }),
          ...(isNamed && { named: JSON.stringify(named) }),
        });
  };

  const placesByName = connection
    .prepare<[string], number>('SELECT place_id FROM record_names WHERE name = ? ORDER BY place_id')
    .pluck();
  /** The records that are meant by name: the query is one, whole. */
  const placesCalled = ({ branches: [only, ...others] }: ParsedQuery): number[] => {
    if (only === undefined || others.length > 0 || only.unwanted.length > 0) return [];
    if (only.wanted.some(({ isPrefix }) => isPrefix)) return [];
    return placesByName.all(foldName(only.wanted.map(({ text }) => text).join(' ')));
  };

  const lastPosition = connection.prepare<[], number>('SELECT max(position) FROM entries').pluck();
  const countMatches = connection
    .prepare<[string], number>('SELECT count(*) FROM matches WHERE matches MATCH ?')
    .pluck();

  return {
    match: (request, query, { hidden, superseded }) => {
      const expression = matchExpression(query, wordsFrom);
      // A query of nothing but marks asks for something that is nowhere, not for all that the filters let through.
      const isEmpty = request.query.trim() === '';
      const narrowing =
        expression === null && !isEmpty ? null : narrow(request, expression, hidden);
      if (narrowing === null) return null;
      return {
        counted: count(narrowing),
        best: bestOf(narrowing, expression, superseded, placesCalled(query)),
        describe: (found) => hitsOf(found, expression),
      };
    },
    frequencies: (terms) => ({
      entries: lastPosition.get() ?? 0,
      of: terms.map((term) => countMatches.get(termExpression(term, wordsFrom)) ?? 0),
    }),
  };
}

/** A library to be searched and how its editions stand beside those of the others. */
export interface Searched {
  readonly searcher: Searcher;
  readonly standing: Standing;
}

/** How much a word says, as FTS5 reckons it (sqlite.org/fts5.html, section 5.1.1). */
const weightOfWord = (entries: number, holding: number): number =>
  Math.max(1e-6, Math.log((entries - holding + 0.5) / (holding + 0.5)));

const weightOfWords = (entries: number, holding: readonly number[]): number =>
  holding.reduce((sum, each) => sum + weightOfWord(entries, each), 0);

/**
 * By what to multiply the scores of each library so that they can be compared. How much a word says depends on how
 * rare it is: it is nearly nothing in a small library that is all about it. So each library's scores are brought to
 * what its words would weigh if both were one: exactly so for one word, in sum for several.
 */
function factors(libraries: readonly Searched[], query: ParsedQuery): number[] {
  const terms = query.branches.flatMap(({ wanted }) => wanted);
  const found = libraries.map(({ searcher }) => searcher.frequencies(terms));
  const entries = found.reduce((sum, each) => sum + each.entries, 0);
  const together = terms.map((_term, at) =>
    found.reduce((sum, each) => sum + (each.of[at] ?? 0), 0),
  );
  return found.map((each) =>
    terms.length === 0
      ? 1
      : weightOfWords(entries, together) / weightOfWords(each.entries, each.of),
  );
}

/** The hits of a page of what several libraries found, best first, at equal score those of the first one first. */
function mergedHits(found: readonly Matches[], factor: readonly number[], page: Page): Hit[] {
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.describe(only.best(page, 1));
  const beginning = { limit: page.limit + page.offset, offset: 0 };
  const chosen = found
    .flatMap((matches, at) =>
      matches
        .best(beginning, factor[at] ?? 1)
        .map(({ id, score: value }) => ({ id, score: value, matches })),
    )
    // Sorting is stable: each library's own order, and that of the libraries, decide between equals.
    .toSorted((a, b) => b.score - a.score)
    .slice(page.offset, page.offset + page.limit);
  const described = new Map(
    found.map((matches) => {
      const ours = chosen.filter((each) => each.matches === matches);
      return [matches, matches.describe(ours).values()];
    }),
  );
  return chosen.flatMap(({ matches }) => described.get(matches)?.next().value ?? []);
}

/**
 * Answers any string from one library or several as one: totals and facets are exact, hits come in one order, which
 * pages keep. Without a word in the query the filters alone choose, in document order; without filters either,
 * nothing is found and a note says why.
 */
export function search(libraries: readonly Searched[], request: SearchRequest): FoundInLibrary {
  const query = parseQuery(request.query);
  const matched = libraries.flatMap((each) => {
    const matches = each.searcher.match(request, query, each.standing);
    return matches === null ? [] : [{ ...each, matches }];
  });
  const notes = query.notes
    .filter((code) => code !== 'no-words' || matched.length === 0)
    .map((code): SearchNote => ({ code, detail: request.query.slice(0, 100) }));
  if (matched.length === 0) return { ...nothing, query: request.query, notes };

  const page = {
    limit: Math.min(Math.max(request.limit ?? defaultLimit, 1), maxLimit),
    offset: Math.max(request.offset ?? 0, 0),
  };
  const found = matched.filter(({ matches }) => matches.counted.total > 0);
  const hits = mergedHits(
    found.map(({ matches }) => matches),
    found.length > 1 ? factors(found, query) : [],
    page,
  );
  const counted = addCounts(matched.map(({ matches }) => matches.counted));
  return { query: request.query, ...counted, hits, notes };
}
