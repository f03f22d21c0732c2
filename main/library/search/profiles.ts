import { facetNames, type FacetName } from '../../contract/answers.ts';
import {
  editionFields,
  sectionFields,
  setFields,
  type Columns,
  type Profile,
} from '../indexing/columns.ts';
import { partSize, partWords } from '../indexing/entry-parts.ts';
import { windowWords } from '../impacts/index.ts';
import type { QueryField } from '../query/index.ts';
import { addFitting, countRuns, profileAt, type Runs } from './counted-runs.ts';
import { hasAny, sizeOf, type EntrySet } from './entry-set.ts';
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

/** Filters of which it is known which profiles fit. */
const mostFittings = 64;

/** Whether a stored value is, or holds, the one asked for; "pt" is found in "pt-BR". */
function hasValue(field: keyof Profile, stored: string, value: string): boolean {
  const folded = stored.toLowerCase();
  if (setFields.has(field)) return folded.split(' ').includes(value);
  return folded === value || (field === 'lang' && folded.startsWith(`${value}-`));
}

/** Profiles whose values are kept. */
const mostTold = 4096;

/** Counts facets of entries, those that are shown with another only for the values that this one has not. */
export interface FacetTally {
  /** Of followers that add to one sum alone (`folds.ts`), how many add to each. */
  readonly singles: Uint32Array;
  /** Followers of one leader come one after the other. `differences` has a bit for each field in which they differ. */
  addFollower(leader: number, ofLeader: number, ofFollower: number, differences: number): void;
  /** Counts the entries of a set. Pauses now and then. */
  addSet(set: EntrySet): Generator<void, void>;
  /** What all that was added comes to. */
  counts(): Counts;
}

/** Profiles after which finding those that fit pauses. */
const stretch = 8192;

/** The profiles of a library's entries, and what can be asked of them. */
export function openProfiles(columns: Columns) {
  const { profileValues, profilePlaces, editionValues, sectionValues, profileStrings } = columns;
  const count = profilePlaces.length;
  const editionOf = (profile: number): number => profileValues.at(profile * 2);
  const sectionOf = (profile: number): number => profileValues.at(profile * 2 + 1);
  const ofEdition = (edition: number, at: number): number =>
    editionValues.at(edition * editionFields.length + at);
  const ofSection = (section: number, at: number): number =>
    sectionValues.at(section * sectionFields.length + at);
  /** How to find the number of the string that a profile has in a field. */
  const valueIn = (field: keyof Profile): ((profile: number) => number) => {
    const inEdition = editionFields.findIndex((each) => each === field);
    if (inEdition >= 0) return (profile) => ofEdition(editionOf(profile), inEdition);
    const inSection = sectionFields.findIndex((each) => each === field);
    if (inSection >= 0) return (profile) => ofSection(sectionOf(profile), inSection);
    return profilePlaces.at;
  };
  const counted = forFacets(valueIn);
  const at = (profile: number, field: FacetName): string =>
    profileStrings[counted[field](profile)] ?? '';
  const strings = profileStrings.length;

  const parts: (Runs | undefined)[] = [];
  const readPart = (part: number): Runs => {
    const runs = columns.profilesOf(part);
    const { length } = runs.profiles;
    const editions = new Uint32Array(length + 1);
    const sections = new Uint32Array(length + 1);
    for (let run = 0; run < length; run += 1) {
      const place = (runs.profiles[run] ?? 0) * 2;
      const values = profileValues.around(place);
      editions[run + 1] = values[place] ?? 0;
      sections[run + 1] = values[place + 1] ?? 0;
    }
    return { ...runs, editions, sections };
  };
  /** The runs of a part of the entries, made ready when they are first asked for. */
  const runsOf = (part: number): Runs => (parts[part] ??= readPart(part));
  const of = (entry: number): number =>
    profileAt(runsOf(Math.floor((entry - 1) / partSize)), (entry - 1) % partSize);

  const fittings = new Map<string, Uint8Array>();
  const told = new Map<number, FacetValues>();
  const createTally = (): FacetTally => {
    const facets = noFacets();
    /** How often each value of each field comes: field after field. */
    const sums = new Uint32Array(facetNames.length * strings);
    const byEdition = new Uint32Array(editionValues.length / editionFields.length);
    const bySection = new Uint32Array(sectionValues.length / sectionFields.length);
    let total = 0;
    /** Which leader's follower was the last to be counted for a value of a field: of two with the same one leads to it. */
    const lastLeader = new Map<number, number>();
    const lastWithMember = new Map<string, number>();
    /** Values of a set that the leader's has not, nor that of another follower. */
    const addMembers = (name: FacetName, leader: number, ofLeader: number, value: number): void => {
      const own = at(ofLeader, name).split(' ');
      for (const member of (profileStrings[value] ?? '').split(' ')) {
        const key = `${name} ${member}`;
        if (own.includes(member) || lastWithMember.get(key) === leader) continue;
        lastWithMember.set(key, leader);
        addTo(facets[name], member, 1);
      }
    };
    const addValues = (
      names: readonly FacetName[],
      valueOf: (number: number, at: number) => number,
      histogram: Uint32Array,
    ): void => {
      for (const [field, name] of names.entries()) {
        const base = facetNames.indexOf(name) * strings;
        for (let number = 0; number < histogram.length; number += 1) {
          const entries = histogram[number] ?? 0;
          if (entries === 0) continue;
          const sum = base + valueOf(number, field);
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
          if (name === undefined) continue;
          const value = counted[name](ofFollower);
          const sum = field * strings + value;
          if (lastLeader.get(sum) === leader) continue;
          lastLeader.set(sum, leader);
          if (setFields.has(name)) addMembers(name, leader, ofLeader, value);
          else sums[sum] = (sums[sum] ?? 0) + 1;
        }
      },
      *addSet(set) {
        total += sizeOf(set);
        for (let from = 0; from < set.length; from += windowWords) {
          if (!hasAny(set, from)) continue;
          countRuns(runsOf(Math.floor(from / partWords)), set, from, byEdition, bySection);
          yield;
        }
      },
      counts: () => {
        addValues(editionFields, ofEdition, byEdition);
        addValues(sectionFields, ofSection, bySection);
        for (const [field, name] of facetNames.entries())
          for (let value = 0; value < strings; value += 1) {
            const sum = sums[field * strings + value] ?? 0;
            if (sum === 0) continue;
            const text = profileStrings[value] ?? '';
            for (const each of setFields.has(name) ? text.split(' ') : [text])
              addTo(facets[name], each, sum);
          }
        return { total, facets };
      },
    };
  };

  /** One byte a profile: whether what it says in one of the fields has the value. Pauses now and then. */
  function* findFitting(looked: readonly (keyof Profile)[], value: string) {
    const fitting = new Uint8Array(count);
    for (const field of looked) {
      const fit = profileStrings.map((stored) => hasValue(field, stored, value));
      const valueOf = valueIn(field);
      for (let profile = 0; profile < count; profile += 1) {
        if (fit[valueOf(profile)] === true) fitting[profile] = 1;
        if (profile % stretch === 0) yield;
      }
    }
    return fitting;
  }

  return {
    /** The profile of an entry. */
    of,
    /** Whether what has this profile, being of a record, is a reference whose text is not here. */
    isBareReference: (profile: number): boolean => at(profile, 'has') === 'record',
    year: (profile: number): number => Number(at(profile, 'year')),
    valuesOf: (profile: number): FacetValues => {
      const known = told.get(profile);
      if (known !== undefined) return known;
      const values = forFacets((name) =>
        (setFields.has(name) ? at(profile, name).split(' ') : [at(profile, name)]).filter(
          (value) => value !== '',
        ),
      );
      if (told.size >= mostTold) told.clear();
      told.set(profile, values);
      return values;
    },
    /** Which entries have what a filter asks for; null where that is no matter of profiles. Pauses now and then. */
    *having(field: QueryField, value: string, set: EntrySet): Generator<void, EntrySet | null> {
      const looked = looksAt[field];
      if (looked === null) return null;
      const key = `${field} ${value}`;
      let fitting = fittings.get(key);
      if (fitting === undefined) {
        fitting = yield* findFitting(looked, value);
        if (fittings.size >= mostFittings) fittings.clear();
        fittings.set(key, fitting);
      }
      for (let part = 0; part * partWords < set.length; part += 1) {
        addFitting(runsOf(part), fitting, set, part * partWords);
        yield;
      }
      return set;
    },
    /** How many numbers a tally's `singles` has. */
    sums: facetNames.length * strings,
    createTally,
  };
}

export type Profiles = ReturnType<typeof openProfiles>;
