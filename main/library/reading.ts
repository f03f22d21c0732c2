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
import { done, type Failure, type Result } from '../contract/failure.ts';
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
  openWherever,
} from './merging.ts';
import { createOwnShelf } from './own-shelf.ts';
import type { ListingPlace, ListingRow } from './listing.ts';
import { citedEdition, type KnownEditions } from './records/reading-records.ts';
import { mergeNamingFacts, type NamingFacts } from './naming-facts.ts';
import { gatherNetwork, type IssuedWork, type StoredNetwork } from './network.ts';
import { search, type FoundInLibrary, type Named, type Searched } from './search/index.ts';
import { createPace, type Pace } from './search/pace.ts';
import { mergeFieldValues } from './suggestions/index.ts';
import type { FieldValue, QueryField } from './query/index.ts';
import { openShelf, type Shelf } from './shelf.ts';
import { alone, relate, whileStanding, type Relation } from './standing.ts';

export interface SearchOptions {
  /** What the query names, which then comes first, and what cites it next. */
  readonly named?: Named | null;
  /** Says whether somebody still waits; an AbortSignal does. */
  readonly signal?: Call | undefined;
}

/**
 * A library that is open for reading: the compiled one, and with it the person's own, as one. Nothing in it can change
 * a file.
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

/** Both libraries' rows in one number: twice the row, and one more for the own library's. */
const rowOnShelf = (row: number, at: number): number => row * 2 + at;

/**
 * Opens the library at `file` for reading, and with it the person's own library at `ownFile`, once there is one. Where
 * both hold an edition, the compiled library's is read. An own library that cannot be read is left out, and `trouble`
 * says why.
 *
 * Errors: `library-missing`, `library-damaged`, `library-newer`, `library-older`, `file-unreadable`. Damage deep
 * in the file shows only when it is read: the other methods then throw, and `failureOf` tells that from a bug.
 */
export function openLibrary(file: string, ownFile: string | null = null): Result<LibraryReader> {
  const opened = openShelf(file, 'compiled');
  if (!opened.ok) return opened;
  const compiled = opened.value;
  const own = createOwnShelf(ownFile);

  let reckon: ((own: Shelf) => Relation) | null = null;
  const relationTo = (shelf: Shelf): Relation => {
    reckon ??= relate(compiled);
    return reckon(shelf);
  };

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
  /** Reads from what there is. Should the own library prove damaged, it is set aside and the other read alone. */
  const withAll = <T>(read: (shelves: readonly Shelf[], relation: Relation) => T): T => {
    const shelf = isOwnLeftOut ? null : own.current();
    if (shelf === null) return read([compiled], alone);
    try {
      return read([compiled, shelf], relationTo(shelf));
    } catch (error) {
      if (shelf.failureOf(error) === null) throw error;
      // Throws again where it is the compiled library that is damaged.
      const answer = read([compiled], alone);
      const failure = shelf.failureOf(error);
      if (failure !== null) own.setAside(failure);
      return answer;
    }
  };
  const onShelf = <T>(row: number, read: (shelf: Shelf, row: number) => T, otherwise: T): T =>
    withAll((shelves) => {
      const shelf = shelves[row % 2];
      return shelf === undefined ? otherwise : read(shelf, Math.floor(row / 2));
    });

  const editionsOf = (work: WorkId): EditionSummary[] =>
    withAll((shelves, { hidden }) =>
      mergeEditions(
        shelves
          .flatMap((shelf) => shelf.editionsOf(work))
          .filter((each) => !each.isOwn || !hidden.has(each.edition)),
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
    withAll((shelves) => {
      for (const shelf of shelves) {
        const found = shelf.record(address);
        if (found !== null) return found;
      }
      return null;
    });
  const knownEditionsOf = (works: readonly WorkId[]): Map<WorkId, KnownEditions> =>
    withAll(
      (shelves) =>
        new Map(
          shelves.flatMap((shelf) => shelf.knownEditions(works)).map((each) => [each.work, each]),
        ),
    );
  const namesOf = (addresses: readonly Address[]): NamedAddress[] =>
    withAll((shelves) => {
      // The compiled library names what both know, but for a work that it has heard of and no more.
      const found = shelves.toReversed().flatMap((shelf) => shelf.namesOf(addresses));
      const names = new Map<string, NamedAddress>();
      for (const each of found)
        if (each.kind !== 'work' || !names.has(each.address)) names.set(each.address, each);
      return addresses.flatMap((address) => names.get(address) ?? []);
    });
  /** The entries of rows, without those of editions that both libraries hold; editions as their records know them. */
  const inListing = (rows: readonly ListingRow[], hidden: ReadonlySet<string>): ListingEntry[] => {
    const shown = rows
      .map(({ entry }) => entry)
      .filter(({ isOwn, address }) => !isOwn || !hidden.has(address));
    const works = new Set(shown.flatMap(({ work }) => work ?? []));
    if (works.size === 0) return shown;
    const known = knownEditionsOf([...works]);
    return shown.map((entry) => {
      const editions = entry.work === null ? undefined : known.get(entry.work)?.editions;
      const status = editions?.find(
        ({ edition: each }) => entry.address === `${entry.work}@${each}`,
      )?.status;
      return status === undefined ? entry : Object.assign({}, entry, { status });
    });
  };
  const yearOf = (address: EditionId): number => edition(address)?.summary.year ?? 0;

  const ownSuggestions = async (prefix: string, limit: number, pace: Pace) => {
    const shelf = own.current();
    if (shelf === null) return [];
    try {
      const { hidden } = relationTo(shelf);
      const found = await shelf.suggest(prefix, limit, pace);
      return found.filter(({ item }) => !hidden.has(editionOfAddress(item.address)));
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
      withAll((shelves, { hidden }) =>
        mergeCatalogues(
          shelves
            .flatMap((shelf) => shelf.editions())
            .filter((each) => !each.isOwn || !hidden.has(each.edition)),
        ),
      ),
    editionsOf,
    edition,
    nameOfWork: (work) =>
      withAll((shelves) => {
        const records = shelves.flatMap((shelf) => shelf.namesOfRecords([work]));
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
      const opening = own.current() === null ? found : openWherever(found, editionsOf);
      const known = knownEditionsOf([...new Set(found.map(({ work }) => work))]);
      return opening.map((citation) => {
        const editions = known.get(citation.work);
        const { edition: cited } = citation;
        return Object.assign(citation, {
          known: editions === undefined ? null : citedEdition(editions, cited),
        });
      });
    },
    citationsOf: (work, cited) =>
      withAll((shelves, { hidden }) => {
        const [ours = [], theirs = []] = shelves.map((shelf) => shelf.citationsOf(work, cited));
        if (theirs.length === 0) return ours;
        const shown = theirs.filter(({ from }) => !hidden.has(editionOfAddress(from)));
        return mergeIncoming([...ours, ...shown], cited, yearOf);
      }),
    citedPlaces: (work, except, most) =>
      withAll((shelves, { hidden }) => {
        const [ours, theirs] = shelves.map((shelf, at) =>
          shelf.citedPlaces({ work, except, most, without: at === 0 ? [] : [...hidden] }),
        );
        if (ours === undefined || theirs === undefined) return ours ?? { places: 0, first: [] };
        return {
          places: ours.places + theirs.places,
          first: [...ours.first, ...theirs.first]
            .map((citation) => ({ citation, year: yearOf(editionOfAddress(citation.from)) }))
            .toSorted((a, b) => b.year - a.year)
            .slice(0, most)
            .map(({ citation }) => citation),
        };
      }),
    record,
    recordsOf: (kind) => withAll((shelves) => shelves.flatMap((shelf) => shelf.recordsOf(kind))),
    recordAddresses: (kind) =>
      withAll((shelves) => shelves.flatMap((shelf) => shelf.recordAddresses(kind))),
    knownEditions: (work) => knownEditionsOf([work]).get(work) ?? null,
    linksFrom: (from) =>
      namesOf(withAll((shelves) => shelves.flatMap((shelf) => shelf.linksFrom(from)))),
    linksTo: (to) => withAll((shelves) => shelves.flatMap((shelf) => shelf.linksTo(to))),
    namesOf,
    actions: (wanted) =>
      withAll((shelves, { hidden }) =>
        mergeActions(
          shelves.map((shelf, at) =>
            shelf.actions(wanted).filter((each) => at === 0 || !hidden.has(each.edition)),
          ),
          reader.editions(),
        ),
      ),
    knownActors: () =>
      withAll((shelves) =>
        [...new Set(shelves.flatMap((shelf) => shelf.knownActors()))].toSorted(),
      ),
    network: () =>
      gatherNetwork(
        (at, read, otherwise) =>
          withAll((shelves, { hidden }) => {
            const shelf = shelves[at];
            return shelf === undefined ? otherwise : read(shelf, at === 0 ? [] : [...hidden]);
          }),
        createPace(undefined),
      ),
    titlesOfTexts: (works) =>
      withAll(
        (shelves) =>
          new Map(
            shelves
              .toReversed()
              .flatMap((shelf) => shelf.titlesOfTexts(works))
              .map(({ work, title }) => [work, title]),
          ),
      ),
    issuedBy: (bodies) => withAll((shelves) => shelves.flatMap((shelf) => shelf.issuedBy(bodies))),
    counts: () =>
      withAll((shelves, { standings }) =>
        addTallies(shelves.map((shelf, at) => shelf.tally(standings[at]?.hidden ?? []))),
      ),
    listing: (after, most) =>
      withAll((shelves, { hidden }) => {
        const rows: ListingRow[] = [];
        let next: ListingPlace | null = after;
        while (next !== null && rows.length < most) {
          const shelf = shelves[next.shelf];
          if (shelf === undefined) return { entries: inListing(rows, hidden), next: null };
          const left = most - rows.length;
          const found: ListingRow[] =
            next.of === 'editions'
              ? shelf.listedEditions(next.row, left)
              : shelf.listedRecords(next.row, left);
          rows.push(...found);
          const last = found.at(-1);
          if (found.length === left && last !== undefined)
            next = { shelf: next.shelf, of: next.of, row: last.row };
          else if (next.of === 'editions') next = { shelf: next.shelf, of: 'records', row: 0 };
          else
            next =
              next.shelf + 1 < shelves.length
                ? { shelf: next.shelf + 1, of: 'editions', row: 0 }
                : null;
        }
        return { entries: inListing(rows, hidden), next };
      }),
    search: async (request, { named = null, signal } = {}) => {
      const shelf = own.current();
      const searchIn = (libraries: readonly Searched[]) =>
        search(libraries, request, named, signal);
      const [first] = alone.standings;
      const inCompiled = () => searchIn([{ source: compiled.source, standing: first }]);
      if (shelf === null) return inCompiled();
      const inBoth = ({ standings }: Relation) =>
        searchIn([
          { source: compiled.source, standing: standings[0] },
          { source: shelf.source, standing: standings[1] },
        ]);
      try {
        return await whileStanding(() => relationTo(shelf), inBoth);
      } catch (error) {
        const failure = shelf.failureOf(error);
        const isSetAside = own.current() !== shelf;
        if (failure === null && !isSetAside) throw error;
        // Rejects again where it is the compiled library that is damaged.
        const answer = await inCompiled();
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
      const found = await compiled.suggest(prefix, limit, pace);
      return mergeSuggestions([...found, ...(await ownSuggestions(prefix, limit, pace))], limit, {
        hasText: (work) => editionsOf(work).length > 0,
        yearOf,
      });
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
    trouble: () => own.trouble(),
    failureOf: (error) => compiled.failureOf(error),
    close: () => {
      compiled.close();
      own.close();
    },
  };
  // Now, and not at the first question: whoever opens a library wants to know of trouble.
  own.current();
  return done(reader);
}
