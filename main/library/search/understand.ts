import type { SearchRequest } from '../../contract/api.ts';
import type { SearchNote } from '../../contract/answers.ts';
import { analyse, foldWord, type Token } from '../analysis/index.ts';
import { languageOfRecords } from '../indexing/entries.ts';
import { mostExpansions } from '../indexing/write-words.ts';
import {
  createNames,
  findNames,
  isStopWord,
  queryFields,
  seekNearestWords,
  type Ask,
  type NameDictionary,
  type Query,
} from '../query/index.ts';
import type { Filter, NamesOfTerm, Need, PlannedBranch, Source, Way, WordTerm } from './need.ts';
import type { Pace } from './pace.ts';

/** Most misspelt words of a query that are mended, how many words are offered for each, and by how many letters those may
 * be longer or shorter. */
const mostMisspelt = 3;
/** A longer word is no misspelling. */
const mostLetters = 24;
const mostNearest = 3;
const mostLettersOff = 2;

/** How much another name of what was typed counts: nearly as much, so that what was typed comes first. */
const factorOfOtherName = 0.9;

const wholeWord = ({ term, parts }: { term: string; parts: readonly string[] }): WordTerm => ({
  term,
  parts,
});

/** What a token is found by: the term of the whole word, or the row of its parts where it has none. */
function wordsOfToken({ word, forms, terms, parts }: Token): WordTerm[] {
  const [first] = terms;
  const isWhole = first !== undefined && (forms[0] === word || terms.length === 1);
  if (isWhole) return [wholeWord({ term: first, parts })];
  return parts.map((part) => wholeWord({ term: part, parts: [part] }));
}

/** The way in which a text of one language says these words. */
function wayOf(text: string, language: string, factor: number): Way | null {
  const words = analyse(text, language).flatMap(wordsOfToken);
  const [only, ...others] = words;
  if (only === undefined) return null;
  return others.length === 0
    ? { kind: 'term', word: only, factor }
    : { kind: 'run', words, factor };
}

const distinct = (ways: readonly (Way | null)[]): Way[] => [
  ...new Map(ways.flatMap((way) => (way === null ? [] : [[JSON.stringify(way), way]]))).values(),
];

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

const isOnlyStopWords = (text: string): boolean =>
  analyse(text, 'en').every(({ word }) => isStopWord(word));

const dictionaries = new WeakMap<readonly unknown[], NameDictionary>();

const replaced = (
  branches: readonly PlannedBranch[],
  replacement: ReadonlyMap<Need, Need>,
): PlannedBranch[] =>
  branches.map((branch) => ({
    ...branch,
    wanted: branch.wanted.map((need) => replacement.get(need) ?? need),
  }));

const keyOf = (text: string): string =>
  analyse(text, languageOfRecords)
    .flatMap(({ parts }) => parts)
    .join(' ');

const otherNames = new WeakMap<readonly NamesOfTerm[], Map<string, string[]>>();

/** Where the terms stand that have a further name, by that name. */
function termsByOtherName(all: readonly NamesOfTerm[]): ReadonlyMap<string, readonly string[]> {
  const known = otherNames.get(all);
  if (known !== undefined) return known;
  const terms = new Map<string, string[]>();
  for (const {
    names: [term = '', ...others],
    address,
  } of all)
    for (const key of new Set(others.map(keyOf)))
      if (key !== keyOf(term)) terms.set(key, [...(terms.get(key) ?? []), address]);
  otherNames.set(all, terms);
  return terms;
}

export function createUnderstander(
  sources: readonly Source[],
  countOf: (need: Need) => Promise<number>,
  pace: Pace,
): Understander {
  const languages = [...new Set(sources.flatMap((source) => source.languages()))];
  if (languages.length === 0) languages.push('en');
  const needs = new Map<string, Need>();
  const shortened: string[] = [];

  const waysOf = (text: string, factor = 1): Way[] =>
    distinct(languages.map((language) => wayOf(text, language, factor)));

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
      return { typed, ways: waysOf(text), beginning: null };
    const before = text.slice(0, last.start);
    const isAlone = tokens.length === 1;
    const words = wordsFrom(last.word);
    return {
      typed,
      ways: distinct(words.flatMap((word) => waysOf(isAlone ? word : `${before} ${word}`))),
      beginning: isAlone ? last.word : null,
    };
  };

  const nearNeed = (typed: string, texts: readonly string[], distance: number): Need => ({
    typed,
    ways: distinct(
      languages.map((language) => ({
        kind: 'near',
        runs: texts.map((text) => analyse(text, language).flatMap(wordsOfToken)),
        distance,
        factor: 1,
      })),
    ),
    beginning: null,
  });

  const makeNeed = (typed: string, ask: Exclude<Ask, { kind: 'field' }>): Need => {
    switch (ask.kind) {
      case 'word':
      case 'phrase':
        return { typed, ways: waysOf(ask.text), beginning: null };
      case 'prefix':
        return prefixNeed(typed, ask.text);
      case 'near':
        return nearNeed(typed, ask.texts, ask.distance);
    }
  };

  /** The same need for the same words, however often they are typed. */
  const needOf = (ask: Exclude<Ask, { kind: 'field' }>): Need => {
    const key = JSON.stringify(ask);
    const known =
      needs.get(key) ?? makeNeed(ask.kind === 'near' ? ask.texts.join(' ') : ask.text, ask);
    needs.set(key, known);
    return known;
  };

  const nearestKnown = new Map<string, readonly string[]>();
  /** Looks through the words of all libraries once, for all that are misspelt together. */
  const seekNearest = async (typed: readonly string[]): Promise<void> => {
    const searches = typed
      .filter((each) => !nearestKnown.has(each) && each.length <= mostLetters)
      .slice(0, mostMisspelt)
      .map((each) => ({ typed: each, search: seekNearestWords(foldWord(each), mostNearest) }));
    const worthwhile = searches.filter(({ search }) => search.isWorthwhile);
    const sizes = worthwhile.map((each) => each.typed.length);
    const lengths = {
      shortest: Math.min(...sizes) - mostLettersOff,
      longest: Math.max(...sizes) + mostLettersOff,
    };
    for (const source of worthwhile.length === 0 ? [] : sources) {
      let page = source.wordsAfter('', lengths);
      for (;;) {
        const last = page.at(-1);
        if (last === undefined) break;
        for (const { search } of worthwhile) {
          search.look(page);
          await pace.rest();
        }
        page = source.wordsAfter(last.word, lengths);
      }
    }
    for (const each of searches)
      nearestKnown.set(
        each.typed,
        each.search.best().map(({ word }) => word),
      );
  };

  const namesOfTerms =
    sources.map((source) => source.names()).find(({ length }) => length > 0) ?? [];
  return {
    shortened,
    termsCalled: ({ branches: [parts = [], ...others] }) => {
      const typed = parts.map(({ kind, of }) =>
        kind === 'wanted' && of.kind === 'word' ? of.text : null,
      );
      if (typed.length === 0 || others.length > 0 || typed.includes(null)) return [];
      return termsByOtherName(namesOfTerms).get(keyOf(typed.join(' '))) ?? [];
    },
    nearest: async (typed) => {
      await seekNearest(typed);
      return (each) => nearestKnown.get(each) ?? [];
    },
    branches: (query) =>
      query.branches.map((parts) => {
        const asked = parts.flatMap(({ kind, of }) =>
          of.kind === 'field' ? [] : [{ isWanted: kind === 'wanted', ask: of }],
        );
        const wanted = asked.filter(({ isWanted }) => isWanted);
        // "of" and "the" need not be there, unless nothing else is asked for.
        const telling = wanted.filter(
          ({ ask }) => !(ask.kind === 'word' && isOnlyStopWords(ask.text)),
        );
        const needed = telling.length > 0 ? telling : wanted;
        const all = [...new Set(needed.map(({ ask }) => needOf(ask)))];
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
      }),
    addNames: async (query, branches) => {
      let dictionary = dictionaries.get(namesOfTerms);
      if (dictionary === undefined) {
        dictionary = createNames(namesOfTerms);
        dictionaries.set(namesOfTerms, dictionary);
      }
      const notes: SearchNote[] = [];
      const other = new Map<Need, Need>();
      const added: PlannedBranch[] = [];
      for (const run of findNames(query, dictionary)) {
        const here: { readonly name: string; readonly ways: readonly Way[] }[] = [];
        for (const name of run.names) {
          const ways = waysOf(name, factorOfOtherName);
          if ((await countOf({ typed: name, ways, beginning: null })) > 0)
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
          { typed: to.join(' / '), ways, beginning: null },
        ];
        added.push({ ...branch, wanted, atLeast: wanted.length });
      }
      return { branches: replaced([...branches, ...added], other), notes };
    },
    correct: async (branches, counts) => {
      const notes: SearchNote[] = [];
      const better = new Map<Need, Need>();
      const missing = [...new Set(branches.flatMap(({ wanted }) => wanted))].filter((need) => {
        const [way] = need.ways;
        const isWord = need.beginning === null && way?.kind === 'term';
        return isWord && (counts.get(need) ?? 0) === 0;
      });
      await seekNearest(missing.map(({ typed }) => typed));
      for (const need of missing) {
        const [word] = nearestKnown.get(need.typed) ?? [];
        if (word === undefined) continue;
        notes.push({ code: 'corrected', detail: need.typed, to: [word] });
        better.set(need, needOf({ kind: 'word', text: word }));
      }
      return { branches: replaced(branches, better), notes };
    },
  };
}
