import type { FacetName, FacetValue, Hit, SearchAnswer, SearchNote } from '../contract/answers.ts';
import type { SearchRequest } from '../contract/api.ts';
import type { Address } from '../contract/ids.ts';
import { matchExpression, type WordsFrom } from './expression.ts';
import type { Connection } from './opening.ts';
import { parseQuery } from './query.ts';
import { makeSnippet, markEnd, markStart } from './snippet.ts';

/** An answer without the time it took, which is for whoever holds a clock. */
export type FoundInLibrary = Omit<SearchAnswer, 'ms'>;

/** Most words that one `prefix*` stands for. */
const maxExpansions = 64;
const defaultLimit = 20;

/** How much a word counts in the text (or title), in the heading above it, and in its footnotes. */
const score = '-round(bm25(matches, 1.0, 0.6, 0.4) * e.weight, 6)';

type Values = Record<string, string | number | null>;

interface Narrowing {
  readonly where: string;
  readonly values: Values;
}

interface HitRow {
  readonly id: number;
  readonly address: Address;
  readonly name: string;
  readonly title: string;
  readonly heading: string;
  readonly label: string;
  readonly text: string;
}

interface GroupRow {
  readonly type: string;
  readonly body: string;
  readonly year: number;
  readonly section: number | null;
  readonly kind: string | null;
  readonly count: number;
}

const joined = `entries e
  JOIN editions d ON d.id = e.edition_id
  JOIN works w ON w.id = d.work_id
  LEFT JOIN sections s ON s.id = e.section_id`;

/** One condition a filter; every value is bound, none stands in the SQL. */
const conditions = {
  type: 'w.type = @type',
  body: 'w.body = @body',
  year: 'd.year = @year',
  section: '(s.kind = @section OR s.address = @section)',
  actor:
    'EXISTS (SELECT 1 FROM actors a WHERE a.section_id = s.id AND a.actor = @actor AND a.is_addressee = 1)',
} satisfies Record<FacetName, string>;

function readFilters(request: SearchRequest): { conditions: string[]; values: Values } {
  const given: string[] = [];
  const values: Values = {};
  for (const [name, condition] of Object.entries(conditions)) {
    const value = request[name as FacetName];
    if (value === undefined) continue;
    given.push(condition);
    values[name] = typeof value === 'string' ? value.trim().toLowerCase() : value;
  }
  return { conditions: given, values };
}

const mostFrequentFirst = (counts: ReadonlyMap<string, number>): FacetValue[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

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

  const actorsOfSections = connection.prepare<[string], { section_id: number; actor: string }>(
    `SELECT section_id, actor FROM actors
     WHERE is_addressee = 1 AND section_id IN (SELECT value FROM json_each(?))`,
  );

  /** Both counts and facets come from one pass over the matches, grouped by section. */
  const countMatches = ({ where, values }: Narrowing) => {
    const groups = connection
      .prepare<[Values], GroupRow>(
        `SELECT w.type, w.body, d.year, e.section_id AS section, s.kind, count(*) AS count
         FROM ${where} GROUP BY d.id, e.section_id`,
      )
      .all(values);
    const sections = groups.flatMap(({ section }) => (section === null ? [] : [section]));
    const actors = Map.groupBy(
      actorsOfSections.all(JSON.stringify(sections)),
      (row) => row.section_id,
    );
    const counts = {
      type: new Map<string, number>(),
      body: new Map<string, number>(),
      year: new Map<string, number>(),
      section: new Map<string, number>(),
      actor: new Map<string, number>(),
    } satisfies Record<FacetName, Map<string, number>>;
    const add = (facet: FacetName, value: string, count: number) =>
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + count);
    for (const group of groups) {
      add('type', group.type, group.count);
      add('body', group.body, group.count);
      add('year', String(group.year), group.count);
      if (group.kind !== null) add('section', group.kind, group.count);
      for (const { actor } of actors.get(group.section ?? -1) ?? [])
        add('actor', actor, group.count);
    }
    return {
      total: groups.reduce((sum, group) => sum + group.count, 0),
      facets: {
        type: mostFrequentFirst(counts.type),
        body: mostFrequentFirst(counts.body),
        year: mostFrequentFirst(counts.year),
        section: mostFrequentFirst(counts.section),
        actor: mostFrequentFirst(counts.actor),
      },
    };
  };

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
    { where, values }: Narrowing,
    expression: string | null,
    page: { limit: number; offset: number },
  ): Hit[] => {
    // Ordering by bm25() itself, not by the column `rank`, lets SQLite keep only the best rows.
    const order = expression === null ? 'e.position' : 'score DESC, e.id';
    const found = connection
      .prepare<[Values], { id: number; score: number }>(
        `SELECT e.id, ${expression === null ? '0.0' : score} AS score
         FROM ${where} ORDER BY ${order} LIMIT @limit OFFSET @offset`,
      )
      .all({ ...values, ...page });
    const ids = JSON.stringify(found.map(({ id }) => id));
    const highlighted = highlights(expression, ids);
    const rows = describe.all(ids);
    return rows.map((row, position) => {
      const snippet = makeSnippet(highlighted.get(row.id) ?? row.text);
      return {
        address: row.address,
        name: row.name,
        title: row.title,
        heading: row.heading,
        label: row.label,
        snippet: snippet.text,
        marks: snippet.marks,
        score: found[position]?.score ?? 0,
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
    const filters = readFilters(request);
    const isEmpty = request.query.trim() === '';
    const notes = query.notes
      .filter((code) => !(code === 'no-words' && isEmpty && filters.conditions.length > 0))
      .map((code): SearchNote => ({ code, detail: request.query.slice(0, 100) }));
    if (expression === null && (filters.conditions.length === 0 || !isEmpty)) {
      const facets = { type: [], body: [], year: [], section: [], actor: [] };
      return { query: request.query, total: 0, hits: [], facets, notes };
    }

    const matching = expression === null ? [] : ['matches MATCH @expression'];
    const source =
      expression === null
        ? joined
        : `matches JOIN ${joined.replace('entries e', 'entries e ON e.id = matches.rowid')}`;
    const narrowing: Narrowing = {
      where: `${source} WHERE ${[...matching, ...filters.conditions].join(' AND ')}`,
      values: expression === null ? filters.values : { ...filters.values, expression },
    };
    const page = { limit: request.limit ?? defaultLimit, offset: request.offset ?? 0 };
    const { total, facets } = countMatches(narrowing);
    return {
      query: request.query,
      total,
      hits: hitsOf(narrowing, expression, page),
      facets,
      notes,
    };
  };
}
