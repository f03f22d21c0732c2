import type { Address, EditionId, WorkId } from '../contract/ids.ts';
import type { LibraryRecord, RecordKind } from '../contract/records.ts';
import type { Connection } from './opening.ts';
import { foldName } from './records/places.ts';

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

/** What a library knows of names and numbers, to tell what a query names. Each is asked for little, and often the same. */
export interface NamingFacts {
  /** Works whose id ends in this number ("92", "m.2083"): with text, with a record or only cited, best known first. */
  worksNumbered(number: string): readonly WorkId[];
  /** Newest first. */
  editionsOf(work: WorkId): readonly NamedEdition[];
  /** Of an edition whose text is here, in its order. */
  sectionsOf(edition: EditionId): readonly NamedSection[];
  /**
   * Records of which a name, short name or title is this one: letters and digits alone are compared, in any case and
   * without accents, so that "SG13", "sg 13" and "SG-13" are the same. Asked dozens of times for one query.
   */
  recordsCalled(name: string): readonly { readonly address: Address; readonly kind: RecordKind }[];
  /** Whether any such name begins so: few words begin one, and who knows that need not ask for all that follow. */
  beginsName(beginning: string): boolean;
  meetings(): readonly NamedMeeting[];
  /** Whether a work, an edition with text, a section or provision of one, or a record or part of one stands there. */
  isHere(address: Address): boolean;
}

type RecordOf<Kind extends RecordKind> = Extract<LibraryRecord, { kind: Kind }>;

/** "2018" of "2018-03" and of the edition "2018"; null where the edition is counted and no date is known. */
const yearIn = (...dates: readonly (string | null)[]): number | null => {
  const found = dates.map((date) => /^(?:18|19|20)\d{2}/.exec(date ?? '')?.[0]);
  const year = found.find((each) => each !== undefined);
  return year === undefined ? null : Number(year);
};

/** Reads what one library knows of names. */
export function readNamingFacts(connection: Connection): NamingFacts {
  const numbered = connection
    .prepare<{ number: string }, WorkId>(
      `SELECT work FROM (
         SELECT work, EXISTS (SELECT 1 FROM editions d WHERE d.work_id = w.id) AS hasText FROM works w
         WHERE number = @number
         UNION
         SELECT address, 0 FROM records
         WHERE kind = 'reference' AND substr(address, -length(@number) - 1) = '/' || @number
       ) GROUP BY work
       ORDER BY max(hasText) DESC, EXISTS (SELECT 1 FROM records o WHERE o.address = work) DESC, work`,
    )
    .pluck();
  const editions = connection.prepare<
    [string],
    { edition: EditionId; year: number; place: string }
  >(
    `SELECT d.address AS edition, d.year, d.place FROM editions d JOIN works w ON w.id = d.work_id
     WHERE w.work = ? ORDER BY d.year DESC, d.edition DESC`,
  );
  const record = connection
    .prepare<[string], string>('SELECT data FROM records WHERE address = ?')
    .pluck();
  const sections = connection.prepare<
    [string],
    { section: string; kind: string; heading: string; paths: string }
  >(
    `SELECT s.address AS section, s.kind, s.heading,
            (SELECT json_group_array(p.path ORDER BY p.id) FROM provisions p WHERE p.section_id = s.id) AS paths
     FROM sections s JOIN editions d ON d.id = s.edition_id WHERE d.address = ? ORDER BY s.id`,
  );
  // In the order of the names' own index: sorting would take several times as long as finding.
  const called = connection.prepare<[string], { address: Address; kind: RecordKind }>(
    `SELECT r.address, r.kind FROM record_names n JOIN record_places r ON r.id = n.place_id
     WHERE n.name = ? ORDER BY n.place_id`,
  );
  // No name holds U+10FFFF, so it ends the range of those that begin alike.
  const begun = connection
    .prepare<[string, string], number>(
      'SELECT EXISTS (SELECT 1 FROM record_names WHERE name >= ? AND name < ?)',
    )
    .pluck();
  const meetings = connection
    .prepare<[], string>("SELECT data FROM records WHERE kind = 'meeting' ORDER BY id")
    .pluck();
  const here = connection
    .prepare<{ address: string; edition: string; section: string; path: string }, number>(
      `SELECT EXISTS (SELECT 1 FROM works WHERE work = @address)
           OR EXISTS (SELECT 1 FROM record_places WHERE address = @address)
           OR EXISTS (SELECT 1 FROM editions WHERE address = @address)
           OR EXISTS (SELECT 1 FROM editions d JOIN sections s ON s.edition_id = d.id
                      WHERE d.address = @edition AND s.address = @section
                        AND (@path = '' OR EXISTS (SELECT 1 FROM provisions p WHERE p.section_id = s.id AND p.path = @path)))`,
    )
    .pluck();
  let known: NamedMeeting[] | null = null;

  return {
    worksNumbered: (number) => numbered.all({ number }),
    editionsOf: (work) => {
      const full = editions.all(work).map((each) => Object.assign(each, { hasText: true }));
      const data = record.get(work);
      if (data === undefined) return full;
      const { editions: told } = JSON.parse(data) as RecordOf<'reference'>;
      const others = told
        .map(({ edition, approved, published }) => ({
          edition: `${work}@${edition}` as EditionId,
          year: yearIn(edition.length === 4 ? edition : null, approved, published),
          place: '',
          hasText: false,
        }))
        .filter(({ edition }) => !full.some((each) => each.edition === edition));
      return [...full, ...others].toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
    },
    sectionsOf: (edition) =>
      sections
        .all(edition)
        .map((row) => Object.assign(row, { paths: JSON.parse(row.paths) as string[] })),
    recordsCalled: (name) => called.all(foldName(name)),
    beginsName: (beginning) => {
      const folded = foldName(beginning);
      return begun.get(folded, `${folded}\u{10ffff}`) === 1;
    },
    meetings: () => {
      known ??= meetings.all().map((data) => {
        const { address, body, place, year } = JSON.parse(data) as RecordOf<'meeting'>;
        return { address, body, place, year };
      });
      return known;
    },
    isHere: (address) => {
      const [edition = '', inside = ''] = address.split('#');
      const dot = inside.indexOf('.');
      const section = dot < 0 ? inside : inside.slice(0, dot);
      const path = dot < 0 ? '' : inside.slice(dot + 1);
      return here.get({ address, edition, section, path }) === 1;
    },
  };
}

/** Of those at one address the first. */
const oncePerAddress = <Thing extends { readonly address: Address }>(
  things: readonly Thing[],
): Thing[] => {
  const found = new Map<Address, Thing>();
  for (const thing of things) if (!found.has(thing.address)) found.set(thing.address, thing);
  return [...found.values()];
};

/** What several libraries know together. */
export function mergeNamingFacts(all: readonly NamingFacts[]): NamingFacts {
  const [first, ...others] = all;
  if (first !== undefined && others.length === 0) return first;
  const editionsOf = (work: WorkId): NamedEdition[] => {
    const known = new Map<EditionId, NamedEdition>();
    for (const each of all.flatMap((facts) => facts.editionsOf(work)))
      if (known.get(each.edition)?.hasText !== true) known.set(each.edition, each);
    return [...known.values()].toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
  };
  const hasText = (work: WorkId): boolean => editionsOf(work).some((each) => each.hasText);
  return {
    worksNumbered: (number) => {
      const { text = [], name = [] } = Object.groupBy(
        new Set(all.flatMap((each) => each.worksNumbered(number))),
        (work) => (hasText(work) ? 'text' : 'name'),
      );
      return [...text, ...name];
    },
    editionsOf,
    sectionsOf: (edition) =>
      all.map((each) => each.sectionsOf(edition)).find(({ length }) => length > 0) ?? [],
    recordsCalled: (name) => oncePerAddress(all.flatMap((each) => each.recordsCalled(name))),
    meetings: () => oncePerAddress(all.flatMap((each) => each.meetings())),
    beginsName: (beginning) => all.some((each) => each.beginsName(beginning)),
    isHere: (address) => all.some((each) => each.isHere(address)),
  };
}
