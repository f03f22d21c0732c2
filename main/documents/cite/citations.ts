import type { Citation } from '../../contract/document.ts';
import { findBasicTexts } from './basic-texts.ts';
import { bodyByName, type Sector } from './bodies.ts';
import { head, patterns } from './grammar.ts';
import { readHandbookTitle } from './handbooks.ts';
import {
  resolveMention,
  type Context,
  type EditionMark,
  type Kind,
  type Mention,
} from './mention.ts';
import { Reader } from './reader.ts';
import { findSymbols } from './symbols.ts';

/**
 * The citations in a text, in order and without overlap. A citation runs from its type word (or, for a later
 * member of a list, from "ITU-R" or the number) to the end of its edition bracket. Line breaks, odd spaces and lost
 * hyphens are read through; a mention whose work is not certain is left out. `context` is what the document that holds
 * the text says of its own: with it "Resolution 15 of this conference" is one, too.
 *
 * @example findCitations('see Resolution ITU-R 56-3 (Rev. Dubai, 2023)')
 * // => [{ start: 4, end: 44, text: 'Resolution ITU-R 56-3 (Rev. Dubai, 2023)', work: 'ra/resolution/56', edition: '2023' }]
 */
export function findCitations(text: string, context: Context | null = null): Citation[] {
  const citations: Citation[] = [];
  head.lastIndex = 0;
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const start = match.index;
    const behind = start + match[0].length;
    const reader = new Reader(text, behind);
    const mentions = readMentions(reader, start, match.groups ?? {});
    for (const { from, to, mention } of mentions) {
      const resolved = resolveMention(mention, context);
      if (resolved === null) continue;
      citations.push({ start: from, end: to, text: text.slice(from, to), ...resolved });
    }
    head.lastIndex = Math.max(behind, mentions.at(-1)?.to ?? 0);
  }
  return merge(citations, merge(findBasicTexts(text, context), findSymbols(text)));
}

/** Both lists in one order; where two overlap, the one of the first list stays. */
function merge(first: readonly Citation[], second: readonly Citation[]): Citation[] {
  if (second.length === 0) return [...first];
  const merged: Citation[] = [];
  let at = 0;
  for (const citation of second) {
    for (let next = first[at]; next !== undefined && next.start < citation.end; next = first[at]) {
      merged.push(next);
      at += 1;
    }
    if (citation.start >= (merged.at(-1)?.end ?? 0)) merged.push(citation);
  }
  return [...merged, ...first.slice(at)];
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly mention: Mention;
}

/** What a type word of any language of the Union means. */
function kindOf(word: string | undefined): Kind {
  const lower = word?.toLowerCase() ?? '';
  if (/^(?:r[eé]sol|resol|резол)/u.test(lower)) return 'resolution';
  if (/^(?:rep|rap|inf|отч)/u.test(lower)) return 'report';
  if (/^(?:d[eé]c|реш)/u.test(lower)) return 'decision';
  if (lower.startsWith('opin')) return 'opinion';
  if (/^(?:que|cue|воп)/u.test(lower)) return 'question';
  return lower === 'handbook' ? 'handbook' : 'recommendation';
}

function readMentions(
  reader: Reader,
  start: number,
  groups: Readonly<Record<string, string | undefined>>,
): readonly Found[] {
  const { owner, type, plural, series } = groups;
  const kind = kindOf(type);
  const sector = sectorFrom(series ?? owner);
  if (kind === 'handbook') return readHandbook(reader, start, owner, sector);
  const isPlural = plural?.toLowerCase().endsWith('s') === true || /[ийх]$/u.test(type ?? '');
  const items = readItems(reader, { start, kind, sector, isPlural });
  const ownBody = sector === null && owner !== undefined ? bodyFrom(owner) : null;
  const followed = ownBody === null ? readFollowingBody(reader) : nothingFollows;
  // A bracket or an "of …" at the end of a list holds for the members before it that have none of their own.
  let mark: EditionMark | null = followed.mark;
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
          isOfThisMeeting: followed.isOwn,
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
    const bracket = readEditionMark(reader);
    if (designation.includes('.')) reader.take(patterns.amendment);
    const to = reader.at;
    const dated = bracket === null && designation.includes('/') ? reader.take(patterns.day) : null;
    const mark = dated === null ? bracket : { year: Number(dated.groups?.['dated']) };
    items.push({ from, to, designation, sector, mark });
    // A bare number belongs to the list only behind a plural ("Resolutions 50 and 52"); a series speaks for itself.
    if (!list.isPlural && !designation.includes('.')) return settle(reader, items);
    if (reader.take(patterns.separator) === null && !takesRange(reader, list.isPlural, designation))
      break;
  }
  return settle(reader, items);
}

/** What follows the list is read from the end of its last member, not from behind a separator that led nowhere. */
function settle(reader: Reader, items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  if (last !== undefined) reader.at = last.to;
  return items;
}

/** "Recommendations X.1500 to X.1598": its ends are named, what lies between is not known. */
const takesRange = (reader: Reader, isPlural: boolean, designation: string): boolean =>
  isPlural && designation.includes('.') && reader.take(patterns.range) !== null;

function readDesignation(reader: Reader, kind: Kind, sector: Sector | null): string | null {
  if (kind === 'question') {
    return reader.take(patterns.question)?.[0]?.replace(/[\u2010-\u2013]/, '-') ?? null;
  }
  const isSeries =
    kind === 'report' || (kind === 'recommendation' && sector !== null && sector !== 'itu-d');
  if (isSeries) {
    const match = reader.take(patterns.series);
    const [, number, revision] = match ?? [];
    if (number === undefined) return null;
    const plain = number.replaceAll(/\s/g, '');
    return revision === undefined ? plain : `${plain}-${revision}`;
  }
  reader.take(patterns.number);
  const number = reader.take(sector === null ? patterns.act : patterns.actOfSector)?.[0];
  const plain = number?.replace(/[\u2010-\u2013]/, '-').replace(/^0+(?=\d)/, '');
  return plain === undefined || plain === '0' ? null : plain;
}

function readEditionMark(reader: Reader): EditionMark | null {
  const groups = reader.take(patterns.meeting)?.groups;
  if (groups === undefined) return null;
  const { body, digits, place, year, date, session, adopted, amended } = groups;
  if (body !== undefined && digits !== undefined) return { tag: [body, digits] };
  if (place !== undefined) return { place, year: Number(year) };
  const council = amended ?? adopted ?? session;
  if (council !== undefined) return { tag: ['Council', council] };
  return { year: Number(date) };
}

interface Followed {
  readonly body: Mention['body'];
  /** The meeting that the document's own body held. */
  readonly isOwn: boolean;
  readonly isOther: boolean;
  readonly mark: EditionMark | null;
}

const nothingFollows: Followed = { body: null, isOwn: false, isOther: false, mark: null };

/** "of the Plenipotentiary Conference" behind a citation; it says which body, but is no part of the citation. */
function readFollowingBody(reader: Reader): Followed {
  const end = reader.at;
  if (reader.take(patterns.own) !== null) {
    reader.at = end;
    return { ...nothingFollows, isOwn: true };
  }
  const of = reader.take(patterns.of);
  if (of === null) return nothingFollows;
  const name = reader.take(patterns.body);
  const isDate = reader.take(patterns.date) !== null;
  const mark = name === null ? null : readEditionMark(reader);
  reader.at = end;
  const id = name?.[1] === undefined ? null : bodyByName(name[1]);
  // "by" before anything but a body leads a sentence on.
  if (id === null) return { ...nothingFollows, isOther: !isDate && /\sof\s/iu.test(of[0]) };
  return { body: { id, digits: name?.[2] ?? null }, isOwn: false, isOther: false, mark };
}

function readHandbook(
  reader: Reader,
  start: number,
  owner: string | undefined,
  sector: Sector | null,
): readonly Found[] {
  if (sector === null && (owner !== undefined || !isItuHandbook(reader, start))) return [];
  const designation = readHandbookTitle(reader);
  if (designation === null) return [];
  const mention: Mention = {
    kind: 'handbook',
    designation,
    sector,
    body: null,
    isOfSomethingElse: false,
    isOfThisMeeting: false,
    isNamed: true,
    mark: null,
  };
  return [{ from: start, to: reader.at, mention }];
}

/** "the ITU Handbook on …": the Union's own, without a Sector. */
const isItuHandbook = (reader: Reader, start: number): boolean =>
  /(?<![\p{L}\p{N}])ITU\s$/u.test(reader.text.slice(Math.max(0, start - 6), start));

/** The Sector of "ITU-R", "ITU R", "ITUR"; null for anything else. */
function sectorFrom(name: string | undefined): Sector | null {
  const letter = /^(?:ITU|UIT|МСЭ)[^RTD]{0,8}([RTD])$/iu.exec(name ?? '')?.[1];
  return letter === undefined ? null : (`itu-${letter.toLowerCase()}` as Sector);
}

function bodyFrom(owner: string): Mention['body'] {
  const [, name = '', digits = null] = /^(.*?)(?:[-\u2010-\u2013]?(\d{2,4}))?$/su.exec(owner) ?? [];
  const id = bodyByName(name);
  return id === null ? null : { id, digits };
}
