import { facetNames, type FacetName } from '../../contract/answers.ts';
import { profileFields, type Columns, type Profile } from '../indexing/columns.ts';
import type { QueryField } from '../query/index.ts';
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
  /** What so many entries of each profile, and the followers, come to. */
  counts(histogram: Uint32Array): Counts;
}

/** The profiles of a library's entries, and what can be asked of them. */
export function openProfiles({ profileValues, profileStrings }: Columns) {
  const width = profileFields.length;
  const count = profileValues.length / width;
  const stringAt = (profile: number, field: keyof Profile): number =>
    profileValues[profile * width + profileFields.indexOf(field)] ?? 0;
  const at = (profile: number, field: keyof Profile): string =>
    profileStrings[stringAt(profile, field)] ?? '';
  const strings = profileStrings.length;
  /** The values of each counted field of every profile, by the number of their string. */
  const columns = facetNames.map((field) =>
    Uint32Array.from({ length: count }, (_none, profile) => stringAt(profile, field)),
  );

  const createTally = (): FacetTally => {
    const facets = noFacets();
    const sums = facetNames.map(() => new Uint32Array(strings));
    let leaderAtHand = 0;
    let known: (readonly [field: number, value: number])[] = [];
    /** Values of a set that the leader's has not. */
    const addMembers = (name: FacetName, ofLeader: number, value: number): void => {
      const own = at(ofLeader, name).split(' ');
      for (const member of (profileStrings[value] ?? '').split(' '))
        if (!own.includes(member)) addTo(facets[name], member, 1);
    };
    return {
      addFollower: (leader, ofLeader, ofFollower, differences) => {
        if (leader !== leaderAtHand) known = [];
        leaderAtHand = leader;
        for (let rest = differences; rest !== 0; rest &= rest - 1) {
          const field = 31 - Math.clz32(rest & -rest);
          const name = facetNames[field];
          const value = columns[field]?.[ofFollower] ?? 0;
          // Of two followers with the same value one leads to it.
          if (name === undefined || known.some(([of, each]) => of === field && each === value))
            continue;
          known.push([field, value]);
          const column = sums[field];
          if (sets.has(name)) addMembers(name, ofLeader, value);
          else if (column !== undefined) column[value] = (column[value] ?? 0) + 1;
        }
      },
      counts: (histogram) => {
        let total = 0;
        for (let profile = 0; profile < count; profile += 1) {
          const entries = histogram[profile] ?? 0;
          if (entries === 0) continue;
          total += entries;
          for (const [field, column] of columns.entries()) {
            const value = column[profile] ?? 0;
            const sum = sums[field];
            if (sum !== undefined) sum[value] = (sum[value] ?? 0) + entries;
          }
        }
        for (const [field, name] of facetNames.entries())
          for (const [value, sum] of (sums[field] ?? new Uint32Array()).entries()) {
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
    count,
    /** Whether what has this profile, being of a record, is a reference whose text is not here. */
    isBareReference: (profile: number): boolean => at(profile, 'has') === 'record',
    year: (profile: number): number => Number(at(profile, 'year')),
    /** One byte a profile: whether it fits. Null where the field is no matter of profiles. */
    fitting: (field: QueryField, value: string): Uint8Array | null => {
      const parts = looksAt[field];
      if (parts === null) return null;
      const fitting = new Uint8Array(count);
      for (const part of parts) {
        const fit = profileStrings.map((stored) => hasValue(part, stored, value));
        for (let profile = 0; profile < count; profile += 1)
          if (fit[stringAt(profile, part)] === true) fitting[profile] = 1;
      }
      return fitting;
    },
    createTally,
  };
}
