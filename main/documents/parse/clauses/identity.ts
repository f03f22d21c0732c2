import type { Identity } from '../../../contract/document.ts';
import type { WorkId } from '../../../contract/ids.ts';
import { findCitations } from '../../cite/citations.ts';
import { slug } from '../../cite/fold.ts';
import type { Block } from '../../read/blocks.ts';
import type { Warnings } from '../../read/warn.ts';
import type { GivenIdentity } from '../identity.ts';

const hyphen = String.raw`[-\u2010-\u2015]`;
const date = String.raw`\((?:(?:\d{1,2}[./])?\d{1,2}[./])?(?<year>(?:19|20)\d{2})\)`;
const series = String.raw`(?<number>[A-Z]{1,4}\.\d{1,5}(?:\.\d{1,4}){0,4})(?:${hyphen}(?<revision>\d{1,2})(?!\d))?`;
/** In the languages of the Union that print the type as a word of its own. */
const typeWord = String.raw`(?<type>recommendation|rec\.|recommandation|recomendación|рекомендация|建议书|report|rep\.|rapport|informe|отчет|отчёт|报告|opinion)`;
const sector = String.raw`(?:ITU|UIT|МСЭ)${hyphen}(?<sector>[RTDТРД])`;
const behind = String.raw`\s*(?:${date})?\*{0,2}\d?(?:\s*[:\u2013\u2014]\s*(?<title>\S.{3,300}))?`;

/** The lines by which a Recommendation or a Report names itself, alone on their line. */
const numberLines = [
  new RegExp(String.raw`^${typeWord}\s+${sector}\s+${series}${behind}$`, 'iu'),
  new RegExp(String.raw`^${sector}\s+${typeWord}\s+${series}${behind}$`, 'iu'),
  new RegExp(String.raw`^${sector}\s+${series}\s*(?<type>建议书|报告)\s*(?:${date})?$`, 'iu'),
  new RegExp(String.raw`^${sector}\s+${series}\s*${date}$`, 'iu'),
];
const dateLine = new RegExp(`^${date}$|^(?:\\d{1,2}/)(?<bare>(?:19|20)\\d{2})$`, 'u');
const handbookLine =
  /^(?:ITU[-\u2010-\u2013](?<sector>[RTD])\s+)?handbook(?:\s+on(?:\s+the)?(?:\s+(?<title>\S.{2,200}))?)?$/iu;

/** Lines of a cover that are no title. */
const coverLine =
  /^(?:summary|history|foreword|keywords?|scope|source|note|contents|table of contents|edition|\(?question\s.*|series\s.*|[a-z]{1,3}\s+series\b.*|.*\bseries)$/iu;

/** What the cover says. Null: it does not say. */
interface Cover {
  readonly body: string;
  readonly type: string;
  readonly number: string;
  readonly edition: string | null;
  readonly year: number | null;
  readonly title: string | null;
}

/** With the title behind the number. */
const longestNumberLine = 400;

/** Whether a paragraph only says which document this is. */
export const isNumberLine = ({ text }: Block): boolean =>
  text.length < longestNumberLine && numberLines.some((pattern) => pattern.test(plain(text)));

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** How far a cover and its front pages reach at most, in blocks. */
const coverLength = 150;

function readSeries(front: readonly Block[]): Cover | null {
  const lines = front.flatMap((block, at) => {
    const text = plain(block.text);
    const match = text.length < longestNumberLine ? firstMatch(text) : undefined;
    return match === undefined ? [] : [{ at, groups: match }];
  });
  const [first] = lines;
  if (first === undefined) return null;
  const number = first.groups['number'] ?? '';
  const own = lines.filter((line) => line.groups['number']?.toUpperCase() === number.toUpperCase());
  const dated =
    own.find(({ groups }) => groups['year'] !== undefined)?.groups['year'] ?? yearNear(front);
  const revision = own.find(({ groups }) => groups['revision'] !== undefined)?.groups['revision'];
  const body = `itu-${latin[first.groups['sector'] ?? ''] ?? (first.groups['sector'] ?? '').toLowerCase()}`;
  const edition = body === 'itu-r' ? revision : dated;
  const title = own
    .map(({ at, groups }) => groups['title'] ?? titleBehind(front, at))
    .find((words) => words !== null);
  return {
    body,
    type: typeOf(first.groups['type'] ?? ''),
    number: number.toUpperCase(),
    edition: edition === undefined ? null : `${edition}${changeMark(front)}`,
    year: dated === undefined ? null : Number(dated),
    title: title ?? null,
  };
}

const firstMatch = (text: string) =>
  numberLines.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);

/** The Sectors as Cyrillic letters write them. */
const latin: Readonly<Record<string, string>> = { Т: 't', Р: 'r', Д: 'd' };

function typeOf(word: string): string {
  if (/^(?:rep|rap|inf|отч|报告)/iu.test(word)) return 'report';
  return /^opi/iu.test(word) ? 'opinion' : 'recommendation';
}

function yearNear(front: readonly Block[]): string | undefined {
  for (const { text } of front) {
    const groups = text.length < 40 ? dateLine.exec(plain(text))?.groups : undefined;
    const year = groups?.['year'] ?? groups?.['bare'];
    if (year !== undefined) return year;
  }
  return undefined;
}

function titleBehind(front: readonly Block[], at: number): string | null {
  for (const block of front.slice(at + 1, at + 4)) {
    const text = plain(block.text);
    if (text === '' || dateLine.test(text) || changeLine.test(text) || isNumberLine(block))
      continue;
    return text.length <= 400 && !coverLine.test(text) && !/[;:]$/.test(text) ? text : null;
  }
  return null;
}

const changeLine =
  /^(?:.{0,80}[)\d]\s{0,3}[:\u2013\u2014]?\s{0,3})?(?<kind>amendment|amd\.?|corrigendum|cor\.?|erratum)\s+(?<count>\d{1,2})(?:\s*\(.{4,8}\))?$/iu;

/** "-amd-1" for the edition of an amendment, so that it is not taken for the text that it amends; empty for any other. */
function changeMark(front: readonly Block[]): string {
  for (const { text } of front) {
    const { kind, count } = (text.length < 150 && changeLine.exec(plain(text))?.groups) || {};
    if (kind !== undefined)
      return `-${kind.toLowerCase().startsWith('a') ? 'amd' : 'cor'}-${count}`;
  }
  return '';
}

/** A supplement names itself in the very words in which it is cited: "Supplement 59 to ITU-T Y-series Recommendations". */
function readSupplement(front: readonly Block[]): Cover | null {
  for (const [at, block] of front.entries()) {
    const text = plain(block.text);
    const [cited] = text.length < 120 ? findCitations(text) : [];
    const isWhole = cited?.start === 0 && /^\W{0,3}(?:\(.{4,7}\))?$/u.test(text.slice(cited.end));
    const [body = '', type = '', number = ''] = cited?.work.split('/') ?? [];
    if (!isWhole || type !== 'supplement') continue;
    const year = cited.edition ?? /\((?:\d{1,2}\/)?(\d{4})\)$/u.exec(text)?.[1] ?? yearNear(front);
    return {
      body,
      type,
      number: number.toUpperCase(),
      edition: year ?? null,
      year: year === undefined ? null : Number(year),
      title: titleBehind(front, at),
    };
  }
  return null;
}

function readHandbook(front: readonly Block[]): Cover | null {
  const at = front.findIndex(({ text }) => text.length < 250 && handbookLine.test(plain(text)));
  const groups = handbookLine.exec(plain(front[at]?.text ?? ''))?.groups;
  if (groups === undefined) return null;
  const title = groups['title'] ?? titleBehind(front, at);
  const all = front.map(({ text }) => text.slice(0, 2000)).join('\n');
  const letter = groups['sector'] ?? sectorIn(all);
  if (title === null || letter === undefined) return null;
  const year = yearNear(front) ?? /(?:edition|geneva)\D{0,20}((?:19|20)\d{2})/iu.exec(all)?.[1];
  return {
    body: `itu-${letter.toLowerCase()}`,
    type: 'handbook',
    number: slug(title.replaceAll(/International Mobile Telecommunications?/giu, 'IMT')).slice(
      0,
      80,
    ),
    edition: year ?? null,
    year: year === undefined ? null : Number(year),
    title,
  };
}

const sectorIn = (text: string): string | undefined =>
  /ITU[-\u2010-\u2013]([RTD])(?!\p{L})/u.exec(text)?.[1] ??
  (/radiocommunication (?:bureau|sector)/iu.test(text) ? 'R' : undefined);

/**
 * Who a document of clauses is: what its cover says, and what is given. A document without any name of its own becomes
 * `own/document/<slug>`, its slug that of its title or else of its file; its edition a year that title or file name
 * holds, or else "1". `frontLength` is how many of the blocks may be a cover: a name behind them is only cited.
 */
export function readIdentity(
  name: string,
  blocks: readonly Block[],
  frontLength: number,
  sourceTitle: string | null,
  given: GivenIdentity | undefined,
  warnings: Warnings,
): Identity {
  const front = blocks.slice(0, Math.min(frontLength, coverLength));
  const cover = readSeries(front) ?? readSupplement(front) ?? readHandbook(front);
  if (given !== undefined) return fromGiven(given, cover, warnings);
  if (cover === null) return ownIdentity(name, front, sourceTitle, warnings);
  const edition =
    cover.edition ?? (cover.body === 'itu-r' && cover.type !== 'handbook' ? '0' : 'undated');
  if (cover.edition === null) {
    warnings.add(
      'edition-missing',
      `The text does not say which edition it is; it is taken as ${edition}.`,
      null,
    );
  }
  return {
    work: `${cover.body}/${cover.type}/${cover.number.toLowerCase()}` as WorkId,
    edition,
    body: cover.body,
    type: cover.type,
    number: cover.number,
    place: null,
    year: cover.year,
    title: cover.title ?? sourceTitle ?? firstHeading(front) ?? '',
  };
}

function fromGiven(given: GivenIdentity, cover: Cover | null, warnings: Warnings): Identity {
  const [body = '', type = ''] = given.work.split('/');
  const stated =
    cover === null ? null : `${cover.body}/${cover.type}/${cover.number.toLowerCase()}`;
  if (stated !== null && stated !== given.work) {
    warnings.add(
      'identity-differs',
      `The text says that it is ${stated}, the metadata ${given.work}; the metadata is taken.`,
      null,
    );
  }
  const { work, edition, number, place, year, title } = given;
  return { work, edition, body, type, number, place, year, title };
}

const firstHeading = (front: readonly Block[]): string | undefined =>
  front.find(({ level, text }) => level !== undefined && text.length <= 300)?.text;

const yearIn = (text: string): string | undefined =>
  /(?<![\p{L}\p{N}])(?:19|20)\d{2}(?!\p{N})/u.exec(text)?.[0];

/** A title as a number of an address: letters and digits that have a lower case or none. */
export const shortSlug = (words: string, longest = 60): string =>
  slug(words.slice(0, 400))
    .replaceAll(/[^\p{Ll}\p{Lo}\p{N}-]/gu, '')
    .split('-')
    .filter((word) => word !== '')
    .join('-')
    .slice(0, longest)
    .replace(/-$/, '');

function ownIdentity(
  name: string,
  front: readonly Block[],
  sourceTitle: string | null,
  warnings: Warnings,
): Identity {
  const fileName = name.replace(/^.*[/\\]/u, '').replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
  const title = plain(sourceTitle ?? firstHeading(front) ?? '');
  const number =
    [title, fileName].map((words) => shortSlug(words)).find((text) => text !== '') ?? 'untitled';
  const year = yearIn(title) ?? yearIn(fileName) ?? yearNear(front);
  warnings.add(
    'identity-made-up',
    `The text does not name itself as a work of the Union; it is kept as own/document/${number}.`,
    null,
  );
  return {
    work: `own/document/${number}` as WorkId,
    edition: year ?? '1',
    body: 'own',
    type: 'document',
    number,
    place: null,
    year: year === undefined ? null : Number(year),
    title: title === '' ? fileName : title,
  };
}
