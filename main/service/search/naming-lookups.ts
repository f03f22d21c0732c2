import type { Address, EditionId, WorkId } from '../../contract/ids.ts';
import type { RecordKind } from '../../contract/records.ts';

/** An edition that the library has in full, or of which a record knows. */
export interface NamedEdition {
  readonly edition: EditionId;
  /** Null where nothing tells it: editions of ITU-R Recommendations are counted. */
  readonly year: number | null;
  /** Empty where it is not known. */
  readonly place: string;
  readonly hasText: boolean;
}

export interface NamedSection {
  /** Address within the edition: "instructs-itu-t-sg-13". */
  readonly section: string;
  readonly kind: string;
  readonly heading: string;
  /** Of every provision in it, whatever its depth: "1", "2.ii". */
  readonly paths: readonly string[];
}

export interface NamedMeeting {
  readonly address: Address;
  /** Slug of the body that met. */
  readonly body: string;
  readonly place: string;
  readonly year: number;
}

/** What must be known of a library to tell what a query names. Each is asked for little, and often the same. */
export interface NamingLookups {
  /** Works whose id ends in this number ("92", "m.2083"): with text, with a record or only cited, best known first. */
  worksNumbered(number: string): readonly WorkId[];
  /** Newest first. */
  editionsOf(work: WorkId): readonly NamedEdition[];
  /** Of an edition whose text is here, in its order. */
  sectionsOf(edition: EditionId): readonly NamedSection[];
  /**
   * Records of which a name, short name or title is this one: letters and digits alone are compared, in any case and
   * without accents, so that "SG13", "sg 13" and "SG-13" are the same. Asked dozens of times for one query: names are
   * few, and best held in memory.
   */
  recordsCalled(name: string): readonly { readonly address: Address; readonly kind: RecordKind }[];
  meetings(): readonly NamedMeeting[];
  /** Whether a work, an edition with text, a section or provision of one, or a record or part of one stands there. */
  isHere(address: Address): boolean;
}

function once<Key, Value>(ask: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as Value;
  };
}

/** The same lookups, each asked once for the same thing. */
export function remembering(lookups: NamingLookups): NamingLookups {
  const meetings = once((_all: 'all') => lookups.meetings());
  return {
    worksNumbered: once((number) => lookups.worksNumbered(number)),
    editionsOf: once((work) => lookups.editionsOf(work)),
    sectionsOf: once((edition) => lookups.sectionsOf(edition)),
    recordsCalled: once((name) => lookups.recordsCalled(name)),
    meetings: () => meetings('all'),
    isHere: once((address) => lookups.isHere(address)),
  };
}
