import type { SearchRequest } from '../../../../main/contract/api.ts';
import { analyse, stem } from '../../../../main/library/analysis/index.ts';
import type { TextLine } from '../corpus/kept.ts';
import type { Fold } from '../folds.ts';
import { partsOf, readQuery, type Ask, type ExactQuery } from './query.ts';

/**
 * What the library says of its ranking: BM25 over weighted fields. Stated here again, and not imported, so that the
 * library's own arithmetic is checked and not repeated.
 */
const k1 = 1.2;
const b = 0.75;
const weightOfHeading = 2;
const bonusOfOperative = 0.1;
const bonusOfNewest = 0.1;
const mostExpansions = 64;

interface Entry {
  readonly address: string;
  readonly line: TextLine;
  readonly isTitle: boolean;
  readonly length: number;
}

/** The best entries by their addresses, and how many match. */
export interface ExactAnswer {
  readonly total: number;
  readonly best: readonly string[];
}

/** How often something stands in each entry that has it. */
type Counts = Map<number, number>;

const workOf = ({ address }: TextLine): string => address.split('@')[0] ?? '';

function hasRun(stream: readonly string[], run: readonly string[]): boolean {
  const [first = ''] = run;
  for (let from = stream.indexOf(first); from !== -1; from = stream.indexOf(first, from + 1)) {
    if (run.every((part, at) => stream[from + at] === part)) return true;
  }
  return false;
}

/** Every entry scored for every query, with nothing skipped, quantised or bounded. */
export class ExactRanking {
  readonly #requests: readonly SearchRequest[];
  readonly #queries: readonly ExactQuery[];
  readonly #terms = new Map<string, Counts>();
  readonly #phrases = new Map<string, { parts: readonly string[]; entries: Set<number> }>();
  readonly #prefixes = new Set<string>();
  /** Words that begin with a prefix, with the terms that they are found by. */
  readonly #words = new Map<string, { term: string; times: number }>();
  readonly #entries: Entry[] = [];
  readonly #newest = new Map<string, number>();
  readonly #byAddress = new Map<string, number>();
  /** What the library folds into what: how well it does that is not what is measured here. */
  readonly #folds: ReadonlyMap<string, string>;
  #title = '';
  #length = 0;

  constructor(requests: readonly SearchRequest[], folds: readonly Fold[]) {
    this.#requests = requests;
    this.#folds = new Map(folds);
    this.#queries = requests.map(({ query }) => readQuery(query));
    const branches = this.#queries.flatMap((query) => query.branches);
    const asks = branches
      .map(({ wanted }) => wanted)
      .concat(branches.map(({ unwanted }) => unwanted));
    for (const ask of asks.flat()) {
      if (ask.kind === 'prefix') this.#prefixes.add(ask.start);
      else if (ask.kind === 'word') this.#terms.set(ask.term, new Map());
      else {
        this.#phrases.set(ask.key, { parts: ask.parts, entries: new Set() });
        for (const term of ask.terms) this.#terms.set(term, new Map());
      }
    }
  }

  add(line: TextLine): void {
    if (`${line.name}: ${line.title}` !== this.#title) {
      this.#title = `${line.name}: ${line.title}`;
      this.#addEntry(line, true);
      const work = workOf(line);
      this.#newest.set(work, Math.max(this.#newest.get(work) ?? 0, line.year));
    }
    this.#addEntry(line, false);
  }

  #addEntry(line: TextLine, isTitle: boolean): void {
    const entry = this.#entries.length;
    const text = analyse(isTitle ? line.title : line.text, 'en');
    const heading = analyse(isTitle ? line.name : line.heading, 'en');
    // A word of a heading counts twice, but makes nothing twice as long.
    const length = partsOf(text).length + partsOf(heading).length;
    this.#length += length;
    const address = isTitle ? (line.address.split('#')[0] ?? '') : line.address;
    this.#byAddress.set(address, entry);
    this.#entries.push({ address, line, isTitle, length });
    for (const [tokens, weight] of [
      [text, 1],
      [heading, weightOfHeading],
    ] as const) {
      for (const { forms, terms } of tokens) {
        const begun = forms.filter((form) => this.#startsAsked(form));
        for (const term of terms) {
          let counts = this.#terms.get(term);
          if (counts === undefined && begun.length > 0) {
            counts = new Map();
            this.#terms.set(term, counts);
          }
          counts?.set(entry, (counts.get(entry) ?? 0) + weight);
        }
        for (const form of begun) this.#noteWord(form, stem(form, 'en'));
      }
      const parts = partsOf(tokens);
      for (const phrase of this.#phrases.values()) {
        if (hasRun(parts, phrase.parts)) phrase.entries.add(entry);
      }
    }
  }

  #startsAsked(word: string): boolean {
    for (let length = 1; length <= 6 && length <= word.length; length += 1) {
      if (this.#prefixes.has(word.slice(0, length))) return true;
    }
    return false;
  }

  #noteWord(word: string, term: string): void {
    const known = this.#words.get(word);
    if (known === undefined) this.#words.set(word, { term, times: 1 });
    else known.times += 1;
  }

  #expand(start: string): string[] {
    const words = [...this.#words].filter(([word]) => word.startsWith(start));
    const frequent = words
      .toSorted(([a, x], [c, y]) => y.times - x.times || (a < c ? -1 : 1))
      .slice(0, mostExpansions);
    return [...new Set(frequent.map(([, { term }]) => term))];
  }

  /** How much any of some terms, which count as one, says in each entry that has one; the best of them counts. */
  #scoresOfTerms(terms: readonly string[]): Counts {
    const found = terms.map((term) => this.#terms.get(term) ?? new Map<number, number>());
    const entries = this.#entries.length;
    const holding = Math.min(
      entries,
      found.reduce((sum, { size }) => sum + size, 0),
    );
    const rarity = Math.log(1 + (entries - holding + 0.5) / (holding + 0.5));
    const average = this.#length / entries;
    const scores: Counts = new Map();
    for (const counts of found) {
      for (const [entry, count] of counts) {
        const { length, line, isTitle } = this.#entries[entry]!;
        const isNewest = this.#newest.get(workOf(line)) === line.year;
        const weight =
          1 +
          (!isTitle && line.isOperative ? bonusOfOperative : 0) +
          (isNewest ? bonusOfNewest : 0);
        const part = (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / average));
        scores.set(entry, Math.max(scores.get(entry) ?? 0, rarity * part * weight));
      }
    }
    return scores;
  }

  /** The score of one thing asked for in each entry that has it. */
  #scores(ask: Ask, memory: Map<string, Counts>): Counts {
    const known = memory.get(ask.key);
    if (known !== undefined) return known;
    let scores: Counts;
    if (ask.kind === 'word') scores = this.#scoresOfTerms([ask.term]);
    else if (ask.kind === 'prefix') scores = this.#scoresOfTerms(this.#expand(ask.start));
    else {
      // A phrase chooses the entries; what they score is what its words say.
      const words = ask.terms.map((term) => this.#scoresOfTerms([term]));
      const entries = [...(this.#phrases.get(ask.key)?.entries ?? [])];
      scores = new Map(
        entries.map((entry) => [
          entry,
          words.reduce((sum, counts) => sum + (counts.get(entry) ?? 0), 0),
        ]),
      );
    }
    memory.set(ask.key, scores);
    return scores;
  }

  #isLetThrough(entry: number, { body, year, section, actor, type }: SearchRequest): boolean {
    const { line, isTitle } = this.#entries[entry]!;
    return (
      (body === undefined || line.body === body) &&
      (type === undefined || line.type === type) &&
      (year === undefined || line.year === year) &&
      (section === undefined || (!isTitle && line.section === section)) &&
      (actor === undefined || (!isTitle && line.actor === actor))
    );
  }

  /** Whether the entry that it is folded into matches too. */
  #isFolded(entry: number, matches: ReadonlyMap<number, number>): boolean {
    const { address } = this.#entries[entry]!;
    const leader = this.#byAddress.get(this.#folds.get(address) ?? '');
    return leader !== undefined && matches.has(leader);
  }

  /** At equal score: titles first, then what is operative, then what is newer. */
  #compareImportance(one: number, other: number): number {
    const [a, c] = [this.#entries[one]!, this.#entries[other]!];
    return (
      Number(c.isTitle) - Number(a.isTitle) ||
      Number(c.line.isOperative && !c.isTitle) - Number(a.line.isOperative && !a.isTitle) ||
      c.line.year - a.line.year ||
      one - other
    );
  }

  /** The entries that have so many of what each branch wants. */
  #matches(
    { branches }: ExactQuery,
    atLeast: (wanted: number) => number,
    request: SearchRequest,
    memory: Map<string, Counts>,
  ): Map<number, number> {
    const matches = new Map<number, number>();
    for (const { wanted, unwanted } of branches) {
      const not = unwanted.map((ask) => this.#scores(ask, memory));
      const times = new Map<number, number>();
      for (const ask of wanted) {
        for (const entry of this.#scores(ask, memory).keys()) {
          times.set(entry, (times.get(entry) ?? 0) + 1);
        }
      }
      for (const [entry, count] of times) {
        if (count < atLeast(wanted.length) || not.some((counts) => counts.has(entry))) continue;
        if (this.#isLetThrough(entry, request)) matches.set(entry, 0);
      }
    }
    return matches;
  }

  #rank(
    query: ExactQuery,
    request: SearchRequest,
    limit: number,
    memory: Map<string, Counts>,
  ): ExactAnswer {
    let matches = new Map<number, number>();
    for (const atLeast of query.steps) {
      if (matches.size === 0) matches = this.#matches(query, atLeast, request, memory);
    }
    // All that was asked for counts wherever it stands, whichever alternative let the entry in.
    const asks = query.branches.flatMap(({ wanted }) => wanted);
    for (const ask of new Map(asks.map((each) => [each.key, each])).values()) {
      const scores = this.#scores(ask, memory);
      for (const [entry, score] of matches) matches.set(entry, score + (scores.get(entry) ?? 0));
    }
    const unfolded = [...matches].filter(([entry]) => !this.#isFolded(entry, matches));
    const best = unfolded
      .toSorted(([a, x], [c, y]) => y - x || this.#compareImportance(a, c))
      .slice(0, limit)
      .map(([entry]) => this.#entries[entry]!.address);
    return { total: unfolded.length, best };
  }

  /** The best entries for each query. */
  best(limit: number): ExactAnswer[] {
    const memory = new Map<string, Counts>();
    return this.#queries.map((query, at) => this.#rank(query, this.#requests[at]!, limit, memory));
  }
}
