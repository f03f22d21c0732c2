import type { Address } from '../../contract/ids.ts';
import type { NamingFacts } from '../../library/index.ts';
import { bySigns } from './signs.ts';

/** A reference as far as its words tell: what each of them says, in whatever order they stand. */
export interface Reference {
  readonly type: string | null;
  /** As at the end of a work's id: "92", "m.2083", "1-1". */
  readonly number: string | null;
  /** Whether it says by itself that it is one: a series and a number, or a number behind its type. */
  readonly isSure: boolean;
  /** "itu-t". */
  readonly sector: string | null;
  /** Bodies and meetings that are named; a name may mean several. */
  readonly records: readonly Address[];
  /** Slug of the body that adopted it; null where none is named. */
  readonly bodies: readonly string[];
  readonly place: string | null;
  readonly year: number | null;
  /** Number of the revision: the 3 of M.2150-3. */
  readonly revision: string | null;
}

type Writable = { -readonly [Key in keyof Reference]: Reference[Key] };

/** Abbreviated, whole and in the languages of the Union. */
const types: readonly (readonly [string, string])[] = [
  ['resolution', 'res(?:o|ol|n|olutions?|olucion(?:es)?)?|резолюци[яиюй]|القرار|قرار|决议'],
  [
    'recommendation',
    'rec(?:s|o|om|omm|ommendations?|ommandations?|omendacion(?:es)?)?|рекомендаци[яиюй]|التوصية|建议书',
  ],
  ['technical-report', 'technical reports?|tr'],
  ['report', 'rep(?:t|orts?)?|rpt|rapports?|informes?|отчета?|التقرير|报告'],
  ['decision', 'dec(?:isions?|ision(?:es)?)?|решени[ея]|المقرر|决定'],
  ['opinion', 'op(?:inions?)?'],
  ['supplement', 'sup(?:p|pl|plements?)?'],
  ['question', 'questions?|cuestion(?:es)?|вопроса?|المسألة|课题'],
  ['article', 'art(?:icles?)?'],
];
const sticky = (source: string): RegExp => new RegExp(source, 'uy');

/** "International Telecommunication Union Telecommunication Standardization Sector Study Group" is as long as names get. */
const mostParts = 8;
/** Bodies that adopt texts, as they are abbreviated, were there no record of them; and in other languages. */
const adopterOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['wtsa', 'wtdc', 'wrc', 'ra', 'pp', 'unga', 'council', 'wtpf', 'wcit'].map((id) => [id, id]),
  ),
  warc: 'wrc',
  wtsc: 'wtsa',
  amnt: 'wtsa',
  cmdt: 'wtdc',
  cmr: 'wrc',
  васэ: 'wtsa',
  вкрэ: 'wtdc',
  вкр: 'wrc',
  ар: 'ra',
  пк: 'pp',
};

const patternsOf = bySigns(({ letter: L, digit: N, mark: M }) => {
  const ends = `(?![${L}${N}])`;
  const numberEnds = `(?![${L}${N}]|[./-][${L}${N}])`;
  return {
    /** Each type in a group of its own, in the order of `types`. */
    type: sticky(`(?:${types.map(([, words]) => `(${words})`).join('|')})(?![${L}])\\.? ?`),
    filler: sticky(
      String.raw`(?:(?:revised|revision|rev|number|nos|no|of|the|and|edition|version|ed|de|del|la|du|in|at|from|by|adopted|approved|itu)(?:\.|${ends})|[ld](?= [${L}])|[./-]+)`,
    ),
    sector: sticky(`itu ?-? ?([rtd])(?![${L}])-?`),
    question: sticky(
      String.raw`q(?:uestions?)?\.? ?(\d{1,3})(?:-\d{1,2})?[/-](\d{1,2})${numberEnds}`,
    ),
    session: sticky(String.raw`(?:a/res/)?(\d{2,3})/(\d{1,4})${numberEnds}`),
    supplement: sticky(
      String.raw`([a-z])(?:-series)?[ .]{0,2}suppl?(?:ements?)?\.? ?(\d{1,3})${numberEnds}`,
    ),
    series: sticky(
      String.raw`([a-z]{1,3})[ .-]{0,2}(\d{1,5}(?:\.\d{1,4}){0,4}[a-z]?)(?:-(\d{1,2}))?${numberEnds}`,
    ),
    /** Recommendations carry the month, too: "(01/2018)". */
    year: sticky(String.raw`(?:(?:0?[1-9]|1[0-2])/)?((?:18|19|20)\d{2})${ends}`),
    number: sticky(String.raw`(\d{1,4}[a-z]?)(?:-(\d{1,2}))?${numberEnds}`),
    adopter: sticky(`(${Object.keys(adopterOf).join('|')})(?:[ -]?(\\d{2}|\\d{4}))?${ends}`),
    nameStart: sticky(`(?<![${L}${N}])[${L}${N}]`),
    nameParts: new RegExp(`[${L}${N}${M}]+`, 'gu'),
    ends,
  };
});

const slugOf = (address: Address): string => address.split('/')[1] ?? '';

/** Reads one evened text, from its beginning to its end. */
class ReferenceReading {
  readonly #text: string;
  readonly #patterns: ReturnType<typeof patternsOf>;
  readonly #lookups: NamingFacts;
  #at = 0;
  /** Whether a type has just been read, so that a number is its own. */
  #isBehindType = false;
  readonly found: Writable = {
    type: null,
    number: null,
    isSure: false,
    sector: null,
    records: [],
    bodies: [],
    place: null,
    year: null,
    revision: null,
  };

  constructor(text: string, lookups: NamingFacts) {
    this.#text = text;
    this.#patterns = patternsOf(text);
    this.#lookups = lookups;
  }

  /** Whether every word was a part of the reference. */
  read(): boolean {
    while (this.#at < this.#text.length) {
      if (this.#text[this.#at] === ' ') this.#at += 1;
      else if (!this.#readNext()) return false;
    }
    return true;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #readNext(): boolean {
    const wasBehindType = this.#isBehindType;
    this.#isBehindType = false;
    return (
      this.#readQuestion() ||
      this.#readSupplement() ||
      this.#readName() ||
      this.#readSector() ||
      this.#readType() ||
      (wasBehindType && this.#readNumber(true)) ||
      this.#readPlace() ||
      this.#readFiller(wasBehindType) ||
      this.#readYear() ||
      this.#readSession() ||
      this.#readSeries() ||
      this.#readNumber(false)
    );
  }

  #number(value: string, isSure: boolean, revision: string | null = null): boolean {
    if (this.found.number !== null) return false;
    this.found.number = value;
    this.found.isSure = isSure;
    this.found.revision = revision;
    return true;
  }

  #type(value: string): boolean {
    if (this.found.type !== null && this.found.type !== value) return false;
    this.found.type = value;
    return true;
  }

  #readQuestion(): boolean {
    const match = this.#take(this.#patterns.question);
    if (match === null) return false;
    return this.#type('question') && this.#number(`${Number(match[1])}-${Number(match[2])}`, true);
  }

  #readSupplement(): boolean {
    const match = this.#take(this.#patterns.supplement);
    if (match === null) return false;
    return this.#type('supplement') && this.#number(`${match[1]}.${Number(match[2])}`, true);
  }

  /** A body or a meeting by any of its names, the longest that there is. */
  #readName(): boolean {
    const { nameStart, nameParts } = this.#patterns;
    nameStart.lastIndex = this.#at;
    if (!nameStart.test(this.#text)) return false;
    const rest = this.#text.slice(this.#at);
    const parts = Array.from(rest.matchAll(nameParts)).slice(0, mostParts);
    const mayBeName = this.#lookups.beginsName(parts[0]?.[0] ?? '');
    for (const last of mayBeName ? parts.toReversed() : []) {
      const name = rest.slice(0, last.index + last[0].length);
      const records = this.#lookups
        .recordsCalled(name)
        .filter(({ kind }) => kind === 'body' || kind === 'meeting');
      if (records.length === 0) continue;
      this.#at += name.length;
      this.found.records = [...this.found.records, ...records.map(({ address }) => address)];
      return true;
    }
    const match = this.#take(this.#patterns.adopter);
    if (match === null) return false;
    const [, name = '', digits] = match;
    this.found.bodies = [...this.found.bodies, adopterOf[name] ?? name];
    if (digits !== undefined) this.found.year = yearOf(digits);
    return true;
  }

  #readSector(): boolean {
    const match = this.#take(this.#patterns.sector);
    if (match === null) return false;
    const value = `itu-${match[1]}`;
    if (this.found.sector !== null && this.found.sector !== value) return false;
    this.found.sector = value;
    return true;
  }

  #readType(): boolean {
    const match = this.#take(this.#patterns.type);
    if (match === null) return false;
    this.#isBehindType = true;
    const at = types.findIndex((_type, group) => match[group + 1] !== undefined);
    return this.#type(types[at]?.[0] ?? '');
  }

  #readFiller(isBehindType: boolean): boolean {
    if (this.#take(this.#patterns.filler) === null) return false;
    this.#isBehindType = isBehindType;
    return true;
  }

  #readSession(): boolean {
    const match = this.#take(this.#patterns.session);
    if (match === null) return false;
    const isSymbol = match[0].startsWith('a');
    return this.#number(`${match[1]}-${match[2]}`, isSymbol);
  }

  #readSeries(): boolean {
    const match = this.#take(this.#patterns.series);
    if (match === null) return false;
    const [, letters = '', digits = '', revision = null] = match;
    return this.#number(`${letters}.${digits}`, true, revision);
  }

  #readYear(): boolean {
    if (this.found.year !== null) return false;
    const match = this.#take(this.#patterns.year);
    if (match === null) return false;
    this.found.year = Number(match[1]);
    return true;
  }

  #readNumber(isSure: boolean): boolean {
    if (this.found.number !== null) return false;
    const match = this.#take(this.#patterns.number);
    if (match === null) return false;
    const [, digits = '', revision = null] = match;
    return this.#number(digits.replace(/^0+(?=\d)/, ''), isSure, revision);
  }

  #readPlace(): boolean {
    const pattern = placesOf(this.#lookups, this.#patterns.ends);
    const match = pattern === null ? null : this.#take(pattern);
    if (match === null) return false;
    const place = match[0].replace(/ /g, '-');
    if (this.found.place !== null && this.found.place !== place) return false;
    this.found.place = place;
    return true;
  }
}

/** "24" of WTSA-24, "2000" of WRC-2000. */
function yearOf(digits: string): number {
  const value = Number(digits);
  if (digits.length === 4) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

/** A place as it is compared: without accents, its words joined by hyphens. */
export const foldedPlace = (place: string): string =>
  place
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\u2010-\u2015\s]/g, '-');

let lastPlaces: RegExp | null = null;

/**
 * Any place where a body met, the longer names first; null where none is known. A name with a sign that no place has
 * would upset the pattern that is made of it.
 */
function placesOf(lookups: NamingFacts, ends: string): RegExp | null {
  const places = new Set(lookups.meetings().map(({ place }) => foldedPlace(place)));
  const names = [...places]
    .filter((place) => /^[\p{L}'’-]+$/u.test(place))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
  if (names === '') return null;
  const source = `(?:${names.replaceAll('-', '[ -]')})${ends}`;
  if (lastPlaces?.source !== source) lastPlaces = sticky(source);
  return lastPlaces;
}

/** What an evened text says as a reference; null where a word of it has no part in one. */
export function readReference(text: string, lookups: NamingFacts): Reference | null {
  const reading = new ReferenceReading(text, lookups);
  if (!reading.read()) return null;
  const { found } = reading;
  const bodies = found.records
    .filter((address) => address.startsWith('body/'))
    .map((address) => slugOf(address));
  return { ...found, bodies: [...found.bodies, ...bodies] };
}
