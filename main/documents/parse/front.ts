import type { HistoryEntry } from '../../contract/document.ts';
import { bodyByName, bodyNames } from '../cite/bodies.ts';
import type { Block } from '../read/blocks.ts';
import { joinBlocks, plainText } from './blocks.ts';
import { placeAndYear, readNumberLine, type Found } from './number-line.ts';

/** Everything before the first section. */
interface Front {
  readonly found: Found;
  readonly preface: readonly Block[];
  readonly history: readonly HistoryEntry[];
  readonly formula: string;
}

/** "The World Telecommunication Standardization Assembly (New Delhi, 2024)," */
const formula = new RegExp(
  String.raw`^(?:The )?(?:(?:first|second|third|fourth|fifth|sixth|seventh) )?(?:ITU )?(?<body>${bodyNames})(?: of the [\p{L} ]{1,60})?(?: ?\(${placeAndYear}\))?,?$`,
  'iu',
);
/** The same from a body that is not known here; then the bracket is what tells. */
const otherFormula = new RegExp(
  String.raw`^(?:The|La|El|L[’']) ?[\p{L}\p{M}\-’'/ ]{3,120} \(${placeAndYear}\),?$`,
  'iu',
);
/** The adopting bodies in the other languages of the Union, by what is theirs alone. */
const foreignBodies: readonly (readonly [RegExp, string])[] = [
  [/^La Conférence de plénipotentiaires/iu, 'pp'],
  [/^L[’']Assemblée mondiale de normalisation/iu, 'wtsa'],
  [/^La Conférence mondiale de développement/iu, 'wtdc'],
  [/^La Conférence mondiale des radiocommunications/iu, 'wrc'],
  [/^L[’']Assemblée des radiocommunications/iu, 'ra'],
  [/^Le Conseil/iu, 'council'],
  [/^L[’']Assemblée générale/iu, 'unga'],
  [/^La Conferencia de Plenipotenciarios/iu, 'pp'],
  [/^La Asamblea Mundial de Normalización/iu, 'wtsa'],
  [/^La Conferencia Mundial de Desarrollo/iu, 'wtdc'],
  [/^La Conferencia Mundial de Radiocomunicaciones/iu, 'wrc'],
  [/^La Asamblea de Radiocomunicaciones/iu, 'ra'],
  [/^El Consejo/iu, 'council'],
  [/^La Asamblea General/iu, 'unga'],
  [/^Полномочная конференция/iu, 'pp'],
  [/^Всемирная ассамблея по стандартизации/iu, 'wtsa'],
  [/^Всемирная конференция по развитию/iu, 'wtdc'],
  [/^Всемирная конференция радиосвязи/iu, 'wrc'],
  [/^Ассамблея радиосвязи/iu, 'ra'],
  [/^Совет/iu, 'council'],
  [/^Генеральная Ассамблея/iu, 'unga'],
  [/^(?:إن )?مؤتمر المندوبين المفوضين/u, 'pp'],
  [/^(?:إن )?الجمعية العالمية لتقييس/u, 'wtsa'],
  [/^(?:إن )?المؤتمر العالمي لتنمية/u, 'wtdc'],
  [/^(?:إن )?المؤتمر العالمي للاتصالات الراديوية/u, 'wrc'],
  [/^(?:إن )?جمعية الاتصالات الراديوية/u, 'ra'],
  [/^国际电信联盟全权代表大会|^全权代表大会/u, 'pp'],
  [/^世界电信标准化全会/u, 'wtsa'],
  [/^世界电信发展大会/u, 'wtdc'],
  [/^世界无线电通信大会/u, 'wrc'],
  [/^无线电通信全会/u, 'ra'],
];
const foreignEnd = new RegExp(
  String.raw`(?:\(${placeAndYear}\)|（(?<year2>\d{4})年，(?<place2>[^）]{1,20})）|\((?<place3>[\p{L}\p{M}\s]{2,40})، (?<year3>\d{4})\))?[,،，]?$`,
  'u',
);

const historyEntry = new RegExp(`^${placeAndYear}$`, 'u');

interface Adoption {
  readonly body?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: number | undefined;
}

/** What a paragraph says of the adopting meeting, as the one before the first section does; null for any other. */
function readFormula(text: string): Adoption | null {
  if (text.length > 400) return null;
  const own = formula.exec(text)?.groups;
  if (own !== undefined) {
    const isSentence = /^The /i.test(text) || text.endsWith(',');
    const body = bodyByName(own['body'] ?? '') ?? undefined;
    return isSentence ? { body, place: own['place'], year: numberOf(own['year']) } : null;
  }
  const foreign = foreignBodies.find(([name]) => name.test(text));
  const end = foreign === undefined ? null : (foreignEnd.exec(text)?.groups ?? null);
  if (foreign !== undefined && end !== null && text.length < 200 && /[,،，)）]$/.test(text)) {
    return {
      body: foreign[1],
      place: end['place'] ?? end['place2'] ?? end['place3'],
      year: numberOf(end['year'] ?? end['year2'] ?? end['year3']),
    };
  }
  const other = otherFormula.exec(text)?.groups;
  return other === undefined ? null : { place: other['place'], year: numberOf(other['year']) };
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

/** Whether a paragraph names the adopting meeting, as the one before the first section does. */
export const isFormula = ({ text }: Block): boolean => readFormula(text) !== null;

/** A formula that is broken over two or three lines is put together. */
export function joinFormula(blocks: readonly Block[]): readonly Block[] {
  for (const [index, block] of blocks.entries()) {
    if (!/^(?:The |La |El |L[’'])/iu.test(block.text) || block.text.length > 300) continue;
    const isWhole = isFormula(block) && /[,)]$/.test(block.text);
    if (isWhole) return blocks;
    let whole = block;
    for (let more = 1; more <= 2; more += 1) {
      const next = blocks[index + more];
      if (next === undefined || next.text.length > 200) break;
      whole = joinBlocks(whole, next, ' ');
      if (isFormula(whole) && whole.text.endsWith(',')) {
        return blocks.toSpliced(index, more + 1, whole);
      }
    }
  }
  return blocks;
}

/** A title's lines: at most this many, none of them ending as a sentence does. */
const mostTitleLines = 6;
const longestTitle = 600;

/** Reads the head of a resolution: a foreword, the number, the title, earlier meetings, the formula. */
export function readFront(blocks: readonly Block[]): Front {
  const formulaAt = blocks.findLastIndex(isFormula);
  const formulaText = blocks[formulaAt]?.text ?? '';
  const adopted = readFormula(formulaText) ?? {};
  const end = formulaAt === -1 ? blocks.length : formulaAt;
  const numberAt = findNumber(blocks, end);
  const numbered = numberAt === -1 ? null : readNumberLine(blocks[numberAt]?.text ?? '');
  const { titleEnd, history: above, aside } = readBrackets(blocks, end, numberAt + 1);
  const titleStart = numberAt === -1 ? startOfTitle(blocks, titleEnd) : numberAt + 1;
  const { title, rest } = readTitle(numbered?.rest ?? '', blocks.slice(titleStart, titleEnd));
  const dated = above.length > 0 ? -1 : rest.findIndex(({ text }) => readHistory(text) !== null);
  const history = dated === -1 ? above : (readHistory(rest[dated]?.text ?? '') ?? []);
  const around = [
    ...blocks.slice(0, numberAt === -1 ? titleStart : numberAt),
    ...rest.filter((_, index) => index !== dated),
    ...aside,
    ...(formulaAt === -1 ? [] : blocks.slice(formulaAt + 1)),
  ];
  const body = adopted.body ?? numbered?.found.body;
  const isSectors = numbered?.found.body?.startsWith('itu-') === true;
  return {
    found: {
      body: isSectors ? numbered?.found.body : body,
      type: numbered?.found.type,
      number: numbered?.found.number,
      revision: numbered?.found.revision,
      place: adopted.place ?? numbered?.found.place,
      year:
        adopted.year ??
        numbered?.found.year ??
        history.at(-1)?.year ??
        yearAround(body, blocks.slice(0, end)),
      title: title === '' ? undefined : title,
    },
    preface: around,
    history,
    formula: formulaText,
  };
}

/** Headings that may stand between a title and the formula. */
const afterTitle =
  /^(?:scope|keywords|summary|abstract|foreword|introduction|abbreviations.{0,40}|related .{1,60})$/iu;

/** The lines of a title, and those behind it that belong to none. `first` is what stands on the number's own line. */
function readTitle(first: string, lines: readonly Block[]) {
  const isTitleOver = ({ text }: Block, index: number): boolean =>
    afterTitle.test(text) ||
    ((index > 0 || first !== '') && (isAside(text) || readHistory(text) !== null)) ||
    (index > 0 && text.length > longestTitle / 2);
  const over = lines.findIndex(isTitleOver);
  const own = over === -1 ? lines : lines.slice(0, over);
  const title = [first, ...own.filter(({ text }) => !isAside(text)).map(plainText)]
    .filter((text) => text !== '')
    .join(' ')
    .replace(/ ?\*{1,3}$/, '');
  const behind = over === -1 ? [] : lines.slice(over);
  return { title, rest: [...own.filter(({ text }) => isAside(text)), ...behind] };
}

/** The last line above the formula that names the document; its number may stand on one line and its bracket on the next. */
function findNumber(blocks: readonly Block[], end: number): number {
  return blocks.slice(0, end).findLastIndex(({ text }) => readNumberLine(text) !== null);
}

/** "RESOLUTION 130" and "(REV. DUBAI, 2018)" on lines of their own are one line. */
export function joinNumber(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(
    ({ text }, index) =>
      /^\((?:r[eé]v|пересм)/iu.test(text) && readNumberLine(blocks[index - 1]?.text ?? '') !== null,
  );
  const [first, second] = [blocks[at - 1], blocks[at]];
  if (first === undefined || second === undefined) return blocks;
  const whole = joinBlocks(first, second, ' ');
  return readNumberLine(whole.text) === null ? blocks : blocks.toSpliced(at - 1, 2, whole);
}

/** What may stand between number and title, or title and formula, and is neither. */
const isAside = (text: string): boolean =>
  /^\((?:adopted|approved|agreed|question|see|modified|amended|last)\b.{0,300}\)\*?$/iu.test(
    text,
  ) ||
  /^\[.{1,300}\]$/u.test(text) ||
  /^(?:\d{1,2} )?\(?\d{4}\)?$/u.test(text);

/** The bracketed lines above the formula: earlier meetings, and others that belong to no title. */
function readBrackets(blocks: readonly Block[], end: number, start: number) {
  let titleEnd = end;
  let history: readonly HistoryEntry[] = [];
  const aside: Block[] = [];
  while (titleEnd > start) {
    const block = blocks[titleEnd - 1];
    const text = block?.text ?? '';
    const entries = readHistory(text);
    if (entries !== null && history.length === 0) history = entries;
    else if (block !== undefined && isAside(text)) aside.unshift(block);
    else break;
    titleEnd -= 1;
  }
  return { titleEnd, history, aside };
}

/** "(Hammamet, 2016; Geneva, 2022)" or "(1993-1995-1997)" as its entries; null for any other paragraph. */
function readHistory(text: string): readonly HistoryEntry[] | null {
  const inside = /^\((?<inside>[^()]{1,1000})\)$/.exec(text)?.groups?.['inside'];
  if (inside === undefined) return null;
  if (/^\d{4}(?:\s?[-\u2010-\u2013]\s?\d{4}){0,30}$/u.test(inside)) {
    return Array.from(inside.matchAll(/\d{4}/g), ([year]) => ({ place: '', year: Number(year) }));
  }
  const entries = inside
    .split(/; ?/)
    .map((entry) => historyEntry.exec(entry.replace(/^r[eé]v\.? ?/iu, ''))?.groups);
  return entries.every((entry) => entry !== undefined)
    ? entries.map(({ place = '', year }) => ({ place, year: Number(year) }))
    : null;
}

/** The year of the Council's session or the General Assembly's meeting, from the lines around the number. */
function yearAround(body: string | undefined, blocks: readonly Block[]): number | undefined {
  const texts = blocks.map(({ text }) => text).filter((text) => text.length < 300);
  const patterns =
    body === 'unga'
      ? [/adopted by the General Assembly on \d{1,2} \p{L}+ (?<year>\d{4})/iu]
      : body === 'council'
        ? [
            /\badopted .{0,80}?(?<year>(?:19|20)\d{2})\)/iu,
            /\bCouncil (?<year>(?:19|20)\d{2})\b/iu,
            /^(?:Document )?C(?<year>\d{2})\/\d{1,4}/u,
            /\d{1,2} \p{L}{3,9} (?<year>(?:19|20)\d{2})$/u,
          ]
        : [];
  for (const pattern of patterns) {
    for (const text of texts) {
      const year = pattern.exec(text)?.groups?.['year'];
      if (year !== undefined) return year.length === 2 ? 2000 + Number(year) : Number(year);
    }
  }
  return undefined;
}

/** Without a number line the title is the run of lines above that do not end as sentences do. */
function startOfTitle(blocks: readonly Block[], end: number): number {
  let start = end;
  let length = 0;
  while (start > 0 && end - start < mostTitleLines) {
    const text = blocks[start - 1]?.text ?? '';
    length += text.length;
    if (/[.;:]$/.test(text) || length > longestTitle) break;
    start -= 1;
  }
  return start;
}
