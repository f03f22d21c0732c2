/** Profiles after which numbering them pauses. */
const stretch = 8192;

/** What profiles say in some of their fields. */
export interface Combinations {
  /** The number of each profile's. */
  readonly ofProfile: Uint32Array;
  /** Of each, the first profile that has it. */
  readonly firsts: readonly number[];
}

/** Numbers the different combinations of values that profiles have in some fields. Pauses now and then. */
export function* findCombinations(
  count: number,
  fields: readonly number[],
  valueOf: (profile: number, field: number) => number,
): Generator<void, Combinations> {
  const ofProfile = new Uint32Array(count);
  const firsts: number[] = [];
  const bits = 33 - Math.clz32(count);
  /** By the hash of each, its number and one, or the next free place; 0 where there is none. */
  const table = new Uint32Array(2 ** bits);
  const isSame = (one: number, other: number): boolean => {
    for (const field of fields) if (valueOf(one, field) !== valueOf(other, field)) return false;
    return true;
  };
  const find = (profile: number): number => {
    let hash = 0;
    for (const field of fields) hash = Math.imul(hash ^ valueOf(profile, field), 0x9e3779b1);
    let at = hash >>> (32 - bits);
    let found = table[at] ?? 0;
    while (found > 0 && !isSame(firsts[found - 1] ?? 0, profile)) {
      at = (at + 1) & (table.length - 1);
      found = table[at] ?? 0;
    }
    if (found === 0) {
      firsts.push(profile);
      found = firsts.length;
      table[at] = found;
    }
    return found - 1;
  };
  for (let profile = 0; profile < count; profile += 1) {
    ofProfile[profile] = find(profile);
    if (profile % stretch === 0) yield;
  }
  return { ofProfile, firsts };
}
