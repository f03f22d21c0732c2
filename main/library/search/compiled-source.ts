import { rarityOf } from '../indexing/bm25.ts';
import { readColumns, type Columns } from '../indexing/columns.ts';
import { termOfName } from '../indexing/collect-terms.ts';
import { longestBeginning, mostExpansions } from '../indexing/write-words.ts';
import {
  entryAt,
  findMatches,
  forEachPlace,
  rank,
  windowWords,
  type Alternative,
  type Clause,
  type Matches,
  type Postings,
} from '../impacts/index.ts';
import type { TermRecord } from '../../contract/records.ts';
import type { Connection } from '../opening.ts';
import { createDescriber, type EntryKey } from './describe.ts';
import {
  partsOf,
  wordsOf,
  type Found,
  type Lengths,
  type Matched,
  type NamesOfTerm,
  type Need,
  type Plan,
  type PlannedBranch,
  type Source,
  type Standing,
  type Way,
  type WordCount,
  type WordTerm,
} from './need.ts';
import { isSaid } from './marker.ts';
import { addTo, isIn, removeFrom } from './entry-set.ts';
import { createEntrySets } from './entry-sets.ts';
import { foldEntries, followersOf } from './fold-entries.ts';
import { firstInOrder } from './in-order.ts';
import type { Pace } from './pace.ts';
import { openProfiles } from './profiles.ts';
import { createRunFinder, expressionOf, postingsOf } from './runs.ts';
import { createTermStore } from './term-store.ts';

/** Most entries that have all words of a phrase and are looked at for the phrase itself: the most important ones. */
const mostCandidates = 50_000;
/** Reading a text takes about as long as so many steps of FTS5 from one entry of a word to the next. */
const costOfReading = 500;
/** Phrases that are kept for the next page, or the next key press. */
const mostRunsKept = 64;

/** Words that are looked through at a time for those that are nearest to a misspelt one. */
export const wordsInPage = 1000;

/** Scores of what a query names stand above all others, and of what cites that above the rest. */
const scoreOfNamed = 2000;
const scoreOfCiting = 1000;

/** What is newest here, while another library has a newer edition, loses about what it has for being newest. */
const factorOfSuperseded = 1 / 1.1;

interface Run {
  readonly postings: Postings | null;
  /** Whether less important entries were not looked at. */
  readonly isBounded: boolean;
}

/** All that searching a library needs from the file, read at the first search. */
interface Opened {
  readonly columns: Columns;
  readonly entries: number;
  readonly profiles: ReturnType<typeof openProfiles>;
  readonly sets: ReturnType<typeof createEntrySets>;
}

export function createCompiledSource(connection: Connection): Source {
  let opened: Opened | null = null;
  const open = (): Opened => {
    if (opened !== null) return opened;
    const columns = readColumns(connection);
    const profiles = openProfiles(columns);
    opened = {
      columns,
      entries: columns.sources.length,
      profiles,
      sets: createEntrySets(connection, columns, profiles),
    };
    return opened;
  };

  const postingsOfTerm = createTermStore(connection);
  const findRuns = createRunFinder(connection);
  const describer = createDescriber(connection, false);
  const runs = new Map<string, Run>();

  const beginnings = connection
    .prepare<[string], string>('SELECT words FROM beginnings WHERE start = ?')
    .pluck();
  const countOfWord = connection
    .prepare<[string], number>('SELECT count FROM words WHERE word = ?')
    .pluck();
  const wordsBetween = connection.prepare<[string, string, number], WordCount>(
    'SELECT word, count FROM words WHERE word >= ? AND word < ? ORDER BY count DESC, word LIMIT ?',
  );

  const wordPage = connection.prepare<Lengths & { word: string }, WordCount>(
    `SELECT word, count FROM words WHERE word > @word AND length(word) BETWEEN @shortest AND @longest
     ORDER BY word LIMIT ${wordsInPage}`,
  );
  const glossary = connection
    .prepare<[], string>("SELECT data FROM records WHERE kind = 'term' ORDER BY id")
    .pluck();
  let namesOfTerms: NamesOfTerm[] | null = null;

  const keyOf = (entry: number): EntryKey => {
    const { columns } = open();
    const { titles, provisions } = columns.counts;
    const kind = entry <= titles ? 'title' : entry <= titles + provisions ? 'provision' : 'place';
    return { kind, row: columns.sources[entry - 1] ?? 0 };
  };

  /** A word by its own term, or by the first of its parts: whatever holds the word's parts in a row has one of them. */
  const clauseOfWord = ({ term, parts }: WordTerm): Clause =>
    [...new Set([term, parts[0] ?? term])].flatMap((each) => {
      const postings = postingsOfTerm(each);
      return postings === null ? [] : [{ postings, factor: 1 }];
    });

  /** Looks for a run in the texts themselves. */
  const readRun = async (way: Way, candidates: Matches, pace: Pace): Promise<Uint32Array> => {
    const found: number[] = [];
    for (const entry of numbersIn(candidates)) {
      const { texts, language } = describer.texts(keyOf(entry));
      if (texts.some((text) => isSaid(way, text, language))) found.push(entry);
      await pace.rest();
    }
    return Uint32Array.from(found);
  };

  const findRun = async (way: Way, pace: Pace): Promise<Run> => {
    const clauses = wordsOf(way).map(clauseOfWord);
    if (clauses.some(({ length }) => length === 0)) return { postings: null, isBounded: false };
    const wanted = { clauses, atLeast: clauses.length, unwanted: [] };
    const candidates = await pace.run(findMatches(wanted, open().entries));
    if (candidates.total === 0) return { postings: null, isBounded: false };
    const words = wordsOf(way);
    const rarest = clauses
      .map((clause, at) => ({
        part: words[at]?.parts[0] ?? '',
        count: clause.reduce((sum, { postings }) => sum + postings.count, 0),
      }))
      .reduce((a, b) => (b.count < a.count ? b : a));
    if (candidates.total * costOfReading < rarest.count * clauses.length)
      return { postings: postingsOf(await readRun(way, candidates, pace)), isBounded: false };
    const looked = [...numbersIn(candidates)].slice(0, mostCandidates);
    const found = await findRuns({ way, rarest, candidates: looked }, pace);
    return { postings: postingsOf(found), isBounded: candidates.total > mostCandidates };
  };

  const runOf = async (way: Way, pace: Pace): Promise<Run> => {
    const expression = expressionOf(way);
    const known = runs.get(expression);
    if (known !== undefined) return known;
    const found = await findRun(way, pace);
    const [oldest] = runs.keys();
    if (runs.size >= mostRunsKept && oldest !== undefined) runs.delete(oldest);
    runs.set(expression, found);
    return found;
  };

  /** The postings of a way; names of the glossary are terms of their own. */
  const postingsOfWay = async (way: Way, pace: Pace): Promise<Run> => {
    if (way.kind === 'term') return { postings: postingsOfTerm(way.word.term), isBounded: false };
    if (way.kind === 'run') {
      const name = postingsOfTerm(termOfName(partsOf(way.words)));
      if (name !== null) return { postings: name, isBounded: false };
    }
    return runOf(way, pace);
  };

  /** What a need is matched by, and what it is scored by. */
  interface Resolved {
    readonly matching: Clause;
    readonly scoring: readonly Clause[];
    readonly isBounded: boolean;
  }

  const resolve = async (need: Need, rarity: number, pace: Pace): Promise<Resolved> => {
    const matching: Alternative[] = [];
    let isBounded = false;
    for (const way of need.ways) {
      const found = await postingsOfWay(way, pace);
      isBounded ||= found.isBounded;
      if (found.postings !== null)
        matching.push({ postings: found.postings, factor: way.factor * rarity });
    }
    const [only, ...others] = need.ways;
    if (only === undefined || only.kind === 'term' || others.length > 0)
      return { matching, scoring: [matching], isBounded };
    // Words in a row say as much as the words themselves: all that have the one have the others.
    const { entries } = open();
    const scoring = wordsOf(only).map((word) =>
      clauseOfWord(word).map(({ postings }) => ({
        postings,
        factor: rarityOf(entries, postings.count),
      })),
    );
    return { matching, scoring, isBounded };
  };

  const matchBranch = async (
    branch: PlannedBranch,
    resolved: ReadonlyMap<Need, Resolved>,
    pace: Pace,
  ): Promise<Matches> => {
    const { entries, sets } = open();
    const clausesOf = (needs: readonly Need[]): Clause[] =>
      needs.map((need) => resolved.get(need)?.matching ?? []);
    const clauses = clausesOf(branch.wanted);
    const unwanted = clausesOf(branch.unwanted);
    const matches =
      clauses.length === 0
        ? await pace.run(sets.all(unwanted))
        : await pace.run(findMatches({ clauses, atLeast: branch.atLeast, unwanted }, entries));
    return sets.keep(matches, branch.filters, pace);
  };

  return {
    entries: () => open().entries,
    languages: () => open().columns.languages,
    wordsFrom: (start) => {
      const stored = [...start].length <= longestBeginning ? beginnings.get(start) : undefined;
      if (stored !== undefined)
        return stored.split(' ').map((word) => ({ word, count: countOfWord.get(word) ?? 0 }));
      // No word holds U+10FFFF, so it ends the range of those that begin alike.
      return wordsBetween.all(start, `${start}\u{10ffff}`, mostExpansions);
    },
    wordsAfter: (word, lengths) => wordPage.all({ word, ...lengths }),
    names: () => {
      namesOfTerms ??= glossary.all().map((data) => {
        const { address, term, abbreviation, synonyms } = JSON.parse(data) as TermRecord;
        const names = [term, ...(abbreviation === null ? [] : [abbreviation]), ...synonyms];
        return { address, names };
      });
      return namesOfTerms;
    },
    count: async (need, _standing, pace) => {
      let sum = 0;
      for (const way of need.ways) sum += (await postingsOfWay(way, pace)).postings?.count ?? 0;
      return Math.min(sum, open().entries);
    },
    match: async (plan: Plan, standing: Standing, pace: Pace): Promise<Matched> => {
      const { columns, profiles, sets } = open();
      const resolved = new Map<Need, Resolved>();
      for (const need of plan.branches.flatMap(({ wanted, unwanted }) => [...wanted, ...unwanted]))
        if (!resolved.has(need))
          resolved.set(need, await resolve(need, plan.rarities.get(need) ?? 0, pace));

      const found = sets.none();
      for (const branch of plan.branches)
        sets.addAll(found, await matchBranch(branch, resolved, pace));
      const { things, citing } = sets.named(plan.named);
      for (const entry of [...things, ...citing]) addTo(found, entry);
      const kept = await sets.keep({ bits: found, total: 0 }, plan.filters, pace);

      const before = kept.bits.slice();
      const tally = profiles.createTally();
      await pace.run(foldEntries(kept.bits, columns, new Set([...things, ...citing]), tally));
      const counts = tally.counts(await pace.run(countProfiles(kept, columns, profiles.count)));
      const bounded = [...resolved]
        .filter(([, { isBounded }]) => isBounded)
        .map(
          ([{ typed }]) =>
            `"${typed}": only the ${mostCandidates} most important entries with all its words were looked at`,
        );

      const wanted = new Set(plan.branches.flatMap((branch) => branch.wanted));
      const clauses = [...wanted].flatMap((need) => resolved.get(need)?.scoring ?? []);
      const superseded = new Set(standing.superseded);
      const weigh =
        superseded.size === 0
          ? null
          : (entry: number, score: number): number =>
              superseded.has(columns.editions[entry - 1] ?? 0) ? score * factorOfSuperseded : score;
      const yearOf = (entry: number): number => profiles.year(columns.profiles[entry - 1] ?? 0);

      const byRelevance = async (limit: number): Promise<Found[]> => {
        const isHere = (entry: number): boolean => isIn(kept.bits, entry);
        const first = [
          ...things.filter(isHere).map((entry, at) => ({
            entry,
            score: scoreOfNamed - at / 1000,
            because: 'named' as const,
          })),
          ...citing.filter(isHere).map((entry, at) => ({
            entry,
            score: scoreOfCiting - at / 1000,
            because: 'cites' as const,
          })),
        ];
        const bits = first.length === 0 ? kept.bits : kept.bits.slice();
        for (const { entry } of first) removeFrom(bits, entry);
        const rest = Math.max(0, limit - first.length);
        const ranked = await pace.run(rank({ bits, total: kept.total }, clauses, rest, weigh));
        const words = ranked.map(({ entry, score }) => ({
          entry,
          score,
          because: 'words' as const,
        }));
        return [...first, ...words]
          .slice(0, limit)
          .map((each) => Object.assign(each, { year: yearOf(each.entry) }));
      };

      return {
        counts,
        bounded,
        references: () => sets.references(kept.bits),
        best: async (limit) => {
          if (plan.order === 'relevance' && (clauses.length > 0 || things.length > 0))
            return byRelevance(limit);
          const order = plan.order === 'date' ? 'date' : 'document';
          const first = await pace.run(firstInOrder(kept.bits, order, limit, columns, yearOf));
          return first.map((entry) => ({
            entry,
            score: 0,
            year: yearOf(entry),
            because: things.includes(entry)
              ? ('named' as const)
              : citing.includes(entry)
                ? ('cites' as const)
                : ('words' as const),
          }));
        },
        describe: (hits, marker) =>
          hits.flatMap((hit) => {
            const also = followersOf(hit.entry, before, columns)
              .flatMap((follower) => describer.twin(keyOf(follower).row))
              .toSorted((a, b) => b.year - a.year);
            return describer.hit(keyOf(hit.entry), hit, marker, also);
          }),
      };
    },
  };
}

/** The numbers of all entries of a set, ascending. */
function* numbersIn({ bits }: Matches): Generator<number> {
  for (let window = 0; window * windowWords < bits.length; window += 1) {
    const places: number[] = [];
    forEachPlace(bits, window * windowWords, (place) => {
      places.push(place);
    });
    for (const place of places) yield entryAt(window, place);
  }
}

/** How many entries have each profile. */
function* countProfiles(
  { bits }: Matches,
  { profiles }: Columns,
  count: number,
): Generator<void, Uint32Array> {
  const histogram = new Uint32Array(count);
  for (let window = 0; window * windowWords < bits.length; window += 1) {
    const first = window * windowWords * 32;
    forEachPlace(bits, window * windowWords, (place) => {
      const profile = profiles[first + place] ?? 0;
      histogram[profile] = (histogram[profile] ?? 0) + 1;
    });
    yield;
  }
  return histogram;
}
