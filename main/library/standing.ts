import type { EditionId, WorkId } from '../contract/ids.ts';
import type { Standing } from './search/index.ts';
import type { EditionKey, Shelf } from './shelf.ts';

/** How two libraries stand to each other. */
export interface Relation {
  /** For the compiled library and for the own one. */
  readonly standings: readonly [Standing, Standing];
  /** Addresses of editions that both hold; the compiled library's are shown. */
  readonly hidden: ReadonlySet<EditionId>;
}

export const alone: Relation = {
  standings: [
    { hidden: [], superseded: [] },
    { hidden: [], superseded: [] },
  ],
  hidden: new Set(),
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
    const relation: Relation = {
      standings: [
        { hidden: [], superseded: superseded(newest, ownNewest) },
        { hidden: doubles.map(({ row }) => row), superseded: superseded(ownNewest, newest) },
      ],
      hidden: new Set(doubles.map(({ address }) => address)),
    };
    known = { own, version, relation };
    return relation;
  };
}
