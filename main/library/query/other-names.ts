import { analyse } from '../analysis/index.ts';
import type { Part, Query } from './query.ts';

/** All names of one thing: its term, its abbreviation, what people say instead. The ones to be preferred stand first. */
export interface NameGroup {
  readonly names: readonly string[];
}

/** A run of plain words of a query that is a name, and the other names of what it names. */
export interface NamedRun {
  /** Which branch of the query, and which parts of it: `from` up to, not including, `to`. */
  readonly branch: number;
  readonly from: number;
  readonly to: number;
  /** The words as typed. */
  readonly typed: string;
  /** Other names as the glossary writes them, best first; never empty. */
  readonly names: readonly string[];
}

interface Name {
  readonly text: string;
  readonly key: string;
}

/** The names of a library, ready to be looked up. */
export interface NameDictionary {
  readonly groups: ReadonlyMap<string, readonly (readonly Name[])[]>;
  readonly language: string;
  /** Parts of the longest name. */
  readonly longest: number;
}

/** Most other names for one query, all its words together. */
const mostNames = 8;

/** What two spellings of a name have in common: the terms of which it is made, one after the other. */
const partsOf = (text: string, language: string): string[] =>
  analyse(text, language).flatMap(({ parts }) => parts);

const keyOf = (parts: readonly string[]): string => ` ${parts.join(' ')} `;

/** Prepares the names of the glossary, which are in one language. */
export function createNames(groups: Iterable<NameGroup>, language = 'en'): NameDictionary {
  const found = new Map<string, (readonly Name[])[]>();
  let longest = 0;
  for (const { names } of groups) {
    const group: Name[] = [];
    for (const text of names) {
      const parts = partsOf(text, language);
      const key = keyOf(parts);
      if (parts.length === 0 || group.some((name) => name.key === key)) continue;
      longest = Math.max(longest, parts.length);
      group.push({ text, key });
    }
    for (const { key } of group) found.set(key, [...(found.get(key) ?? []), group]);
  }
  return { groups: found, language, longest };
}

/**
 * The other names of whatever is called `key`. One that holds the words typed, or an other name before it, finds
 * nothing new and is left out; so is one that the words typed hold ("slicing" for "network slicing"): whoever typed more
 * words meant fewer things.
 */
function otherNames(key: string, dictionary: NameDictionary): Name[] {
  const others: Name[] = [];
  for (const group of dictionary.groups.get(key) ?? [])
    for (const name of group) {
      const holds = (words: string): boolean => name.key.includes(words);
      if (!holds(key) && !key.includes(name.key) && !others.some((other) => holds(other.key)))
        others.push(name);
    }
  return others.filter(
    ({ key: own }, at) => !others.some((other, i) => i > at && own.includes(other.key)),
  );
}

interface Found extends Omit<NamedRun, 'names'> {
  readonly others: readonly Name[];
}

function runsOf(parts: readonly Part[], branch: number, dictionary: NameDictionary): Found[] {
  const { language, longest } = dictionary;
  const terms = parts.map(({ kind, of }) =>
    kind === 'wanted' && of.kind === 'word' ? partsOf(of.text, language) : [],
  );
  const runs: Found[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    let run: Found | null = null;
    const row: string[] = [];
    for (let to = from; to < parts.length; to += 1) {
      const own = terms[to] ?? [];
      row.push(...own);
      if (own.length === 0 || row.length > longest) break;
      const key = keyOf(row);
      if (!dictionary.groups.has(key)) continue;
      const typed = parts
        .slice(from, to + 1)
        .map(({ of }) => (of.kind === 'word' ? of.text : ''))
        .join(' ');
      run = { branch, from, to: to + 1, typed, others: otherNames(key, dictionary) };
    }
    if (run === null) continue;
    runs.push(run);
    from = run.to - 1;
  }
  return runs;
}

/**
 * What else the texts may call what was typed: the longest runs of plain words that are a name, and the other names of
 * the same group. At most eight in all, shared among the runs. Phrases, prefixes, unwanted words and fields stay what
 * they are.
 *
 * @example findNames(readQuery('5G security').query, createNames([{ names: ['IMT-2020', '5G'] }]))
 * // => [{ branch: 0, from: 0, to: 1, typed: '5G', names: ['IMT-2020'] }]
 */
export function findNames(query: Query, dictionary: NameDictionary): NamedRun[] {
  const runs = query.branches
    .flatMap((parts, branch) => runsOf(parts, branch, dictionary))
    .filter(({ others }) => others.length > 0);
  const share = runs.map(() => 0);
  let left = mostNames;
  for (let turn = 0; left > 0 && runs.some(({ others }) => turn < others.length); turn += 1)
    for (const [at, { others }] of runs.entries())
      if (left > 0 && turn < others.length) {
        share[at] = turn + 1;
        left -= 1;
      }
  return runs.flatMap(({ others, ...run }, at) => {
    const names = others.slice(0, share[at]).map(({ text }) => text);
    return names.length === 0 ? [] : [{ ...run, names }];
  });
}
