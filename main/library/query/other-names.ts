import { analyse } from '../analysis/index.ts';
import type { Part, Query } from './query.ts';

/** All names of one thing. */
interface NameGroup {
  /** What the texts call it: its term, and its abbreviation. The one to be preferred stands first. */
  readonly names: readonly string[];
  /** What people say instead. */
  readonly said: readonly string[];
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

/** A name, ready to be compared. */
export interface Name {
  /** As the glossary writes it. */
  readonly text: string;
  /** The terms of which it is made, one after the other and parted by spaces: what all its spellings have in common. */
  readonly key: string;
  readonly isSaid: boolean;
}

/** Most other names for one query, all its words together. */
const mostNames = 8;

/** What names are written in. */
const language = 'en';

const partsOf = (text: string): string[] => analyse(text, language).flatMap(({ parts }) => parts);

const keyOf = (parts: readonly string[]): string => parts.join(' ');

/** The names of one thing, each once however it is spelt. */
export function readNames({ names, said }: NameGroup): Name[] {
  const read: Name[] = [];
  for (const [at, text] of [...names, ...said].entries()) {
    const key = keyOf(partsOf(text));
    if (key === '' || read.some((name) => name.key === key)) continue;
    read.push({ text, key, isSaid: at >= names.length });
  }
  return read;
}

const isPlainWord = ({ kind, of }: Part): boolean => kind === 'wanted' && of.kind === 'word';

const partsOfPart = (part: Part): string[] =>
  isPlainWord(part) && part.of.kind === 'word' ? partsOf(part.of.text) : [];

/** The words with which the key of a name may begin that a query holds. */
export const beginningsOfNames = (query: Query): string[] => [
  ...new Set(query.branches.flat().flatMap((part) => partsOfPart(part).slice(0, 1))),
];

/** The key of a query that is nothing but plain words; null of any other. */
export function keyOfWords({ branches: [parts = [], ...others] }: Query): string | null {
  const isPlain = parts.length > 0 && others.length === 0 && parts.every(isPlainWord);
  return isPlain ? keyOf(parts.flatMap(partsOfPart)) : null;
}

/** Whether all words of `inner` stand in `outer`, in a row. */
const holds = (outer: string, inner: string): boolean => ` ${outer} `.includes(` ${inner} `);

/** The names of things by the key of each. */
type Groups = ReadonlyMap<string, readonly (readonly Name[])[]>;

function byKey(things: Iterable<readonly Name[]>): Groups {
  const groups = new Map<string, (readonly Name[])[]>();
  for (const names of things)
    for (const { key } of names) groups.set(key, [...(groups.get(key) ?? []), names]);
  return groups;
}

/**
 * What the texts call whatever is called `key`; never what people say instead, which would lead away from the texts. One that
 * holds the words typed, or an other name before it, finds nothing new and is left out; so is one that the words typed hold,
 * unless they are what people say: whoever typed more words of the texts meant fewer things.
 */
function otherNames(key: string, groups: Groups): Name[] {
  const others: Name[] = [];
  for (const group of groups.get(key) ?? []) {
    const isSaid = group.some((name) => name.isSaid && name.key === key);
    for (const name of group) {
      const isFewer = !isSaid && holds(key, name.key);
      const isKnown = holds(name.key, key) || others.some((other) => holds(name.key, other.key));
      if (!name.isSaid && !isFewer && !isKnown) others.push(name);
    }
  }
  return others.filter(
    ({ key: own }, at) => !others.some((other, i) => i > at && holds(own, other.key)),
  );
}

interface Found extends Omit<NamedRun, 'names'> {
  readonly others: readonly Name[];
}

function runsOf(parts: readonly Part[], branch: number, groups: Groups): Found[] {
  const terms = parts.map(partsOfPart);
  const longest = Math.max(0, ...[...groups.keys()].map((key) => key.length));
  const runs: Found[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    let run: Found | null = null;
    const row: string[] = [];
    for (let to = from; to < parts.length; to += 1) {
      const own = terms[to] ?? [];
      row.push(...own);
      const key = keyOf(row);
      if (own.length === 0 || key.length > longest) break;
      if (!groups.has(key)) continue;
      const typed = parts
        .slice(from, to + 1)
        .map(({ of }) => (of.kind === 'word' ? of.text : ''))
        .join(' ');
      run = { branch, from, to: to + 1, typed, others: otherNames(key, groups) };
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
 * they are. `things` are the names of each thing that has one with any of `beginningsOfNames`.
 *
 * @example findNames(readQuery('5G security').query, [readNames({ names: ['IMT-2020'], said: ['5G'] })])
 * // => [{ branch: 0, from: 0, to: 1, typed: '5G', names: ['IMT-2020'] }]
 */
export function findNames(query: Query, things: Iterable<readonly Name[]>): NamedRun[] {
  const groups = byKey(things);
  const runs = query.branches
    .flatMap((parts, branch) => runsOf(parts, branch, groups))
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
