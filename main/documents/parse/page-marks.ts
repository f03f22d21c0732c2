import { foldPlace } from '../cite/fold.ts';
import type { Block } from '../read/blocks.ts';
import type { Warnings } from '../read/warn.ts';

const meetingTag =
  '(?:PLEN|CMR|WRC|PP|WTSA|WTDC|RA|AR|AMNT|CMDT|COM|GT-PLEN|WG-PLEN|DT|DL|C|CWG|TSAG|RAG|TDAG|SG|R\\d{2}|CPM)';

/** What only a page or a file of a converted text needs: a paragraph that is nothing else. All anchored, all bounded. */
const marks: readonly RegExp[] = [
  // "- 2 -", "3", "Page 3 of 5", "iv", "2/8"
  /^[-\u2010-\u2015]\s?(?:\d{1,4}|[ivxl]{1,6})\s?[-\u2010-\u2015]$/u,
  /^\d{1,4}$/,
  /^[ivxl]{1,6}$/,
  /^\d{1,3}\s?\/\s?\d{1,3}$/,
  /^page\s(?:\d{1,4}|[ivxl]{1,6})(?:\s(?:of|\/)\s\d{1,4})?$/iu,
  // "12 | Res. 130", "Res. 130 | 12"
  /^\d{1,4}\s?[|\u2502]\s?.{1,80}$/u,
  /^.{1,80}\s[|\u2502]\s?\d{1,4}$/u,
  /^(?:\d{1,4}\s|[ivxl]{1,6}\s)?(?:PP-\d{2}\s?[-\u2013]?\s?)?(?:Res|Rec|Dec|Op)\.\s?(?:ITU-R\s)?\d{1,4}(?:-\d{1,2})?(?:\s\d{1,4})?$/u,
  /^(?:[-\u2013]\s?\d{1,4}\s?[-\u2013]\s)?(?:RES|REC)\d{1,4}(?:-\d{1,3})?$/u,
  /^(?:(?:\d{1,4}|[ivxl]{1,6})\s)?(?:WTSA|WTDC|PP|WRC|RA)[-\u2011]\d{2}\s[-\u2010-\u2015]\s(?:Resolution|Recommendation|Opinion|Decision)\s.{1,40}$/u,
  // "PLEN/5-E", "CMR19/123-E", "Document C12/105-E"
  new RegExp(
    String.raw`^${meetingTag}[-\u2010-\u2013]?\d{0,4}(?:\/[A-Z0-9().]{1,12}){1,3}(?:[-\u2010-\u2013][EFSRCA])?(?:\s[-\u2010-\u2015]?\s?\d{1,4}\s?[-\u2010-\u2015]?)?$`,
    'u',
  ),
  // "P:\ENG\ITU-T\CONF-T\000\005E.DOCX (456789)", "(456789)", a job number of the United Nations
  /^(?:[A-Z]:\\|\\\\)[^\n]{1,250}$/u,
  /^[\w\-/\\. ]{1,200}\.docx?(?:\s\(\d{4,8}\))?$/iu,
  /^\(\d{5,8}\)$/,
  /^(?:\d{1,3}\/\d{1,3}\s)?\d{2}-\d{5}(?:\s?\([EFSRCA]\))?(?:\s+\d{6})?(?:\s\d{1,3}\/\d{1,3})?$/u,
  /^\*\d{5,9}\*$/,
  /^please recycle.{0,3}$/iu,
  /^[A-Z]\/[A-Z]{2,4}\/\d{1,3}\/\d{1,4}\s.{3,200}\s\d{1,3}\/\d{1,3}$/u,
  // rules and ends
  /^[_*\-=.\u2010-\u2015\u2500\u2026\s]{3,200}$/u,
];

/** Running heads are short and say nothing by themselves. */
const longestHead = 120;
const isHeadLike = ({ text }: Block): boolean =>
  text.length <= longestHead && text.length >= 4 && !/[.;:,]$/.test(text) && !text.includes('\t');

/** A line of the head once more, or a document's symbol with its title behind it. */
const isRunningHead = (folded: string, heads: ReadonlySet<string>): boolean =>
  heads.has(folded) || heads.has(/^a\/res\/\d{1,3}\/\d{1,4}/.exec(folded)?.[0] ?? '');

/**
 * Takes out what belongs to pages and files: page numbers, document and job numbers, rules, and the lines of the
 * head (`first` blocks of the text) that come back behind it. Each is a warning `page-mark` with its words.
 */
export function withoutPageMarks(
  blocks: readonly Block[],
  first: number,
  warnings: Warnings,
): readonly Block[] {
  const heads = new Set(
    blocks
      .slice(0, first)
      .filter(isHeadLike)
      .map(({ text }) => foldPlace(text)),
  );
  return blocks.filter((block, index) => {
    if (block.table !== undefined || block.figure !== undefined) return true;
    const isMark =
      (block.text.length <= 300 && marks.some((mark) => mark.test(block.text))) ||
      (index >= first && isHeadLike(block) && isRunningHead(foldPlace(block.text), heads));
    if (isMark) {
      warnings.add('page-mark', `"${block.text}" belongs to a page, not to the text.`, block.line);
    }
    return !isMark;
  });
}
