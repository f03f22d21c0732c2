import type { Twin } from '../../contract/answers.ts';
import type { Steps } from '../../contract/steps.ts';
import { rarityOf } from '../indexing/bm25.ts';
import {
  entriesOf,
  readAboutColumns,
  openColumns,
  type AboutColumns,
  type Columns,
} from '../indexing/columns.ts';
import { termOfName } from '../indexing/collect-terms.ts';
import {
  entryAt,
  findMatches,
  forEachPlace,
  rank,
  windowSize,
  windowWords,
  type Alternative,
  type Clause,
  type Matches,
  type Postings,
  type Weighing,
} from '../impacts/index.ts';
import type { Connection } from '../opening.ts';
import { createDescriber, type EntryKey } from './describe.ts';
import {
  partsOf,
  wordsOf,
  type Found,
  type Hidden,
  type Matched,
  type Need,
  type Plan,
  type PlannedBranch,
  type SharedEntry,
  type Source,
  type Standing,
  type Way,
  type WordTerm,
} from './need.ts';
import { isSaid } from './marker.ts';
import { addTo, isIn, removeFrom, sizeOf, takeOut, type EntrySet } from './entry-set.ts';
import { createEntrySets } from './entry-sets.ts';
import { openFolds, type Folds } from './fold-entries.ts';
import { firstInOrder } from './in-order.ts';
import { termsIn } from './entry-terms.ts';
import type { FeedbackTerm } from './feedback.ts';
import type { Pace } from './pace.ts';
import { createSaidReader } from './said-provisions.ts';
import { openProfiles, type Profiles } from './profiles.ts';
import { createRunFinder, expressionOf, postingsOf } from './runs.ts';
import { createTermStore } from './term-store.ts';
import { createVocabulary } from './vocabulary.ts';

/** Most entries that have all words of a phrase and are looked at for the phrase itself: the most important ones. */
const mostCandidates = 50_000;
/** Reading a text takes about as long as so many steps of FTS5 from one entry of a word to the next. */
const costOfReading = 500;
/** Phrases that are kept for the next page, or the next key press. */
const mostRunsKept = 64;

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

/** What searching a library needs of its columns, opened at the first search. */
interface Opened {
  readonly columns: Columns;
  readonly profiles: Profiles;
  readonly sets: ReturnType<typeof createEntrySets>;
  readonly folds: Folds;
}

/** The row that an entry is. */
const keyOf = (entry: number, columns: Columns): EntryKey => {
  const { titles, provisions } = columns.counts;
  const kind = entry <= titles ? 'title' : entry <= titles + provisions ? 'provision' : 'place';
  return { kind, row: columns.sources.at(entry - 1) };
};

export function createCompiledSource(connection: Connection): Source {
  // Nobody writes into a compiled library. Locked once, it is not locked again for each of the hundred small questions of
  // a search: they take a quarter of the time. Opened for reading only, it is shared with other readers all the same.
  connection.pragma('locking_mode = EXCLUSIVE');
  let opened: Opened | null = null;
  let knownAbout: AboutColumns | null = null;
  const about = (): AboutColumns => (knownAbout ??= readAboutColumns(connection));
  const entries = (): number => entriesOf(about());
  const open = (): Opened => {
    if (opened !== null) return opened;
    const columns = openColumns(connection, about());
    const profiles = openProfiles(columns);
    opened = {
      columns,
      profiles,
      sets: createEntrySets(connection, columns, profiles),
      folds: openFolds(columns, profiles),
    };
    return opened;
  };

  const postingsOfTerm = createTermStore(connection);
  const findRuns = createRunFinder(connection);
  const describer = createDescriber(connection, false);
  const readSaid = createSaidReader(connection);
  const runs = new Map<string, Run>();

  /** The entries that another library shows in place of this one's; kept, since they hardly ever change. */
  let lastHidden: { readonly of: Hidden; readonly entries: EntrySet } | null = null;
  const entriesOfHidden = async (of: Hidden | null, pace: Pace): Promise<EntrySet | null> => {
    if (of === null) return null;
    if (lastHidden?.of !== of)
      lastHidden = { of, entries: await pace.run(open().sets.ofHidden(of)) };
    return lastHidden.entries;
  };

  /** The entries of works that another library holds too; kept, since they hardly ever change. */
  let lastShared: { readonly of: Standing['shared']; readonly entries: EntrySet } | null = null;
  const entriesOfShared = async (
    of: Standing['shared'],
    { sets }: Opened,
    pace: Pace,
  ): Promise<EntrySet | null> => {
    if (of.size === 0) return null;
    if (lastShared?.of !== of)
      lastShared = { of, entries: await pace.run(sets.ofEditions(of.keys())) };
    return lastShared.entries;
  };

  /** A word by its own term, or by the first of its parts: whatever holds the word's parts in a row has one of them. */
  const clauseOfWord = ({ term, parts }: WordTerm): Clause =>
    [...new Set([term, parts[0] ?? term])].flatMap((each) => {
      const postings = postingsOfTerm(each);
      return postings === null ? [] : [{ postings, factor: 1 }];
    });

  /** Terms that are no need of the query, but count in the order. */
  const clausesFor = (besides: readonly FeedbackTerm[]): Clause[] =>
    besides.flatMap(({ term, weight }) => {
      const postings = postingsOfTerm(term);
      if (postings === null) return [];
      return [[{ postings, factor: weight * rarityOf(entries(), postings.count) }]];
    });

  /** Looks for a run in the texts themselves. */
  const readRun = async (way: Way, candidates: Matches, pace: Pace): Promise<Uint32Array> => {
    const { columns } = open();
    const found: number[] = [];
    for (const entry of numbersIn(candidates)) {
      const { texts, language } = describer.texts(keyOf(entry, columns));
      if (texts.some((text) => isSaid(way, text, language))) found.push(entry);
      await pace.rest();
    }
    return Uint32Array.from(found);
  };

  const findRun = async (way: Way, pace: Pace): Promise<Run> => {
    const clauses: Clause[] = [];
    for (const word of wordsOf(way)) {
      clauses.push(clauseOfWord(word));
      await pace.rest();
    }
    if (clauses.some(({ length }) => length === 0)) return { postings: null, isBounded: false };
    const wanted = { clauses, atLeast: clauses.length, unwanted: [] };
    const candidates = await pace.run(findMatches(wanted, entries()));
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
    const looked = await pace.run(firstIn(candidates, mostCandidates));
    const found = await findRuns({ way, rarest, words: words.length, candidates: looked }, pace);
    await pace.rest();
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
    if (way.kind === 'term') {
      const { term, parts } = way.word;
      // Where a name is a compound, all its spellings are one: "IMT-2020", "IMT2020" and "IMT 2020".
      const name = parts.length > 1 ? postingsOfTerm(termOfName(parts)) : null;
      return { postings: name ?? postingsOfTerm(term), isBounded: false };
    }
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
      await pace.rest();
    }
    const [only, ...others] = need.ways;
    if (only === undefined || only.kind === 'term' || others.length > 0)
      return { matching, scoring: [matching], isBounded };
    // Words in a row say as much as the words themselves: all that have the one have the others.
    const scoring = wordsOf(only).map((word) =>
      clauseOfWord(word).map(({ postings }) => ({
        postings,
        factor: rarityOf(entries(), postings.count),
      })),
    );
    return { matching, scoring, isBounded };
  };

  const matchBranch = async (
    branch: PlannedBranch,
    resolved: ReadonlyMap<Need, Resolved>,
    pace: Pace,
    enough: number,
  ): Promise<EntrySet> => {
    const { sets } = open();
    const clausesOf = (needs: readonly Need[]): Clause[] =>
      needs.map((need) => resolved.get(need)?.matching ?? []);
    const clauses = clausesOf(branch.wanted);
    const unwanted = clausesOf(branch.unwanted);
    const wanted = { clauses, atLeast: branch.atLeast, unwanted };
    const found =
      clauses.length === 0
        ? await pace.run(sets.all(unwanted))
        : (await pace.run(findMatches(wanted, entries(), enough, sets.lent(pace)))).bits;
    await sets.keep(found, branch.filters, pace);
    return found;
  };

  /** All that a plan finds, nothing folded yet; `isToTell`: as much of it as tells whether there is any. */
  const gather = async (plan: Plan, standing: Standing, pace: Pace, isToTell = false) => {
    const { sets } = open();
    const hidden = await entriesOfHidden(standing.hidden, pace);
    const resolved = new Map<Need, Resolved>();
    for (const need of plan.branches.flatMap(({ wanted, unwanted }) => [...wanted, ...unwanted]))
      if (!resolved.has(need))
        resolved.set(need, await resolve(need, plan.rarities.get(need) ?? 0, pace));

    const found = (branch: PlannedBranch): Promise<EntrySet> => {
      // Of what is filtered afterwards nothing may be left.
      const isFiltered = hidden !== null || plan.filters.length + branch.filters.length > 0;
      return matchBranch(branch, resolved, pace, isToTell && !isFiltered ? 1 : Infinity);
    };
    const [first, ...others] = plan.branches;
    const kept = first === undefined ? sets.lent(pace) : await found(first);
    for (const branch of others) sets.addAll(kept, await found(branch));
    const { things, citing } = sets.named(plan.named);
    for (const entry of [...things, ...citing]) addTo(kept, entry);
    await sets.keep(kept, plan.filters, pace);
    if (hidden !== null) takeOut(kept, hidden);
    return { resolved, kept, things, citing };
  };

  /** In how many entries something stands that are shown. */
  const countOf = async (
    postings: Postings,
    hidden: EntrySet | null,
    pace: Pace,
  ): Promise<number> => {
    if (hidden === null) return postings.count;
    const wanted = { clauses: [[{ postings, factor: 1 }]], atLeast: 1, unwanted: [] };
    const lent = open().sets.lent(pace);
    const { bits } = await pace.run(findMatches(wanted, entries(), Infinity, lent));
    takeOut(bits, hidden);
    return sizeOf(bits);
  };

  return {
    entries: async (standing, pace) => {
      const hidden = await entriesOfHidden(standing.hidden, pace);
      return entries() - (hidden === null ? 0 : sizeOf(hidden));
    },
    languages: () => about().languages,
    ...createVocabulary(connection),
    count: async (need, standing, pace) => {
      const hidden = await entriesOfHidden(standing.hidden, pace);
      let sum = 0;
      for (const way of need.ways) {
        const { postings } = await postingsOfWay(way, pace);
        if (postings !== null) sum += await countOf(postings, hidden, pace);
        await pace.rest();
      }
      return Math.min(sum, entries());
    },
    finds: async (plan, standing, pace) =>
      (await gather(plan, standing, pace, true)).kept.some((word) => word !== 0),
    match: async (plan: Plan, standing: Standing, pace: Pace): Promise<Matched> => {
      const all = open();
      const { columns, profiles, sets, folds } = all;
      const { resolved, kept, things, citing } = await gather(plan, standing, pace);

      const before = sets.lent(pace);
      before.set(kept);
      const apart = new Set([...things, ...citing, ...plan.apart]);
      const shared = await entriesOfShared(standing.shared, all, pace);
      const folded = await pace.run(folds.fold(kept, apart, shared));
      await pace.rest();
      const bounded = [...resolved]
        .filter(([, { isBounded }]) => isBounded)
        .map(
          ([{ typed }]) =>
            `"${typed}": only the ${mostCandidates} most important entries with all its words were looked at`,
        );

      const wanted = new Set(plan.branches.flatMap((branch) => branch.wanted));
      const clauses = [...wanted].flatMap((need) => resolved.get(need)?.scoring ?? []);
      const superseded = new Set(standing.superseded);
      const firstPlace = columns.counts.titles + columns.counts.provisions + 1;
      const factorOf = (entry: number): number =>
        (entry < firstPlace ? plan.besideRecords : 1) *
        (superseded.size > 0 && superseded.has(columns.editions.at(entry - 1))
          ? factorOfSuperseded
          : 1);
      const weighing: Weighing | null =
        superseded.size === 0 && plan.besideRecords === 1
          ? null
          : {
              factorOf,
              mostOf: (_first, last) =>
                last < firstPlace ? plan.besideRecords : Math.max(1, plan.besideRecords),
            };
      const yearOf = (entry: number): number => profiles.year(profiles.of(entry));
      const twin = (entry: number): Twin[] => describer.twin(keyOf(entry, columns).row);

      const byRelevance = async (
        limit: number,
        besides: readonly FeedbackTerm[],
      ): Promise<Found[]> => {
        const isHere = (entry: number): boolean => isIn(kept, entry);
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
        const bits = first.length === 0 ? kept : kept.slice();
        for (const { entry } of first) removeFrom(bits, entry);
        const rest = Math.max(0, limit - first.length);
        const scoring = [...clauses, ...clausesFor(besides)];
        const ranked = await pace.run(rank({ bits }, scoring, rest, weighing));
        await pace.rest();
        const words = ranked.map(({ entry, score }) => ({
          entry,
          score,
          because: 'words' as const,
        }));
        return [...first, ...words]
          .slice(0, limit)
          .map((each) => Object.assign(each, { year: yearOf(each.entry) }));
      };

      function* sharedOf(here: EntrySet, those: EntrySet): Steps<SharedEntry[]> {
        const found: SharedEntry[] = [];
        for (let word = 0; word < here.length; word += 1) {
          for (let rest = (here[word] ?? 0) & (those[word] ?? 0); rest !== 0; rest &= rest - 1) {
            const entry = word * 32 + 32 - Math.clz32(rest & -rest);
            const work = standing.shared.get(columns.editions.at(entry - 1));
            if (work !== undefined) found.push({ entry, work, isApart: apart.has(entry) });
          }
          if (word % windowWords === 0) yield;
        }
        return found;
      }

      let total = sizeOf(kept);
      return {
        get total() {
          return total;
        },
        counts: async () => {
          const tally = profiles.createTally();
          await pace.run(folds.tally(folded, tally));
          await pace.run(tally.addSet(kept));
          await pace.rest();
          return tally.counts();
        },
        bounded,
        references: () => sets.references(kept),
        termsOf: (entry) => {
          const { texts, language } = describer.texts(keyOf(entry, columns));
          return termsIn(texts, language);
        },
        best: async (limit, besides) => {
          if (plan.order === 'relevance' && (clauses.length > 0 || things.length > 0))
            return byRelevance(limit, besides);
          const order = plan.order === 'date' ? 'date' : 'document';
          const first = await pace.run(firstInOrder(kept, order, limit, columns, yearOf));
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
        describe: (hit, marker) => {
          const isShared = shared !== null && isIn(shared, hit.entry);
          const also = (isShared ? [] : folds.followersOf(hit.entry, before))
            .flatMap(twin)
            .toSorted((a, b) => b.year - a.year);
          return describer.hit(keyOf(hit.entry, columns), hit, marker, also);
        },
        shared: async () => (shared === null ? [] : pace.run(sharedOf(kept, shared))),
        drop: (dropped) => {
          for (const entry of dropped) removeFrom(kept, entry);
          total -= dropped.size;
        },
        valuesOf: (entry) => profiles.valuesOf(profiles.of(entry)),
        twin,
      };
    },
    provisionsOf: (edition) => readSaid(edition, (row) => open().sets.ofProvision(row)),
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

/** The first numbers of a set. Pauses now and then. */
function* firstIn(matches: Matches, limit: number): Generator<void, Uint32Array> {
  const first = new Uint32Array(Math.min(limit, matches.total));
  let length = 0;
  for (const entry of numbersIn(matches)) {
    if (length === first.length) break;
    first[length] = entry;
    length += 1;
    if (length % windowSize === 0) yield;
  }
  return first;
}
