import type { HistoryEntry } from '../../contract/document.ts';
import { bodyByName, bodyNames } from '../cite/bodies.ts';
import { yearOfTag } from '../cite/meetings.ts';
import type { Block } from '../read/blocks.ts';

/** What the head of a text says about itself; undefined where it does not say it. */
export interface Found {
  readonly body?: string | undefined;
  readonly type?: string | undefined;
  readonly number?: string | undefined;
  readonly place?: string | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
}

/** Everything before the first section. */
interface Front {
  readonly found: Found;
  readonly preface: readonly Block[];
  readonly history: readonly HistoryEntry[];
  readonly formula: string;
}

const placeAndYear = String.raw`(?<place>\p{L}[\p{L}\p{M}.'’\-\u2010\u2011 ]{1,60}), (?<year>\d{4})`;

/** "The World Telecommunication Standardization Assembly (New Delhi, 2024)," */
const formula = new RegExp(
  String.raw`^The (?:ITU )?(?<body>${bodyNames})(?: of the [\p{L} ]{1,60})?(?: ?\(${placeAndYear}\))?,?$`,
  'iu',
);
/** The same from a body that is not known here; then the bracket is what tells. */
const otherFormula = new RegExp(
  String.raw`^The [\p{L}\p{M}\- ]{3,120} \(${placeAndYear}\),?$`,
  'iu',
);

const numberLine = new RegExp(
  String.raw`^(?:(?<body>${bodyNames}) )?(?<type>resolution|decision|opinion|recommendation) (?<sector>ITU[-\u2010-\u2013]?[RTD] )?` +
    String.raw`(?<number>\d{1,4}[A-Z]?)(?:[-\u2010-\u2013]\d{1,2})?` +
    String.raw`(?: ?\((?:rev\.? ?)?(?:${placeAndYear}|(?<tag>WRC|WTSA|WTDC|RA|PP)[-\u2010-\u2013]?(?<digits>\d{2,4}))\))?$`,
  'iu',
);

const historyEntry = new RegExp(`^${placeAndYear}$`, 'u');

/** Whether a paragraph names the adopting meeting, as the one before the first section does. */
export const isFormula = ({ text }: Block): boolean =>
  text.length < 400 && (formula.test(text) || otherFormula.test(text));

/** A title's lines: at most this many, none of them ending as a sentence does. */
const mostTitleLines = 6;
const longestTitle = 600;

/** Reads the head of a resolution: a foreword, the number, the title, earlier meetings, the formula. */
export function readFront(blocks: readonly Block[]): Front {
  const formulaAt = blocks.findIndex(isFormula);
  const formulaText = blocks[formulaAt]?.text ?? '';
  const adopted = (formula.exec(formulaText) ?? otherFormula.exec(formulaText))?.groups ?? {};
  const end = formulaAt === -1 ? blocks.length : formulaAt;
  const history = readHistory(blocks[end - 1]);
  const titleEnd = history === null ? end : end - 1;
  const numberAt = blocks.slice(0, titleEnd).findLastIndex(({ text }) => isNumberLine(text));
  const numbered = numberLine.exec(blocks[numberAt]?.text ?? '')?.groups ?? {};
  const titleStart = numberAt === -1 ? startOfTitle(blocks, titleEnd) : numberAt + 1;
  const title = blocks
    .slice(titleStart, titleEnd)
    .map(({ text }) => text)
    .join(' ')
    .replaceAll('\t', ' ');
  return {
    found: {
      body: bodyOf(adopted) ?? bodyOf(numbered),
      type: numbered['type']?.toLowerCase(),
      number: numbered['number']?.toLowerCase(),
      place: adopted['place'] ?? numbered['place'],
      year: yearOf(adopted) ?? yearOf(numbered),
      title: title === '' ? undefined : title,
    },
    preface: [
      ...blocks.slice(0, numberAt === -1 ? titleStart : numberAt),
      ...(formulaAt === -1 ? [] : blocks.slice(formulaAt + 1)),
    ],
    history: history ?? [],
    formula: formulaText,
  };
}

type Groups = Readonly<Record<string, string | undefined>>;

const isNumberLine = (text: string): boolean => text.length < 200 && numberLine.test(text);

function bodyOf(groups: Groups): string | undefined {
  const name = groups['body'] ?? groups['tag'];
  if (groups['sector'] !== undefined) return 'ra';
  return name === undefined ? undefined : (bodyByName(name) ?? undefined);
}

function yearOf({ year, tag, digits }: Groups): number | undefined {
  if (year !== undefined) return Number(year);
  return tag === undefined || digits === undefined ? undefined : yearOfTag(tag, digits);
}

/** "(Hammamet, 2016; Geneva, 2022)" as its entries; null for any other paragraph. */
function readHistory(block: Block | undefined): readonly HistoryEntry[] | null {
  const inside = /^\((?<inside>[^()]{1,1000})\)$/.exec(block?.text ?? '')?.groups?.['inside'];
  if (inside === undefined) return null;
  const entries = inside.split(/; ?/).map((entry) => historyEntry.exec(entry)?.groups);
  return entries.every((entry) => entry !== undefined)
    ? entries.map(({ place = '', year }) => ({ place, year: Number(year) }))
    : null;
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
