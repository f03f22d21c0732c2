import type { Twin } from '../../contract/answers.ts';
import { addValues, copyOf, keysOf } from './facets.ts';
import type { Matched, SharedEntry } from './need.ts';
import type { Pace } from './pace.ts';
import type { EntryOf, SharedWork } from './shared-work.ts';

/** What was found of one work, by library, each entry by its number. */
type FoundOfWork = readonly Map<number, SharedEntry>[];

async function findShared(found: readonly Matched[]): Promise<Map<SharedWork, FoundOfWork>> {
  const works = new Map<SharedWork, FoundOfWork>();
  for (const [library, matched] of found.entries())
    for (const shared of await matched.shared()) {
      const known = works.get(shared.work) ?? found.map(() => new Map<number, SharedEntry>());
      works.set(shared.work, known);
      known[library]?.set(shared.entry, shared);
    }
  return works;
}

/** Of each library, which entries are shown with one that leads them, in whichever library they are. */
type Followers = readonly Map<number, EntryOf[]>[];

async function foldShared(
  works: ReadonlyMap<SharedWork, FoundOfWork>,
  found: readonly Matched[],
  pace: Pace,
): Promise<Followers> {
  const followers = found.map(() => new Map<number, EntryOf[]>());
  for (const [work, entries] of works) {
    if (entries.reduce((sum, { size }) => sum + size, 0) < 2) continue;
    for (const { follower, leader } of await work.folds(pace)) {
      const one = entries[follower.library]?.get(follower.entry);
      if (one === undefined || one.isApart) continue;
      if (entries[leader.library]?.has(leader.entry) !== true) continue;
      const ofLeader = followers[leader.library];
      ofLeader?.set(leader.entry, [...(ofLeader.get(leader.entry) ?? []), follower]);
    }
    await pace.rest();
  }
  return followers;
}

/**
 * Folds what several libraries found of works that they share: what says the same as an entry of a newer edition is shown with
 * it, whichever library either stands in. Costs nothing where no work is shared.
 */
export async function foldAcross(
  found: readonly Matched[],
  pace: Pace,
): Promise<readonly Matched[]> {
  const works = await findShared(found);
  if (works.size === 0) return found;
  const followers = await foldShared(works, found, pace);
  const folded = found.map(() => new Set<number>());
  for (const { library, entry } of followers.flatMap((led) => [...led.values()].flat()))
    folded[library]?.add(entry);
  for (const [library, matched] of found.entries()) matched.drop(folded[library] ?? new Set());

  const twinsOf = (all: readonly EntryOf[]): Twin[] =>
    all.flatMap(({ library, entry }) => found[library]?.twin(entry) ?? []);

  return found.map((matched, library) => {
    const led = followers[library] ?? new Map<number, EntryOf[]>();
    return {
      ...matched,
      counts: async () => {
        const counts = await matched.counts();
        const facets = copyOf(counts.facets);
        // A value that only followers have leads to the one that they are shown with as well.
        for (const [leader, all] of led) {
          const counted = new Set(keysOf(matched.valuesOf(leader)));
          for (const each of all) {
            const values = found[each.library]?.valuesOf(each.entry);
            if (values !== undefined) addValues(facets, values, counted);
          }
          await pace.rest();
        }
        return { ...counts, facets };
      },
      describe: (hit, marker) => {
        const twins = twinsOf(led.get(hit.entry) ?? []);
        const shown = matched.describe(hit, marker);
        if (twins.length === 0) return shown;
        return shown.map((each) =>
          Object.assign(each, {
            also: [...each.also, ...twins].toSorted((a, b) => b.year - a.year),
          }),
        );
      },
    };
  });
}
