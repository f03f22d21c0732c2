import type { EditionId, WorkId } from '../contract/ids.ts';
import { createSharedWork, type SharedWork, type Standing } from './search/index.ts';
import type { EditionKey, Shelf } from './shelf.ts';

/** How two libraries stand to each other. */
export interface Relation {
  /** For the compiled library and for the own one. */
  readonly standings: readonly [Standing, Standing];
  /** Addresses of editions that both hold; the compiled library's are shown. */
  readonly hidden: ReadonlySet<EditionId>;
  /** Whether there is any work of which both hold editions. */
  readonly haveWorkInCommon: boolean;
}

const noWorks: ReadonlyMap<number, SharedWork> = new Map();
const apart: Standing = { hidden: [], superseded: [], shared: noWorks };
export const alone: Relation = {
  standings: [apart, apart],
  hidden: new Set(),
  haveWorkInCommon: false,
};

/** Newest first, as lists of editions are. */
export const isNewer = (
  a: { readonly year: number; readonly edition: string },
  b: { readonly year: number; readonly edition: string },
): boolean => a.year > b.year || (a.year === b.year && a.edition > b.edition);

function newestByWork(keys: readonly EditionKey[]): Map<WorkId, EditionKey> {
  const newest = new Map<WorkId, EditionKey>();
  for (const key of keys) {
    const found = newest.get(key.work);
    if (found === undefined || isNewer(key, found)) newest.set(key.work, key);
  }
  return newest;
}

/** Rows of the newest editions on one side that the other side's are newer than. */
const superseded = (
  ours: ReadonlyMap<WorkId, EditionKey>,
  theirs: ReadonlyMap<WorkId, EditionKey>,
): number[] =>
  [...ours.values()].flatMap((key) => {
    const other = theirs.get(key.work);
    return other !== undefined && isNewer(other, key) ? [key.row] : [];
  });

/** The works of which both libraries show editions: for each library, by the rows of these editions. */
function sharedWorks(
  libraries: readonly { readonly shelf: Shelf; readonly shown: readonly EditionKey[] }[],
): ReadonlyMap<number, SharedWork>[] {
  const shared = libraries.map(() => new Map<number, SharedWork>());
  const editions = libraries.flatMap(({ shelf: { source }, shown }, library) =>
    shown.map((key) => ({ key, library, source, row: key.row })),
  );
  for (const ofWork of Map.groupBy(editions, ({ key }) => key.work).values()) {
    if (new Set(ofWork.map(({ library }) => library)).size < 2) continue;
    const work = createSharedWork(ofWork.toSorted((a, b) => (isNewer(a.key, b.key) ? -1 : 1)));
    for (const { library, row } of ofWork) shared[library]?.set(row, work);
  }
  return shared;
}

/**
 * Reckons how a compiled library, which never changes, and an own one stand to each other; again only when the own one
 * has changed. It looks at works that both hold, of which there are few.
 */
export function relate(compiled: Shelf): (own: Shelf) => Relation {
  const keys = compiled.keys();
  const newest = newestByWork(keys);
  const addresses = new Set(keys.map(({ address }) => address));
  let known: { readonly own: Shelf; readonly version: number; readonly relation: Relation } | null =
    null;

  return (own) => {
    const version = own.version();
    if (known !== null && known.own === own && known.version === version) return known.relation;
    const ownKeys = own.keys([...newest.keys()]);
    const ownNewest = newestByWork(ownKeys);
    const doubles = ownKeys.filter(({ address }) => addresses.has(address));
    const shown = ownKeys.filter(({ address }) => !addresses.has(address));
    const works = new Set(shown.map(({ work }) => work));
    const [shared = noWorks, ownShared = noWorks] = sharedWorks([
      {
        shelf: compiled,
        shown: works.size === 0 ? [] : keys.filter(({ work }) => works.has(work)),
      },
      { shelf: own, shown },
    ]);
    const relation: Relation = {
      standings: [
        { hidden: [], superseded: superseded(newest, ownNewest), shared },
        {
          hidden: doubles.map(({ row }) => row),
          superseded: superseded(ownNewest, newest),
          shared: ownShared,
        },
      ],
      hidden: new Set(doubles.map(({ address }) => address)),
      haveWorkInCommon: ownKeys.length > 0,
    };
    known = { own, version, relation };
    return relation;
  };
}

/** How often an answer is begun anew since an import changed what both libraries hold. */
const mostBeginnings = 3;

/**
 * Asks two libraries while they stand to each other as they do. Where an import changed that meanwhile, they are asked anew: of
 * a work that both hold, an answer is as before it or as after it.
 */
export async function whileStanding<T>(
  reckon: () => Relation,
  ask: (relation: Relation) => Promise<T>,
): Promise<T> {
  let relation = reckon();
  for (let beginning = 1; ; beginning += 1) {
    const answer = await ask(relation);
    const now = reckon();
    const isAsBefore = now === relation || !(now.haveWorkInCommon || relation.haveWorkInCommon);
    if (isAsBefore || beginning === mostBeginnings) return answer;
    relation = now;
  }
}
