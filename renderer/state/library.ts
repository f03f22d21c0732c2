import type { FacetValue } from '../../main/contract/answers.ts';
import type { ListingEntry } from '../../main/contract/listing.ts';
import { editionStatuses } from '../../main/contract/records.ts';
import { bodyRank, orderKey, typeRank } from './library-order.ts';
import { folded, wordsOf } from './narrowing.ts';
import {
  libraryFacets,
  whetherHere,
  type LibraryFacet,
  type LibraryOrder,
  type LibraryPlace,
} from './places/index.ts';

/**
 * Whether what an entry tells of can be read on this machine: a text that came with the library, one of the person's
 * own, something written for the library; or whether there is a record of it and no more.
 */
type Presence = 'text' | 'own' | 'written' | 'record';

export const presenceOf = ({ kind, isOwn }: ListingEntry): Presence => {
  if (kind === 'reference') return 'record';
  if (kind !== 'edition') return 'written';
  return isOwn ? 'own' : 'text';
};

const hereOf = {
  text: 'yes',
  own: 'yes',
  record: 'no',
  written: 'written',
} as const satisfies Record<Presence, LibraryPlace['here']>;

/** What a place leaves of the library, and how much each further choice would leave. */
export interface NarrowedLibrary {
  readonly entries: readonly ListingEntry[];
  /** Counted as if nothing of the same facet were chosen. A chosen value is there even where it counts nothing. */
  readonly facets: Readonly<Record<LibraryFacet, readonly FacetValue[]>>;
}

/** Everything that is here, each thing once. */
export interface Library {
  readonly size: number;
  /** What topics are called, by their slugs. */
  readonly topicNames: ReadonlyMap<string, string>;
  /** What bodies are called by their records, by their slugs. */
  readonly bodyNames: ReadonlyMap<string, string>;
  /** What meetings are called, by their slugs: "WTSA-24". */
  readonly meetingNames: ReadonlyMap<string, string>;
  narrow(place: LibraryPlace): NarrowedLibrary;
}

const namesOf = (
  kind: 'topic' | 'body',
  entries: readonly ListingEntry[],
): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap((entry) =>
      entry.kind === kind ? [[entry.address.slice(kind.length + 1), entry.name]] : [],
    ),
  );

export const meetingSlug = (name: string): string => name.toLowerCase().replaceAll(' ', '-');

/** An entry with all that it is narrowed by, made ready once: its words, and the numbers of its values in each facet. */
interface Ready {
  readonly entry: ListingEntry;
  readonly text: string;
  /** In the order of `libraryFacets`. */
  readonly values: readonly (readonly number[])[];
}

/** The values of each facet by their numbers, in the order of `libraryFacets`. */
type ValueNames = readonly (readonly string[])[];

export function createLibrary(listed: readonly ListingEntry[]): Library {
  const entries = onceEach(listed);
  const { ready, names } = makeReady(entries);
  const inOrder = new Map<LibraryOrder, readonly Ready[]>();
  const ordered = (order: LibraryOrder): readonly Ready[] => {
    // What is of one year stands as by body.
    const known =
      inOrder.get(order) ?? (order === 'year' ? byYear(ordered('body')) : sorted(ready, order));
    inOrder.set(order, known);
    return known;
  };
  const meetingYears = new Map(
    entries.flatMap(({ meeting, year }) =>
      meeting === null ? [] : [[meetingSlug(meeting), year ?? 0]],
    ),
  );
  return {
    size: entries.length,
    topicNames: namesOf('topic', entries),
    bodyNames: namesOf('body', entries),
    meetingNames: new Map(
      entries.flatMap(({ meeting }) => (meeting === null ? [] : [[meetingSlug(meeting), meeting]])),
    ),
    narrow(place) {
      const { left, counts } = sift(ordered(place.sort), names, place);
      const facets = Object.fromEntries(
        libraryFacets.map((facet, at) => {
          const chosen = place[facet];
          const values = (names[at] ?? []).flatMap((value, number) => {
            const count = counts[at]?.[number] ?? 0;
            return count > 0 || value === chosen ? [{ value, count }] : [];
          });
          const isThere = chosen === null || values.some(({ value }) => value === chosen);
          const all = isThere ? values : [...values, { value: chosen, count: 0 }];
          return [facet, all.toSorted(inFacetOrder(facet, meetingYears))];
        }),
      ) as Record<LibraryFacet, FacetValue[]>;
      return { entries: left, facets };
    },
  };
}

/**
 * A text and the record of its work are one thing, which is the text; it has the topics of the record. A resolution
 * of which there is a record alone was adopted by the one meeting of its body in that year. A body that adopts texts
 * stands with them.
 */
function onceEach(listed: readonly ListingEntry[]): readonly ListingEntry[] {
  const works = new Set(listed.flatMap(({ work }) => work ?? []));
  const issuers = new Set(
    listed.flatMap(({ kind, body }) => (kind === 'body' ? [] : (body ?? []))),
  );
  const topics = new Map<string, readonly string[]>();
  const meetings = new Map<string, string | null>();
  for (const entry of listed) {
    if (entry.kind === 'reference') topics.set(entry.address, entry.topics);
    if (entry.kind === 'meeting') {
      const key = `${entry.body} ${entry.year}`;
      meetings.set(key, meetings.has(key) ? null : entry.meeting);
    }
  }
  const isShownByText = ({ kind, address }: ListingEntry): boolean =>
    kind === 'reference' && works.has(address as string as NonNullable<ListingEntry['work']>);
  return listed.flatMap((entry) => {
    if (isShownByText(entry)) return [];
    if (entry.work !== null) return [{ ...entry, topics: topics.get(entry.work) ?? entry.topics }];
    if (entry.kind === 'body') {
      const own = entry.address.replace('body/', '');
      return [issuers.has(own) ? { ...entry, body: own } : entry];
    }
    if (entry.kind !== 'reference') return [entry];
    return [{ ...entry, meeting: meetings.get(`${entry.body} ${entry.year}`) ?? null }];
  });
}

const orNone = (value: string | null): readonly string[] => (value === null ? [] : [value]);

const valuesOf = (entry: ListingEntry): Readonly<Record<LibraryFacet, readonly string[]>> => ({
  here: [hereOf[presenceOf(entry)]],
  own: entry.isOwn ? ['yes'] : [],
  kind: [entry.type],
  body: orNone(entry.body),
  topic: entry.topics,
  meeting: orNone(entry.meeting === null ? null : meetingSlug(entry.meeting)),
  status: orNone(entry.status),
  year: orNone(entry.year === null ? null : String(entry.year)),
});

function makeReady(entries: readonly ListingEntry[]): {
  readonly ready: readonly Ready[];
  readonly names: ValueNames;
} {
  const numbers = libraryFacets.map(() => new Map<string, number>());
  const ready = entries.map((entry): Ready => {
    const { name, title, also, year, meeting } = entry;
    const values = valuesOf(entry);
    return {
      entry,
      text: folded([name, title, ...also, year ?? '', meeting ?? ''].join(' ')),
      values: numbers.map((known, at) => {
        const facet = libraryFacets[at];
        return (facet === undefined ? [] : values[facet]).map((value) => {
          const number = known.get(value) ?? known.size;
          known.set(value, number);
          return number;
        });
      }),
    };
  });
  return { ready, names: numbers.map((known) => Array.from(known.keys())) };
}

const byYear = (ready: readonly Ready[]): readonly Ready[] =>
  ready.toSorted((a, b) => (b.entry.year ?? 0) - (a.entry.year ?? 0));

function sorted(ready: readonly Ready[], order: Exclude<LibraryOrder, 'year'>): readonly Ready[] {
  const keyed = ready.map((each) => ({ each, key: orderKey(each.entry, order) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ each }) => each);
}

/** One pass over everything: what is left, and what each facet would leave if it were chosen anew. */
function sift(ready: readonly Ready[], names: ValueNames, place: LibraryPlace) {
  const sought = wordsOf(place.filter);
  const chosen = libraryFacets.flatMap((facet, at) => {
    const value = place[facet];
    return value === null ? [] : [{ at, number: names[at]?.indexOf(value) ?? -1 }];
  });
  const counts = names.map((values) => new Uint32Array(values.length));
  const count = (at: number, numbers: readonly number[]): void => {
    const counted = counts[at];
    if (counted !== undefined)
      for (const number of numbers) counted[number] = (counted[number] ?? 0) + 1;
  };
  const left: ListingEntry[] = [];
  for (const { entry, text, values } of ready) {
    if (!sought.every((word) => text.includes(word))) continue;
    let missed = 0;
    let missing = -1;
    for (const { at, number } of chosen)
      if (values[at]?.includes(number) !== true) {
        missed += 1;
        missing = at;
      }
    if (missed === 0) {
      left.push(entry);
      for (const [at, numbers] of values.entries()) count(at, numbers);
    } else if (missed === 1) count(missing, values[missing] ?? []);
  }
  return { left, counts };
}

type CompareValues = (a: FacetValue, b: FacetValue) => number;

const byName: CompareValues = (a, b) => (a.value < b.value ? -1 : 1);
const byRank =
  (rank: (value: string) => number): CompareValues =>
  (a, b) =>
    rank(a.value) - rank(b.value) || byName(a, b);

function inFacetOrder(
  facet: LibraryFacet,
  meetingYears: ReadonlyMap<string, number>,
): CompareValues {
  switch (facet) {
    case 'here':
      return byRank((value) => whetherHere.findIndex((one) => one === value));
    case 'own':
      return byName;
    case 'kind':
      return byRank(typeRank);
    case 'body':
      return byRank(bodyRank);
    case 'topic':
      return (a, b) => b.count - a.count || byName(a, b);
    case 'meeting':
      return byRank((value) => -(meetingYears.get(value) ?? 0));
    case 'status':
      return byRank((value) => editionStatuses.findIndex((status) => status === value));
    case 'year':
      return byRank((value) => -Number(value));
  }
}
