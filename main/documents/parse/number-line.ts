import { bodyByName, bodyNames } from '../cite/bodies.ts';
import { yearOfTag } from '../cite/meetings.ts';

/** What the head of a text says about itself; undefined where it does not say it. */
export interface Found {
  readonly body?: string | undefined;
  readonly type?: string | undefined;
  readonly number?: string | undefined;
  /** The revision of a Recommendation of ITU-R, which names its edition. */
  readonly revision?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
}

const hyphen = String.raw`[-\u2010-\u2013]`;
export const placeAndYear = String.raw`(?<place>\p{L}[\p{L}\p{M}.'’\-\u2010\u2011 ]{1,60}?), ?(?<year>\d{4})(?: ?г\.)?`;
const revised = String.raw`(?:(?:r[eé]v|пересм|mod|modified|amended|revised)\b\.? ?)?`;
const tag = String.raw`(?<tag>WRC|WARC|WTSA|WTDC|RA|PP|CMR|AMNT|CMDT|AR)`;

/** What stands in the bracket behind a number: a place and year, a tag, a year, or the Council's "C11, last amended C19". */
const bracket =
  String.raw`\(${revised}(?:${placeAndYear}|${tag}${hyphen}?(?<digits>\d{2,4})` +
  String.raw`|C${hyphen}?(?<adopted>\d{2,4})(?:[,;] ?(?:last )?(?:amended|modified|revised|rev\.) ?C?${hyphen}?(?<amended>\d{2,4}))?` +
  String.raw`|(?<alone>\d{4}))\)`;

const types: Readonly<Record<string, string>> = {
  resolution: 'resolution',
  résolution: 'resolution',
  resolución: 'resolution',
  резолюция: 'resolution',
  قرار: 'resolution',
  القرار: 'resolution',
  decision: 'decision',
  décision: 'decision',
  decisión: 'decision',
  решение: 'decision',
  opinion: 'opinion',
  avis: 'opinion',
  opinión: 'opinion',
  recommendation: 'recommendation',
  recommandation: 'recommendation',
  recomendación: 'recommendation',
  рекомендация: 'recommendation',
};
const typeWords = Object.keys(types).join('|');
const sector = String.raw`(?<sector>(?:ITU|UIT|МСЭ)${hyphen}?[RTD])`;

const numberLine = new RegExp(
  String.raw`^(?:(?:MOD|ADD|SUP|NOC)\s)?(?:(?:${sector.replace('sector', 'sectorBefore')}|(?<body>${bodyNames})(?:-\d{2})?) )?(?<type>${typeWords}) ` +
    String.raw`(?:${sector} )?(?:No\.? ?)?(?:(?<series>[A-Z]{1,2}\.\d{1,5}(?:\.\d{1,4}){0,3})|(?<number>\d{1,4}[A-Z]?))(?:${hyphen}(?<revision>\d{1,2}))?` +
    String.raw`(?: ?${bracket}\d?)?(?: ?\*{1,3})?(?: ?[-\u2013\u2014:][ \t](?<rest>\S.{2,400})|(?<=\)\*?)\s(?<behind>\p{L}.{2,400}[^.,;:]))?$`,
  'iu',
);
const chineseLine =
  /^第 ?(?<number>\d{1,4}) ?号(?<type>决议|决定)(?:（(?<year>\d{4})年，(?<place>[^，）]{1,20})(?:，修订版)?）)?$/u;
const arabicLine =
  /^(?:القرار|قرار|المقرر) (?<number>\d{1,4})(?: ?\((?:\p{L}[\p{L}\p{M}]{3,12} في )?(?<place>[\p{L}\p{M} ]{2,30})، ?(?<year>\d{4})\))?$/u;
/** "A/RES/78/132" and "78/132. Title" of the General Assembly. */
const symbolLine = /^A\/RES\/(?<session>\d{1,3})\/(?<number>\d{1,4})\*?$/u;
const assemblyTitle = /^(?<session>\d{1,3})\/(?<number>\d{1,4})\.?\s(?<rest>\S.{2,400})$/u;

type Groups = Readonly<Record<string, string | undefined>>;

/** What one line says, where it is a line that names the document; null for any other. `rest` is what follows. */
export function readNumberLine(
  text: string,
): { readonly found: Found; readonly rest: string } | null {
  if (text.length > 600) return null;
  const symbol = symbolLine.exec(text)?.groups ?? assemblyTitle.exec(text)?.groups;
  if (symbol !== undefined) {
    const number = `${symbol['session']}/${symbol['number']}`;
    return { found: { body: 'unga', type: 'resolution', number }, rest: symbol['rest'] ?? '' };
  }
  const other = (chineseLine.exec(text) ?? arabicLine.exec(text))?.groups;
  if (other !== undefined) {
    const { number, type = text, year, place } = other;
    return {
      found: {
        type: /^(?:决定|المقرر)/u.test(type) ? 'decision' : 'resolution',
        number,
        place,
        year: year === undefined ? undefined : Number(year),
      },
      rest: '',
    };
  }
  const groups = numberLine.exec(text)?.groups;
  if (groups === undefined) return null;
  // A title right behind the bracket is one only where the number line is in capitals, as headings are.
  const isHeading = /^(?:[A-Z]{3}\s)?\p{Lu}{4}/u.test(text);
  if (groups['behind'] !== undefined && !isHeading) return null;
  const isSeries = groups['series'] !== undefined;
  return {
    found: {
      body: bodyOf(groups),
      type: types[groups['type']?.toLowerCase() ?? ''],
      number: (groups['series'] ?? groups['number'])?.toLowerCase(),
      revision: isSeries ? groups['revision'] : undefined,
      place: groups['place'],
      year: yearOf(groups),
    },
    rest: groups['rest'] ?? groups['behind'] ?? '',
  };
}

const assemblies: Readonly<Record<string, string>> = { r: 'ra', t: 'wtsa', d: 'wtdc' };
/** The tags of conferences in French, as the texts of all languages may carry them. */
const frenchTags: Readonly<Record<string, string>> = {
  cmr: 'wrc',
  amnt: 'wtsa',
  cmdt: 'wtdc',
  ar: 'ra',
};

function bodyOf(groups: Groups): string | undefined {
  const letter = (groups['sector'] ?? groups['sectorBefore'])?.at(-1)?.toLowerCase();
  if (letter !== undefined) {
    return groups['series'] === undefined ? assemblies[letter] : `itu-${letter}`;
  }
  const name = groups['body'] ?? groups['tag'];
  if (name !== undefined) return bodyByName(name) ?? frenchTags[name.toLowerCase()];
  return groups['adopted'] === undefined ? undefined : 'council';
}

function yearOf(groups: Groups): number | undefined {
  const { year, tag: name, digits, adopted, amended, alone } = groups;
  if (year !== undefined) return Number(year);
  if (alone !== undefined) return Number(alone);
  const council = amended ?? adopted;
  if (council !== undefined) return yearOfTag('C', council);
  return name === undefined || digits === undefined ? undefined : yearOfTag(name, digits);
}
