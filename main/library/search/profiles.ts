import { facetNames, type FacetName } from '../../contract/answers.ts';
import { profileFields, type Columns, type Profile } from '../indexing/columns.ts';
import { windowWords } from '../impacts/index.ts';
import type { QueryField } from '../query/index.ts';
import type { EntrySet } from './entry-set.ts';
import { addTo, noFacets, type Counts } from './facets.ts';

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

/** Counts facets of entries, those that are shown with another only for the values that this one has not. */
export interface FacetTally {
  /** Followers of one leader come one after the other. `differences` has a bit for each field in which they differ. */
  addFollower(leader: number, ofLeader: number, ofFollower: number, differences: number): void;
  /** The same of a follower of which `singleDifference` has found what is counted. */
  addDifference(leader: number, single: number): void;
  /** Counts the entries of a window of a set, which begins at the word `from` of it. */
  addWindow(set: EntrySet, from: number): void;
  /** What all that was added comes to. */
  counts(): Counts;
}

/** Profiles after which making them ready pauses. */
const stretch = 4096;

/** The profiles of a library's entries, and what can be asked of them. Pauses now and then while it makes them ready. */
export function* openProfiles({ profiles, profileValues, profileStrings }: Columns) {
  const width = profileFields.length;
  const count = profileValues.length / width;
  const stringAt = (profile: number, field: keyof Profile): number =>
    profileValues[profile * width + profileFields.indexOf(field)] ?? 0;
  const at = (profile: number, field: keyof Profile): string =>
    profileStrings[stringAt(profile, field)] ?? '';
  const strings = profileStrings.length;
  const fields = facetNames.length;
  /** The values of the counted fields of every profile, by the number of their string: profile after profile. */
  const values = new Uint32Array(count * fields);
  const sources = facetNames.map((name) => profileFields.indexOf(name));
  for (let profile = 0; profile < count; profile += 1) {
    for (let field = 0; field < fields; field += 1)
      values[profile * fields + field] =
        profileValues[profile * width + (sources[field] ?? 0)] ?? 0;
    if (profile % stretch === 0) yield;
  }

  const fittings = new Map<string, Uint8Array>();
  const createTally = (): FacetTally => {
    const facets = noFacets();
    /** How often each value of each field comes: field after field. */
    const sums = new Uint32Array(fields * strings);
    const histogram = new Uint32Array(count);
    let total = 0;
    /** Which leader's follower was the last to be counted for a value of a field: of two with the same one leads to it. */
    const lastLeader = new Uint32Array(fields * strings);
    /** Values of a set that the leader's has not. */
    const addMembers = (name: FacetName, ofLeader: number, value: number): void => {
      const own = at(ofLeader, name).split(' ');
      for (const member of (profileStrings[value] ?? '').split(' '))
        if (!own.includes(member)) addTo(facets[name], member, 1);
    };
    return {
      addFollower: (leader, ofLeader, ofFollower, differences) => {
        for (let rest = differences; rest !== 0; rest &= rest - 1) {
          const field = 31 - Math.clz32(rest & -rest);
          const name = facetNames[field];
          const value = values[ofFollower * fields + field] ?? 0;
          const sum = field * strings + value;
          if (name === undefined || lastLeader[sum] === leader) continue;
          lastLeader[sum] = leader;
          if (sets.has(name)) addMembers(name, ofLeader, value);
          else sums[sum] = (sums[sum] ?? 0) + 1;
        }
      },
      addDifference: (leader, single) => {
        const sum = single - 1;
        if (lastLeader[sum] === leader) return;
        lastLeader[sum] = leader;
        sums[sum] = (sums[sum] ?? 0) + 1;
      },
      addWindow: (set, from) => {
        for (let word = from; word < from + windowWords; word += 1)
          for (let rest = set[word] ?? 0; rest !== 0; rest &= rest - 1) {
            const profile = profiles[word * 32 + 31 - Math.clz32(rest & -rest)] ?? 0;
            histogram[profile] = (histogram[profile] ?? 0) + 1;
            total += 1;
          }
      },
      counts: () => {
        for (let profile = 0; profile < count; profile += 1) {
          const entries = histogram[profile] ?? 0;
          if (entries === 0) continue;
          for (let field = 0; field < fields; field += 1) {
            const sum = field * strings + (values[profile * fields + field] ?? 0);
            sums[sum] = (sums[sum] ?? 0) + entries;
          }
        }
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
    /** Where a follower differs in one field, and that has one value, what a tally counts of it; else 0. */
    singleDifference: (ofFollower: number, differences: number): number => {
      const field = 31 - Math.clz32(differences);
      const name = facetNames[field];
      if (name === undefined || sets.has(name) || differences !== 1 << field) return 0;
      return 1 + field * strings + (values[ofFollower * fields + field] ?? 0);
    },
    createTally,
  };
}

export type Profiles =
  ReturnType<typeof openProfiles> extends Generator<void, infer Opened> ? Opened : never;
