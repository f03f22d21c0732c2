import { analyse, foldWord, type Token } from '../../../../main/library/analysis/index.ts';
import {
  isNaturalLanguage,
  isStopWord,
  readQuery as readByLibrary,
} from '../../../../main/library/query/index.ts';

/** One thing asked for: a word by its term, words in their order, or all words that begin so. */
export type Ask =
  | { readonly kind: 'word'; readonly key: string; readonly term: string }
  | {
      readonly kind: 'phrase';
      readonly key: string;
      readonly parts: readonly string[];
      readonly terms: readonly string[];
    }
  | { readonly kind: 'prefix'; readonly key: string; readonly start: string };

export interface Branch {
  readonly wanted: readonly Ask[];
  readonly unwanted: readonly Ask[];
}

export const partsOf = (tokens: readonly Token[]): string[] => tokens.flatMap(({ parts }) => parts);

function readAsk(text: string): Ask {
  if (text.startsWith('"')) {
    const words = analyse(text, 'en');
    const parts = partsOf(words);
    const terms = words.flatMap(({ terms: [term = ''] }) => term);
    return { kind: 'phrase', key: `"${parts.join(' ')}"`, parts, terms };
  }
  if (text.endsWith('*')) {
    const start = foldWord(text.slice(0, -1));
    return { kind: 'prefix', key: `${start}*`, start };
  }
  const term = analyse(text, 'en')[0]?.terms[0] ?? '';
  return { kind: 'word', key: term, term };
}

/** What a query asks for: texts that fit one of the branches. */
export interface ExactQuery {
  readonly branches: readonly Branch[];
  /** How many of a branch's wanted things must be there; fewer where nothing has so many. */
  readonly steps: readonly ((wanted: number) => number)[];
}

const all = (wanted: number): number => wanted;
const most = (wanted: number): number => Math.max(1, Math.ceil((wanted * 2) / 3));
const any = (): number => 1;

function readBranch(branch: string): Branch {
  const asks = branch.match(/-?(?:"[^"]*"|[^\s"]+)/g) ?? [];
  const wanted = asks.filter((ask) => !ask.startsWith('-'));
  // Words such as "of" need not be there where anything else is asked for.
  const telling = wanted.filter((ask) => !isStopWord(foldWord(ask)));
  return {
    wanted: (telling.length > 0 ? telling : wanted).map(readAsk),
    unwanted: asks.filter((ask) => ask.startsWith('-')).map((ask) => readAsk(ask.slice(1))),
  };
}

/**
 * The queries of the bench follow the rules of the language; nothing else is read here. What is a question, and what
 * a stop word, is for the library to say: how well it finds and ranks is what is checked.
 */
export const readQuery = (query: string): ExactQuery => ({
  branches: query.split(' OR ').map(readBranch),
  steps: isNaturalLanguage(readByLibrary(query).query) ? [any] : [all, most, any],
});
