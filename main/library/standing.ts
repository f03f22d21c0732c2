import type { Address, WorkId } from '../contract/ids.ts';
import { createSharedWork, type Hidden, type SharedWork, type Standing } from './search/index.ts';
import type { EditionKey, RecordKey, Shelf } from './shelf.ts';

/** How several libraries that are read as one stand to each other; each list is in their order. */
export interface Relation {
  readonly standings: readonly Standing[];
  /** Of each, the addresses of the editions and records that another holds too, which is the one that shows them. */
  readonly hidden: readonly ReadonlySet<Address>[];
  /** Whether there is any work of which the own library and another hold editions. */
  readonly isOwnInvolved: boolean;
}

const noWorks: ReadonlyMap<number, SharedWork> = new Map();
const nothing: ReadonlySet<Address> = new Set();
const apart: Standing = { hidden: null, superseded: [], shared: noWorks };
const alone: Relation = { standings: [apart], hidden: [nothing], isOwnInvolved: false };

/** The edition or the record that an address stands in: chapters and stops go with what holds them. */
const wholeOf = (address: string): Address => address.replace(/#.*$/, '') as Address;

/** Whether the library at a place in their order shows what stands at an address. */
export function isShown({ hidden }: Relation, at: number, address: string): boolean {
  const those = hidden[at] ?? nothing;
  return those.size === 0 || !those.has(wholeOf(address));
}

/** Newest first, as lists of editions are. */
export const isNewer = (
  a: { readonly year: number; readonly edition: string },
  b: { readonly year: number; readonly edition: string },
): boolean => a.year > b.year || (a.year === b.year && a.edition > b.edition);

/** Editions are years, or counted. */
const isLater = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && /^\d+$/.test(a) && /^\d+$/.test(b) && Number(a) > Number(b);

type Newest = ReadonlyMap<WorkId, EditionKey>;
type NewestOf = (work: WorkId) => EditionKey | undefined;

function newestByWork(keys: Iterable<EditionKey>): Newest {
  const newest = new Map<WorkId, EditionKey>();
  for (const key of keys) {
    const found = newest.get(key.work);
    if (found === undefined || isNewer(key, found)) newest.set(key.work, key);
  }
  return newest;
}

/** Rows of the newest editions on one shelf than which another shelf has newer ones. */
const superseded = (here: Newest, anywhere: NewestOf): number[] =>
  [...here.values()].flatMap((key) => {
    const newest = anywhere(key.work);
    return newest !== undefined && isNewer(newest, key) ? [key.row] : [];
  });

/** A shelf with what it shows, and what it does not since another shows the same. */
interface Shelved {
  readonly shelf: Shelf;
  readonly newest: Newest;
  readonly shown: readonly EditionKey[];
  readonly hidden: Hidden | null;
  readonly hiddenAddresses: ReadonlySet<Address>;
}

type Key = Pick<RecordKey, 'row' | 'address'>;

const rowsOf = (keys: readonly Key[]): number[] => keys.map(({ row }) => row);

function shelve(
  shelf: Shelf,
  editions: readonly EditionKey[],
  records: readonly RecordKey[],
  isElsewhere: (address: Address) => boolean,
): Shelved {
  const isHidden = ({ address }: Key): boolean => isElsewhere(wholeOf(address));
  const [hiddenEditions, hiddenRecords] = [editions.filter(isHidden), records.filter(isHidden)];
  const hidden = [...hiddenEditions, ...hiddenRecords];
  return {
    shelf,
    newest: newestByWork(editions),
    shown: editions.filter((key) => !isHidden(key)),
    hidden:
      hidden.length === 0
        ? null
        : { editions: rowsOf(hiddenEditions), records: rowsOf(hiddenRecords) },
    hiddenAddresses: new Set(hidden.map(({ address }) => address)),
  };
}

type SharedWorks = ReadonlyMap<WorkId, SharedWork>;

/** The works of which several shelves show editions, of those that `isWanted`. */
function sharedWorks(
  shelves: readonly Shelved[],
  isWanted: (work: WorkId) => boolean,
): SharedWorks {
  const shelvesOf = new Map<WorkId, Set<number>>();
  for (const [at, { shown }] of shelves.entries())
    for (const { work } of shown)
      if (isWanted(work)) shelvesOf.set(work, (shelvesOf.get(work) ?? new Set()).add(at));
  const editions = shelves.flatMap(({ shelf: { source }, shown }, library) =>
    shown
      .filter(({ work }) => (shelvesOf.get(work)?.size ?? 0) > 1)
      .map((key) => ({ key, library, source, row: key.row })),
  );
  return new Map(
    [...Map.groupBy(editions, ({ key }) => key.work)].map(([work, all]) => [
      work,
      createSharedWork(all.toSorted((a, b) => (isNewer(a.key, b.key) ? -1 : 1))),
    ]),
  );
}

function standingOf(
  { newest, shown, hidden }: Shelved,
  anywhere: NewestOf,
  works: SharedWorks,
): Standing {
  const shared = (works.size === 0 ? [] : shown).flatMap(
    ({ row, work }): [number, SharedWork][] => {
      const found = works.get(work);
      return found === undefined ? [] : [[row, found]];
    },
  );
  return {
    hidden,
    superseded: superseded(newest, anywhere),
    shared: shared.length === 0 ? noWorks : new Map(shared),
  };
}

/** Reckons how libraries stand to each other, the own one with them where there is one. */
export type Reckon = (own: Shelf | null) => Relation;

/**
 * Reckons how compiled libraries, which never change, stand to each other, once; and how an own one stands to them, again only
 * when it has changed. That looks at works which several hold, of which there are few.
 */
export function relate(compiled: readonly Shelf[]): Reckon {
  let together: Reckon | null = null;
  return (own) => {
    // Nothing is asked of a library that is alone.
    if (own === null && compiled.length === 1) return alone;
    together ??= relateAll(compiled);
    return together(own);
  };
}

/** Which of several libraries shows what stands at an address, by their places: of a record the one that knows a newer edition. */
function placesOf(
  keys: readonly {
    readonly editions: readonly EditionKey[];
    readonly records: readonly RecordKey[];
  }[],
): ReadonlyMap<Address, number> {
  const places = new Map<Address, number>();
  const known = new Map<Address, string | null>();
  for (const [at, { editions, records }] of keys.entries()) {
    for (const { address } of editions) if (!places.has(address)) places.set(address, at);
    for (const { address, edition } of records) {
      const whole = wholeOf(address);
      if (places.has(whole) && !isLater(edition, known.get(whole) ?? null)) continue;
      places.set(whole, at);
      known.set(whole, edition);
    }
  }
  return places;
}

function relateAll(compiled: readonly Shelf[]): Reckon {
  const keysOfAll = compiled.map((shelf) => ({
    shelf,
    editions: shelf.keys(),
    records: compiled.length === 1 ? [] : shelf.recordKeys(),
  }));
  const places = placesOf(keysOfAll);
  const shelves = keysOfAll.map(({ shelf, editions, records }, at) =>
    shelve(shelf, editions, records, (address) => places.get(address) !== at),
  );
  const newest = newestByWork(shelves.flatMap((each) => [...each.newest.values()]));
  const newestOf: NewestOf = (work) => newest.get(work);
  const works = compiled.length === 1 ? new Map() : sharedWorks(shelves, () => true);

  const withoutOwn: Relation = {
    standings: shelves.map((each) => standingOf(each, newestOf, works)),
    hidden: shelves.map(({ hiddenAddresses }) => hiddenAddresses),
    isOwnInvolved: false,
  };

  const withOwn = (own: Shelf): Relation => {
    const keys = own.keys([...newest.keys()]);
    const mine = shelve(own, keys, [], (address) => places.has(address));
    const all = [...shelves, mine];
    const isMine = new Set(mine.shown.map(({ work }) => work));
    // What the compiled ones say alike of other works was perhaps told already.
    const shared =
      isMine.size === 0
        ? works
        : new Map([...works, ...sharedWorks(all, (work) => isMine.has(work))]);
    const anywhere: NewestOf = (work) => {
      const [one, other] = [newest.get(work), mine.newest.get(work)];
      return one !== undefined && (other === undefined || isNewer(one, other)) ? one : other;
    };
    return {
      standings: all.map((each) => standingOf(each, anywhere, shared)),
      hidden: all.map(({ hiddenAddresses }) => hiddenAddresses),
      isOwnInvolved: keys.length > 0,
    };
  };

  let known: { readonly own: Shelf; readonly version: number; readonly relation: Relation } | null =
    null;
  return (own) => {
    if (own === null) return withoutOwn;
    const version = own.version();
    if (known?.own !== own || known.version !== version)
      known = { own, version, relation: withOwn(own) };
    return known.relation;
  };
}

/** How often an answer is begun anew since an import changed what several libraries hold. */
const mostBeginnings = 3;

/**
 * Asks libraries while they stand to each other as they do. Where an import changed that meanwhile, they are asked anew: of
 * a work that several hold, an answer is as before it or as after it.
 */
export async function whileStanding<T>(
  reckon: () => Relation,
  ask: (relation: Relation) => Promise<T>,
): Promise<T> {
  let relation = reckon();
  for (let beginning = 1; ; beginning += 1) {
    const answer = await ask(relation);
    const now = reckon();
    const isAsBefore = now === relation || !(now.isOwnInvolved || relation.isOwnInvolved);
    if (isAsBefore || beginning === mostBeginnings) return answer;
    relation = now;
  }
}
