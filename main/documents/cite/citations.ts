import type { Citation } from '../../contract/document.ts';
import { bodyByName, bodyNames, type Sector } from './bodies.ts';
import { readHandbookTitle } from './handbooks.ts';
import { resolveMention, type EditionMark, type Kind, type Mention } from './mention.ts';
import { Reader } from './reader.ts';

// Every repetition below has an upper bound: a hostile text must not make a pattern search twice over.
const gap = String.raw`\s{1,20}`;
const hyphen = String.raw`[-\u2010-\u2013]`;
const sectorName = String.raw`ITU(?:${hyphen}\s{0,3})?[RTD]`;
const bodyName = String.raw`(?:${bodyNames})`;
/** Behind a number: neither more of the number nor the middle of a word. */
const numberEnds = String.raw`(?![\p{L}\p{N}]|[./\-\u2010-\u2015]\p{N})`;

/** Where a mention may begin: a type word, perhaps with its owner before it, or an owner before a series. */
const head = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:(?<owner>${sectorName}|${bodyName}(?:${hyphen}?\d{2,4})?)${gap})?` +
    String.raw`(?<type>resolution|recommendation|report|decision|opinion|question|handbook)(?<plural>s?)(?!\p{L})` +
    String.raw`|(?<series>${sectorName})(?=${gap}\p{L}{1,3}\.\d))`,
  'giu',
);

const sticky = (source: string, flags = 'uy') => new RegExp(source, flags);

const patterns = {
  gap: sticky(gap),
  sector: sticky(`(${sectorName})${gap}`, 'iuy'),
  body: sticky(String.raw`(${bodyName})(?:${hyphen}?(\d{2,4}))?(?![\p{L}\p{N}])`, 'iuy'),
  of: sticky(String.raw`\s{0,20},?${gap}of${gap}(?:the${gap})?`, 'iuy'),
  date: sticky(String.raw`\d`),
  act: sticky(String.raw`\d{1,4}(?:\/\d{1,4})?[A-Z]?${numberEnds}`),
  actOfSector: sticky(String.raw`\d{1,4}(?:${hyphen}\d{1,2})?${numberEnds}`),
  series: sticky(
    String.raw`([A-Z]{1,3}\.\d{1,5}(?:\.\d{1,4}){0,4})(?:\/[A-Z]{1,2}\.\d{1,5}(?:\.\d{1,4}){0,4}|${hyphen}(\d{1,2}))?${numberEnds}`,
  ),
  question: sticky(String.raw`\d{1,3}(?:-\d{1,2})?\/\d{1,2}${numberEnds}`),
  separator: sticky(
    String.raw`\s{0,20}(?:,\s{0,20}(?:(?:and|or)${gap})?|(?:and|or|as${gap}well${gap}as)${gap})`,
    'iuy',
  ),
  meeting: sticky(
    String.raw`\s{0,20}\(\s{0,5}(?:(?:rev|modified)\b\.?\s{0,20})?(?:(?<body>WRC|WARC|WTSA|WTDC|RA|PP)${hyphen}?(?<digits>\d{2,4})` +
      String.raw`|(?<place>\p{L}[\p{L}\p{M}.'’\-\u2010\u2011\s]{1,60}?)\s{0,20},\s{0,20}(?<year>\d{4})` +
      String.raw`|(?:\d{1,2}\/)?(?<date>\d{4}))\s{0,5}\)`,
    'iuy',
  ),
} as const;

/**
 * The citations in a text, in order and without overlap. A citation runs from its type word (or, for a later
 * member of a list, from "ITU-R" or the number) to the end of its edition bracket. Line breaks, odd spaces and lost
 * hyphens are read through; a mention whose work is not certain is left out.
 *
 * @example findCitations('see Resolution ITU-R 56-3 (Rev. Dubai, 2023)')
 * // => [{ start: 4, end: 44, text: 'Resolution ITU-R 56-3 (Rev. Dubai, 2023)', work: 'ra/resolution/56', edition: '2023' }]
 */
export function findCitations(text: string): Citation[] {
  const citations: Citation[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const start = match.index;
    const reader = new Reader(text, start + match[0].length);
    const mentions = readMentions(reader, start, match.groups ?? {});
    for (const { from, to, mention } of mentions) {
      const resolved = resolveMention(mention);
      if (resolved === null) continue;
      citations.push({ start: from, end: to, text: text.slice(from, to), ...resolved });
    }
    head.lastIndex = Math.max(head.lastIndex, mentions.at(-1)?.to ?? 0);
  }
  return citations;
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly mention: Mention;
}

function readMentions(
  reader: Reader,
  start: number,
  groups: Readonly<Record<string, string | undefined>>,
): readonly Found[] {
  const { owner, type, plural, series } = groups;
  const kind = (type?.toLowerCase() ?? 'recommendation') as Kind;
  const sector = sectorFrom(series ?? owner);
  if (kind === 'handbook') return readHandbook(reader, start, sector);
  const items = readItems(reader, { start, kind, sector, isPlural: plural?.toLowerCase() === 's' });
  const ownBody = sector === null && owner !== undefined ? bodyFrom(owner) : null;
  const followed = ownBody === null ? readFollowingBody(reader) : { body: null, isOther: false };
  // A bracket or an "of …" at the end of a list holds for the members before it that have none of their own.
  let mark: EditionMark | null = null;
  return items
    .toReversed()
    .map((item) => {
      mark = item.mark ?? mark;
      return {
        from: item.from,
        to: item.to,
        mention: {
          kind,
          designation: item.designation,
          sector: item.sector,
          body: ownBody ?? followed.body,
          isOfSomethingElse: followed.isOther,
          isNamed: type === undefined || /^\p{Lu}/u.test(type),
          mark,
        },
      };
    })
    .toReversed();
}

interface Item {
  readonly from: number;
  readonly to: number;
  readonly designation: string;
  readonly sector: Sector | null;
  readonly mark: EditionMark | null;
}

/** The members of a list: "ITU-R M.2078, ITU-R M.2290 and ITU-R M.2370", or a single one. */
function readItems(
  reader: Reader,
  list: { start: number; kind: Kind; sector: Sector | null; isPlural: boolean },
): readonly Item[] {
  const items: Item[] = [];
  let { sector } = list;
  if (reader.take(patterns.gap) === null) return items;
  for (;;) {
    const from = items.length === 0 ? list.start : reader.at;
    const named = reader.take(patterns.sector);
    sector = sectorFrom(named?.[1]) ?? sector;
    const designation = readDesignation(reader, list.kind, sector);
    if (designation === null) break;
    const mark = readEditionMark(reader);
    items.push({ from, to: reader.at, designation, sector, mark });
    // A bare number belongs to the list only behind a plural ("Resolutions 50 and 52"); a series speaks for itself.
    if (!list.isPlural && !designation.includes('.')) return items;
    if (reader.take(patterns.separator) === null) break;
  }
  // What follows the list is read from the end of its last member, not from behind a separator that led nowhere.
  const last = items.at(-1);
  if (last !== undefined) reader.at = last.to;
  return items;
}

function readDesignation(reader: Reader, kind: Kind, sector: Sector | null): string | null {
  if (kind === 'question') return reader.take(patterns.question)?.[0] ?? null;
  const isSeries = kind === 'report' || (kind === 'recommendation' && sector !== null);
  if (isSeries) {
    const match = reader.take(patterns.series);
    const [, number, revision] = match ?? [];
    if (number === undefined) return null;
    return revision === undefined ? number : `${number}-${revision}`;
  }
  const number = reader.take(sector === null ? patterns.act : patterns.actOfSector)?.[0];
  const plain = number?.replace(/[\u2010-\u2013]/, '-').replace(/^0+(?=\d)/, '');
  return plain === undefined || plain === '0' ? null : plain;
}

function readEditionMark(reader: Reader): EditionMark | null {
  const groups = reader.take(patterns.meeting)?.groups;
  if (groups === undefined) return null;
  const { body, digits, place, year, date } = groups;
  if (body !== undefined && digits !== undefined) return { tag: [body, digits] };
  if (place !== undefined) return { place, year: Number(year) };
  return { year: Number(date) };
}

/** "of the Plenipotentiary Conference" behind a citation; it says which body, but is no part of the citation. */
function readFollowingBody(reader: Reader): { body: Mention['body']; isOther: boolean } {
  const end = reader.at;
  if (reader.take(patterns.of) === null) return { body: null, isOther: false };
  const name = reader.take(patterns.body);
  const isDate = reader.take(patterns.date) !== null;
  reader.at = end;
  const id = name?.[1] === undefined ? null : bodyByName(name[1]);
  return id === null
    ? { body: null, isOther: !isDate }
    : { body: { id, digits: name?.[2] ?? null }, isOther: false };
}

function readHandbook(reader: Reader, start: number, sector: Sector | null): readonly Found[] {
  const designation = sector === null ? null : readHandbookTitle(reader);
  if (designation === null) return [];
  const mention: Mention = {
    kind: 'handbook',
    designation,
    sector,
    body: null,
    isOfSomethingElse: false,
    isNamed: true,
    mark: null,
  };
  return [{ from: start, to: reader.at, mention }];
}

/** The Sector of "ITU-R", "ITU R", "ITUR"; null for anything else. */
function sectorFrom(name: string | undefined): Sector | null {
  const letter = /^ITU[^RTD]{0,4}([RTD])$/i.exec(name ?? '')?.[1];
  return letter === undefined ? null : (`itu-${letter.toLowerCase()}` as Sector);
}

function bodyFrom(owner: string): Mention['body'] {
  const [, name = '', digits = null] = /^(.*?)(?:[-\u2010-\u2013]?(\d{2,4}))?$/su.exec(owner) ?? [];
  const id = bodyByName(name);
  return id === null ? null : { id, digits };
}
