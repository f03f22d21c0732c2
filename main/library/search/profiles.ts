import { facetNames, type FacetName } from '../../contract/answers.ts';
import { profileFields, type Columns, type Profile } from '../indexing/columns.ts';
import { windowWords } from '../impacts/index.ts';
import type { QueryField } from '../query/index.ts';
import { findCombinations, type Combinations } from './combinations.ts';
import { countRuns, findRuns, type Runs } from './counted-runs.ts';
import { sizeOf, type EntrySet } from './entry-set.ts';
import { addTo, forFacets, noFacets, type Counts, type FacetValues } from './facets.ts';

/** Of a filter's field, the parts of a profile that it looks at; `work` and `edition` are no matter of profiles. */
const looksAt: Readonly<Record<QueryField, readonly (keyof Profile)[] | null>> = {
  type: ['type'],
  body: ['body'],
  year: ['year'],
  section: ['section', 'place'],
  actor: ['actor'],
  topic: ['topic'],
  lang: ['lang'],
  has: ['has'],
  work: null,
  edition: null,
};

/** Fields of which an entry may have several values, parted by spaces. */
const sets = new Set<keyof Profile>(['actor', 'topic', 'has']);

/** Filters of which it is known which profiles fit. */
const mostFittings = 64;

/** Whether a stored value is, or holds, the one asked for; "pt" is found in "pt-BR". */
function hasValue(field: keyof Profile, stored: string, value: string): boolean {
  const folded = stored.toLowerCase();
  if (sets.has(field)) return folded.split(' ').includes(value);
  return folded === value || (field === 'lang' && folded.startsWith(`${value}-`));
}

/** Profiles whose values are kept. */
const mostTold = 4096;

/** Counts facets of entries, those that are shown with another only for the values that this one has not. */
export interface FacetTally {
  /** Of followers in which `singleDifference` has found what is counted, how many have it: a number for each. */
  readonly singles: Uint32Array;
  /** Followers of one leader come one after the other. `differences` has a bit for each field in which they differ. */
  addFollower(leader: number, ofLeader: number, ofFollower: number, differences: number): void;
  /** Counts the entries of a set. Pauses now and then. */
  addSet(set: EntrySet): Generator<void, void>;
  /** What all that was added comes to. */
  counts(): Counts;
}

/**
 * What is counted of an entry is of its edition or of its section. Few combinations of either are in a library, of both
 * together a hundred times as many: each is counted by itself.
 */
const ofEditions = ['type', 'body', 'year', 'topic', 'lang'] as const;
const ofSections = ['section', 'actor', 'has'] as const satisfies readonly Exclude<
  FacetName,
  (typeof ofEditions)[number]
>[];

/** Of a set of so many entries or more, or nearly, it is quicker to count run by run. */
const manyEntries = 20_000;

const sourceOf = (name: FacetName): number => profileFields.indexOf(name);

/** The profiles of a library's entries, and what can be asked of them. Pauses now and then while it makes them ready. */
export function* openProfiles({ profiles, profileValues, profileStrings }: Columns) {
  const width = profileFields.length;
  const count = profileValues.length / width;
  const valueOf = (profile: number, source: number): number =>
    profileValues[profile * width + source] ?? 0;
  const at = (profile: number, field: keyof Profile): string =>
    profileStrings[valueOf(profile, profileFields.indexOf(field))] ?? '';
  const strings = profileStrings.length;
  const sources = facetNames.map(sourceOf);

  const ofEdition = yield* findCombinations(count, ofEditions.map(sourceOf), valueOf);
  const ofSection = yield* findCombinations(count, ofSections.map(sourceOf), valueOf);
  let knownRuns: Runs | null = null;

  const fittings = new Map<string, Uint8Array>();
  const told = new Map<number, FacetValues>();
  const createTally = (): FacetTally => {
    const facets = noFacets();
    /** How often each value of each field comes: field after field. */
    const sums = new Uint32Array(facetNames.length * strings);
    const byEdition = new Uint32Array(ofEdition.firsts.length);
    const bySection = new Uint32Array(ofSection.firsts.length);
    let total = 0;
    /** Which leader's follower was the last to be counted for a value of a field: of two with the same one leads to it. */
    const lastLeader = new Map<number, number>();
    /** Values of a set that the leader's has not. */
    const addMembers = (name: FacetName, ofLeader: number, value: number): void => {
      const own = at(ofLeader, name).split(' ');
      for (const member of (profileStrings[value] ?? '').split(' '))
        if (!own.includes(member)) addTo(facets[name], member, 1);
    };
    const addEntries = (set: EntrySet, from: number): void => {
      for (let word = from; word < from + windowWords; word += 1)
        for (let rest = (set[word] ?? 0) | 0; rest !== 0; rest &= rest - 1) {
          const profile = profiles[word * 32 + 31 - Math.clz32(rest & -rest)] ?? 0;
          const edition = ofEdition.ofProfile[profile] ?? 0;
          const section = ofSection.ofProfile[profile] ?? 0;
          byEdition[edition] = (byEdition[edition] ?? 0) + 1;
          bySection[section] = (bySection[section] ?? 0) + 1;
        }
    };
    const addValues = (
      names: readonly FacetName[],
      { firsts }: Combinations,
      histogram: Uint32Array,
    ): void => {
      for (let number = 0; number < firsts.length; number += 1) {
        const entries = histogram[number] ?? 0;
        if (entries === 0) continue;
        const profile = firsts[number] ?? 0;
        for (const name of names) {
          const sum = facetNames.indexOf(name) * strings + valueOf(profile, sourceOf(name));
          sums[sum] = (sums[sum] ?? 0) + entries;
        }
      }
    };
    return {
      singles: sums,
      addFollower: (leader, ofLeader, ofFollower, differences) => {
        for (let rest = differences; rest !== 0; rest &= rest - 1) {
          const field = 31 - Math.clz32(rest & -rest);
          const name = facetNames[field];
          const value = valueOf(ofFollower, sources[field] ?? 0);
          const sum = field * strings + value;
          if (name === undefined || lastLeader.get(sum) === leader) continue;
          lastLeader.set(sum, leader);
          if (sets.has(name)) addMembers(name, ofLeader, value);
          else sums[sum] = (sums[sum] ?? 0) + 1;
        }
      },
      *addSet(set) {
        const size = sizeOf(set);
        total += size;
        const runs =
          size < manyEntries
            ? null
            : (knownRuns ??= yield* findRuns(profiles, ofEdition.ofProfile, ofSection.ofProfile));
        for (let from = 0; from < set.length; from += windowWords) {
          if (runs === null) addEntries(set, from);
          else countRuns(runs, set, from, byEdition, bySection);
          yield;
        }
      },
      counts: () => {
        addValues(ofEditions, ofEdition, byEdition);
        addValues(ofSections, ofSection, bySection);
        for (const [field, name] of facetNames.entries())
          for (let value = 0; value < strings; value += 1) {
            const sum = sums[field * strings + value] ?? 0;
            if (sum === 0) continue;
            const text = profileStrings[value] ?? '';
            for (const each of sets.has(name) ? text.split(' ') : [text])
              addTo(facets[name], each, sum);
          }
        return { total, facets };
      },
    };
  };

  return {
    /** Whether what has this profile, being of a record, is a reference whose text is not here. */
    isBareReference: (profile: number): boolean => at(profile, 'has') === 'record',
    year: (profile: number): number => Number(at(profile, 'year')),
    valuesOf: (profile: number): FacetValues => {
      const values =
        told.get(profile) ??
        forFacets((name) =>
          (sets.has(name) ? at(profile, name).split(' ') : [at(profile, name)]).filter(
            (value) => value !== '',
          ),
        );
      if (told.size >= mostTold) told.clear();
      told.set(profile, values);
      return values;
    },
    /** One byte a profile: whether it fits. Null where the field is no matter of profiles. */
    fitting: (field: QueryField, value: string): Uint8Array | null => {
      const parts = looksAt[field];
      if (parts === null) return null;
      const known = fittings.get(`${field} ${value}`);
      if (known !== undefined) return known;
      const fitting = new Uint8Array(count);
      for (const part of parts) {
        const fit = Uint8Array.from(profileStrings, (stored) =>
          hasValue(part, stored, value) ? 1 : 0,
        );
        const from = profileFields.indexOf(part);
        for (let profile = 0; profile < count; profile += 1)
          if (fit[profileValues[profile * width + from] ?? 0] === 1) fitting[profile] = 1;
      }
      if (fittings.size >= mostFittings) fittings.clear();
      fittings.set(`${field} ${value}`, fitting);
      return fitting;
    },
    /** How many numbers a tally's `singles` has. */
    sums: facetNames.length * strings,
    /** Whether two profiles have the same value in the field of the lowest of these bits. */
    isAlike: (one: number, other: number, differences: number): boolean => {
      const source = sources[31 - Math.clz32(differences & -differences)] ?? 0;
      return valueOf(one, source) === valueOf(other, source);
    },
    /** Where a follower differs in one field, and that has one value, which of a tally's `singles` counts it; else -1. */
    singleDifference: (ofFollower: number, differences: number): number => {
      const field = 31 - Math.clz32(differences);
      const name = facetNames[field];
      if (name === undefined || sets.has(name) || differences !== 1 << field) return -1;
      return field * strings + valueOf(ofFollower, sources[field] ?? 0);
    },
    createTally,
  };
}

export type Profiles =
  ReturnType<typeof openProfiles> extends Generator<void, infer Opened> ? Opened : never;
