import { importance, weightOfField } from '../indexing/bm25.ts';
import { mostExpansions } from '../indexing/write-words.ts';
import type { Connection } from '../opening.ts';
import { wordsInPage } from './compiled-source.ts';
import { createDescriber } from './describe.ts';
import { addTo, noFacets, type Counts } from './facets.ts';
import { createNamedRows } from './named-rows.ts';
import { around, conditionFor, having, type Values } from './narrowing.ts';
import type {
  Found,
  Lengths,
  Matched,
  Need,
  Plan,
  PlannedBranch,
  Source,
  Standing,
  WordCount,
} from './need.ts';
import { expressionOf } from './runs.ts';

/** Most entries that are counted, and most that are ranked: the most important ones. FTS5 cannot be interrupted. */
const mostCounted = 5000;
const mostRanked = 2000;

/** Scores of what a query names stand above all others, and of what cites that above the rest. */
const scoreOfNamed = 2000;
const scoreOfCiting = 1000;

const score = `-bm25(stream, ${weightOfField.text}.0, ${weightOfField.heading}.0, ${weightOfField.notes})`;

/** How much a word says, as FTS5 reckons it (sqlite.org/fts5.html, section 5.1.1). */
const rarityInFts5 = (entries: number, holding: number): number =>
  Math.max(1e-6, Math.log((entries - holding + 0.5) / (holding + 0.5)));

/** The expression of a need alone. */
const needExpression = ({ ways }: Need): string =>
  ways.length === 0 ? '""' : `(${ways.map(expressionOf).join(' OR ')})`;

/** The expression of what a branch wants; null where it wants no words. FTS5 knows nothing between all and any. */
function branchExpression({ wanted, atLeast, unwanted }: PlannedBranch): string | null {
  if (wanted.length === 0) return null;
  const joint = atLeast >= wanted.length ? ' AND ' : ' OR ';
  const all = `(${wanted.map(needExpression).join(joint)})`;
  return unwanted.length === 0
    ? all
    : `(${all} NOT (${unwanted.map(needExpression).join(' OR ')}))`;
}

interface EntryRow {
  readonly id: number;
  readonly year: number;
  readonly weight: number;
  readonly edition: number;
  readonly position: number;
}

interface FacetRow {
  readonly type: string;
  readonly body: string;
  readonly year: number;
  readonly lang: string;
  readonly section: string | null;
  readonly actors: string;
  readonly count: number;
  readonly footnote: number;
  readonly table: number;
  readonly figure: number;
  readonly citation: number;
  readonly text: number;
}

/** A person's own library, which grows: FTS5 finds and ranks in it, within bounds. */
export function createOwnSource(connection: Connection): Source {
  const describer = createDescriber(connection, true);
  const countEntries = connection.prepare<[], number>('SELECT count(*) FROM entries').pluck();
  const languages = connection
    .prepare<[], string>('SELECT DISTINCT language FROM editions ORDER BY language')
    .pluck();
  const wordsBetween = connection.prepare<[string, string, number], WordCount>(
    'SELECT word, count FROM words WHERE word >= ? AND word < ? ORDER BY count DESC, word LIMIT ?',
  );
  const wordPage = connection.prepare<Lengths & { word: string }, WordCount>(
    `SELECT word, count FROM words WHERE word > @word AND length(word) BETWEEN @shortest AND @longest
     ORDER BY word LIMIT ${wordsInPage}`,
  );
  const countMatches = connection
    .prepare<[string], number>(
      `SELECT count(*) FROM (SELECT 1 FROM stream WHERE stream MATCH ? LIMIT ${mostCounted})`,
    )
    .pluck();
  const countShown = connection
    .prepare<[string, string], number>(
      `SELECT count(*) FROM (
         SELECT 1 FROM stream JOIN entries e ON e.id = stream.rowid
         WHERE stream MATCH ? AND e.edition_id NOT IN (SELECT value FROM json_each(?)) LIMIT ${mostCounted})`,
    )
    .pluck();
  const countOf = (need: Need, hidden: readonly number[]): number => {
    if (need.ways.length === 0) return 0;
    const expression = needExpression(need);
    const found =
      hidden.length === 0
        ? countMatches.get(expression)
        : countShown.get(expression, JSON.stringify(hidden));
    return found ?? 0;
  };
  const matching = connection
    .prepare<[string, number], number>(
      'SELECT rowid FROM stream WHERE stream MATCH ? ORDER BY rowid LIMIT ?',
    )
    .pluck();
  const everything = connection
    .prepare<[number], number>('SELECT id FROM entries ORDER BY id LIMIT ?')
    .pluck();
  const matchingOf = connection
    .prepare<[string, string], number>(
      'SELECT rowid FROM stream WHERE stream MATCH ? AND rowid IN (SELECT value FROM json_each(?))',
    )
    .pluck();
  const scored = connection.prepare<[string, string], { id: number; score: number }>(
    `SELECT rowid AS id, ${score} AS score FROM stream
     WHERE stream MATCH ? AND rowid IN (SELECT value FROM json_each(?))`,
  );
  const rows = connection.prepare<[string], EntryRow>(
    `SELECT e.id, d.year, e.weight, e.edition_id AS edition, e.position
     FROM entries e JOIN editions d ON d.id = e.edition_id WHERE e.id IN (SELECT value FROM json_each(?))`,
  );
  const keyOf = connection.prepare<[number], { provision: number | null; edition: number }>(
    'SELECT provision_id AS provision, edition_id AS edition FROM entries WHERE id = ?',
  );
  const namedRows = createNamedRows(connection);
  const entryOfTitle = connection
    .prepare<[number], number>(
      'SELECT id FROM entries WHERE edition_id = ? AND provision_id IS NULL',
    )
    .pluck();
  const entryOfProvision = connection
    .prepare<[number], number>(
      `SELECT e.id FROM provisions p JOIN sections s ON s.id = p.section_id
       JOIN entries e ON e.edition_id = s.edition_id AND e.provision_id = p.id WHERE p.id = ?`,
    )
    .pluck();
  const facetRows = connection.prepare<[string], FacetRow>(
    `SELECT w.type, w.body, d.year, d.language AS lang, s.kind AS section,
            coalesce((SELECT group_concat(DISTINCT a.actor) FROM actors a
                      WHERE a.section_id = s.id AND a.is_addressee = 1), '') AS actors,
            count(*) AS count, sum(coalesce(${having.footnote}, 0)) AS footnote,
            sum(coalesce(${having.table}, 0)) AS "table", sum(coalesce(${having.figure}, 0)) AS figure,
            sum(${having.citation}) AS citation, sum(${having.text}) AS text
     FROM entries e ${around} WHERE e.id IN (SELECT value FROM json_each(?)) GROUP BY d.id, e.section_id`,
  );

  const countFacets = (ids: readonly number[]): Counts => {
    const facets = noFacets();
    for (const row of facetRows.all(JSON.stringify(ids))) {
      addTo(facets.type, row.type, row.count);
      addTo(facets.body, row.body, row.count);
      addTo(facets.year, `${row.year}`, row.count);
      addTo(facets.lang, row.lang, row.count);
      addTo(facets.section, row.section ?? '', row.count);
      for (const actor of row.actors.split(',')) addTo(facets.actor, actor, row.count);
      for (const name of ['footnote', 'table', 'figure', 'citation', 'text'] as const)
        if (row[name] > 0) addTo(facets.has, name, row[name]);
    }
    return { total: ids.length, facets };
  };

  /** What a branch finds, the most important first. */
  const matchBranch = (branch: PlannedBranch): number[] => {
    const expression = branchExpression(branch);
    let found: number[];
    if (expression === null) {
      found = everything.all(mostCounted);
      const { unwanted } = branch;
      if (unwanted.length > 0) {
        const left = new Set(
          matchingOf.all(unwanted.map(needExpression).join(' OR '), JSON.stringify(found)),
        );
        found = found.filter((id) => !left.has(id));
      }
    } else {
      found = matching.all(expression, mostCounted);
      const { wanted, atLeast } = branch;
      if (atLeast > 1 && atLeast < wanted.length) {
        const ids = JSON.stringify(found);
        const times = new Map<number, number>();
        for (const need of wanted)
          for (const id of matchingOf.all(needExpression(need), ids))
            times.set(id, (times.get(id) ?? 0) + 1);
        found = found.filter((id) => (times.get(id) ?? 0) >= atLeast);
      }
    }
    return found;
  };

  const keep = (ids: readonly number[], plan: Plan['filters'], hidden: readonly number[]) => {
    const { condition, values } = conditionFor(plan, 'f');
    if (plan.length === 0 && hidden.length === 0) return [...ids];
    return connection
      .prepare<[Values], number>(
        `SELECT e.id FROM entries e ${around}
         WHERE e.id IN (SELECT value FROM json_each(@ids)) AND ${condition}
           AND e.edition_id NOT IN (SELECT value FROM json_each(@hidden)) ORDER BY e.id`,
      )
      .pluck()
      .all({ ...values, ids: JSON.stringify(ids), hidden: JSON.stringify(hidden) });
  };

  return {
    entries: () => countEntries.get() ?? 0,
    languages: () => languages.all(),
    wordsFrom: (start) => wordsBetween.all(start, `${start}\u{10ffff}`, mostExpansions),
    wordsAfter: (word, lengths) => wordPage.all({ word, ...lengths }),
    names: () => [],
    count: async (need, { hidden }) => countOf(need, hidden),
    match: async (plan: Plan, standing: Standing): Promise<Matched> => {
      const found = new Set(
        plan.branches.flatMap((branch) => keep(matchBranch(branch), branch.filters, [])),
      );
      const isBounded = found.size >= mostCounted;
      const things =
        plan.named === null
          ? []
          : namedRows
              .things(plan.named)
              .flatMap(({ kind, row }) =>
                kind === 'title' ? entryOfTitle.all(row) : entryOfProvision.all(row),
              );
      const citing =
        plan.named === null
          ? []
          : namedRows
              .citing(plan.named)
              .flatMap((row) => entryOfProvision.all(row))
              .filter((id) => !things.includes(id))
              .toSorted((a, b) => a - b);
      for (const id of [...things, ...citing]) found.add(id);
      const ids = keep(
        [...found].toSorted((a, b) => a - b),
        plan.filters,
        standing.hidden,
      );
      const becauseOf = (id: number): Found['because'] => {
        if (things.includes(id)) return 'named';
        return citing.includes(id) ? 'cites' : 'words';
      };

      /** Scores, as if the words weighed here what they weigh in all libraries together. */
      const scores = (chosen: readonly number[]): Map<number, number> => {
        const result = new Map<number, number>();
        const json = JSON.stringify(chosen);
        const entries = countEntries.get() ?? 0;
        const wanted = plan.branches.flatMap((branch) => branch.wanted);
        if (wanted.length === 0) return result;
        let [together, here] = [0, 0];
        for (const need of wanted) {
          together += plan.rarities.get(need) ?? 0;
          here += rarityInFts5(entries, countOf(need, []));
        }
        const factor = together / here;
        const any = plan.branches
          .filter((branch) => branch.wanted.length > 0)
          .map((branch) => `(${branch.wanted.map(needExpression).join(' OR ')})`)
          .join(' OR ');
        for (const { id, score: each } of scored.all(any, json)) result.set(id, each * factor);
        return result;
      };

      const ranked = ((): readonly Found[] => {
        const chosen = ids.slice(0, mostRanked);
        const isRanked =
          plan.order === 'relevance' &&
          (things.length > 0 || plan.branches.some(({ wanted }) => wanted.length > 0));
        const scoreOf = isRanked ? scores(chosen) : new Map<number, number>();
        const superseded = new Set(standing.superseded);
        const all = rows.all(JSON.stringify(chosen)).map((row) => {
          const because = becauseOf(row.id);
          const weight = row.weight - (superseded.has(row.edition) ? importance.newest : 0);
          let value = (scoreOf.get(row.id) ?? 0) * weight;
          if (isRanked && because === 'named') value = scoreOfNamed - things.indexOf(row.id) / 1000;
          if (isRanked && because === 'cites')
            value = scoreOfCiting - citing.indexOf(row.id) / 1000;
          return {
            entry: row.id,
            score: value,
            year: row.year,
            because,
            position: row.position,
          };
        });
        return all.toSorted((a, b) => {
          if (isRanked) return b.score - a.score || a.entry - b.entry;
          if (plan.order === 'date') return b.year - a.year || a.entry - b.entry;
          return a.position - b.position;
        });
      })();

      return {
        counts: countFacets(ids),
        bounded: isBounded
          ? [`your own documents: only the ${mostCounted} most important entries were counted`]
          : [],
        references: () => 0,
        best: async (limit) => ranked.slice(0, limit),
        describe: (hits, marker) =>
          hits.flatMap((hit) => {
            const key = keyOf.get(hit.entry);
            if (key === undefined) return [];
            const kind = key.provision === null ? 'title' : 'provision';
            return describer.hit({ kind, row: key.provision ?? key.edition }, hit, marker, []);
          }),
      };
    },
  };
}
