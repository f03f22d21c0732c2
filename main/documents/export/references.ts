import type { EditionSummary } from '../../contract/answers.ts';
import type { ReferenceRecord } from '../../contract/records.ts';
import { clean } from './clean.ts';
import { bodyInFull } from '../cite/bodies.ts';
import { recitalLink } from './link.ts';

/** What a list of references says of a work. A part that nobody knows is empty. */
export interface BibliographicReference {
  readonly address: string;
  /** "resolution", "recommendation", as the address has it. */
  readonly type: string;
  /** The body in full. */
  readonly author: string;
  readonly title: string;
  /** The printed name: "Resolution 92 (Rev. New Delhi, 2024)". */
  readonly name: string;
  readonly number: string;
  /** ISO 8601, as exact as known. */
  readonly date: string;
  readonly place: string;
  readonly meeting: string;
  readonly language: string;
  /** Where it can be had, in words. */
  readonly where: string;
}

const yearIn = (date: string): string => /^\d{4}/.exec(date)?.[0] ?? '';

export function referenceOfEdition(summary: EditionSummary): BibliographicReference {
  const { edition, type, title, name, number, place, year, meeting, meetingTo, language } = summary;
  return {
    address: edition,
    type,
    author: bodyInFull(summary.body),
    title: clean(title),
    name: clean(name),
    number: clean(number),
    date: meetingTo !== '' ? meetingTo : year > 0 ? `${year}` : '',
    place: clean(place),
    meeting: clean(meeting),
    language: language === 'und' ? '' : language,
    where: '',
  };
}

/** A work as the library's record knows it, in its newest edition. */
export function referenceOfRecord(record: ReferenceRecord): BibliographicReference {
  const [newest] = record.editions;
  const [body = '', type = '', number = ''] = record.address.split('/');
  return {
    address: newest === undefined ? record.address : `${record.address}@${newest.edition}`,
    type,
    author: bodyInFull(body),
    title: clean(record.title),
    name: clean(record.name),
    number: clean(number.toUpperCase()),
    date: newest?.approved ?? newest?.published ?? '',
    place: '',
    meeting: '',
    language: '',
    where: clean(record.where),
  };
}

/** Stands for the reference in a text that cites it, and is the same for ever: "wtsa-resolution-92-2024". */
const keyOf = ({ address }: BibliographicReference): string =>
  address
    .normalize('NFKD')
    .replace(/[^a-z0-9.]+/gi, '-')
    .replace(/^-+|-+$/g, '') || 'reference';

/** Signs of LaTeX. A brace that opens is closed by none of ours, so each is written as what it prints. */
const latex: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/**
 * Signs that LaTeX would take for orders. BibTeX counts braces, escaped ones too, so one without its partner is
 * printed by its name.
 */
function forBibtex(text: string): string {
  const braces = [...text].filter((sign) => sign === '{' || sign === '}');
  let depth = 0;
  const isEven = braces.every((sign) => (depth += sign === '{' ? 1 : -1) >= 0) && depth === 0;
  return text.replace(/[\\{}#$%&_~^]/g, (sign) => {
    if (!isEven && sign === '{') return '\\textbraceleft{}';
    if (!isEven && sign === '}') return '\\textbraceright{}';
    return latex[sign] ?? sign;
  });
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX in UTF-8. Two braces keep a name in one piece and a title as it is written. */
export function bibtexOf(reference: BibliographicReference): string {
  const { author, title, name, type, number, date, place, meeting, language, where } = reference;
  const month = months[Number(/^\d{4}-(\d{2})/.exec(date)?.[1] ?? 0) - 1];
  const fields: [field: string, value: string][] = [
    ['author', author === '' ? '' : `{${forBibtex(author)}}`],
    ['title', `{${forBibtex(title)}}`],
    ['type', forBibtex(capital(type))],
    ['number', forBibtex(number)],
    ['institution', author === '' ? '' : `{${forBibtex(author)}}`],
    ['address', forBibtex(place)],
    ['year', yearIn(date)],
    ['month', month ?? ''],
    ['date', date],
    ['eventtitle', forBibtex(meeting)],
    ['language', language],
    ['howpublished', forBibtex(where)],
    ['note', `${forBibtex(name)}. \\texttt{${forBibtex(recitalLink(reference.address))}}`],
  ];
  const lines = fields
    .filter(([, value]) => value !== '' && value !== '{}')
    // A month is one of BibTeX's own words.
    .map(([field, value]) => `  ${field} = ${field === 'month' ? value : `{${value}}`}`);
  return `@techreport{${keyOf(reference)},\n${lines.join(',\n')}\n}\n`;
}

const capital = (word: string): string =>
  word.replaceAll('-', ' ').replace(/^./u, (first) => first.toUpperCase());

/** RIS: one tag a line, so a value holds no line end. A date is YYYY/MM/DD/ with what is not known left out. */
export function risOf(reference: BibliographicReference): string {
  const { author, title, name, type, number, date, place, meeting, language, where } = reference;
  const [year = '', month = '', day = ''] = date.split('-');
  const lines: [tag: string, value: string][] = [
    ['TY', type === 'report' ? 'RPRT' : 'STAND'],
    // A comma would part a family's name from a person's; no body's name has one.
    ['AU', author.replaceAll(',', ';')],
    ['TI', title],
    ['M3', capital(type)],
    ['M1', number],
    ['PB', author],
    ['CY', place],
    ['PY', year],
    ['DA', year === '' ? '' : `${year}/${month}/${day}/`],
    ['T2', meeting],
    ['LA', language],
    ['ID', keyOf(reference)],
    ['N1', [name, where].filter(Boolean).join('. ')],
    ['UR', recitalLink(reference.address)],
  ];
  const set = lines
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${set.join('')}ER  - \r\n`;
}

/** CSL-JSON, as citeproc and Zotero read it: a list of one. */
export function cslOf(reference: BibliographicReference): string {
  const { author, title, name, type, number, date, place, meeting, language, where } = reference;
  const parts = date === '' ? [] : date.split('-').map(Number);
  const item = {
    id: keyOf(reference),
    type: type === 'report' ? 'report' : 'standard',
    ...(author !== '' && { author: [{ literal: author }] }),
    title,
    genre: capital(type),
    number,
    ...(author !== '' && { publisher: author }),
    ...(place !== '' && { 'publisher-place': place }),
    ...(parts.length > 0 && { issued: { 'date-parts': [parts] } }),
    ...(meeting !== '' && { 'event-title': meeting }),
    ...(language !== '' && { language }),
    ...(where !== '' && { archive: where }),
    note: `${name}. ${recitalLink(reference.address)}`,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
