import type { SearchOrder } from '../../contract/api.ts';
import type { Hit, Twin } from '../../contract/answers.ts';
import type { Steps } from '../../contract/steps.ts';
import type { Name, QueryField } from '../query/index.ts';
import type { Counts, FacetValues } from './facets.ts';
import type { FeedbackTerm } from './feedback.ts';
import type { Marker } from './marker.ts';
import type { Pace } from './pace.ts';
import type { SaidInEdition } from './said-provisions.ts';
import type { SharedWork } from './shared-work.ts';
import type { WordPages } from './word-pages.ts';

/** A word as it is found: the term that it is, and the parts that stand for it in a stream, one after the other. */
export interface WordTerm {
  readonly term: string;
  readonly parts: readonly string[];
}

/**
 * A way in which a text may say what is asked for: by a word, by words in their order, by such runs close together.
 * `factor` is how much that counts, 1 for what was typed.
 */
export type Way =
  | { readonly kind: 'term'; readonly word: WordTerm; readonly factor: number }
  | { readonly kind: 'run'; readonly words: readonly WordTerm[]; readonly factor: number }
  | {
      readonly kind: 'near';
      readonly runs: readonly (readonly WordTerm[])[];
      readonly distance: number;
      readonly factor: number;
    };

export const partsOf = (words: readonly WordTerm[]): string[] =>
  words.flatMap(({ parts }) => parts);

/** Every word that a way is made of. */
export function wordsOf(way: Way): readonly WordTerm[] {
  switch (way.kind) {
    case 'term':
      return [way.word];
    case 'run':
      return way.words;
    case 'near':
      return way.runs.flat();
  }
}

/** One thing that is asked for, said in any of several ways. */
export interface Need {
  /** As it was typed. */
  readonly typed: string;
  readonly ways: readonly Way[];
  /** Folded beginning of the words that a prefix stands for. */
  readonly beginning: string | null;
  /** How often it was said. */
  readonly times: number;
}

export interface Filter {
  readonly field: QueryField;
  /** Folded to lower case. */
  readonly value: string;
  readonly isWanted: boolean;
}

/** What stands between two `OR`s: at least so many of `wanted`, none of `unwanted`, through all filters. */
export interface PlannedBranch {
  readonly wanted: readonly Need[];
  readonly atLeast: number;
  readonly unwanted: readonly Need[];
  readonly filters: readonly Filter[];
}

export interface Plan {
  readonly branches: readonly PlannedBranch[];
  /** Of the request; they hold for every branch. */
  readonly filters: readonly Filter[];
  /** How much each need counts in the order, by what it says in all libraries together. */
  readonly rarities: ReadonlyMap<Need, number>;
  readonly order: SearchOrder;
  readonly named: Named | null;
  /** By how much titles and provisions count beside what records say. */
  readonly besideRecords: number;
  /** Entries that stay hits of their own, whatever newer one says nearly the same. */
  readonly apart: readonly number[];
}

/** What a query names. */
export interface Named {
  /** Addresses, best first: of works, editions, sections, provisions or records. */
  readonly things: readonly string[];
  /** The works whose citations come next, and the actors to whom resolutions speak. */
  readonly works: readonly string[];
  readonly actors: readonly string[];
}

/** What of a library another has too, and shows in place of this one's: rows of editions and of records. */
export interface Hidden {
  readonly editions: readonly number[];
  readonly records: readonly number[];
}

/** How the editions of one library stand beside those of the others that are read with it. Rows of editions. */
export interface Standing {
  /** Null where all is shown. */
  readonly hidden: Hidden | null;
  /** Those that are the newest here, while another library has a newer one of the same work. */
  readonly superseded: readonly number[];
  /** Of each that is shown and whose work another library shows too, that work. */
  readonly shared: ReadonlyMap<number, SharedWork>;
}

/** What a plan finds of a work that several libraries hold. */
export interface SharedEntry {
  readonly entry: number;
  readonly work: SharedWork;
  /** Whether it stays a hit of its own. */
  readonly isApart: boolean;
}

export interface Found {
  readonly entry: number;
  readonly score: number;
  readonly year: number;
  readonly because: Hit['because'];
}

/** What a plan finds in one library. */
export interface Matched {
  /** How many hits. */
  readonly total: number;
  /** That, and every facet. */
  counts(): Promise<Counts>;
  /** What was left out to keep the work small, in words for the explanation; empty where nothing was. */
  readonly bounded: readonly string[];
  /** How many references without their text are among it. */
  references(): number;
  /** The first `limit`, in the plan's order. Where that is relevance, terms of `besides` count too. */
  best(limit: number, besides: readonly FeedbackTerm[]): Promise<readonly Found[]>;
  /** How often each term that tells something stands in an entry; null where entries are not looked into so. */
  termsOf(entry: number): ReadonlyMap<string, number> | null;
  /** What is shown of a hit; empty where it is no longer there. */
  describe(hit: Found, marker: Marker): Hit[];
  /** The provisions among it whose work other libraries hold too. They are not folded here. */
  shared(): Promise<readonly SharedEntry[]>;
  /** Takes out those of them that are shown with another one. */
  drop(entries: ReadonlySet<number>): void;
  /** By what one of them is narrowed, and what is shown of it where it is shown with another one. */
  valuesOf(entry: number): FacetValues;
  twin(entry: number): Twin[];
}

export interface WordCount {
  readonly word: string;
  readonly count: number;
}

/** Every name of a term of the glossary, the term itself first, and where it stands. */
export interface NamesOfTerm {
  readonly address: string;
  readonly names: readonly Name[];
}

/** One library, as search sees it. */
export interface Source {
  /** How many are shown. */
  entries(standing: Standing, pace: Pace): Promise<number>;
  languages(): readonly string[];
  /** The most frequent whole words that begin so (folded), a bounded number. */
  wordsFrom(start: string): readonly WordCount[];
  /** All whole words, for those that are spelt nearly alike. */
  readonly words: WordPages;
  /** What the glossary calls each of its terms that has a name with one of these beginnings. */
  names(beginnings: readonly string[]): readonly NamesOfTerm[];
  /** In how many entries a need is met; at most a bounded number of them is counted. */
  count(need: Need, standing: Standing, pace: Pace): Promise<number>;
  /** Whether a plan finds anything, which takes less than to match it. */
  finds(plan: Plan, standing: Standing, pace: Pace): Promise<boolean>;
  match(plan: Plan, standing: Standing, pace: Pace): Promise<Matched>;
  /** What the edition of a row says. */
  provisionsOf(edition: number): Steps<SaidInEdition>;
}
