import { setImmediate as breathe } from 'node:timers/promises';
import type { Api } from '../contract/api.ts';
import { done } from '../contract/failure.ts';
import { editionId, parseAddress, type Address, type WorkId } from '../contract/ids.ts';
import type {
  Network,
  NetworkLink,
  NetworkWork,
  TimelineEdition,
  TimelineMeeting,
} from '../contract/network.ts';
import type { IssuedWork, LibraryReader, StoredNetwork, WorkCounts } from '../library/index.ts';
import { inNumberOrder } from './in-number-order.ts';
import { unknownWork } from './show/unknown.ts';

const usualLimit = 300;

/** More lines than a person can follow; the heaviest are given. */
const mostLinks = 3000;

/** How a work stands in the whole network. */
interface Standing {
  citedBy: number;
  cites: number;
  /** In how many of the links it stands. */
  links: number;
}

/** The whole network, ready to give parts of it. */
interface Whole {
  /** By what counts, the kinds of links that do. */
  readonly counts: readonly (readonly [NetworkLink['kind'], WorkCounts])[];
  readonly standings: ReadonlyMap<WorkId, Standing>;
  readonly withText: ReadonlySet<WorkId>;
  /** Most cited first. */
  readonly ranked: readonly WorkId[];
}

/** Works after which others go first. */
const worksAtOnce = 20;

async function wholeOf(stored: StoredNetwork, records: boolean): Promise<Whole> {
  const { withText, withRecord, cites, names } = stored;
  const counts: Whole['counts'] = records
    ? [
        ['cites', cites],
        ['names', names],
      ]
    : [['cites', cites]];
  const standings = new Map<WorkId, Standing>();
  const standingOf = (work: WorkId): Standing => {
    const known = standings.get(work) ?? { citedBy: 0, cites: 0, links: 0 };
    standings.set(work, known);
    return known;
  };
  for (const work of withText) standingOf(work);
  if (records) for (const work of withRecord) standingOf(work);
  let passed = 0;
  for (const [kind, ofKind] of counts)
    for (const [from, own] of ofKind) {
      const citing = standingOf(from);
      for (const [to, count] of own) {
        const cited = standingOf(to);
        citing.links += 1;
        cited.links += 1;
        if (kind === 'names') continue;
        citing.cites += count;
        cited.citedBy += count;
      }
      passed += 1;
      if (passed % worksAtOnce === 0) await breathe();
    }
  const ranked = [...standings]
    .toSorted(
      ([a, one], [b, other]) =>
        other.citedBy - one.citedBy ||
        other.cites - one.cites ||
        other.links - one.links ||
        // By code units, since there may be tens of thousands of them.
        (a < b ? -1 : 1),
    )
    .map(([work]) => work);
  return { counts, standings, withText, ranked };
}

/** The most cited works; with a focus also that and those around it, the most cited of them. */
function chosenFrom({ counts, ranked }: Whole, focus: WorkId | null, limit: number): Set<WorkId> {
  const chosen = new Set(ranked.slice(0, limit));
  if (focus === null) return chosen;
  const around = new Set<WorkId>();
  for (const [, ofKind] of counts) {
    for (const to of ofKind.get(focus)?.keys() ?? []) around.add(to);
    for (const [from, own] of ofKind) if (own.has(focus)) around.add(from);
  }
  chosen.add(focus);
  for (const work of ranked.filter((each) => around.has(each)).slice(0, limit)) chosen.add(work);
  return chosen;
}

/** The links between some works, those of the focus first, then the heaviest. */
async function linksOf({ counts }: Whole, chosen: ReadonlySet<WorkId>, focus: WorkId | null) {
  const links: NetworkLink[] = [];
  let passed = 0;
  for (const from of chosen) {
    for (const [kind, ofKind] of counts)
      for (const [to, count] of ofKind.get(from) ?? [])
        if (chosen.has(to)) links.push({ from, to, kind, count });
    passed += 1;
    if (passed % worksAtOnce === 0) await breathe();
  }
  return links.length <= mostLinks
    ? links
    : links
        .toSorted((a, b) => Number(isAt(focus, b)) - Number(isAt(focus, a)) || b.count - a.count)
        .slice(0, mostLinks);
}

/**
 * Which works cite which. The library is counted once for each of its states; a part of that is given.
 *
 * Errors: `malformed-address` and `unknown-work` of the focus.
 */
export function createNetwork(library: LibraryReader): Api['network'] {
  interface Counted {
    readonly state: string | null;
    readonly stored: Promise<StoredNetwork>;
    readonly wholes: Map<boolean, Promise<Whole>>;
  }
  let counted: Counted | null = null;

  async function whole(records: boolean): Promise<Whole> {
    const state = library.state();
    if (counted === null || state === null || counted.state !== state)
      counted = { state, stored: library.network(), wholes: new Map() };
    const own = counted;
    const known = own.wholes.get(records) ?? own.stored.then((stored) => wholeOf(stored, records));
    own.wholes.set(records, known);
    try {
      return await known;
    } catch (error) {
      // What failed once may be read another time.
      if (counted === own) counted = null;
      throw error;
    }
  }

  return async ({ focus, limit = usualLimit, records = false }) => {
    const parsed = focus === undefined ? null : parseAddress(focus);
    if (parsed?.ok === false) return parsed;
    const work = parsed?.value.work ?? null;
    if (work !== null && library.nameOfWork(work) === null) return unknownWork(library, work);
    const all = await whole(records);
    const chosen = chosenFrom(all, work, limit);
    const links = await linksOf(all, chosen, work);
    return library.inOneView(() =>
      done({
        works: worksOf(library, all, chosen),
        links,
        total: all.standings.size + (work === null || all.standings.has(work) ? 0 : 1),
      } satisfies Network),
    );
  };
}

const isAt = (work: WorkId | null, { from, to }: NetworkLink): boolean =>
  from === work || to === work;

function worksOf(
  library: LibraryReader,
  { standings, withText }: Whole,
  chosen: ReadonlySet<WorkId>,
): NetworkWork[] {
  const works = [...chosen];
  const named = new Map(
    library
      .namesOf(works as readonly string[] as readonly Address[])
      .map((each) => [each.address as string, each]),
  );
  const titles = library.titlesOfTexts(works.filter((work) => withText.has(work)));
  return works
    .map((work) => {
      const known = named.get(work);
      const { citedBy, cites } = standings.get(work) ?? { citedBy: 0, cites: 0 };
      return {
        work,
        name: known?.name ?? work,
        title: known?.detail || (titles.get(work) ?? ''),
        type: work.split('/')[1] ?? '',
        hasText: withText.has(work),
        citedBy,
        cites,
      };
    })
    .toSorted(
      (a, b) => b.citedBy - a.citedBy || b.cites - a.cites || inNumberOrder(a.work, b.work),
    );
}

/** The assemblies and conferences, each with what it adopted, by what the texts and the records say. */
export const createTimeline =
  (library: LibraryReader): Api['timeline'] =>
  async () =>
    library.inOneView(() => {
      const meetings = library.recordsOf('meeting');
      const issued = library.issuedBy([...new Set(meetings.map(({ body }) => body))]);
      const texts = library.editions();
      return done({
        meetings: meetings
          .map(({ address, name, body, place, year, from, to }): TimelineMeeting => {
            const adopted = new Map<string, TimelineEdition>(
              issued.flatMap((work) => adoptedIn(work, body, year)),
            );
            for (const text of texts) {
              const isIts =
                text.meeting === ''
                  ? text.body === body && text.year === year
                  : text.meeting === name;
              if (!isIts) continue;
              adopted.set(text.edition, {
                edition: text.edition,
                name: text.name,
                title: text.title,
                hasText: true,
                status: adopted.get(text.edition)?.status ?? null,
              });
            }
            const editions = [...adopted.values()].toSorted((a, b) =>
              inNumberOrder(a.edition, b.edition),
            );
            return { address, name, body, place, year, from, to, editions };
          })
          .toSorted((a, b) => (startOf(a) < startOf(b) ? 1 : -1)),
      });
    });

const startOf = ({ from, year }: TimelineMeeting): string => from ?? `${year}`;

/** What the record of a work knows to have been adopted by a body in a year. */
function adoptedIn(
  { work, title, editions }: IssuedWork,
  body: string,
  year: number,
): [string, TimelineEdition][] {
  if (!work.startsWith(`${body}/`)) return [];
  return editions
    .filter(({ edition }) => edition.slice(0, 4) === String(year))
    .map(({ edition, name, status }) => {
      const id = editionId(work, edition);
      return [id, { edition: id, name, title, hasText: false, status }];
    });
}
