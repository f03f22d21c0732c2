import type {
  Action,
  EditionSummary,
  IncomingCitation,
  IncomingLink,
  LibraryCounts,
  NamedAddress,
  OutgoingCitation,
  Suggestion,
} from '../contract/answers.ts';
import type { Call, SearchRequest } from '../contract/api.ts';
import type { Annex, Paragraph, Section } from '../contract/document.ts';
import { done, failed, type Failure, type Result } from '../contract/failure.ts';
import type { Address, EditionId, WorkId } from '../contract/ids.ts';
import type { ListingEntry } from '../contract/listing.ts';
import type { LibraryRecord, RecordKind } from '../contract/records.ts';
import type { WantedActions } from './actions.ts';
import type { CitedPlaces } from './cited-places.ts';
import type { Scope } from './citing.ts';
import { addTallies } from './counting.ts';
import type { StoredEdition } from './editions.ts';
import {
  editionOfAddress,
  mergeActions,
  mergeCatalogues,
  mergeEditions,
  mergeIncoming,
  mergeSuggestions,
  newestTitles,
  openWherever,
} from './merging.ts';
import { createOwnShelf } from './own-shelf.ts';
import type { ListingPlace, ListingRow } from './listing.ts';
import { citedEdition, type KnownEditions } from './records/reading-records.ts';
import { mergeNamingFacts, type NamingFacts } from './naming-facts.ts';
import { gatherNetwork, type IssuedWork, type StoredNetwork } from './network.ts';
import { search, type FoundInLibrary, type Named, type Searched } from './search/index.ts';
import { createPace, type Pace } from './search/pace.ts';
import { mergeFieldValues, type RankedSuggestion } from './suggestions/index.ts';
import type { FieldValue, QueryField } from './query/index.ts';
import { failureOnShelves, openShelf, type Shelf } from './shelf.ts';
import { isShown, relate, whileStanding, type Relation } from './standing.ts';

export interface SearchOptions {
  /** What the query names, which then comes first, and what cites it next. */
  readonly named?: Named | null;
  /** Says whether somebody still waits; an AbortSignal does. */
  readonly signal?: Call | undefined;
}

/**
 * A library that is open for reading: compiled ones, and with them the person's own, as one. Nothing in it can change a
 * file.
 */
export interface LibraryReader {
  /** Every edition: works by body, type and number, newest first within a work. */
  editions(): EditionSummary[];
  /** The editions of one work, newest first. Empty where its text is not here. */
  editionsOf(work: WorkId): EditionSummary[];
  edition(edition: EditionId): StoredEdition | null;
  /** Printed name of a work that is here, is cited or has a record; null where the library has never heard of it. */
  nameOfWork(work: WorkId): string | null;
  /** Which edition each file became, by the SHA-256 of the file. */
  editionsByFile(): Map<string, EditionId>;
  /** The sections and the annexes, each in document order. `row` is that of a `StoredEdition`, here and below. */
  structure(row: number): { sections: Section[]; annexes: Annex[] };
  /** What stands before the title. */
  preface(row: number): Paragraph[];
  /** What a part of an edition cites, in document order, and what records know of it. */
  citationsIn(scope: Scope): OutgoingCitation[];
  /**
   * Every citation of a work, newest citing edition first. With an edition, those that name it come before those
   * that name none, and those of other editions come last.
   */
  citationsOf(work: WorkId, edition: string | null): IncomingCitation[];
  /** How many places cite a work, `except` left out, and the `most` first, newest citing edition first. */
  citedPlaces(work: WorkId, except: Address | null, most: number): CitedPlaces;
  /** The record at an address; null where there is none. */
  record(address: string): LibraryRecord | null;
  /** Every record of a kind, in the order in which they were written. */
  recordsOf<K extends RecordKind>(kind: K): Extract<LibraryRecord, { kind: K }>[];
  recordAddresses(kind: RecordKind): Address[];
  /** What is known of a work's editions, newest first; null where it has no record. */
  knownEditions(work: WorkId): KnownEditions | null;
  /** Everything that a record and its parts lead to, by name, each place once, in the record's order. */
  linksFrom(record: string): NamedAddress[];
  /** What of the records leads to an address or to anything under it. */
  linksTo(address: string): IncomingLink[];
  /** Names of places, in the order asked for; what the library does not know is left out. */
  namesOf(addresses: readonly Address[]): NamedAddress[];
  /** What operative provisions ask of somebody, newest edition first within a work, then in document order. */
  actions(wanted: WantedActions): Action[];
  /** Everybody whom a document speaks to or adopts. */
  knownActors(): string[];
  /** Which works lead to which; long work is done in short stretches, between which others are answered. */
  network(): Promise<StoredNetwork>;
  /** The newest title of each work whose text is here. */
  titlesOfTexts(works: readonly WorkId[]): ReadonlyMap<WorkId, string>;
  /** The works that some bodies issued and that have a record, in no order. */
  issuedBy(bodies: readonly string[]): IssuedWork[];
  counts(): LibraryCounts;
  /** At most so many of all editions and records after a place, and how far that came; null where it is the end. */
  listing(
    after: ListingPlace,
    most: number,
  ): { readonly entries: ListingEntry[]; readonly next: ListingPlace | null };
  /**
   * Answers any query. Long work is done in short stretches, between which others are answered; once `signal` is
   * aborted it is called off, and the promise rejected with `CalledOff`. What the query names is for the caller to
   * tell, by `naming`.
   */
  search(request: SearchRequest, options?: SearchOptions): Promise<FoundInLibrary>;
  /** What is known of names and numbers. */
  naming(): NamingFacts;
  /**
   * What stands in a field of a query, with how often: of works and editions what holds the words of `typed`. Only works
   * and editions say how people read them; the other texts are empty.
   */
  fieldValues(field: QueryField, typed: string): FieldValue[];
  /** What the beginning of a name may stand for, best first; long work pauses and is called off as in `search`. */
  suggest(
    prefix: string,
    limit: number,
    options?: Pick<SearchOptions, 'signal'>,
  ): Promise<readonly Suggestion[]>;
  /**
   * Reckons before anybody searches what several libraries say alike of works that they share, in short stretches between which
   * others are answered. Rejects with `CalledOff` once `signal` is aborted.
   */
  prepare(signal: Call): Promise<void>;
  /** Lets `read` see the library as it is now, however an import changes it meanwhile. */
  inOneView<T>(read: () => T): T;
  /** Another text once anything that can be found may have changed; null where that cannot be told. */
  state(): string | null;
  /** Why the person's own library is there and left out; null where all is well. */
  trouble(): Failure | null;
  /** The failure for an error that reading threw because the file is damaged; null: the error is a bug. */
  failureOf(error: unknown): Failure | null;
  close(): void;
}

/** How well a library knows what it names: it has only heard of it, it has read of it, it has it. */
const knowledgeIn = (named: NamedAddress | undefined): number => {
  if (named === undefined) return 0;
  if (named.kind === 'work') return 1;
  return named.kind === 'edition' && named.detail === '' ? 2 : 3;
};

/** The addresses of what a library does not show, by its place in their order. */
const hiddenOn = ({ hidden }: Relation, at: number): Address[] => [...(hidden[at] ?? [])];

/** The files of the libraries that are read as one. */
export interface LibraryFiles {
  /** In the order in which they are asked: what several hold is read from the first of them. */
  readonly compiled: readonly string[];
  /** The person's own, once there is one; null: they have no place for any. */
  readonly own: string | null;
}

/** Opens all files, or none. */
function openShelves(files: readonly string[]): Result<Shelf[]> {
  const shelves: Shelf[] = [];
  for (const file of files) {
    const opened = openShelf(file, 'compiled');
    if (!opened.ok) {
      for (const shelf of shelves) shelf.close();
      return opened;
    }
    shelves.push(opened.value);
  }
  return shelves.length === 0
    ? failed('library-missing', 'There is no library to read.')
    : done(shelves);
}

/**
 * Opens compiled libraries for reading, and with them the person's own, once there is one, all as one library. An edition or a
 * record that several hold is read from the first of them, the own one last. An own library that cannot be read is left
 * out, and `trouble` says why.
 *
 * Errors, each naming its file: `library-missing`, `library-damaged`, `library-newer`, `library-older`,
 * `file-unreadable`. Damage deep in a file shows only when it is read: the other methods then throw, and `failureOf`
 * tells that from a bug.
 */
export function openLibrary({
  compiled: files,
  own: ownFile,
}: LibraryFiles): Result<LibraryReader> {
  const opened = openShelves(files);
  if (!opened.ok) return opened;
  const compiled = opened.value;
  const own = createOwnShelf(ownFile);
  const reckon = relate(compiled);

  /** How many libraries there may be; the own one is the last. */
  const places = compiled.length + 1;
  /** Which row, and on which shelf, in one number. */
  const rowOnShelf = (row: number, at: number): number => row * places + at;

  /** What `state` has seen of the own library: which it was, and how often it has become another. */
  let lastOwn: Shelf | null = null;
  let ownChanges = 0;

  let isOwnLeftOut = false;
  const withoutOwn = <T>(read: () => T): T => {
    isOwnLeftOut = true;
    try {
      return read();
    } finally {
      isOwnLeftOut = false;
    }
  };
  /** Reads from what there is. Should the own library prove damaged, it is set aside and the others are read alone. */
  const withAll = <T>(read: (shelves: readonly Shelf[], relation: Relation) => T): T => {
    const shelf = isOwnLeftOut ? null : own.current();
    if (shelf === null) return read(compiled, reckon(null));
    try {
      return read([...compiled, shelf], reckon(shelf));
    } catch (error) {
      if (shelf.failureOf(error) === null) throw error;
      // Throws again where it is a compiled library that is damaged.
      const answer = read(compiled, reckon(null));
      const failure = shelf.failureOf(error);
      if (failure !== null) own.setAside(failure);
      return answer;
    }
  };
  const onShelf = <T>(row: number, read: (shelf: Shelf, row: number) => T, otherwise: T): T =>
    withAll((shelves) => {
      const shelf = shelves[row % places];
      return shelf === undefined ? otherwise : read(shelf, Math.floor(row / places));
    });
  /** What each library has, but for what one before it has too. */
  const shownOfAll = <T>(
    read: (shelf: Shelf) => readonly T[],
    addressOf: (each: T) => string,
  ): T[] =>
    withAll((shelves, relation) =>
      shelves.flatMap((shelf, at) =>
        read(shelf).filter((each) => isShown(relation, at, addressOf(each))),
      ),
    );

  const editionsOf = (work: WorkId): EditionSummary[] =>
    mergeEditions(
      shownOfAll(
        (shelf) => shelf.editionsOf(work),
        (each) => each.edition,
      ),
    );
  const edition = (address: EditionId): StoredEdition | null =>
    withAll((shelves) => {
      for (const [at, shelf] of shelves.entries()) {
        const found = shelf.edition(address);
        if (found !== null) return { ...found, row: rowOnShelf(found.row, at) };
      }
      return null;
    });
  const record = (address: string): LibraryRecord | null =>
    withAll((shelves, relation) => {
      for (const [at, shelf] of shelves.entries()) {
        const found = isShown(relation, at, address) ? shelf.record(address) : null;
        if (found !== null) return found;
      }
      return null;
    });
  const knownEditionsOf = (works: readonly WorkId[]): Map<WorkId, KnownEditions> =>
    new Map(
      shownOfAll(
        (shelf) => shelf.knownEditions(works),
        ({ work }) => work,
      ).map((each) => [each.work, each]),
    );
  const namesOf = (addresses: readonly Address[]): NamedAddress[] => {
    // The first names what several know, but for what it has heard of and no more.
    const names = new Map<string, NamedAddress>();
    for (const each of shownOfAll(
      (shelf) => shelf.namesOf(addresses),
      ({ address }) => address,
    ))
      if (knowledgeIn(each) > knowledgeIn(names.get(each.address))) names.set(each.address, each);
    return addresses.flatMap((address) => names.get(address) ?? []);
  };
  /** Entries, their editions as the records know them. */
  const inListing = (shown: readonly ListingEntry[]): ListingEntry[] => {
    const works = new Set(shown.flatMap(({ work }) => work ?? []));
    if (works.size === 0) return [...shown];
    const known = knownEditionsOf([...works]);
    return shown.map((entry) => {
      const editions = entry.work === null ? undefined : known.get(entry.work)?.editions;
      const status = editions?.find(
        ({ edition: each }) => entry.address === `${entry.work}@${each}`,
      )?.status;
      return status === undefined ? entry : Object.assign({}, entry, { status });
    });
  };
  const isOneAlone = (): boolean => compiled.length === 1 && own.current() === null;
  const yearOf = (address: EditionId): number => edition(address)?.summary.year ?? 0;

  /** What a library suggests that it shows. */
  const suggestedBy = async (
    at: number,
    shelf: Shelf,
    typed: { readonly prefix: string; readonly limit: number },
    pace: Pace,
  ) => {
    const found = await shelf.suggest(typed.prefix, typed.limit, pace);
    return withAll((_shelves, relation) =>
      found.filter(({ item }) => isShown(relation, at, item.address)),
    );
  };
  const ownSuggestions = async (
    typed: { readonly prefix: string; readonly limit: number },
    pace: Pace,
  ) => {
    const shelf = own.current();
    if (shelf === null) return [];
    try {
      return await suggestedBy(compiled.length, shelf, typed, pace);
    } catch (error) {
      const failure = shelf.failureOf(error);
      // Somebody else may have found it damaged meanwhile, and closed it.
      const isSetAside = own.current() !== shelf;
      if (failure === null && !isSetAside) throw error;
      if (failure !== null && !isSetAside) own.setAside(failure);
      return [];
    }
  };

  const reader: LibraryReader = {
    editions: () =>
      mergeCatalogues(
        shownOfAll(
          (shelf) => shelf.editions(),
          (each) => each.edition,
        ),
      ),
    editionsOf,
    edition,
    nameOfWork: (work) =>
      withAll((shelves, relation) => {
        const records = shelves.flatMap((shelf, at) =>
          isShown(relation, at, work) ? shelf.namesOfRecords([work]) : [],
        );
        const names = shelves.map((shelf) => shelf.nameOfWork(work));
        return records[0]?.name ?? names.find((name) => name !== null) ?? null;
      }),
    editionsByFile: () =>
      withAll(
        (shelves) => new Map(shelves.toReversed().flatMap((shelf) => shelf.editionsByFile())),
      ),
    structure: (row) =>
      onShelf(row, (shelf, there) => shelf.structure(there), { sections: [], annexes: [] }),
    preface: (row) => onShelf(row, (shelf, there) => shelf.preface(there), []),
    citationsIn: (scope) => {
      const found = onShelf(
        scope.edition,
        (shelf, there) => shelf.citationsIn({ ...scope, edition: there }),
        [],
      );
      const opening = isOneAlone() ? found : openWherever(found, editionsOf);
      const known = knownEditionsOf([...new Set(found.map(({ work }) => work))]);
      return opening.map((citation) => {
        const editions = known.get(citation.work);
        const { edition: cited } = citation;
        return Object.assign(citation, {
          known: editions === undefined ? null : citedEdition(editions, cited),
        });
      });
    },
    citationsOf: (work, cited) => {
      const found = shownOfAll(
        (shelf) => shelf.citationsOf(work, cited),
        ({ from }) => from,
      );
      return isOneAlone() ? found : mergeIncoming(found, cited, yearOf);
    },
    citedPlaces: (work, except, most) =>
      withAll((shelves, relation) => {
        const found = shelves.map((shelf, at) =>
          shelf.citedPlaces({ work, except, most, without: hiddenOn(relation, at) }),
        );
        const [only, ...others] = found;
        if (only !== undefined && others.length === 0) return only;
        return {
          places: found.reduce((sum, { places: there }) => sum + there, 0),
          first: found
            .flatMap(({ first }) => first)
            .map((citation) => ({ citation, year: yearOf(editionOfAddress(citation.from)) }))
            .toSorted((a, b) => b.year - a.year)
            .slice(0, most)
            .map(({ citation }) => citation),
        };
      }),
    record,
    recordsOf: (kind) =>
      shownOfAll(
        (shelf) => shelf.recordsOf(kind),
        ({ address }) => address,
      ),
    recordAddresses: (kind) =>
      shownOfAll(
        (shelf) => shelf.recordAddresses(kind),
        (address) => address,
      ),
    knownEditions: (work) => knownEditionsOf([work]).get(work) ?? null,
    linksFrom: (from) =>
      namesOf(
        shownOfAll(
          (shelf) => shelf.linksFrom(from),
          () => from,
        ),
      ),
    linksTo: (to) =>
      shownOfAll(
        (shelf) => shelf.linksTo(to),
        ({ address }) => address,
      ),
    namesOf,
    actions: (wanted) =>
      mergeActions(
        shownOfAll(
          (shelf) => shelf.actions(wanted),
          ({ edition: from }) => from,
        ),
        reader.editions(),
      ),
    knownActors: () =>
      withAll((shelves) =>
        [...new Set(shelves.flatMap((shelf) => shelf.knownActors()))].toSorted(),
      ),
    network: () =>
      gatherNetwork(
        places,
        (at, read, otherwise) =>
          withAll((shelves, relation) => {
            const shelf = shelves[at];
            return shelf === undefined ? otherwise : read(shelf, hiddenOn(relation, at));
          }),
        createPace(undefined),
      ),
    titlesOfTexts: (works) =>
      withAll((shelves) => newestTitles(shelves.flatMap((shelf) => shelf.titlesOfTexts(works)))),
    issuedBy: (bodies) =>
      shownOfAll(
        (shelf) => shelf.issuedBy(bodies),
        ({ work }) => work,
      ),
    counts: () =>
      withAll((shelves, { standings }) =>
        addTallies(shelves.map((shelf, at) => shelf.tally(standings[at]?.hidden ?? null))),
      ),
    listing: (after, most) =>
      withAll((shelves, relation) => {
        const entries: ListingEntry[] = [];
        let left = most;
        let next: ListingPlace | null = after;
        while (next !== null && left > 0) {
          const { shelf: at, of, row }: ListingPlace = next;
          const shelf = shelves[at];
          if (shelf === undefined) return { entries: inListing(entries), next: null };
          const found: ListingRow[] =
            of === 'editions' ? shelf.listedEditions(row, left) : shelf.listedRecords(row, left);
          for (const { entry } of found)
            if (isShown(relation, at, entry.address)) entries.push(entry);
          const last = found.at(-1);
          if (found.length === left && last !== undefined) next = { shelf: at, of, row: last.row };
          else if (of === 'editions') next = { shelf: at, of: 'records', row: 0 };
          else next = at + 1 < shelves.length ? { shelf: at + 1, of: 'editions', row: 0 } : null;
          left -= found.length;
        }
        return { entries: inListing(entries), next };
      }),
    search: async (request, { named = null, signal } = {}) => {
      const shelf = own.current();
      const searchIn = (shelves: readonly Shelf[], { standings }: Relation) =>
        search(
          standings.flatMap((standing, at): Searched[] => {
            const each = shelves[at];
            return each === undefined ? [] : [{ source: each.source, standing }];
          }),
          request,
          named,
          signal,
        );
      if (shelf === null) return searchIn(compiled, reckon(null));
      try {
        return await whileStanding(
          () => reckon(shelf),
          (relation) => searchIn([...compiled, shelf], relation),
        );
      } catch (error) {
        const failure = shelf.failureOf(error);
        const isSetAside = own.current() !== shelf;
        if (failure === null && !isSetAside) throw error;
        // Rejects again where it is a compiled library that is damaged.
        const answer = await searchIn(compiled, reckon(null));
        if (failure !== null && !isSetAside) own.setAside(failure);
        return answer;
      }
    },
    naming: () => withAll((shelves) => mergeNamingFacts(shelves.map(({ naming }) => naming))),
    fieldValues: (field, typed) =>
      withAll((shelves) =>
        mergeFieldValues(shelves.map((shelf) => shelf.fieldValues(field, typed))),
      ),
    suggest: async (prefix, limit, { signal } = {}) => {
      const pace = createPace(signal);
      const typed = { prefix, limit };
      const found: (readonly RankedSuggestion[])[] = [];
      for (const [at, shelf] of compiled.entries())
        found.push(await suggestedBy(at, shelf, typed, pace));
      if (own.current() !== null) found.push(await ownSuggestions(typed, pace));
      return mergeSuggestions(found, limit, {
        hasText: (work) => editionsOf(work).length > 0,
        yearOf,
      });
    },
    prepare: async (signal) => {
      const pace = createPace(signal);
      const works = withAll((_shelves, { standings }) =>
        standings.flatMap(({ shared }) => [...shared.values()]),
      );
      for (const work of new Set(works)) await work.folds(pace);
    },
    inOneView: (read) => {
      const shelf = own.current();
      if (shelf === null) return read();
      try {
        return shelf.inOneView(read);
      } catch (error) {
        const failure = shelf.failureOf(error);
        if (failure === null) throw error;
        const answer = withoutOwn(read);
        own.setAside(failure);
        return answer;
      }
    },
    state: () => {
      const shelf = own.current();
      if (shelf !== lastOwn) ownChanges += 1;
      lastOwn = shelf;
      try {
        return `${ownChanges} ${shelf?.version() ?? ''}`;
      } catch (error) {
        if (shelf?.failureOf(error) === null) throw error;
        return null;
      }
    },
    trouble: () => {
      // It may have been mended since.
      own.current();
      return own.trouble();
    },
    failureOf: (error) => failureOnShelves(compiled, error),
    close: () => {
      for (const shelf of compiled) shelf.close();
      own.close();
    },
  };
  // Now, and not at the first question: whoever opens a library wants to know of trouble.
  own.current();
  return done(reader);
}
