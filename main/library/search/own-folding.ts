import type { Connection } from '../opening.ts';

export interface Folded {
  /** What is shown for itself, ascending. */
  readonly ids: number[];
  /** What is shown with each of them. */
  readonly followers: ReadonlyMap<number, readonly number[]>;
}

const entriesAtATime = 1000;

/** Folds entries of an own library that say what one of a newer edition says into that one, where both are found. */
export function createOwnFolding(connection: Connection) {
  const folds = connection
    .prepare<[string, string], [follower: number, leader: number]>(
      `SELECT follower, leader FROM folds WHERE follower IN (SELECT value FROM json_each(?))
         AND work_id NOT IN (SELECT work_id FROM editions WHERE id IN (SELECT value FROM json_each(?)))`,
    )
    .raw();

  /** `apart` are entries that are shown for themselves, and `shared` editions of whose works nothing is folded here. */
  return function* fold(
    ids: readonly number[],
    apart: ReadonlySet<number>,
    shared: readonly number[],
  ): Generator<void, Folded> {
    const found = new Set(ids);
    const without = JSON.stringify(shared);
    const followers = new Map<number, number[]>();
    for (let from = 0; from < ids.length; from += entriesAtATime) {
      const some = JSON.stringify(ids.slice(from, from + entriesAtATime));
      for (const [follower, leader] of folds.all(some, without))
        if (found.has(leader) && !apart.has(follower))
          followers.set(leader, [...(followers.get(leader) ?? []), follower]);
      yield;
    }
    const folded = new Set([...followers.values()].flat());
    return { ids: ids.filter((id) => !folded.has(id)), followers };
  };
}
