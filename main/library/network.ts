import type { Address, WorkId } from '../contract/ids.ts';
import type { KnownEditions } from './records/reading-records.ts';
import type { StoredKnownEdition } from './records/write-record.ts';
import type { Connection } from './opening.ts';
import type { Pace } from './search/pace.ts';

/** How often one work leads to another. */
export interface WorkCount {
  readonly from: WorkId;
  readonly to: WorkId;
  readonly count: number;
}

/** How often each work leads to others. */
export type WorkCounts = ReadonlyMap<WorkId, ReadonlyMap<WorkId, number>>;

/** Which works there are, and which lead to which. */
export interface StoredNetwork {
  readonly withText: ReadonlySet<WorkId>;
  readonly withRecord: ReadonlySet<WorkId>;
  /** By what their texts cite, themselves left out. */
  readonly cites: WorkCounts;
  /** By what their records lead to. */
  readonly names: WorkCounts;
}

/** A work that a body issued, with the editions that its record knows. */
export interface IssuedWork extends KnownEditions {
  readonly title: string;
}

/** The newest title of a work whose text is here, and which edition has it. */
export interface TitledText {
  readonly work: WorkId;
  readonly title: string;
  readonly year: number;
  readonly edition: string;
}

/** Rows that are counted at once: a stretch of two milliseconds. */
const stretch = 2000;

interface LastRows {
  readonly citation: number;
  readonly link: number;
}

interface Stretch {
  readonly after: number;
  readonly last: number;
}

/** The work in an address: all that stands before the name of an edition or of a part. */
const workIn = (address: string): string => `CASE
  WHEN instr(${address}, '@') > 0 THEN substr(${address}, 1, instr(${address}, '@') - 1)
  WHEN instr(${address}, '#') > 0 THEN substr(${address}, 1, instr(${address}, '#') - 1)
  ELSE ${address} END`;

/** Reads which works lead to which, stretch by stretch. */
export function readNetwork(connection: Connection) {
  const lastRows = connection.prepare<[], LastRows>(
    `SELECT coalesce((SELECT max(id) FROM citations), 0) AS citation,
            coalesce((SELECT max(id) FROM links), 0) AS link`,
  );
  const withText = connection
    .prepare<[string], WorkId>(
      `SELECT DISTINCT w.work FROM editions d JOIN works w ON w.id = d.work_id
       WHERE d.address NOT IN (SELECT value FROM json_each(?))`,
    )
    .pluck();
  const withRecord = connection
    .prepare<[], WorkId>(`SELECT address FROM records WHERE kind = 'reference'`)
    .pluck();
  const cites = connection.prepare<Stretch & { without: string }, WorkCount>(
    `SELECT f.work AS "from", t.work AS "to", g.count
     FROM (SELECT d.work_id AS citing, c.work_id AS cited, count(*) AS count
           FROM citations c JOIN editions d ON d.id = c.edition_id
           WHERE c.id > @after AND c.id <= @last AND d.work_id <> c.work_id
             AND d.address NOT IN (SELECT value FROM json_each(@without))
           GROUP BY citing, cited) g
     JOIN works f ON f.id = g.citing
     JOIN works t ON t.id = g.cited`,
  );
  // A work has three parts, every other record two.
  const names = connection.prepare<Stretch & { without: string }, WorkCount>(
    `SELECT "from", "to", count(*) AS count
     FROM (SELECT r.address AS "from", ${workIn('l.target')} AS "to"
           FROM links l JOIN record_places r ON r.id = l.place_id
           WHERE l.id > @after AND l.id <= @last AND r.kind = 'reference'
             AND r.address NOT IN (SELECT value FROM json_each(@without)))
     WHERE "to" LIKE '%/%/%' AND "to" <> "from"
     GROUP BY "from", "to"`,
  );
  const titles = connection.prepare<[string], TitledText>(
    `SELECT w.work, d.title, d.year, d.edition FROM works w
     JOIN editions d ON d.id = (SELECT n.id FROM editions n WHERE n.work_id = w.id
                                ORDER BY n.year DESC, n.edition DESC LIMIT 1)
     WHERE w.work IN (SELECT value FROM json_each(?))`,
  );
  const issued = connection.prepare<[string], { work: WorkId; title: string; editions: string }>(
    `SELECT r.address AS work, p.title, r.editions
     FROM records r JOIN record_places p ON p.address = r.address
     WHERE r.kind = 'reference' AND p.body IN (SELECT value FROM json_each(?))`,
  );
  return {
    networkEnds: (): LastRows => lastRows.get() ?? { citation: 0, link: 0 },
    worksWithText: (without: readonly Address[]): WorkId[] => withText.all(JSON.stringify(without)),
    worksWithRecord: (): WorkId[] => withRecord.all(),
    citesBetweenWorks: (rows: Stretch, without: readonly Address[]): WorkCount[] =>
      cites.all({ ...rows, without: JSON.stringify(without) }),
    namesBetweenWorks: (rows: Stretch, without: readonly Address[]): WorkCount[] =>
      names.all({ ...rows, without: JSON.stringify(without) }),
    /** The newest title of each work whose text is here. */
    titlesOfTexts: (works: readonly WorkId[]): TitledText[] => titles.all(JSON.stringify(works)),
    /** The works that some bodies issued and that have a record, in no order. */
    issuedBy: (bodies: readonly string[]): IssuedWork[] =>
      issued.all(JSON.stringify(bodies)).map(({ work, title, editions }) => ({
        work,
        title,
        editions: JSON.parse(editions) as StoredKnownEdition[],
      })),
  };
}

type NetworkShelf = ReturnType<typeof readNetwork>;

/** Lets `read` read one of the libraries, but for the editions and records `without`; `otherwise` where it is not there. */
export type OnShelf = <T>(
  at: number,
  read: (shelf: NetworkShelf, without: readonly Address[]) => T,
  otherwise: T,
) => T;

/** The networks of so many libraries as one; others are answered between the stretches. */
export async function gatherNetwork(
  libraries: number,
  onShelf: OnShelf,
  pace: Pace,
): Promise<StoredNetwork> {
  const withText = new Set<WorkId>();
  const withRecord = new Set<WorkId>();
  const cites = createCounts();
  const names = createCounts();
  for (let at = 0; at < libraries; at += 1) {
    const ends = onShelf(at, (shelf) => shelf.networkEnds(), { citation: 0, link: 0 });
    for (const work of onShelf(at, (shelf, without) => shelf.worksWithText(without), []))
      withText.add(work);
    await pace.rest();
    for (const work of onShelf(at, (shelf) => shelf.worksWithRecord(), [])) withRecord.add(work);
    await pace.rest();
    for (const rows of stretches(ends.citation)) {
      cites.add(onShelf(at, (shelf, without) => shelf.citesBetweenWorks(rows, without), []));
      await pace.rest();
    }
    for (const rows of stretches(ends.link)) {
      names.add(onShelf(at, (shelf, without) => shelf.namesBetweenWorks(rows, without), []));
      await pace.rest();
    }
  }
  return { withText, withRecord, cites: cites.counts, names: names.counts };
}

function* stretches(end: number): Generator<Stretch> {
  for (let after = 0; after < end; after += stretch) yield { after, last: after + stretch };
}

function createCounts() {
  const counts = new Map<WorkId, Map<WorkId, number>>();
  return {
    counts: counts as WorkCounts,
    add(rows: readonly WorkCount[]): void {
      for (const { from, to, count } of rows) {
        const own = counts.get(from) ?? new Map<WorkId, number>();
        counts.set(from, own);
        own.set(to, (own.get(to) ?? 0) + count);
      }
    },
  };
}
