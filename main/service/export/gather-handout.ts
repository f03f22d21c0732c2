import { setImmediate as breath } from 'node:timers/promises';
import type { Shown, ShownEdition } from '../../contract/answers.ts';
import type { Api } from '../../contract/api.ts';
import type { Comparison, ComparisonRow } from '../../contract/comparison.ts';
import { done, type FailureCode, type Result } from '../../contract/failure.ts';
import type { Address } from '../../contract/ids.ts';
import type { Prose } from '../../contract/prose.ts';
import {
  detailOfRecord,
  nameOfRecord,
  type Exhibit,
  type LibraryRecord,
  type TourRecord,
} from '../../contract/records.ts';
import {
  firstLines,
  ownLanguage,
  placeIn,
  placesOf,
  type Handout,
  type HandoutExhibit,
  type HandoutStop,
} from '../../documents/export/index.ts';

/** What a handout is gathered from. */
export type Shelves = Pick<Api, 'show' | 'compare'>;

/** What a stop shows may be gone from the library: then the handout says so and goes on. */
const goneCodes: ReadonlySet<FailureCode> = new Set([
  'malformed-address',
  'unknown-work',
  'unknown-edition',
  'unknown-section',
  'unknown-provision',
  'unknown-record',
]);

const proseOf = (record: LibraryRecord): Prose => {
  switch (record.kind) {
    case 'body':
      return record.mandate;
    case 'reference':
    case 'chapter':
      return record.text;
    case 'term':
      return record.definition;
    case 'handbook':
    case 'tour':
    case 'topic':
      return record.lead;
    case 'meeting':
      return [];
  }
};

function recordExhibit(shown: Extract<Shown, { record: LibraryRecord }>): HandoutExhibit {
  const { record, address } = shown;
  const detail = shown.kind === 'chapter' ? shown.handbook.title : detailOfRecord(record);
  return {
    kind: 'record',
    address,
    name: nameOfRecord(record),
    detail,
    text: firstLines(proseOf(record)),
    language: shown.kind === 'tour' ? shown.record.language : ownLanguage,
    source: null,
  };
}

function exhibitOf(shown: Shown): HandoutExhibit {
  const { address } = shown;
  switch (shown.kind) {
    case 'provision':
      return {
        kind: 'quotation',
        address: shown.address,
        source: shown.summary,
        heading: shown.section.heading,
        place: placeIn(shown.section, shown.provision),
        provisions: [shown.provision],
      };
    case 'section':
      return {
        kind: 'quotation',
        address: shown.address,
        source: shown.summary,
        heading: shown.section.heading,
        place: '',
        provisions: shown.section.provisions,
      };
    case 'edition': {
      const { name, title, language, meeting, place, year } = shown.summary;
      return {
        kind: 'record',
        address: address as string as Address,
        name,
        detail: title,
        text: [meeting, place, year > 0 ? `${year}` : ''].filter(Boolean).join(', '),
        language,
        source: `${name}: ${title}`,
      };
    }
    case 'work': {
      const { name, title, record } = shown;
      return {
        kind: 'record',
        address: address as string as Address,
        name,
        detail: title ?? '',
        text: record === null ? '' : firstLines(record.text),
        language: ownLanguage,
        source: [name, title, record?.where].filter(Boolean).join('. '),
      };
    }
    default:
      return recordExhibit(shown);
  }
}

const isUnder = (address: string | null, above: string | null): boolean =>
  address !== null && above !== null && (address === above || address.startsWith(`${above}.`));

/** What of a comparison stands at a place, or under it; and what was there and is gone. */
function rowsAt({ rows, sections }: Comparison, at: Address | null): readonly ComparisonRow[] {
  if (at === null || !at.includes('#')) return rows;
  const place = at.slice(at.indexOf('#') + 1);
  const before = [...rows, ...sections].find(({ to }) => to === place)?.from ?? null;
  return rows.filter(({ from, to }) => (to === null ? isUnder(from, before) : isUnder(to, place)));
}

async function comparisonExhibit(
  { show, compare }: Shelves,
  { from, to, at }: Extract<Exhibit, { kind: 'comparison' }>,
): Promise<Result<HandoutExhibit>> {
  const compared = await compare({ from, to });
  if (!compared.ok) return compared;
  const sides: ShownEdition[] = [];
  for (const address of [from, to]) {
    const shown = await show({ address });
    if (!shown.ok) return shown;
    if (shown.value.kind === 'edition') sides.push(shown.value);
    await breath();
  }
  const [older, newer] = sides;
  // A comparison that went well is of two editions.
  if (older === undefined || newer === undefined)
    return done({ kind: 'absent', address: to as string as Address });
  return done({
    kind: 'comparison',
    address: at ?? (to as string as Address),
    from: older.summary,
    to: newer.summary,
    rows: rowsAt(compared.value, at),
    places: {
      from: placesOf(older.sections, older.annexes),
      to: placesOf(newer.sections, newer.annexes),
    },
  });
}

async function gatherExhibit(shelves: Shelves, exhibit: Exhibit): Promise<Result<HandoutExhibit>> {
  const address = exhibit.kind === 'address' ? exhibit.address : (exhibit.at ?? exhibit.to);
  const absent: HandoutExhibit = { kind: 'absent', address: address as string as Address };
  if (exhibit.kind === 'comparison') {
    const compared = await comparisonExhibit(shelves, exhibit);
    return !compared.ok && goneCodes.has(compared.error.code) ? done(absent) : compared;
  }
  const shown = await shelves.show({ address });
  if (shown.ok) return done(exhibitOf(shown.value));
  return goneCodes.has(shown.error.code) ? done(absent) : shown;
}

/** Everything that the handout of a tour prints, in the words that the library has now. */
export async function gatherHandout(shelves: Shelves, tour: TourRecord): Promise<Result<Handout>> {
  const stops: HandoutStop[] = [];
  for (const { title, minutes, show, question, answers } of tour.stops) {
    const exhibits: HandoutExhibit[] = [];
    for (const each of show) {
      const gathered = await gatherExhibit(shelves, each);
      if (!gathered.ok) return gathered;
      exhibits.push(gathered.value);
      await breath();
    }
    stops.push({ title, minutes, exhibits, question, answers });
  }
  const { address, title, lead, language, sources } = tour;
  return done({ address, title, lead, language, stops, sources });
}
