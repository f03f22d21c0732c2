import type { Address } from '../../../contract/ids.ts';
import type { Run } from '../../../contract/prose.ts';
import type { PlacedRecord, PlacedText } from '../placed.ts';
import type { Places } from './places.ts';
import type { Problem } from '../problem.ts';
import { findQuoted, isQuotation } from './quoted.ts';
import type { Passage } from '../read-prose.ts';
import { titlesOf } from './titles.ts';

/** White space, hyphens and quotation marks of all kinds are one of a kind each; the rest stays as it is. */
const folded = (text: string): string =>
  text
    .replaceAll(/[\u00ad\u200b]/g, '')
    .replaceAll(/[\u2010\u2011]/g, '-')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll(/\s+/gu, ' ')
    .trim();

const isLetter = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{N}]/u.test(sign);

/** Where `piece` stands in `words` from `after` on, neither end inside a word; -1 where nowhere. */
function indexOfWords(words: string, piece: string, after: number): number {
  for (let at = words.indexOf(piece, after); at !== -1; at = words.indexOf(piece, at + 1)) {
    const end = at + piece.length;
    const cutsBefore = isLetter(piece[0]) && isLetter(words[at - 1]);
    const cutsAfter = isLetter(piece.at(-1)) && isLetter(words[end]);
    if (!cutsBefore && !cutsAfter) return at;
  }
  return -1;
}

/** Whether a quotation stands in a place. An ellipsis parts it into pieces that follow each other. */
function standsIn(quotation: string, place: string): boolean {
  const words = folded(place);
  const pieces = folded(quotation)
    .split(/\[?(?:\u2026|\.\.\.)\]?/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  let after = 0;
  for (const piece of pieces) {
    const at = indexOfWords(words, piece, after);
    if (at === -1) return false;
    after = at + piece.length;
  }
  return pieces.length > 0;
}

/** Why a quotation cannot stand at an address; null where it does, or where the address is another's problem. */
function misfitAt(quotation: string, at: Address, places: Places): string | null {
  const words = places.wordsAt(at);
  if (words !== null)
    return words.some((each) => standsIn(quotation, each)) || standsIn(quotation, words.join(' '))
      ? null
      : `does not stand in ${at}`;
  const record = places.records.get(at);
  if (record !== undefined)
    return titlesOf(record.record).some((title) => standsIn(quotation, title))
      ? null
      : `cannot be compared: the text of ${at} is not here`;
  return places.leads(at) ? `cannot be compared: the text of ${at} is not here` : null;
}

/** The first link that begins at an offset or later. */
function linkAfter(runs: readonly Run[], offset: number): Address | null {
  let at = 0;
  for (const { text, to } of runs) {
    if (to !== undefined && at + text.length > offset) return to;
    at += text.length;
  }
  return null;
}

const shown = (quotation: string): string => {
  const words = quotation.split(/\s+/);
  return `"${words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : words.join(' ')}"`;
};

function checkPassage({ file }: PlacedText, passage: Passage, places: Places): Problem[] {
  const { text, runs, from, lineAt } = passage;
  if (from !== null) {
    const misfit = misfitAt(text, from, places);
    return misfit === null ? [] : [{ file, line: lineAt(0), message: `${shown(text)} ${misfit}` }];
  }
  const { quoted, alone } = findQuoted(text);
  const problems: Problem[] = [];
  if (alone !== null)
    problems.push({ file, line: lineAt(alone), message: 'a quotation mark has no other' });
  for (const { text: words, start, end } of quoted.filter(isQuotation)) {
    const to = linkAfter(runs, end);
    const misfit = to === null ? 'has no link after it' : misfitAt(words, to, places);
    if (misfit !== null)
      problems.push({ file, line: lineAt(start), message: `${shown(words)} ${misfit}` });
  }
  return problems;
}

/** Every quotation that does not stand where its link says. */
export const checkQuotations = (records: Iterable<PlacedRecord>, places: Places): Problem[] =>
  [...records].flatMap(({ texts }) =>
    texts.flatMap((text) =>
      text.passages.flatMap((passage) => checkPassage(text, passage, places)),
    ),
  );
