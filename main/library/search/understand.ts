import type { SearchRequest } from '../../contract/api.ts';
import type { SearchNote } from '../../contract/answers.ts';
import { analyse, foldWord } from '../analysis/index.ts';
import { mostExpansions } from '../indexing/write-words.ts';
import {
  beginningsOfNames,
  findNames,
  keyOfWords,
  queryFields,
  seekNearestWords,
  tellingWords,
  type Ask,
  type NearWord,
  type Query,
} from '../query/index.ts';
import {
  wordsOf,
  type Filter,
  type NamesOfTerm,
  type Need,
  type PlannedBranch,
  type Source,
  type Way,
} from './need.ts';
import type { Pace } from './pace.ts';
import { distinct, waysOf as waysIn, wordsOfText } from './ways.ts';

/** Most misspelt words of a query that are mended, and how many words are offered for each. */
const mostMisspelt = 3;
/** A longer word is no misspelling. */
const mostLetters = 24;
const mostNearest = 3;

/** With so many words found, a sentence is understood: another word is mended only where a single letter is wrong. */
const enoughWithoutMending = 4;

/** How much another name of what was typed counts: nearly as much, so that what was typed comes first. */
const factorOfOtherName = 0.9;

/** What people type and texts say, made ready to be looked for in several libraries. */
export interface Understander {
  /** The branches of a query: what they want, and through which filters. */
  branches(query: Query): PlannedBranch[];
  /** Besides what was typed, what the glossary calls it; a note for each. */
  addNames(query: Query, branches: readonly PlannedBranch[]): Promise<Changed>;
  /** The terms of which a query is another name, whole: who types that wants to know what the texts call it. */
  termsCalled(query: Query): readonly string[];
  /** For words that are nowhere the nearest that are somewhere; a note for each. */
  correct(branches: readonly PlannedBranch[], counts: ReadonlyMap<Need, number>): Promise<Changed>;
  /** The words nearest to each, the most alike first; none to a word of which there are too many. */
  nearest(typed: readonly string[]): Promise<(typed: string) => readonly string[]>;
  /** The beginning of a prefix that more words have than are looked for; empty where there is none. */
  readonly shortened: readonly string[];
}

/** How a query is to be read. */
export interface Reading {
  /** What only asks tells nothing, and what is said twice counts more. */
  readonly isSentence: boolean;
  /** Words and names that are to be left as they were typed. */
  readonly without: readonly string[];
}

interface Changed {
  readonly branches: readonly PlannedBranch[];
  readonly notes: readonly SearchNote[];
}

/** The filters of a request. */
export const filtersOf = (request: SearchRequest): Filter[] =>
  queryFields.flatMap((field) => {
    const value = request[field];
    return value === undefined
      ? []
      : [{ field, value: `${value}`.trim().toLowerCase(), isWanted: true }];
  });

const termsOfWay = (way: Way): string[] => wordsOf(way).map(({ term }) => term);

const replaced = (
  branches: readonly PlannedBranch[],
  replacement: ReadonlyMap<Need, Need>,
): PlannedBranch[] =>
  branches.map((branch) => ({
    ...branch,
    wanted: branch.wanted.map((need) => replacement.get(need) ?? need),
  }));

/** The terms of several glossaries, each as the first that has it has it. */
function firstOfEach(glossaries: readonly (readonly NamesOfTerm[])[]): readonly NamesOfTerm[] {
  const [some = [], ...others] = glossaries.filter(({ length }) => length > 0);
  if (others.length === 0) return some;
  const known = new Map<string, NamesOfTerm>();
  for (const term of [some, ...others].flat())
    if (!known.has(term.address)) known.set(term.address, term);
  return [...known.values()];
}

export function createUnderstander(
  sources: readonly Source[],
  countOf: (need: Need) => Promise<number>,
  pace: Pace,
  { isSentence, without }: Reading,
): Understander {
  const languages = [...new Set(sources.flatMap((source) => source.languages()))];
  if (languages.length === 0) languages.push('en');
  const needs = new Map<string, Need>();
  const shortened: string[] = [];

  const timesSaid = new Map<string, number>();
  const waysOf = (text: string, factor?: number): Way[] => waysIn(text, languages, factor);

  const wordsFrom = (start: string): string[] => {
    const counts = new Map<string, number>();
    for (const { word, count } of sources.flatMap((source) => source.wordsFrom(start)))
      counts.set(word, (counts.get(word) ?? 0) + count);
    if (counts.size >= mostExpansions) shortened.push(start);
    return [...counts]
      .toSorted(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1))
      .slice(0, mostExpansions)
      .map(([word]) => word);
  };

  const prefixNeed = (typed: string, text: string): Need => {
    const tokens = analyse(text, 'en');
    const last = tokens.at(-1);
    // Chinese and Japanese have no words that could go on.
    if (last === undefined || last.forms.length === 0)
      return { typed, ways: waysOf(text), beginning: null, times: 1 };
    const before = text.slice(0, last.start);
    const isAlone = tokens.length === 1;
    const words = wordsFrom(last.word);
    return {
      typed,
      ways: distinct(words.flatMap((word) => waysOf(isAlone ? word : `${before} ${word}`))),
      beginning: isAlone ? last.word : null,
      times: 1,
    };
  };

  const nearNeed = (typed: string, texts: readonly string[], distance: number): Need => ({
    typed,
    ways: distinct(
      languages.map((language) => ({
        kind: 'near',
        runs: texts.map((text) => wordsOfText(text, language)),
        distance,
        factor: 1,
      })),
    ),
    beginning: null,
    times: 1,
  });

  const makeNeed = (typed: string, ask: Exclude<Ask, { kind: 'field' }>): Need => {
    switch (ask.kind) {
      case 'word':
      case 'phrase':
        return { typed, ways: waysOf(ask.text), beginning: null, times: 1 };
      case 'prefix':
        return prefixNeed(typed, ask.text);
      case 'near':
        return nearNeed(typed, ask.texts, ask.distance);
    }
  };

  /** The same need for the same words, however often they are typed. */
  const needOf = (ask: Exclude<Ask, { kind: 'field' }>): Need => {
    const key = JSON.stringify(ask);
    const typed = ask.kind === 'near' ? ask.texts.join(' ') : ask.text;
    const known = needs.get(key) ?? { ...makeNeed(typed, ask), times: timesSaid.get(key) ?? 1 };
    needs.set(key, known);
    return known;
  };

  const countOfWord = (word: string): number =>
    sources.reduce((sum, { words }) => sum + words.countOf(word), 0);
  const nearestKnown = new Map<string, readonly NearWord[]>();
  /** Looks through the words of all libraries once, for all that are misspelt together. */
  const seekNearest = async (typed: readonly string[]): Promise<void> => {
    const searches = typed
      .filter((each) => !nearestKnown.has(each) && each.length <= mostLetters)
      .slice(0, mostMisspelt)
      .map((each) => ({ typed: each, search: seekNearestWords(foldWord(each), mostNearest) }));
    const worthwhile = searches.filter(({ search }) => search.isWorthwhile);
    for (const { words } of worthwhile.length === 0 ? [] : sources)
      for (const page of words.pages())
        for (const { search } of worthwhile) {
          search.lookThrough(page, countOfWord);
          await pace.rest();
        }
    for (const each of searches) nearestKnown.set(each.typed, each.search.best());
  };

  let lastNamed: { readonly query: Query; readonly terms: readonly NamesOfTerm[] } | null = null;
  /** The terms of the glossary that a query may name. */
  const termsNamed = (query: Query): readonly NamesOfTerm[] => {
    if (lastNamed?.query === query) return lastNamed.terms;
    const beginnings = beginningsOfNames(query);
    const terms = firstOfEach(sources.map((source) => source.names(beginnings)));
    lastNamed = { query, terms };
    return terms;
  };
  return {
    shortened,
    termsCalled: (query) => {
      const typed = keyOfWords(query);
      return termsNamed(query)
        .filter(({ names: [term, ...others] }) => {
          return term?.key !== typed && others.some(({ key }) => key === typed);
        })
        .map(({ address }) => address);
    },
    nearest: async (typed) => {
      await seekNearest(typed);
      return (each) => (nearestKnown.get(each) ?? []).map(({ word }) => word);
    },
    branches: (query) => {
      if (isSentence)
        for (const { of } of query.branches.flat())
          timesSaid.set(JSON.stringify(of), (timesSaid.get(JSON.stringify(of)) ?? 0) + 1);
      return query.branches.map((parts) => {
        const asked = parts.flatMap(({ kind, of }) =>
          of.kind === 'field' ? [] : [{ isWanted: kind === 'wanted', ask: of }],
        );
        const wanted = asked.filter(({ isWanted }) => isWanted);
        // "of" and "the" need not be there, unless nothing else is asked for.
        const tells = tellingWords(
          wanted.map(({ ask }) => (ask.kind === 'word' ? ask.text : null)),
          languages,
          isSentence,
        );
        const all = [
          ...new Set(wanted.filter((_each, at) => tells[at]).map(({ ask }) => needOf(ask))),
        ];
        return {
          wanted: all,
          atLeast: all.length,
          unwanted: asked.filter(({ isWanted }) => !isWanted).map(({ ask }) => needOf(ask)),
          filters: parts.flatMap(({ kind, of }): Filter[] =>
            of.kind === 'field'
              ? [
                  {
                    field: of.field,
                    value: of.value.toLowerCase(),
                    isWanted: kind === 'wanted',
                  },
                ]
              : [],
          ),
        };
      });
    },
    addNames: async (query, branches) => {
      const notes: SearchNote[] = [];
      const other = new Map<Need, Need>();
      const added: PlannedBranch[] = [];
      for (const run of findNames(
        query,
        termsNamed(query).map(({ names }) => names),
      )) {
        if (without.includes(run.typed)) continue;
        const here: { readonly name: string; readonly ways: readonly Way[] }[] = [];
        for (const name of run.names) {
          const ways = waysOf(name, factorOfOtherName);
          if ((await countOf({ typed: name, ways, beginning: null, times: 1 })) > 0)
            here.push({ name, ways });
        }
        if (here.length === 0) continue;
        const to = here.map(({ name }) => name);
        const ways = here.flatMap((each) => each.ways);
        notes.push({ code: 'also-searched', detail: run.typed, to });
        const parts = query.branches[run.branch]?.slice(run.from, run.to) ?? [];
        const own = parts.flatMap(({ of }) => (of.kind === 'field' ? [] : [needOf(of)]));
        const [only, ...others] = own;
        const branch = branches[run.branch];
        if (only === undefined || branch === undefined) continue;
        if (others.length === 0) {
          other.set(only, { ...only, ways: distinct([...only.ways, ...ways]) });
          continue;
        }
        // Words that are a name together: what else it is called stands for all of them.
        const isOther = (need: Need): boolean => !own.includes(need);
        const wanted = [
          ...branch.wanted.filter(isOther),
          { typed: to.join(' / '), ways, beginning: null, times: 1 },
        ];
        added.push({ ...branch, wanted, atLeast: wanted.length });
      }
      return { branches: replaced([...branches, ...added], other), notes };
    },
    correct: async (branches, counts) => {
      const notes: SearchNote[] = [];
      const better = new Map<Need, Need>();
      const all = [...new Set(branches.flatMap(({ wanted }) => wanted))];
      const missing = all.filter((need) => {
        const [way] = need.ways;
        const isWord = need.beginning === null && way?.kind === 'term';
        return isWord && (counts.get(need) ?? 0) === 0 && !without.includes(need.typed);
      });
      await seekNearest(missing.map(({ typed }) => typed));
      const isSure = isSentence && all.length - missing.length >= enoughWithoutMending;
      for (const need of missing) {
        const near = nearestKnown.get(need.typed) ?? [];
        const [nearest] = near;
        if (nearest === undefined || (isSure && nearest.distance > 1)) continue;
        // Of the spellings of one word that of most texts.
        const said = JSON.stringify(waysOf(nearest.word).map(termsOfWay));
        const { word } = near
          .filter((each) => JSON.stringify(waysOf(each.word).map(termsOfWay)) === said)
          .reduce((a, b) => (b.count > a.count ? b : a));
        notes.push({ code: 'corrected', detail: need.typed, to: [word] });
        better.set(need, { ...needOf({ kind: 'word', text: word }), times: need.times });
      }
      return { branches: replaced(branches, better), notes };
    },
  };
}
